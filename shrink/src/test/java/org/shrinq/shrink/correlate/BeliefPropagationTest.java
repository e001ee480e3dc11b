package org.shrinq.shrink.correlate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.shrinq.qubo.AtMostOne;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Constraint;
import org.shrinq.qubo.ExactlyOne;
import org.shrinq.qubo.LinearAtMost;
import org.shrinq.qubo.LinearEqual;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.Sense;
import org.shrinq.qubo.run.Deadline;

/** Against sums over all states: exact where the factors form a tree. */
class BeliefPropagationTest {
    private static final double TEMPERATURE = 1.3;

    /** ⟨z_v⟩, and ⟨z_i z_j⟩ of the pairs after them. */
    private static double[] enumerate(BinaryModel model, int[][] pairs) {
        int n = model.size();
        double factor = model.sense() == Sense.MAXIMIZE ? -1 : 1;
        double[] sums = new double[n + pairs.length];
        double total = 0;
        byte[] x = new byte[n];
        for (int s = 0; s < 1 << n; s++) {
            for (int v = 0; v < n; v++) {
                x[v] = (byte) (s >> v & 1);
            }
            if (!model.isFeasible(x)) {
                continue;
            }
            double weight = Math.exp(-factor * model.value(x) / TEMPERATURE);
            total += weight;
            for (int v = 0; v < n; v++) {
                sums[v] += weight * (1 - 2 * x[v]);
            }
            for (int k = 0; k < pairs.length; k++) {
                sums[n + k] += weight * (1 - 2 * x[pairs[k][0]]) * (1 - 2 * x[pairs[k][1]]);
            }
        }
        for (int k = 0; k < sums.length; k++) {
            sums[k] /= total;
        }
        return sums;
    }

    private static void assertExact(BinaryModel model, String what) {
        BeliefPropagation beliefs = new BeliefPropagation(model, new SplittableRandom(1));
        double[] z = beliefs.run(new double[] {TEMPERATURE}, 400, Deadline.never());
        double[] expected = enumerate(model, beliefs.pairs());
        assertTrue(Double.isFinite(expected[0]), what + " has no feasible state");
        for (int v = 0; v < z.length; v++) {
            assertEquals(expected[v], z[v], 2e-4, what + ", variable " + v);
        }
        for (int k = 0; k < beliefs.pairs().length; k++) {
            assertEquals(expected[z.length + k], beliefs.pair(k), 2e-4, what + ", pair " + k);
        }
        assertTrue(beliefs.operations() > 0, what);
    }

    private static Qubo.Builder linear(int n, SplittableRandom random) {
        Qubo.Builder b = Qubo.builder(n);
        for (int v = 0; v < n; v++) {
            b.addLinear(v, 4 * random.nextDouble() - 2);
        }
        return b;
    }

    @Test
    void couplingsOfATreeAreExact() {
        for (long seed = 1; seed <= 5; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int n = 9;
            Qubo.Builder b = linear(n, random);
            for (int v = 1; v < n; v++) {
                b.add(random.nextInt(v), v, 6 * random.nextDouble() - 3);
            }
            Sense sense = seed % 2 == 0 ? Sense.MAXIMIZE : Sense.MINIMIZE;
            assertExact(new BinaryModel(sense, b.build(), List.of()), "seed " + seed);
        }
    }

    @Test
    void constraintsThatFormATreeAreExact() {
        for (long seed = 1; seed <= 8; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<Constraint> rows = new ArrayList<>();
            int n = 4;
            int[] first = {0, 1, 2, 3};
            rows.add(constraint(0, first, random));
            for (int kind = 1; kind < 4; kind++) {
                // three new variables and one that is already there
                int[] own = {random.nextInt(n), n, n + 1, n + 2};
                n += 3;
                rows.add(constraint(kind, own, random));
            }
            assertExact(new BinaryModel(Sense.MINIMIZE, linear(n, random).build(), rows), "seed " + seed);
        }
    }

    private static Constraint constraint(int kind, int[] variables, SplittableRandom random) {
        double[] weights = new double[variables.length];
        for (int k = 0; k < weights.length; k++) {
            weights[k] = random.nextInt(1, 9) * (k > 0 && random.nextInt(4) == 0 ? -1 : 1);
        }
        return switch (kind) {
            case 0 -> ExactlyOne.of("one", variables);
            case 1 -> AtMostOne.of("at most one", variables);
            case 2 -> LinearAtMost.of("capacity", variables, weights, random.nextInt(2, 12));
            default -> LinearEqual.of("equal", variables, weights, weights[1] + weights[2]);
        };
    }

    @Test
    void largeWeightsAreRoundedButClose() {
        SplittableRandom random = new SplittableRandom(5);
        int n = 10;
        double[] weights = new double[n];
        int[] variables = new int[n];
        double sum = 0;
        for (int k = 0; k < n; k++) {
            variables[k] = k;
            weights[k] = 1000 * random.nextDouble();
            sum += weights[k];
        }
        BinaryModel model = new BinaryModel(
                Sense.MAXIMIZE,
                linear(n, random).build(),
                List.of(LinearAtMost.of("capacity", variables, weights, 0.5 * sum)));
        BeliefPropagation beliefs = new BeliefPropagation(model, new SplittableRandom(1));
        double[] z = beliefs.run(new double[] {TEMPERATURE}, 200, Deadline.never());
        double[] expected = enumerate(model, beliefs.pairs());
        for (int v = 0; v < n; v++) {
            assertEquals(expected[v], z[v], 0.02, "variable " + v);
        }
    }
}
