package org.shrinq.instances;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shrinq.instances.codec.WriteOptions;
import org.shrinq.instances.graph.Graphs;
import org.shrinq.instances.text.Limits;
import org.shrinq.instances.text.Shape;
import org.shrinq.qubo.AtMostOne;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Conflict;
import org.shrinq.qubo.Constraint;
import org.shrinq.qubo.ExactlyOne;
import org.shrinq.qubo.Graph;
import org.shrinq.qubo.LinearAtMost;
import org.shrinq.qubo.LinearEqual;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.Sense;
import org.shrinq.qubo.problem.BinaryQuadraticProgram;
import org.shrinq.qubo.problem.MarketShare;
import org.shrinq.qubo.problem.MaxCut;
import org.shrinq.qubo.problem.MaximumIndependentSet;
import org.shrinq.qubo.problem.MultidimensionalKnapsack;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.problem.ProblemKind;
import org.shrinq.qubo.problem.QuadraticAssignment;

/** Every format gives back, to the last bit, every problem that it can hold. */
class RoundTripTest {
    private static double awkward(SplittableRandom random) {
        return switch (random.nextInt(6)) {
            case 0 -> random.nextInt(-9, 10);
            case 1 -> random.nextDouble(-1, 1);
            case 2 -> random.nextInt(-99, 100) / 8.0;
            case 3 -> 0.1 * random.nextInt(-50, 50);
            case 4 -> random.nextDouble() * 1e-7;
            default -> random.nextDouble() * 1e19;
        };
    }

    private static double[] numbers(SplittableRandom random, int n) {
        return random.ints(n).mapToDouble(i -> awkward(random)).toArray();
    }

    private static double[] positive(SplittableRandom random, int n) {
        return random.ints(n).mapToDouble(i -> Math.abs(awkward(random))).toArray();
    }

    private static double[][] matrix(SplittableRandom random, int rows, int columns) {
        double[][] matrix = new double[rows][];
        for (int r = 0; r < rows; r++) {
            matrix[r] = positive(random, columns);
        }
        return matrix;
    }

    /** Capacities half the sums, as knapsacks have: layouts are told apart by that. */
    private static Problem knapsack(SplittableRandom random, int n) {
        double[][] weights = matrix(random, 3, n);
        double[] capacities = new double[3];
        for (int k = 0; k < 3; k++) {
            for (double w : weights[k]) {
                capacities[k] += w / 2;
            }
        }
        return MultidimensionalKnapsack.of("p", positive(random, n), weights, capacities);
    }

    private static Graph graph(SplittableRandom random, int n) {
        List<int[]> edges = new ArrayList<>();
        for (int u = 0; u < n; u++) {
            for (int v = u + 1; v < n; v++) {
                if (random.nextInt(3) == 0) {
                    edges.add(new int[] {u, v});
                }
            }
        }
        return Graph.of(
                n,
                edges.stream().mapToInt(e -> e[0]).toArray(),
                edges.stream().mapToInt(e -> e[1]).toArray());
    }

    private static Qubo qubo(SplittableRandom random, int n) {
        Qubo.Builder builder = Qubo.builder(n).addOffset(random.nextBoolean() ? 0 : awkward(random));
        for (int i = 0; i < n; i++) {
            if (random.nextInt(4) > 0) {
                builder.addLinear(i, awkward(random));
            }
            for (int j = i + 1; j < n; j++) {
                if (random.nextInt(3) == 0) {
                    builder.add(i, j, awkward(random));
                }
            }
        }
        return builder.build();
    }

    private static List<Constraint> rows(SplittableRandom random, int n) {
        return List.of(
                LinearAtMost.of("cap", new int[] {0, 2, n - 1}, new double[] {1.5, 0.1, 3}, 7.25),
                LinearAtMost.of("cover", new int[] {1, 2}, new double[] {-1, -1}, -1),
                LinearAtMost.of("mixed", new int[] {1, 0}, numbers(random, 2), awkward(random)),
                LinearEqual.of("even", new int[] {0, 1, 2}, new double[] {2, -3, 1}, -1),
                AtMostOne.of("one", 0, 1, 3),
                ExactlyOne.of("pick", 2, 3),
                new Conflict(1, n - 1));
    }

    static List<Problem> problems(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = 4 + random.nextInt(6);
        Graph graph = graph(random, n);
        MaxCut unit = Graphs.maxCut("p", graph);
        int[] us = new int[unit.edges()];
        int[] vs = new int[unit.edges()];
        for (int e = 0; e < us.length; e++) {
            us[e] = unit.source(e);
            vs[e] = unit.target(e);
        }
        Sense sense = random.nextBoolean() ? Sense.MINIMIZE : Sense.MAXIMIZE;
        return List.of(
                MaximumIndependentSet.of("p", graph),
                MaximumIndependentSet.weighted("p", graph, numbers(random, n)),
                unit,
                MaxCut.of("p", n, us, vs, numbers(random, us.length)),
                knapsack(random, n),
                QuadraticAssignment.of("p", matrix(random, n, n), matrix(random, n, n)),
                QuadraticAssignment.of("p", matrix(random, 3, 3), matrix(random, 3, 3), matrix(random, 3, 3)),
                MarketShare.of("p", matrix(random, 2, n), positive(random, 2)),
                new BinaryQuadraticProgram("p", new BinaryModel(sense, qubo(random, n), List.of())),
                new BinaryQuadraticProgram("p", new BinaryModel(sense, qubo(random, n), rows(random, n))));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void whatIsWrittenReadsBackToTheBit(long seed) {
        for (Problem problem : problems(seed)) {
            for (Format format : Format.values()) {
                if (Instances.obstacle(problem, format).isEmpty()) {
                    requireRoundTrip(problem, format, seed);
                }
            }
        }
    }

    private static void requireRoundTrip(Problem problem, Format format, long seed) {
        String as = problem.kind() + " as " + format + ", seed " + seed;
        byte[] written = Instances.bytes(format, problem, WriteOptions.defaults());
        ReadOptions options = ReadOptions.defaults().withFormat(format);
        if (format.kinds().contains(problem.kind())) {
            options = options.withKind(problem.kind());
        }
        String file = problem.name() + ".x";
        Instance read = Instances.read(TestFiles.text(file, written), file, options, Limits.ofThisJava());
        assertThat(read.warnings()).as(as).isEmpty();
        assertThat(new String(Instances.bytes(format, read.problem(), WriteOptions.defaults())))
                .as(as)
                .isEqualTo(new String(written));
        requireSameModel(problem, read.problem(), as);
        List<Format> detected = Codecs.candidates(
                new Shape(TestFiles.text(file, written)),
                format.kinds().contains(problem.kind())
                        ? ReadOptions.defaults().withKind(problem.kind())
                        : ReadOptions.defaults());
        assertThat(detected).as(as + "\n" + new String(written)).contains(format);
    }

    /** Formats with one sense turn a model of the other. */
    private static void requireSameModel(Problem expected, Problem read, String as) {
        BinaryModel a = expected.model();
        BinaryModel b = read.model();
        int factor = a.sense() == b.sense() ? 1 : -1;
        assertThat(b.size()).as(as).isEqualTo(a.size());
        assertThat(b.objective().offset())
                .as(as)
                .isEqualTo(factor * a.objective().offset() + 0.0);
        assertThat(b.objective().couplings()).as(as).isEqualTo(a.objective().couplings());
        for (int i = 0; i < a.size(); i++) {
            assertThat(b.objective().linear(i))
                    .as(as)
                    .isEqualTo(factor * a.objective().linear(i) + 0.0);
        }
        a.objective()
                .forEachCoupling((i, j, c) ->
                        assertThat(b.objective().coupling(i, j)).as(as).isEqualTo(factor * c));
        assertThat(b.constraints()).as(as).hasSameSizeAs(a.constraints());
        for (int k = 0; k < a.constraints().size(); k++) {
            requireSameRow(a.constraints().get(k), b.constraints().get(k), as);
        }
    }

    private static void requireSameRow(Constraint a, Constraint b, String as) {
        assertThat(b.isEquality()).as(as).isEqualTo(a.isEquality());
        assertThat(b.bound()).as(as).isEqualTo(a.bound());
        assertThat(terms(b)).as(as).isEqualTo(terms(a));
        assertThat(b.getClass()).as(as).isEqualTo(a.getClass());
    }

    private static Map<Integer, Double> terms(Constraint row) {
        Map<Integer, Double> terms = new TreeMap<>();
        for (int t = 0; t < row.arity(); t++) {
            terms.put(row.variable(t), row.coefficient(t));
        }
        return terms;
    }

    @Test
    void everyKindHasAFormatThatHoldsIt() {
        for (Problem problem : problems(1)) {
            List<Format> formats = new ArrayList<>();
            for (Format format : Format.values()) {
                if (Instances.obstacle(problem, format).isEmpty()) {
                    formats.add(format);
                }
            }
            assertThat(formats).as(problem.kind().id()).hasSizeGreaterThanOrEqualTo(2);
            if (!problem.kind().equals(ProblemKind.BINARY_QUADRATIC)) {
                assertThat(formats).contains(Format.CPLEX_LP, Format.QPLIB);
            }
        }
    }

    @Test
    void everyPublishedFileRoundTrips() {
        for (java.nio.file.Path path : TestFiles.allShared()) {
            Instance instance = Instances.read(path);
            for (Format format : Format.values()) {
                boolean small = instance.problem().size() <= 400;
                boolean native_ = format.kinds().contains(instance.problem().kind())
                        && format != Format.CPLEX_LP
                        && format != Format.QPLIB;
                if ((small || native_)
                        && Instances.obstacle(instance.problem(), format).isEmpty()) {
                    requireRoundTrip(instance.problem(), format, 0);
                }
            }
        }
    }
}
