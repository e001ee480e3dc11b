package org.shrinq.shrink;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.shrinq.qubo.AtMostOne;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Conflict;
import org.shrinq.qubo.Constraint;
import org.shrinq.qubo.ExactlyOne;
import org.shrinq.qubo.LinearAtMost;
import org.shrinq.qubo.LinearEqual;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.Sense;
import org.shrinq.qubo.problem.QuadraticAssignment;

/** Seeded random small models and QUBOs with whole-number data, for comparison with enumeration. */
public final class RandomModels {
    private RandomModels() {}

    /** A QUBO with about {@code density} of all couplings, coefficients in −9 … 9. */
    public static Qubo qubo(SplittableRandom rng, int n, double density) {
        Qubo.Builder b = Qubo.builder(n).addOffset(rng.nextInt(-5, 6));
        for (int i = 0; i < n; i++) {
            b.addLinear(i, rng.nextInt(-9, 10));
            for (int j = i + 1; j < n; j++) {
                if (rng.nextDouble() < density) {
                    b.add(i, j, rng.nextInt(-9, 10));
                }
            }
        }
        return b.build();
    }

    /** Constraints of every type mixed, around a hidden feasible point, so that the model is feasible. */
    public static BinaryModel model(SplittableRandom rng, int n) {
        byte[] hidden = new byte[n];
        for (int i = 0; i < n; i++) {
            hidden[i] = (byte) rng.nextInt(2);
        }
        List<Constraint> constraints = new ArrayList<>();
        int count = rng.nextInt(1, 6);
        for (int c = 0; c < count; c++) {
            int[] variables = subset(rng, n, rng.nextInt(2, Math.min(n, 6) + 1));
            switch (rng.nextInt(5)) {
                case 0 -> addRow(rng, constraints, variables, hidden, "le" + c);
                case 1 -> addEquality(rng, constraints, variables, hidden, "eq" + c);
                case 2 -> {
                    if (ones(variables, hidden) <= 1) {
                        constraints.add(AtMostOne.of("amo" + c, variables));
                    }
                }
                case 3 -> {
                    if (ones(variables, hidden) == 1) {
                        constraints.add(ExactlyOne.of("one" + c, variables));
                    }
                }
                default -> {
                    if (hidden[variables[0]] + hidden[variables[1]] < 2) {
                        constraints.add(new Conflict(variables[0], variables[1]));
                    }
                }
            }
        }
        return new BinaryModel(rng.nextBoolean() ? Sense.MINIMIZE : Sense.MAXIMIZE, qubo(rng, n, 0.4), constraints);
    }

    private static void addRow(
            SplittableRandom rng, List<Constraint> constraints, int[] variables, byte[] hidden, String name) {
        double[] w = new double[variables.length];
        double activity = 0;
        for (int k = 0; k < w.length; k++) {
            w[k] = rng.nextInt(-3, 8);
            activity += w[k] * hidden[variables[k]];
        }
        constraints.add(LinearAtMost.of(name, variables, w, activity + rng.nextInt(0, 3)));
    }

    private static void addEquality(
            SplittableRandom rng, List<Constraint> constraints, int[] variables, byte[] hidden, String name) {
        double[] w = new double[variables.length];
        double activity = 0;
        for (int k = 0; k < w.length; k++) {
            w[k] = rng.nextInt(1, 4);
            activity += w[k] * hidden[variables[k]];
        }
        constraints.add(LinearEqual.of(name, variables, w, activity));
    }

    private static int ones(int[] variables, byte[] x) {
        int ones = 0;
        for (int v : variables) {
            ones += x[v];
        }
        return ones;
    }

    public static int[] subset(SplittableRandom rng, int n, int size) {
        int[] all = new int[n];
        for (int i = 0; i < n; i++) {
            all[i] = i;
        }
        for (int i = 0; i < size; i++) {
            int k = rng.nextInt(i, n);
            int swap = all[i];
            all[i] = all[k];
            all[k] = swap;
        }
        return java.util.Arrays.copyOf(all, size);
    }

    public static QuadraticAssignment assignment(SplittableRandom rng, int n) {
        double[][] flow = new double[n][n];
        double[][] distance = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                if (i != j) {
                    flow[i][j] = rng.nextInt(0, 6);
                    distance[i][j] = rng.nextInt(1, 8);
                }
            }
        }
        return QuadraticAssignment.of("random" + n, flow, distance);
    }

    /** The 0/1 array of the lowest n bits. */
    public static byte[] bits(int n, long index) {
        byte[] x = new byte[n];
        for (int i = 0; i < n; i++) {
            x[i] = (byte) ((index >>> i) & 1);
        }
        return x;
    }

    /** All feasible points of a model of at most 20 variables. */
    public static List<byte[]> feasiblePoints(BinaryModel model) {
        List<byte[]> points = new ArrayList<>();
        for (long index = 0; index < 1L << model.size(); index++) {
            byte[] x = bits(model.size(), index);
            if (model.isFeasible(x)) {
                points.add(x);
            }
        }
        return points;
    }
}
