package org.shrinq.quantum.ansatz;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.shrinq.quantum.Optimizer;
import org.shrinq.quantum.QuantumOptions;
import org.shrinq.quantum.StopReason;
import org.shrinq.quantum.TrainingPoint;
import org.shrinq.qubo.run.Deadline;

/**
 * Limited-memory BFGS (Nocedal 1980) from several starts, with a backtracking line search. Each start gets an equal share of
 * the evaluations that are left; the best point of all is returned.
 */
final class Descent {
    private static final int MEMORY = 8;
    private static final double FLAT = 1e-7;

    private final Loss loss;
    private final Deadline deadline;
    private final List<TrainingPoint> curve = new ArrayList<>();
    private int evaluations;
    private double bestValue = Double.POSITIVE_INFINITY;
    private double[] best;

    private Descent(Loss loss, double[] first, Deadline deadline) {
        this.loss = loss;
        this.deadline = deadline;
        this.best = first.clone();
    }

    /** What a training ended with. */
    record Result(double[] parameters, double value, int evaluations, StopReason stop, List<TrainingPoint> curve) {}

    /**
     * Refuses an optimiser that this package does not have, rather than silently using another.
     *
     * @throws IllegalArgumentException when the options name another than {@link Optimizer#LBFGS}
     */
    static void check(String method, QuantumOptions options) {
        if (options.optimizer() != Optimizer.LBFGS) {
            throw new IllegalArgumentException("method " + method + " trains on exact gradients with LBFGS: optimizer "
                    + options.optimizer() + " cannot be used");
        }
    }

    /** Minimises with at most {@code budget} evaluations; a start's value counts as one. Starts are not modified. */
    static Result minimize(Loss loss, List<double[]> starts, int budget, Deadline deadline) {
        Descent d = new Descent(loss, starts.get(0), deadline);
        boolean converged = true;
        for (int s = 0; s < starts.size() && d.evaluations < budget && !deadline.expired(); s++) {
            int share = Math.max(1, (budget - d.evaluations) / (starts.size() - s));
            converged &= d.descend(starts.get(s).clone(), d.evaluations + share);
        }
        if (d.evaluations == 0) {
            d.bestValue = loss.valueAndGradient(d.best, new double[d.best.length]); // untrained, but known
        }
        StopReason stop = budget == 0 || loss.parameters() == 0
                ? StopReason.NOT_TRAINED
                : deadline.expired() ? StopReason.DEADLINE : converged ? StopReason.CONVERGED : StopReason.EVALUATIONS;
        if (d.evaluations > 0 && d.curve.get(d.curve.size() - 1).evaluation() < d.evaluations) {
            d.curve.add(new TrainingPoint(d.evaluations, d.bestValue));
        }
        return new Result(d.best, d.bestValue, d.evaluations, stop, d.curve);
    }

    private double evaluate(double[] x, double[] g) {
        double value = loss.valueAndGradient(x, g);
        evaluations++;
        if (value < bestValue) {
            bestValue = value;
            best = x.clone();
            curve.add(new TrainingPoint(evaluations, value));
        }
        return value;
    }

    /** One pair of steps: s = x' − x, y = g' − g. */
    private record Pair(double[] s, double[] y, double rho) {}

    private boolean descend(double[] start, int until) {
        int n = start.length;
        double[] x = start;
        double[] g = new double[n];
        double value = evaluate(x, g);
        Deque<Pair> memory = new ArrayDeque<>();
        while (norm(g) > FLAT) {
            double[] direction = direction(g, memory);
            double slope = dot(direction, g);
            if (slope >= 0) {
                memory.clear();
                direction = direction(g, memory);
                slope = dot(direction, g);
            }
            double step = memory.isEmpty() ? Math.min(1, 0.5 / norm(g)) : 1;
            double[] next = new double[n];
            double[] nextGradient = new double[n];
            double nextValue = Double.NaN;
            boolean accepted = false;
            for (int trial = 0; trial < 12 && !accepted; trial++) {
                if (evaluations >= until || deadline.expired()) {
                    return false;
                }
                for (int k = 0; k < n; k++) {
                    next[k] = x[k] + step * direction[k];
                }
                nextValue = evaluate(next, nextGradient);
                accepted = nextValue <= value + 1e-4 * step * slope;
                step *= accepted ? 1 : shrink(value, slope, step, nextValue);
            }
            if (!accepted) {
                return true; // no descent left at this precision
            }
            remember(memory, x, next, g, nextGradient);
            boolean flat = value - nextValue <= 1e-10 * Math.max(1, Math.abs(value));
            x = next;
            g = nextGradient;
            value = nextValue;
            if (flat) {
                return true;
            }
        }
        return true;
    }

    /** Minimum of the parabola through value, slope and the trial, kept within [0.1, 0.5]. */
    private static double shrink(double value, double slope, double step, double trial) {
        double curvature = (trial - value - slope * step) / (step * step);
        double factor = curvature > 0 ? -slope / (2 * curvature * step) : 0.5;
        return Math.max(0.1, Math.min(0.5, factor));
    }

    private static void remember(Deque<Pair> memory, double[] x, double[] next, double[] g, double[] nextG) {
        double[] s = new double[x.length];
        double[] y = new double[x.length];
        for (int k = 0; k < x.length; k++) {
            s[k] = next[k] - x[k];
            y[k] = nextG[k] - g[k];
        }
        double sy = dot(s, y);
        if (sy > 1e-10 * dot(y, y)) {
            memory.addLast(new Pair(s, y, 1 / sy));
            if (memory.size() > MEMORY) {
                memory.removeFirst();
            }
        }
    }

    private static double[] direction(double[] g, Deque<Pair> memory) {
        double[] d = g.clone();
        double[] alpha = new double[memory.size()];
        Pair[] pairs = memory.toArray(new Pair[0]);
        for (int k = pairs.length - 1; k >= 0; k--) {
            alpha[k] = pairs[k].rho * dot(pairs[k].s, d);
            axpy(-alpha[k], pairs[k].y, d);
        }
        if (pairs.length > 0) {
            Pair last = pairs[pairs.length - 1];
            double scale = 1 / (last.rho * dot(last.y, last.y));
            for (int k = 0; k < d.length; k++) {
                d[k] *= scale;
            }
        }
        for (int k = 0; k < pairs.length; k++) {
            axpy(alpha[k] - pairs[k].rho * dot(pairs[k].y, d), pairs[k].s, d);
        }
        for (int k = 0; k < d.length; k++) {
            d[k] = -d[k];
        }
        return d;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }

    private static void axpy(double c, double[] from, double[] to) {
        for (int k = 0; k < to.length; k++) {
            to[k] += c * from[k];
        }
    }

    private static double norm(double[] g) {
        return Math.sqrt(Arrays.stream(g).map(v -> v * v).sum());
    }
}
