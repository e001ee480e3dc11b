package org.shrinq.solver;

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

/**
 * Problems as nobody would write them: one variable, empty and complete graphs, repeated edges, no room, negative
 * values, numbers of 10¹² beside small ones, fractions, models that may have no solution. At most 2⁹ candidates each.
 */
final class OddProblems {
    private final SplittableRandom random;
    private final Numbers numbers;

    private enum Numbers {
        WHOLE,
        NEGATIVE,
        HUGE,
        HUGE_AND_SMALL,
        EIGHTHS,
        FRACTIONS,
        SMALL
    }

    private OddProblems(long seed) {
        random = new SplittableRandom(seed);
        numbers = Numbers.values()[random.nextInt(Numbers.values().length)];
    }

    /** One of every kind. */
    static List<Problem> all(long seed) {
        OddProblems odd = new OddProblems(seed);
        return List.of(
                odd.independentSet(), odd.knapsack(), odd.assignment(), odd.cut(), odd.marketShare(), odd.program());
    }

    private double number() {
        return switch (numbers) {
            case WHOLE -> 1 + random.nextInt(20);
            case NEGATIVE -> random.nextInt(21) - 8;
            case HUGE -> Math.rint(1e12 * random.nextDouble());
            case HUGE_AND_SMALL -> random.nextInt(4) == 0 ? 1e12 + random.nextInt(5) : 1 + random.nextInt(9);
            case EIGHTHS -> (random.nextInt(200) - 100) / 8.0;
            case FRACTIONS -> 10 * random.nextDouble();
            case SMALL -> random.nextInt(3);
        };
    }

    private double size() {
        return Math.abs(number());
    }

    private double[] fill(int n) {
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = number();
        }
        return values;
    }

    private List<int[]> edges(int n) {
        double share = random.nextInt(6) / 5.0;
        List<int[]> edges = new ArrayList<>();
        for (int u = 0; u < n; u++) {
            for (int v = 0; v < u; v++) {
                if (random.nextDouble() < share) {
                    edges.add(new int[] {u, v});
                }
            }
        }
        return edges;
    }

    private static int[] ends(List<int[]> edges, int end) {
        return edges.stream().mapToInt(e -> e[end]).toArray();
    }

    private Problem independentSet() {
        int n = 1 + random.nextInt(9);
        List<int[]> edges = edges(n);
        if (!edges.isEmpty()) {
            edges.add(new int[] {edges.get(0)[1], edges.get(0)[0]});
        }
        return MaximumIndependentSet.weighted("set", Graph.of(n, ends(edges, 0), ends(edges, 1)), fill(n));
    }

    private Problem knapsack() {
        int n = 1 + random.nextInt(9);
        double[][] weights = new double[1 + random.nextInt(3)][n];
        double[] capacities = new double[weights.length];
        for (int k = 0; k < weights.length; k++) {
            double sum = 0;
            for (int i = 0; i < n; i++) {
                weights[k][i] = random.nextInt(6) == 0 ? 0 : size();
                sum += weights[k][i];
            }
            capacities[k] = random.nextInt(8) == 0 ? 0 : Math.floor(sum * random.nextDouble());
        }
        return MultidimensionalKnapsack.of("knapsack", fill(n), weights, capacities);
    }

    private Problem assignment() {
        int n = 1 + random.nextInt(3);
        double[][] flow = new double[n][];
        double[][] distance = new double[n][n];
        boolean equal = random.nextInt(6) == 0;
        for (int i = 0; i < n; i++) {
            flow[i] = fill(n);
            for (int j = 0; j < n; j++) {
                distance[i][j] = equal ? 1 : random.nextInt(9);
            }
        }
        return QuadraticAssignment.of("assignment", flow, distance);
    }

    private Problem cut() {
        int n = 1 + random.nextInt(9);
        List<int[]> edges = edges(n);
        return MaxCut.of("cut", n, ends(edges, 0), ends(edges, 1), fill(edges.size()));
    }

    private Problem marketShare() {
        int n = 1 + random.nextInt(9);
        double[][] demands = new double[1 + random.nextInt(3)][n];
        double[] targets = new double[demands.length];
        for (int k = 0; k < targets.length; k++) {
            for (int j = 0; j < n; j++) {
                demands[k][j] = size();
                targets[k] += demands[k][j];
            }
            targets[k] = random.nextInt(6) == 0 ? 0 : Math.floor(targets[k] / 2);
        }
        return MarketShare.of("market", demands, targets);
    }

    private Problem program() {
        int n = 1 + random.nextInt(9);
        Qubo.Builder form = Qubo.builder(n).addOffset(number());
        boolean quadratic = random.nextBoolean();
        for (int i = 0; i < n; i++) {
            form.addLinear(i, signed());
            for (int j = 0; quadratic && j < i; j++) {
                if (random.nextInt(3) == 0) {
                    form.add(j, i, signed());
                }
            }
        }
        List<Constraint> constraints = new ArrayList<>();
        for (int k = random.nextInt(5); k > 0; k--) {
            constraints.add(constraint("c" + k, n));
        }
        Sense sense = random.nextBoolean() ? Sense.MINIMIZE : Sense.MAXIMIZE;
        return new BinaryQuadraticProgram("program", new BinaryModel(sense, form.build(), constraints));
    }

    private double signed() {
        return random.nextBoolean() ? number() : -number();
    }

    private Constraint constraint(String name, int n) {
        List<Integer> chosen = new ArrayList<>(List.of(random.nextInt(n)));
        for (int i = 0; i < n; i++) {
            if (i != chosen.get(0) && random.nextBoolean()) {
                chosen.add(i);
            }
        }
        int[] variables = chosen.stream().mapToInt(i -> i).toArray();
        double[] coefficients = new double[variables.length];
        double all = 0;
        double some = 0;
        for (int k = 0; k < coefficients.length; k++) {
            coefficients[k] = random.nextInt(4) == 0 ? -1 - random.nextInt(6) : 1 + random.nextInt(20);
            all += coefficients[k];
            some += random.nextBoolean() ? coefficients[k] : 0;
        }
        return switch (random.nextInt(variables.length > 1 ? 5 : 4)) {
            case 0 -> LinearAtMost.of(name, variables, coefficients, Math.floor(all * random.nextDouble(-0.1, 1.1)));
            case 1 -> LinearEqual.of(name, variables, coefficients, some + (random.nextInt(4) == 0 ? 1 : 0));
            case 2 -> AtMostOne.of(name, variables);
            case 3 -> ExactlyOne.of(name, variables);
            default -> new Conflict(variables[0], variables[1]);
        };
    }
}
