package org.shrinq.qubo.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Cases;
import org.shrinq.qubo.Graph;
import org.shrinq.qubo.Models;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.Sense;

class ProblemsTest {
    private static final String SEEDS = "org.shrinq.qubo.Cases#seeds20";

    private static double[] numbers(SplittableRandom random, int n, int below) {
        double[] v = new double[n];
        Arrays.setAll(v, k -> random.nextInt(below));
        return v;
    }

    private static double[][] rows(SplittableRandom random, int m, int n, int below) {
        double[][] rows = new double[m][];
        Arrays.setAll(rows, k -> numbers(random, n, below));
        return rows;
    }

    /** The parts that every problem shares. */
    private static void assertConsistent(Problem p, ProblemKind kind, Sense sense, ToDoubleFunction<byte[]> expected) {
        assertThat(p.kind()).isEqualTo(kind);
        assertThat(p.name()).isEqualTo("name");
        assertThat(p.sense()).isEqualTo(sense);
        assertThat(p.size()).isEqualTo(p.model().size());
        assertThat(p.model()).isSameAs(p.model());
        Cases.forEachState(p.size(), x -> {
            assertThat(p.objective(x)).isEqualTo(expected.applyAsDouble(x));
            if (p.model().isFeasible(x) && !kind.equals(ProblemKind.MARKET_SHARE)) {
                assertThat(p.model().value(x)).isEqualTo(p.objective(x));
            }
        });
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource(SEEDS)
    void knapsack(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = 1 + random.nextInt(7);
        int m = random.nextInt(4);
        double[] values = numbers(random, n, 20);
        double[][] weights = rows(random, m, n, 9);
        double[] capacities = numbers(random, m, 25);
        MultidimensionalKnapsack p = MultidimensionalKnapsack.of("name", values, weights, capacities);
        assertConsistent(p, ProblemKind.KNAPSACK, Sense.MAXIMIZE, x -> dot(values, x));
        Cases.forEachState(n, x -> {
            boolean fits = true;
            for (int k = 0; k < m; k++) {
                fits &= dot(weights[k], x) <= capacities[k];
            }
            assertThat(p.model().isFeasible(x)).isEqualTo(fits);
        });
        assertThat(p.items()).isEqualTo(n);
        assertThat(p.rows()).isEqualTo(m);
        assertThat(p.isObjectiveIntegral()).isTrue();
        for (int k = 0; k < m; k++) {
            assertThat(p.capacity(k)).isEqualTo(capacities[k]);
            assertThat(p.model().constraints().get(k).name()).isEqualTo("c" + (k + 1));
            for (int i = 0; i < n; i++) {
                assertThat(p.weight(k, i)).isEqualTo(weights[k][i]);
                assertThat(p.value(i)).isEqualTo(values[i]);
            }
        }
    }

    private static double dot(double[] v, byte[] x) {
        double sum = 0;
        for (int i = 0; i < v.length; i++) {
            sum += v[i] * x[i];
        }
        return sum;
    }

    @Test
    void knapsacksAreCopiedAndChecked() {
        double[] values = {1, 2};
        double[][] weights = {{3, 4}};
        double[] capacities = {5};
        MultidimensionalKnapsack p = MultidimensionalKnapsack.of("p", values, weights, capacities);
        values[0] = 9;
        weights[0][0] = 9;
        capacities[0] = 9;
        assertThat(p.objective(new byte[] {1, 1})).isEqualTo(3);
        assertThat(p.weight(0, 0)).isEqualTo(3);
        assertThat(p.capacity(0)).isEqualTo(5);
        assertThat(MultidimensionalKnapsack.of("p", new double[] {1.5}, new double[0][], new double[0])
                        .isObjectiveIntegral())
                .isFalse();
        MultidimensionalKnapsack zero =
                MultidimensionalKnapsack.of("p", new double[] {0}, new double[][] {{0}}, new double[] {0});
        assertThat(zero.model().isFeasible(new byte[] {1})).isTrue();
        double[] one = {1};
        double[][] oneRow = {{1}};
        refused(() -> MultidimensionalKnapsack.of("p", one, oneRow, new double[] {1, 2}), "1 weight rows");
        refused(() -> MultidimensionalKnapsack.of("p", one, new double[][] {{1, 2}}, one), "weight row 1 has 2");
        refused(() -> MultidimensionalKnapsack.of("p", one, new double[][] {{-1}}, one), "holds -1.0");
        refused(() -> MultidimensionalKnapsack.of("p", one, new double[][] {{Double.NaN}}, one), "holds NaN");
        refused(() -> MultidimensionalKnapsack.of("p", one, new double[][] {{1 / 0.0}}, one), "holds Infinity");
        refused(() -> MultidimensionalKnapsack.of("p", one, oneRow, new double[] {-1}), "capacity 1 is -1.0");
        refused(() -> MultidimensionalKnapsack.of("p", one, oneRow, new double[] {1 / 0.0}), "capacity 1 is Inf");
        refused(() -> MultidimensionalKnapsack.of("p", new double[] {Double.NaN}, oneRow, one), "a value is NaN");
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource(SEEDS)
    void independentSet(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = 2 + random.nextInt(6);
        int count = random.nextInt(12);
        int[] us = new int[count];
        int[] vs = new int[count];
        for (int e = 0; e < count; e++) {
            us[e] = random.nextInt(n);
            vs[e] = (us[e] + 1 + random.nextInt(n - 1)) % n;
        }
        Graph graph = Graph.of(n, us, vs);
        double[] weights = numbers(random, n, 9);
        weights[0] = 2;
        MaximumIndependentSet p = MaximumIndependentSet.weighted("name", graph, weights);
        assertConsistent(p, ProblemKind.INDEPENDENT_SET, Sense.MAXIMIZE, x -> dot(weights, x));
        MaximumIndependentSet unit = MaximumIndependentSet.of("name", graph);
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        assertConsistent(unit, ProblemKind.INDEPENDENT_SET, Sense.MAXIMIZE, x -> dot(ones, x));
        assertThat(unit.isWeighted()).isFalse();
        assertThat(p.isWeighted()).isTrue();
        assertThat(p.graph()).isSameAs(graph);
        assertThat(p.weight(0)).isEqualTo(2);
        assertThat(p.model().constraints()).hasSize(graph.edges());
        Cases.forEachState(n, x -> {
            boolean independent = true;
            for (int e = 0; e < count; e++) {
                independent &= x[us[e]] + x[vs[e]] < 2;
            }
            assertThat(p.model().isFeasible(x)).isEqualTo(independent);
        });
    }

    @Test
    void independentSetsAreCopiedAndChecked() {
        Graph edge = Graph.of(2, new int[] {0}, new int[] {1});
        double[] weights = {1, 0.5};
        MaximumIndependentSet p = MaximumIndependentSet.weighted("p", edge, weights);
        weights[0] = 7;
        assertThat(p.weight(0)).isEqualTo(1);
        assertThat(p.isObjectiveIntegral()).isFalse();
        assertThat(MaximumIndependentSet.of("p", edge).isObjectiveIntegral()).isTrue();
        assertThat(MaximumIndependentSet.weighted("p", edge, new double[] {1, 1})
                        .isWeighted())
                .isFalse();
        refused(() -> MaximumIndependentSet.weighted("p", edge, new double[3]), "3 weights for 2 vertices");
        refused(() -> MaximumIndependentSet.weighted("p", edge, new double[] {1, Double.NaN}), "a weight is NaN");
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource(SEEDS)
    void maxCut(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = 2 + random.nextInt(5);
        int count = random.nextInt(12);
        int[] us = new int[count];
        int[] vs = new int[count];
        double[] weights = new double[count];
        for (int e = 0; e < count; e++) {
            us[e] = random.nextInt(n);
            vs[e] = (us[e] + 1 + random.nextInt(n - 1)) % n;
            weights[e] = random.nextInt(-5, 9);
        }
        MaxCut p = MaxCut.of("name", n, us, vs, weights);
        assertConsistent(p, ProblemKind.MAX_CUT, Sense.MAXIMIZE, x -> {
            double cut = 0;
            for (int e = 0; e < count; e++) {
                cut += weights[e] * (x[us[e]] ^ x[vs[e]]);
            }
            return cut;
        });
        assertThat(p.vertices()).isEqualTo(n);
        assertThat(p.edges()).isEqualTo(count);
        assertThat(p.model().constraints()).isEmpty();
        assertThat(p.isObjectiveIntegral()).isTrue();
        for (int e = 0; e < count; e++) {
            assertThat(List.of(p.source(e), p.target(e))).containsExactly(us[e], vs[e]);
            assertThat(p.weight(e)).isEqualTo(weights[e]);
        }
    }

    @Test
    void maxCutsAreCopiedAndChecked() {
        int[] us = {0};
        int[] vs = {1};
        double[] weights = {2.5};
        MaxCut p = MaxCut.of("p", 2, us, vs, weights);
        us[0] = 1;
        vs[0] = 0;
        weights[0] = 9;
        assertThat(p.source(0)).isZero();
        assertThat(p.target(0)).isEqualTo(1);
        assertThat(p.objective(new byte[] {1, 0})).isEqualTo(2.5);
        assertThat(p.isObjectiveIntegral()).isFalse();
        double[] one = {1};
        refused(() -> MaxCut.of("p", 2, new int[] {1}, new int[] {1}, one), "edge 0 joins 1 and 1");
        refused(() -> MaxCut.of("p", 2, new int[] {2}, new int[] {1}, one), "edge 0 joins 2 and 1");
        refused(() -> MaxCut.of("p", 2, new int[] {0}, new int[] {2}, one), "edge 0 joins 0 and 2");
        refused(() -> MaxCut.of("p", 2, new int[] {-1}, new int[] {1}, one), "edge 0 joins -1");
        refused(() -> MaxCut.of("p", 2, new int[] {0}, new int[] {-1}, one), "edge 0 joins 0 and -1");
        refused(() -> MaxCut.of("p", 2, new int[] {0}, new int[] {1}, new double[] {1 / 0.0}), "weight Infinity");
    }

    /** The stand-in is the sum of squared deviations: 0 exactly where the sum of absolute deviations is. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource(SEEDS)
    void marketShare(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = 1 + random.nextInt(6);
        int m = 1 + random.nextInt(3);
        double[][] demands = rows(random, m, n, 10);
        double[] targets = numbers(random, m, 20);
        byte[] perfect = Cases.state(random, n);
        if (random.nextBoolean()) {
            for (int k = 0; k < m; k++) {
                targets[k] = dot(demands[k], perfect);
            }
        }
        MarketShare p = MarketShare.of("name", demands, targets);
        assertConsistent(p, ProblemKind.MARKET_SHARE, Sense.MINIMIZE, x -> {
            double sum = 0;
            for (int k = 0; k < m; k++) {
                sum += Math.abs(dot(demands[k], x) - targets[k]);
            }
            return sum;
        });
        Cases.forEachState(n, x -> {
            double squares = 0;
            for (int k = 0; k < m; k++) {
                squares += Math.pow(dot(demands[k], x) - targets[k], 2);
            }
            assertThat(p.model().value(x)).isEqualTo(squares);
            assertThat(p.model().isFeasible(x)).isTrue();
            assertThat(p.model().value(x) == 0).isEqualTo(p.objective(x) == 0);
        });
        assertThat(p.products()).isEqualTo(m);
        assertThat(p.retailers()).isEqualTo(n);
        assertThat(p.demand(m - 1, n - 1)).isEqualTo(demands[m - 1][n - 1]);
        assertThat(p.target(m - 1)).isEqualTo(targets[m - 1]);
        assertThat(p.isObjectiveIntegral()).isTrue();
    }

    @Test
    void marketSharesAreCopiedAndChecked() {
        double[][] demands = {{1, 2}};
        double[] targets = {3};
        MarketShare p = MarketShare.of("p", demands, targets);
        demands[0][0] = 9;
        targets[0] = 9;
        assertThat(p.objective(new byte[] {1, 1})).isZero();
        double[] one = {1};
        assertThat(MarketShare.of("p", new double[][] {{0.5}}, one).isObjectiveIntegral())
                .isFalse();
        assertThat(MarketShare.of("p", new double[][] {{1}}, new double[] {0.5}).isObjectiveIntegral())
                .isFalse();
        refused(() -> MarketShare.of("p", new double[0][], new double[0]), "0 demand rows");
        refused(() -> MarketShare.of("p", new double[][] {{1}}, new double[2]), "1 demand rows and 2 targets");
        refused(() -> MarketShare.of("p", new double[][] {{1}, {1, 2}}, new double[2]), "demand row 2 has 2");
        refused(() -> MarketShare.of("p", new double[][] {{Double.NaN}}, one), "demand row 1 holds NaN");
        refused(() -> MarketShare.of("p", new double[][] {{1}}, new double[] {1 / 0.0}), "target 1 is Infinity");
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource(SEEDS)
    void binaryQuadraticProgram(long seed) {
        BinaryModel model = Models.draw(new SplittableRandom(seed), 5, 3, Models.Kind.values());
        BinaryQuadraticProgram p = new BinaryQuadraticProgram("name", model);
        assertConsistent(p, ProblemKind.BINARY_QUADRATIC, model.sense(), model::value);
    }

    @Test
    void integralityOfBinaryQuadraticPrograms() {
        assertThat(integral(Qubo.builder(2).addOffset(1).addLinear(0, 2).add(0, 1, -3)))
                .isTrue();
        assertThat(integral(Qubo.builder(2).addOffset(0.5))).isFalse();
        assertThat(integral(Qubo.builder(2).addLinear(0, 0.5))).isFalse();
        assertThat(integral(Qubo.builder(2).addLinear(1, 0.5))).isFalse();
        assertThat(integral(Qubo.builder(3).add(0, 1, 0.5).add(1, 2, 1))).isFalse();
        assertThat(integral(Qubo.builder(3).add(0, 1, 1).add(1, 2, 0.5))).isFalse();
        assertThat(integral(Qubo.builder(0))).isTrue();
    }

    private static boolean integral(Qubo.Builder objective) {
        return new BinaryQuadraticProgram("p", new BinaryModel(Sense.MINIMIZE, objective.build(), List.of()))
                .isObjectiveIntegral();
    }

    /** A problem without anything to decide is a mistake of whoever made it. */
    @Test
    void emptyProblemsAreRefused() {
        refused(
                () -> MultidimensionalKnapsack.of("k", new double[0], new double[1][0], new double[1]),
                "problem 'k' has 0 items, expected at least 1");
        Graph none = Graph.of(0, new int[0], new int[0]);
        refused(() -> MaximumIndependentSet.of("s", none), "0 vertices");
        refused(() -> MaximumIndependentSet.weighted("s", none, new double[0]), "0 vertices");
        refused(() -> MaxCut.of("c", 0, new int[0], new int[0], new double[0]), "0 vertices");
        refused(() -> QuadraticAssignment.of("a", new double[0][0], new double[0][0]), "0 facilities");
        refused(() -> MarketShare.of("m", new double[1][0], new double[1]), "0 retailers");
    }

    @Test
    void kindsAreFoundByTheirIdentifier() {
        for (ProblemKind kind : ProblemKind.bundled()) {
            assertThat(ProblemKind.ofId(kind.id())).contains(kind);
            assertThat(kind.title()).isNotBlank();
        }
        assertThat(ProblemKind.ofId("tsp")).isEmpty();
        assertThat(ProblemKind.bundled().stream().map(ProblemKind::id))
                .containsExactly("mdkp", "mis", "qap", "maxcut", "market-share", "labs", "bqp");
        assertThat(ProblemKind.QUADRATIC_ASSIGNMENT.title()).isEqualTo("quadratic assignment");
        refused(() -> new ProblemKind("Set packing", "set packing"), "expected an id of lower-case letters");
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String part) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(part);
    }
}
