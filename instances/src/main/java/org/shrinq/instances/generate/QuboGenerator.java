package org.shrinq.instances.generate;

import java.util.List;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.Sense;
import org.shrinq.qubo.problem.BinaryQuadraticProgram;
import org.shrinq.qubo.run.RandomStreams;

/** Random QUBOs with whole coefficients, minimised. */
public final class QuboGenerator {
    private QuboGenerator() {}

    /**
     * Linear terms uniform on −100 … 100; a pair is coupled with probability {@code density}, its coupling uniform on
     * −100 … 100 (after Beasley 1998).
     */
    public static BinaryQuadraticProgram random(String name, int n, double density, RandomStreams streams) {
        Require.atLeast("variables", n, 1);
        Require.probability("density", density);
        Draws draws = new Draws(streams.stream("qubo"));
        Qubo.Builder qubo = Qubo.builder(n);
        for (int i = 0; i < n; i++) {
            qubo.addLinear(i, draws.integer(-100, 100));
            for (int j = i + 1; j < n; j++) {
                if (draws.chance(density)) {
                    qubo.add(i, j, draws.integer(-100, 100));
                }
            }
        }
        return program(name, qubo);
    }

    /** The same on a torus of rows × columns variables, each coupled to the four around it; both sides at least 3. */
    public static BinaryQuadraticProgram torus(String name, int rows, int columns, RandomStreams streams) {
        Require.atLeast("rows", rows, 3);
        Require.atLeast("columns", columns, 3);
        Draws draws = new Draws(streams.stream("qubo"));
        Qubo.Builder qubo = Qubo.builder(rows * columns);
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                int i = r * columns + c;
                qubo.addLinear(i, draws.integer(-100, 100));
                qubo.add(i, r * columns + (c + 1) % columns, draws.integer(-100, 100));
                qubo.add(i, (r + 1) % rows * columns + c, draws.integer(-100, 100));
            }
        }
        return program(name, qubo);
    }

    private static BinaryQuadraticProgram program(String name, Qubo.Builder qubo) {
        return new BinaryQuadraticProgram(name, new BinaryModel(Sense.MINIMIZE, qubo.build(), List.of()));
    }
}
