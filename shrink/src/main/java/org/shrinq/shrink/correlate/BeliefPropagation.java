package org.shrinq.shrink.correlate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Constraint;
import org.shrinq.qubo.Sense;
import org.shrinq.qubo.run.Deadline;

/**
 * Sum-product belief propagation (the cavity method) for P(x) ∝ exp(−cost(x)/T) over the feasible x of a model: factors
 * are the couplings of the objective and the typed constraints. One-hot and at-most-one groups send ln Σ_{j≠k} e^{−m_j}
 * (plus one for "none"), linear rows the odds of a {@link BeliefRow}. Messages are log odds, updated factor after
 * factor and damped; T falls geometrically, and the coldest T at which they settle counts; for T → 0 this is min-sum.
 * Exact on trees, a guess elsewhere (Mézard and Montanari, Information, Physics, and Computation, 2009, ch. 14).
 * Nothing is evaluated on complete assignments. Mutable, one thread.
 */
final class BeliefPropagation {
    private static final double LARGEST = 40;
    private static final double DAMPING = 0.5;
    private static final double SETTLED = 1e-5;
    /** Randomly breaks ties of symmetric problems, in units of T. */
    private static final double NOISE = 1e-6;

    private static final int EXP_OPERATIONS = 20;

    private final int size;
    private final double[] cost;
    private final int[][] pairs;
    private final double[] coupling;
    private final double[] toFirst;
    private final double[] toSecond;
    private final double[] pairAnswer;
    private final List<int[]> groups = new ArrayList<>();
    private final List<double[]> groupMessages = new ArrayList<>();
    private final List<Boolean> exactlyOne = new ArrayList<>();
    private final List<BeliefRow> rows = new ArrayList<>();
    private final List<double[]> rowMessages = new ArrayList<>();
    private final double[] field;
    private final double[] noise;
    private double operations;

    /**
     * The factor graph of a model.
     *
     * @param random for ties
     */
    BeliefPropagation(BinaryModel model, SplittableRandom random) {
        size = model.size();
        double factor = model.sense() == Sense.MAXIMIZE ? -1 : 1;
        cost = new double[size];
        noise = new double[size];
        for (int v = 0; v < size; v++) {
            cost[v] = factor * model.objective().linear(v);
            noise[v] = NOISE * (2 * random.nextDouble() - 1);
        }
        List<int[]> found = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        model.objective().forEachCoupling((i, j, c) -> {
            if (c != 0) {
                found.add(new int[] {i, j});
                values.add(factor * c);
            }
        });
        pairs = found.toArray(int[][]::new);
        coupling = values.stream().mapToDouble(Double::doubleValue).toArray();
        toFirst = new double[pairs.length];
        toSecond = new double[pairs.length];
        pairAnswer = new double[pairs.length];
        for (Constraint c : model.constraints()) {
            add(c);
        }
        field = new double[size];
    }

    private void add(Constraint c) {
        boolean group = c.bound() == 1;
        for (int k = 0; k < c.arity(); k++) {
            group &= c.coefficient(k) == 1;
        }
        if (group) {
            int[] members = new int[c.arity()];
            Arrays.setAll(members, c::variable);
            groups.add(members);
            groupMessages.add(new double[members.length]);
            exactlyOne.add(c.isEquality());
        } else if (c.arity() > 0) {
            rows.add(new BeliefRow(c));
            rowMessages.add(new double[c.arity()]);
        }
    }

    /**
     * The mean size of what a variable and its couplings contribute to the cost: the unit of temperatures; 1 where the
     * cost is constant.
     */
    double unit() {
        double sum = 0;
        for (double c : cost) {
            sum += Math.abs(c);
        }
        for (double c : coupling) {
            sum += Math.abs(c);
        }
        return sum > 0 ? sum / size : 1;
    }

    /** Elementary operations so far. */
    double operations() {
        return operations;
    }

    /**
     * ⟨z_v⟩ = P(x_v = 0) − P(x_v = 1) at the coldest temperature that settles, at the first one where none does.
     *
     * @param temperatures falling
     * @param sweeps at most, at each
     */
    double[] run(double[] temperatures, int sweeps, Deadline deadline) {
        double[] answer = new double[size];
        for (int t = 0; t < temperatures.length; t++) {
            if (t > 0) {
                rescale(temperatures[t - 1] / temperatures[t]);
            }
            boolean settled = settle(temperatures[t], sweeps, deadline);
            if (t == 0 || settled) {
                for (int v = 0; v < size; v++) {
                    answer[v] = Math.tanh(field[v] / 2);
                }
                for (int k = 0; k < pairs.length; k++) {
                    pairAnswer[k] = expectation(k, temperatures[t]);
                }
            }
            if (!settled || deadline.expired()) {
                break;
            }
        }
        return answer;
    }

    /** ⟨z_i z_j⟩ of a coupling that belongs to the answer of {@link #run}, by number of {@link #pairs}. */
    double pair(int k) {
        return pairAnswer[k];
    }

    private double expectation(int k, double temperature) {
        double mi = field[pairs[k][0]] - toFirst[k];
        double mj = field[pairs[k][1]] - toSecond[k];
        double c = coupling[k] / temperature;
        double shift = Math.min(Math.min(0, mi), Math.min(mj, mi + mj + c));
        double none = Math.exp(shift);
        double i = Math.exp(shift - mi);
        double j = Math.exp(shift - mj);
        double both = Math.exp(shift - mi - mj - c);
        return (none + both - i - j) / (none + both + i + j);
    }

    int[][] pairs() {
        return pairs;
    }

    private void rescale(double by) {
        // energies stay, so that odds grow as the temperature falls
        scale(toFirst, by);
        scale(toSecond, by);
        groupMessages.forEach(m -> scale(m, by));
    }

    private static void scale(double[] values, double by) {
        for (int k = 0; k < values.length; k++) {
            values[k] = clip(by * values[k]);
        }
    }

    private static double clip(double x) {
        return Math.max(-LARGEST, Math.min(LARGEST, x));
    }

    private void refreshFields(double temperature) {
        for (int v = 0; v < size; v++) {
            field[v] = cost[v] / temperature + noise[v];
        }
        for (int k = 0; k < pairs.length; k++) {
            field[pairs[k][0]] += toFirst[k];
            field[pairs[k][1]] += toSecond[k];
        }
        for (int g = 0; g < groups.size(); g++) {
            for (int k = 0; k < groups.get(g).length; k++) {
                field[groups.get(g)[k]] += groupMessages.get(g)[k];
            }
        }
        for (int r = 0; r < rows.size(); r++) {
            for (int k = 0; k < rows.get(r).arity(); k++) {
                field[rows.get(r).variable(k)] += rowMessages.get(r)[k];
            }
        }
    }

    private boolean settle(double temperature, int sweeps, Deadline deadline) {
        double change = Double.POSITIVE_INFINITY;
        for (int sweep = 0; sweep < sweeps && change > SETTLED && !deadline.expired(); sweep++) {
            refreshFields(temperature);
            change = 0;
            for (int k = 0; k < pairs.length; k++) {
                change = Math.max(change, coupled(k, coupling[k] / temperature));
            }
            for (int g = 0; g < groups.size(); g++) {
                change = Math.max(change, grouped(groups.get(g), groupMessages.get(g), exactlyOne.get(g)));
            }
            for (int r = 0; r < rows.size(); r++) {
                change = Math.max(change, rowed(rows.get(r), rowMessages.get(r)));
            }
            operations += 2.0 * EXP_OPERATIONS * pairs.length;
        }
        return change <= SETTLED;
    }

    private double coupled(int k, double c) {
        int i = pairs[k][0];
        int j = pairs[k][1];
        double mi = field[i] - toFirst[k];
        double mj = field[j] - toSecond[k];
        double first = softplus(-mj) - softplus(-mj - c);
        double second = softplus(-mi) - softplus(-mi - c);
        return Math.max(replace(toFirst, k, i, first), replace(toSecond, k, j, second));
    }

    private static double softplus(double x) {
        return x > 30 ? x : Math.log1p(Math.exp(x));
    }

    /** Returns how far the variable's expectation moved. */
    private double replace(double[] messages, int k, int variable, double value) {
        double before = messages[k];
        double now = clip((1 - DAMPING) * value + DAMPING * before);
        double old = Math.tanh(field[variable] / 2);
        messages[k] = now;
        field[variable] += now - before;
        return Math.abs(Math.tanh(field[variable] / 2) - old);
    }

    private double grouped(int[] members, double[] messages, boolean exactly) {
        int n = members.length;
        double[] suffix = new double[n + 1];
        double[] cavity = new double[n];
        for (int k = 0; k < n; k++) {
            cavity[k] = field[members[k]] - messages[k];
        }
        double none = exactly ? Double.NEGATIVE_INFINITY : 0;
        suffix[n] = none;
        for (int k = n - 1; k >= 0; k--) {
            suffix[k] = logSum(suffix[k + 1], -cavity[k]);
        }
        double prefix = Double.NEGATIVE_INFINITY;
        double change = 0;
        for (int k = 0; k < n; k++) {
            double others = logSum(prefix, suffix[k + 1]);
            prefix = logSum(prefix, -cavity[k]);
            change = Math.max(change, replace(messages, k, members[k], clip(others)));
        }
        operations += 3.0 * EXP_OPERATIONS * n;
        return change;
    }

    private static double logSum(double a, double b) {
        double most = Math.max(a, b);
        return most == Double.NEGATIVE_INFINITY ? most : most + Math.log1p(Math.exp(Math.min(a, b) - most));
    }

    private double rowed(BeliefRow row, double[] messages) {
        double[] one = new double[row.arity()];
        double[] out = new double[row.arity()];
        for (int k = 0; k < one.length; k++) {
            double cavity = field[row.variable(k)] - messages[k];
            one[k] = 1 / (1 + Math.exp(cavity));
        }
        row.send(one, out);
        double change = 0;
        for (int k = 0; k < one.length; k++) {
            change = Math.max(change, replace(messages, k, row.variable(k), clip(out[k])));
        }
        operations += row.operations();
        return change;
    }
}
