package org.shrinq.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
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
import org.shrinq.qubo.problem.QuadraticAssignment;

/** Small random problems of every kind, for comparison with brute force. */
public final class RandomProblems {
    private RandomProblems() {}

    /**
     * One problem of each kind, and variants: weighted, asymmetric, general with a known feasible point, plain QUBO.
     */
    public static List<Problem> all(long seed) {
        SplittableRandom r = new SplittableRandom(seed);
        return List.of(
                independentSet(r, 12, false),
                independentSet(r, 12, true),
                knapsack(r, 12, 3),
                assignment(r, 3 + r.nextInt(2), true),
                assignment(r, 3, false),
                marketShare(r, 11, 2),
                maxCut(r, 11),
                qubo(r, 11),
                general(r, 12));
    }

    public static MaximumIndependentSet independentSet(SplittableRandom r, int n, boolean weighted) {
        double density = 0.1 + 0.5 * r.nextDouble();
        List<int[]> edges = new ArrayList<>();
        for (int u = 0; u < n; u++) {
            for (int v = u + 1; v < n; v++) {
                if (r.nextDouble() < density) {
                    edges.add(new int[] {u, v});
                }
            }
        }
        Graph graph = Graph.of(
                n,
                edges.stream().mapToInt(e -> e[0]).toArray(),
                edges.stream().mapToInt(e -> e[1]).toArray());
        if (!weighted) {
            return MaximumIndependentSet.of("mis", graph);
        }
        double[] weights = new double[n];
        for (int v = 0; v < n; v++) {
            weights[v] = r.nextInt(-2, 12);
        }
        return MaximumIndependentSet.weighted("wmis", graph, weights);
    }

    public static MultidimensionalKnapsack knapsack(SplittableRandom r, int n, int m) {
        double[] values = new double[n];
        double[][] weights = new double[m][n];
        double[] capacities = new double[m];
        for (int i = 0; i < n; i++) {
            values[i] = r.nextInt(0, 40);
        }
        double tightness = 0.2 + 0.6 * r.nextDouble();
        for (int k = 0; k < m; k++) {
            double sum = 0;
            for (int i = 0; i < n; i++) {
                weights[k][i] = r.nextInt(4) == 0 ? 0 : r.nextInt(1, 30);
                sum += weights[k][i];
            }
            capacities[k] = Math.floor(tightness * sum);
        }
        return MultidimensionalKnapsack.of("mdkp", values, weights, capacities);
    }

    public static QuadraticAssignment assignment(SplittableRandom r, int n, boolean symmetric) {
        double[][] flow = matrix(r, n, symmetric);
        double[][] distance = matrix(r, n, symmetric);
        double[][] linear = new double[n][n];
        if (!symmetric) {
            for (int i = 0; i < n; i++) {
                flow[i][i] = r.nextInt(5);
                distance[i][i] = r.nextInt(5);
                for (int a = 0; a < n; a++) {
                    linear[i][a] = r.nextInt(-10, 10);
                }
            }
        }
        return QuadraticAssignment.of("qap", flow, distance, linear);
    }

    private static double[][] matrix(SplittableRandom r, int n, boolean symmetric) {
        double[][] m = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                if (i != j) {
                    m[i][j] = symmetric && j < i ? m[j][i] : r.nextInt(10);
                }
            }
        }
        return m;
    }

    public static MarketShare marketShare(SplittableRandom r, int n, int products) {
        double[][] demands = new double[products][n];
        double[] targets = new double[products];
        for (int k = 0; k < products; k++) {
            double sum = 0;
            for (int j = 0; j < n; j++) {
                demands[k][j] = r.nextInt(100);
                sum += demands[k][j];
            }
            targets[k] = Math.floor(sum / 2);
        }
        return MarketShare.of("ms", demands, targets);
    }

    /** Demands up to {@code unit}, whole numbers when that is large. */
    public static MarketShare scaledMarketShare(SplittableRandom r, int n, int products, double unit) {
        double[][] demands = new double[products][n];
        double[] targets = new double[products];
        for (int k = 0; k < products; k++) {
            for (int j = 0; j < n; j++) {
                double a = unit * r.nextDouble();
                demands[k][j] = unit > 1e6 ? Math.floor(a) : a;
                targets[k] += demands[k][j];
            }
            targets[k] = unit > 1e6 ? Math.floor(targets[k] / 2) : targets[k] / 2;
        }
        return MarketShare.of("ms", demands, targets);
    }

    public static MaxCut maxCut(SplittableRandom r, int n) {
        List<int[]> edges = new ArrayList<>();
        for (int u = 0; u < n; u++) {
            for (int v = u + 1; v < n; v++) {
                if (r.nextInt(2) == 0) {
                    edges.add(new int[] {u, v, r.nextInt(-5, 6)});
                }
            }
        }
        return MaxCut.of(
                "cut",
                n,
                edges.stream().mapToInt(e -> e[0]).toArray(),
                edges.stream().mapToInt(e -> e[1]).toArray(),
                edges.stream().mapToDouble(e -> e[2]).toArray());
    }

    public static Problem qubo(SplittableRandom r, int n) {
        return new BinaryQuadraticProgram(
                "qubo", new BinaryModel(r.nextBoolean() ? Sense.MINIMIZE : Sense.MAXIMIZE, form(r, n), List.of()));
    }

    private static Qubo form(SplittableRandom r, int n) {
        Qubo.Builder b = Qubo.builder(n).addOffset(r.nextInt(-5, 5));
        for (int i = 0; i < n; i++) {
            b.addLinear(i, r.nextInt(-9, 10));
            for (int j = i + 1; j < n; j++) {
                if (r.nextInt(3) == 0) {
                    b.add(i, j, r.nextInt(-9, 10));
                }
            }
        }
        return b.build();
    }

    /** Every constraint type, made around a random point so that the model has a feasible solution. */
    public static Problem general(SplittableRandom r, int n) {
        byte[] witness = new byte[n];
        for (int i = 0; i < n; i++) {
            witness[i] = (byte) r.nextInt(2);
        }
        List<Constraint> constraints = new ArrayList<>();
        for (int c = 0; c < 4; c++) {
            int[] some = subset(r, n, 3 + r.nextInt(4));
            double[] w = new double[some.length];
            double activity = 0;
            for (int k = 0; k < some.length; k++) {
                w[k] = r.nextInt(-6, 12);
                activity += w[k] * witness[some[k]];
            }
            constraints.add(
                    r.nextInt(3) == 0
                            ? LinearEqual.of("e" + c, some, w, activity)
                            : LinearAtMost.of("r" + c, some, w, activity + r.nextInt(4)));
        }
        for (int c = 0; c < 5; c++) {
            int[] some = subset(r, n, 2 + r.nextInt(4));
            int ones = 0;
            for (int v : some) {
                ones += witness[v];
            }
            if (some.length == 2 && ones <= 1) {
                constraints.add(new Conflict(some[0], some[1]));
            } else if (ones == 1) {
                constraints.add(ExactlyOne.of("x" + c, some));
            } else if (ones == 0) {
                constraints.add(AtMostOne.of("a" + c, some));
            }
        }
        Sense sense = r.nextBoolean() ? Sense.MINIMIZE : Sense.MAXIMIZE;
        return new BinaryQuadraticProgram("general", new BinaryModel(sense, form(r, n), constraints));
    }

    private static int[] subset(SplittableRandom r, int n, int size) {
        int[] all = new int[n];
        for (int i = 0; i < n; i++) {
            int j = r.nextInt(i + 1);
            all[i] = all[j];
            all[j] = i;
        }
        return java.util.Arrays.copyOf(all, size);
    }

    /** Bits of a number, variable 0 least significant. */
    public static byte[] bits(int n, long index) {
        byte[] x = new byte[n];
        for (int i = 0; i < n; i++) {
            x[i] = (byte) (index >>> i & 1);
        }
        return x;
    }

    /** Uniformly random bits. */
    public static byte[] bits(SplittableRandom r, int n) {
        byte[] x = new byte[n];
        for (int i = 0; i < n; i++) {
            x[i] = (byte) r.nextInt(2);
        }
        return x;
    }

    /** The best objective over all feasible x by enumeration (n ≤ 20), the sense's worst value when there is none. */
    public static double optimum(Problem problem) {
        byte[] x = optimalPoint(problem);
        return problem.model().isFeasible(x)
                ? problem.objective(x)
                : problem.sense().worst();
    }

    /** The first feasible x of best objective by enumeration (n ≤ 20), zeros when there is none. */
    public static byte[] optimalPoint(Problem problem) {
        double best = problem.sense().worst();
        int n = problem.size();
        byte[] found = new byte[n];
        for (long index = 0; index < 1L << n; index++) {
            byte[] x = bits(n, index);
            if (problem.model().isFeasible(x) && problem.sense().isBetter(problem.objective(x), best)) {
                best = problem.objective(x);
                found = x;
            }
        }
        return found;
    }
}
