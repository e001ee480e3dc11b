package org.shrinq.search.flip;

import java.util.Arrays;
import org.shrinq.qubo.Dyadic;
import org.shrinq.qubo.QuadraticForm;
import org.shrinq.qubo.Sense;

/**
 * The couplings of a form row by row: CSR, or full where at least a quarter of the matrix is filled, since a full row
 * is one loop that the compiler vectorises. Full rows are in single precision where that is exact, which halves what a
 * flip reads, and in double precision otherwise. Immutable.
 */
public final class CouplingRows implements FieldRows {
    /** Full rows cost 8 bytes an entry, so they end at half a gigabyte. */
    private static final int MOST_DENSE = 8192;

    private static final float[][] NO_SINGLE = {};
    private static final double[][] NO_EXACT = {};

    private final QuadraticForm form;
    /** Of a coupling of the form to that in binary coefficients. */
    private final double factor;

    private final double[] linear;
    private final int[] start;
    private final int[] column;
    /** Empty on full rows. */
    private final double[] value;

    private final float[][] single;
    private final double[][] exact;
    private final Dyadic numbers = new Dyadic();

    private CouplingRows(QuadraticForm form, double sign) {
        int n = form.size();
        // spins: f = Σ h z + Σ J z z with z = 1 − 2x gives q = 4J and l = −2h − 2ΣJ
        boolean spin = form.domain() == QuadraticForm.Domain.SPIN;
        this.form = form;
        factor = spin ? 4 * sign : sign;
        linear = new double[n];
        start = new int[n + 1];
        for (int i = 0; i < n; i++) {
            numbers.add(form.linear(i), spin ? 8 : 4);
            linear[i] = spin ? -2 * sign * form.linear(i) : sign * form.linear(i);
            start[i + 1] = Math.addExact(start[i], form.degree(i));
        }
        boolean full = n > 1 && n <= MOST_DENSE && start[n] >= 0.25 * n * n;
        boolean halved = full && isSingle(form, factor);
        column = new int[start[n]];
        value = new double[full ? 0 : start[n]];
        single = halved ? new float[n][n] : NO_SINGLE;
        exact = full && !halved ? new double[n][n] : NO_EXACT;
        int[] at = {0};
        for (int i = 0; i < n; i++) {
            int row = i;
            form.forEachNeighbor(i, (j, c) -> {
                column[at[0]] = j;
                numbers.add(spin ? 2 * c : c, 8);
                put(row, j, at[0]++, factor * c);
                if (spin) {
                    linear[row] -= factor / 2 * c;
                }
            });
        }
    }

    /** Reads a form, whose couplings are then held here too. */
    public static CouplingRows of(QuadraticForm form, Sense sense) {
        return new CouplingRows(form, sense.factor());
    }

    private static boolean isSingle(QuadraticForm form, double factor) {
        boolean[] all = {true};
        form.forEachCoupling((i, j, c) -> all[0] &= (float) (factor * c) == factor * c);
        return all[0];
    }

    private void put(int i, int j, int entry, double c) {
        if (exact.length > 0) {
            exact[i][j] = c;
        } else if (single.length > 0) {
            single[i][j] = (float) c;
        } else {
            value[entry] = c;
        }
    }

    @Override
    public int size() {
        return linear.length;
    }

    @Override
    public double linear(int i) {
        return linear[i];
    }

    @Override
    public double coupling(int i, int j) {
        return factor * form.coupling(i, j);
    }

    @Override
    public void add(int i, double t, double[] field) {
        if (single.length > 0) {
            float[] row = single[i];
            for (int j = 0; j < field.length; j++) {
                field[j] += t * row[j];
            }
            return;
        }
        if (exact.length > 0) {
            double[] row = exact[i];
            for (int j = 0; j < field.length; j++) {
                field[j] += t * row[j];
            }
            return;
        }
        for (int e = start[i], end = start[i + 1]; e < end; e++) {
            field[column[e]] += t * value[e];
        }
    }

    @Override
    public boolean isExact() {
        return numbers.isExact();
    }

    /** A full row is vectorised: a quarter of its entries. */
    @Override
    public int work(int i) {
        return isFull() ? linear.length >> 2 : start[i + 1] - start[i];
    }

    private boolean isFull() {
        return single.length > 0 || exact.length > 0;
    }

    /** Neighbours of i are {@code neighbor(e)} for e from {@code rowStart(i)} to {@code rowStart(i + 1)}. */
    public int rowStart(int i) {
        return start[i];
    }

    /** The column of an entry. */
    public int neighbor(int e) {
        return column[e];
    }

    /** Coefficient of x_i x_j for the entry e of row i, whose column is j. */
    public double entry(int i, int e) {
        if (!isFull()) {
            return value[e];
        }
        return single.length > 0 ? single[i][column[e]] : exact[i][column[e]];
    }

    /** Entries of all rows, twice the number of couplings. */
    public long entries() {
        return column.length;
    }

    /**
     * The mean of √(Σ_j q_ij²) over the i with couplings, twice the deviation of a field at random strings; +∞ without
     * couplings.
     */
    public double spread() {
        double sum = 0;
        int coupled = 0;
        for (int i = 0; i < linear.length; i++) {
            double row = 0;
            for (int e = start[i]; e < start[i + 1]; e++) {
                double c = entry(i, e);
                row += c * c;
            }
            sum += Math.sqrt(row);
            coupled += row > 0 ? 1 : 0;
        }
        return coupled == 0 ? Double.POSITIVE_INFINITY : sum / coupled;
    }

    /** The largest possible |change| of a flip, max_i |l_i| + Σ_j |q_ij|. */
    public double largestChange() {
        double[] size = new double[linear.length];
        Arrays.setAll(size, i -> Math.abs(linear[i]));
        double most = 0;
        for (int i = 0; i < linear.length; i++) {
            for (int e = start[i]; e < start[i + 1]; e++) {
                size[i] += Math.abs(entry(i, e));
            }
            most = Math.max(most, size[i]);
        }
        return most;
    }
}
