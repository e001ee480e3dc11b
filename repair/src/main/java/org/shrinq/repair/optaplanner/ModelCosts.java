package org.shrinq.repair.optaplanner;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Constraint;
import org.shrinq.qubo.QuadraticForm;
import org.shrinq.qubo.problem.Problem;

/** Objective and constraints of any binary model; a flip costs O(degree + constraints of the variable). */
final class ModelCosts implements BitCosts {
    /** Scores of fractional problems are stretched to about this size. */
    private static final double RESOLUTION = 1L << 46;
    /** Most flips of a chain. */
    private static final int LONGEST = 12;

    private final QuadraticForm form;
    private final int sign;
    private final double[] bound;
    private final double[] tolerance;
    private final boolean[] equality;
    private final int[] start;
    private final int[] row;
    private final double[] coefficient;
    private final int[] rowStart;
    private final int[] rowVariable;
    private final double[] rowCoefficient;
    private final double costScale;
    private final double violationScale;

    private final byte[] x;
    private final double[] activity;
    private double violation;
    private final int[] violated;
    private final int[] place;
    private int violatedCount;
    private final int[] chain = new int[LONGEST];
    private double cost;

    ModelCosts(Problem problem) {
        BinaryModel model = problem.model();
        form = model.objective();
        sign = model.sense().factor();
        List<Constraint> constraints = model.constraints();
        int n = model.size();
        int rows = constraints.size();
        bound = new double[rows];
        tolerance = new double[rows];
        equality = new boolean[rows];
        activity = new double[rows];
        violated = new int[rows];
        place = new int[rows];
        rowStart = new int[rows + 1];
        x = new byte[n];
        start = new int[n + 1];
        boolean whole = true;
        double most = 0;
        for (int c = 0; c < rows; c++) {
            Constraint constraint = constraints.get(c);
            bound[c] = constraint.bound();
            tolerance[c] = constraint.tolerance();
            equality[c] = constraint.isEquality();
            whole &= bound[c] == Math.rint(bound[c]);
            most += Math.abs(bound[c]);
            rowStart[c + 1] = rowStart[c] + constraint.arity();
            for (int k = 0; k < constraint.arity(); k++) {
                start[constraint.variable(k) + 1]++;
                whole &= constraint.coefficient(k) == Math.rint(constraint.coefficient(k));
                most += Math.abs(constraint.coefficient(k));
            }
        }
        for (int v = 0; v < n; v++) {
            start[v + 1] += start[v];
        }
        row = new int[start[n]];
        coefficient = new double[start[n]];
        rowVariable = new int[start[n]];
        rowCoefficient = new double[start[n]];
        int[] cursor = start.clone();
        for (int c = 0; c < rows; c++) {
            Constraint constraint = constraints.get(c);
            for (int k = 0; k < constraint.arity(); k++) {
                int at = cursor[constraint.variable(k)]++;
                row[at] = c;
                coefficient[at] = constraint.coefficient(k);
                rowVariable[rowStart[c] + k] = constraint.variable(k);
                rowCoefficient[rowStart[c] + k] = constraint.coefficient(k);
            }
        }
        violationScale = scale(whole, most);
        costScale = scale(problem.isObjectiveIntegral(), size(form));
    }

    /** 1 for whole numbers, else what stretches {@code most} to the resolution. */
    static double scale(boolean whole, double most) {
        return (whole && most < 1L << 52) || most == 0 ? 1 : RESOLUTION / most;
    }

    /** Σ |coefficients|, or a bound on it that is cheap for an implicit form. */
    private static double size(QuadraticForm form) {
        double sum = Math.abs(form.offset());
        for (int i = 0; i < form.size(); i++) {
            sum += Math.abs(form.linear(i));
        }
        return sum + form.couplings() * form.maxAbsCoefficient();
    }

    @Override
    public void load(byte[] point) {
        System.arraycopy(point, 0, x, 0, x.length);
        cost = sign * form.energy(x);
        Arrays.fill(activity, 0);
        for (int v = 0; v < x.length; v++) {
            for (int o = start[v]; x[v] != 0 && o < start[v + 1]; o++) {
                activity[row[o]] += coefficient[o];
            }
        }
        violation = 0;
        violatedCount = 0;
        for (int c = 0; c < activity.length; c++) {
            double amount = amount(c, activity[c]);
            violation += amount;
            place[c] = -1;
            note(c, amount > 0);
        }
    }

    private double amount(int c, double at) {
        double excess = at - bound[c];
        double amount = equality[c] ? Math.abs(excess) : excess;
        return amount <= tolerance[c] ? 0 : amount;
    }

    @Override
    public void flip(int variable) {
        cost += sign * form.flipDelta(x, variable);
        double direction = 1 - 2 * x[variable];
        for (int o = start[variable]; o < start[variable + 1]; o++) {
            int c = row[o];
            double before = amount(c, activity[c]);
            activity[c] += direction * coefficient[o];
            double after = amount(c, activity[c]);
            violation += after - before;
            note(c, after > 0);
        }
        if (violatedCount == 0) {
            violation = 0; // not the rounding that adding and subtracting amounts leaves
        }
        x[variable] ^= 1;
    }

    private void note(int c, boolean isViolated) {
        if (isViolated == (place[c] >= 0)) {
            return;
        }
        if (isViolated) {
            place[c] = violatedCount;
            violated[violatedCount++] = c;
        } else {
            int last = violated[--violatedCount];
            violated[place[c]] = last;
            place[last] = place[c];
            place[c] = -1;
        }
    }

    @Override
    public int[] chain(int variable, Random random) {
        double costBefore = cost;
        chain[0] = variable;
        flip(variable);
        int length = 1;
        while (violatedCount > 0 && length < LONGEST) {
            int next = mender(violated[random.nextInt(violatedCount)], length, random);
            if (next < 0) {
                break;
            }
            chain[length++] = next;
            flip(next);
        }
        int[] found = violatedCount == 0 ? Arrays.copyOf(chain, length) : new int[0];
        for (int k = length - 1; k >= 0; k--) {
            flip(chain[k]);
        }
        cost = costBefore; // without rounding
        return found;
    }

    /**
     * A random variable of a violated row, not among the first of the chain, whose flip lessens the row's violation; −1
     * for none.
     */
    private int mender(int c, int length, Random random) {
        boolean tooMuch = activity[c] > bound[c];
        int arity = rowStart[c + 1] - rowStart[c];
        int offset = random.nextInt(arity);
        for (int k = 0; k < arity; k++) {
            int e = rowStart[c] + (k + offset < arity ? k + offset : k + offset - arity);
            int u = rowVariable[e];
            boolean rises = (rowCoefficient[e] > 0) == (x[u] == 0);
            if (rises != tooMuch && rowCoefficient[e] != 0 && !contains(u, length)) {
                return u;
            }
        }
        return -1;
    }

    private boolean contains(int variable, int length) {
        for (int k = 0; k < length; k++) {
            if (chain[k] == variable) {
                return true;
            }
        }
        return false;
    }

    @Override
    public int value(int variable) {
        return x[variable];
    }

    @Override
    public double violation() {
        return violation;
    }

    @Override
    public double cost() {
        return cost;
    }

    @Override
    public double violationScale() {
        return violationScale;
    }

    @Override
    public double costScale() {
        return costScale;
    }
}
