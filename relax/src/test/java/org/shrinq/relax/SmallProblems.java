package org.shrinq.relax;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.shrinq.qubo.BinaryModel;
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
import org.shrinq.qubo.problem.QuadraticAssignment;

/** Random problems that can be enumerated, whole and fractional data, and their optima. */
final class SmallProblems {
    private SmallProblems() {}

    static List<Problem> all(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return List.of(
                knapsack(random),
                independentSet(random, false),
                independentSet(random, true),
                assignment(random, 4, false),
                assignment(random, 3, true),
                cut(random),
                marketShare(random),
                program(random, false),
                program(random, true),
                linearProgram(random));
    }

    private static double number(SplittableRandom random, int low, int high, boolean whole) {
        return whole ? random.nextInt(low, high + 1) : random.nextDouble(low, high);
    }

    static MultidimensionalKnapsack knapsack(SplittableRandom random) {
        int n = random.nextInt(3, 12);
        int m = random.nextInt(1, 4);
        boolean whole = random.nextBoolean();
        double[] values = new double[n];
        double[][] weights = new double[m][n];
        double[] capacities = new double[m];
        Arrays.setAll(values, i -> number(random, 1, 30, whole));
        for (int k = 0; k < m; k++) {
            for (int i = 0; i < n; i++) {
                weights[k][i] = number(random, 0, 20, whole);
            }
            double total = Arrays.stream(weights[k]).sum();
            capacities[k] = Math.floor(total * random.nextDouble(0.2, 0.8));
        }
        return MultidimensionalKnapsack.of("knapsack", values, weights, capacities);
    }

    static Graph graph(SplittableRandom random, int n, double density) {
        List<int[]> edges = new ArrayList<>();
        for (int u = 0; u < n; u++) {
            for (int v = u + 1; v < n; v++) {
                if (random.nextDouble() < density) {
                    edges.add(new int[] {u, v});
                }
            }
        }
        return Graph.of(
                n,
                edges.stream().mapToInt(e -> e[0]).toArray(),
                edges.stream().mapToInt(e -> e[1]).toArray());
    }

    static MaximumIndependentSet independentSet(SplittableRandom random, boolean weighted) {
        int n = random.nextInt(1, 14);
        Graph graph = graph(random, n, random.nextDouble(0.1, 0.9));
        if (!weighted) {
            return MaximumIndependentSet.of("set", graph);
        }
        boolean whole = random.nextBoolean();
        double[] weights = new double[n];
        Arrays.setAll(weights, v -> number(random, 1, 9, whole));
        return MaximumIndependentSet.weighted("weighted", graph, weights);
    }

    static QuadraticAssignment assignment(SplittableRandom random, int n, boolean signed) {
        boolean whole = random.nextBoolean();
        int low = signed ? -9 : 0;
        double[][][] data = new double[3][n][n];
        for (double[][] matrix : data) {
            for (double[] row : matrix) {
                Arrays.setAll(row, j -> number(random, low, 9, whole));
            }
        }
        return QuadraticAssignment.of("assignment", data[0], data[1], data[2]);
    }

    static MaxCut cut(SplittableRandom random) {
        int n = random.nextInt(2, 11);
        Graph graph = graph(random, n, 0.6);
        int[] us = new int[graph.edges()];
        int[] vs = new int[graph.edges()];
        double[] weights = new double[graph.edges()];
        int e = 0;
        for (int u = 0; u < n; u++) {
            for (int k = 0; k < graph.degree(u); k++) {
                if (graph.neighbor(u, k) > u) {
                    us[e] = u;
                    vs[e] = graph.neighbor(u, k);
                    weights[e++] = random.nextInt(-3, 6);
                }
            }
        }
        return MaxCut.of("cut", n, us, vs, weights);
    }

    static MarketShare marketShare(SplittableRandom random) {
        double[][] demands = new double[2][8];
        double[] targets = new double[2];
        for (int k = 0; k < 2; k++) {
            Arrays.setAll(demands[k], j -> random.nextInt(0, 30));
            targets[k] = Math.floor(Arrays.stream(demands[k]).sum() / 2);
        }
        return MarketShare.of("market", demands, targets);
    }

    static Problem program(SplittableRandom random, boolean constrained) {
        int n = random.nextInt(2, 11);
        boolean whole = random.nextBoolean();
        Qubo.Builder qubo = Qubo.builder(n).addOffset(number(random, -5, 5, whole));
        for (int i = 0; i < n; i++) {
            qubo.addLinear(i, number(random, -9, 9, whole));
            for (int j = i + 1; j < n; j++) {
                if (random.nextInt(2) == 0) {
                    qubo.add(i, j, number(random, -9, 9, whole));
                }
            }
        }
        Sense sense = random.nextBoolean() ? Sense.MAXIMIZE : Sense.MINIMIZE;
        List<Constraint> rows = constrained ? rows(random, n) : List.of();
        return new BinaryQuadraticProgram("program", new BinaryModel(sense, qubo.build(), rows));
    }

    static Problem linearProgram(SplittableRandom random) {
        int n = random.nextInt(3, 11);
        Qubo.Builder qubo = Qubo.builder(n).addOffset(random.nextInt(-5, 5));
        for (int i = 0; i < n; i++) {
            qubo.addLinear(i, random.nextInt(-9, 10));
        }
        Sense sense = random.nextBoolean() ? Sense.MAXIMIZE : Sense.MINIMIZE;
        return new BinaryQuadraticProgram("linear", new BinaryModel(sense, qubo.build(), rows(random, n)));
    }

    private static List<Constraint> rows(SplittableRandom random, int n) {
        int[] all = new int[n];
        Arrays.setAll(all, i -> i);
        double[] first = new double[n];
        double[] second = new double[n];
        Arrays.setAll(first, i -> random.nextInt(-3, 7));
        Arrays.setAll(second, i -> random.nextInt(0, 3));
        return List.of(
                LinearAtMost.of("cap", all, first, random.nextInt(0, 12)),
                LinearEqual.of("sum", all, second, random.nextInt(1, 4)),
                ExactlyOne.of("one", new int[] {0, n - 1}));
    }

    static double optimum(Problem problem) {
        double best = problem.sense().worst();
        byte[] x = new byte[problem.size()];
        for (long z = 0; z < 1L << x.length; z++) {
            for (int i = 0; i < x.length; i++) {
                x[i] = (byte) (z >>> i & 1);
            }
            if (problem.model().isFeasible(x) && problem.sense().isBetter(problem.objective(x), best)) {
                best = problem.objective(x);
            }
        }
        return best;
    }
}
