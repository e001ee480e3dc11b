package org.shrinq.relax.lp;

import java.util.Arrays;

/**
 * A basis of a {@link BoxedProgram} and what follows from it: the dense tableau of the nonbasic columns, m·n numbers,
 * reduced costs and the values of all variables, those of the nonbasic ones at a bound. An exchange costs O(m·n).
 * Rounding errors gather until {@link #rebuild}. Mutable, one thread.
 */
final class SimplexTableau {
    /** A pivot element that is smaller counts as zero. */
    static final double PIVOT = 1e-9;

    final BoxedProgram program;
    private final int n;
    /** Row r, column j at r·n + j. */
    double[] entries;

    /** Variable of each row. */
    int[] basic;
    /** Variable of each column. */
    final int[] nonbasic;
    /** Position of a variable: row when basic, −1 − column when not. */
    int[] position;

    /** Reduced costs of the columns. */
    final double[] d;
    /** Values of the nonbasic variables, by column. */
    final double[] xn;
    /** Values of the basic variables, by row. */
    double[] xb;

    /** Perturbations of the costs, n variables, then m slacks. */
    private double[] shift;

    private boolean shifted;
    private int sinceRebuild;

    /** The basis of the slacks. */
    SimplexTableau(BoxedProgram program) {
        this.program = program;
        n = program.n;
        int m = program.m;
        shift = new double[n + m];
        basic = new int[m];
        nonbasic = new int[n];
        position = new int[n + m];
        entries = new double[m * n];
        d = new double[n];
        xn = new double[n];
        xb = new double[m];
        reset();
    }

    /** Pivots since the tableau was computed from the program. */
    int sinceRebuild() {
        return sinceRebuild;
    }

    /** Takes in the row Σ coefficient·x ≤ bound that the program got last; its slack enters the basis. O(m·n). */
    void addedRow(int[] variables, double[] coefficients) {
        int row = program.m - 1;
        grow();
        basic[row] = n + row;
        position[n + row] = row;
        double activity = 0;
        for (int e = 0; e < variables.length; e++) {
            double w = Math.scalb(coefficients[e], program.exponent[row]);
            int at = position[variables[e]];
            if (at < 0) {
                entries[row * n - 1 - at] += w;
            } else {
                for (int j = 0; j < n; j++) {
                    entries[row * n + j] -= w * entries[at * n + j];
                }
            }
            activity += w * value(variables[e]);
        }
        xb[row] = program.b[row] - activity;
    }

    private void grow() {
        int room = program.capacity();
        if (room > xb.length) {
            entries = Arrays.copyOf(entries, room * n);
            xb = Arrays.copyOf(xb, room);
            basic = Arrays.copyOf(basic, room);
            shift = Arrays.copyOf(shift, n + room);
            position = Arrays.copyOf(position, n + room);
        }
    }

    private void reset() {
        int m = program.m;
        double[] a = program.a;
        for (int r = 0; r < m; r++) {
            basic[r] = n + r;
            position[n + r] = r;
        }
        for (int j = 0; j < n; j++) {
            nonbasic[j] = j;
            position[j] = -1 - j;
        }
        System.arraycopy(a, 0, entries, 0, m * n);
        for (int j = 0; j < n; j++) {
            d[j] = program.c[j] + shift[j];
        }
        for (int k = 0; shifted && k < m; k++) {
            if (shift[n + k] != 0) {
                for (int j = 0; j < n; j++) {
                    d[j] -= shift[n + k] * a[k * n + j];
                }
            }
        }
        sinceRebuild = 0;
        settle();
    }

    /** Moves every nonbasic variable to the bound of its reduced cost and computes the basic ones. */
    private void settle() {
        int m = program.m;
        double[] b = program.b;
        for (int j = 0; j < n; j++) {
            xn[j] = program.preferred(nonbasic[j], d[j]);
        }
        for (int r = 0; r < m; r++) {
            // x_B = B⁻¹b − T·x_N; B⁻¹b from the slack columns: those nonbasic carry B⁻¹, a basic slack is a unit column
            double value = 0;
            for (int k = 0; k < m; k++) {
                int at = position[n + k];
                value += at >= 0 ? (at == r ? b[k] : 0) : entries[r * n - 1 - at] * b[k];
            }
            for (int j = 0; j < n; j++) {
                value -= entries[r * n + j] * xn[j];
            }
            xb[r] = value;
        }
    }

    /** Computes the tableau of the present basis from the program, to shed rounding errors. */
    void rebuild() {
        int m = program.m;
        int[] wanted = Arrays.copyOf(basic, m);
        reset();
        boolean[] inBasis = new boolean[n + m];
        for (int v : wanted) {
            inBasis[v] = true;
        }
        for (int v : wanted) {
            if (position[v] >= 0) {
                continue;
            }
            int column = -1 - position[v];
            int row = -1;
            double best = PIVOT;
            for (int r = 0; r < m; r++) {
                double size = Math.abs(entries[r * n + column]);
                if (!inBasis[basic[r]] && size > best) {
                    best = size;
                    row = r;
                }
            }
            if (row >= 0) {
                exchange(row, column);
            }
        }
        sinceRebuild = 0;
        // a slack that took a negative cost by a skipped exchange would have no bound to stand at
        for (int j = 0; j < n; j++) {
            if (d[j] < 0 && Double.isInfinite(program.upper[nonbasic[j]])) {
                if (d[j] < -1e-7) {
                    reset();
                    return;
                }
                d[j] = 0;
            }
        }
        settle();
    }

    /** Moves a nonbasic variable and with it the basic ones. O(m). */
    void move(int j, double value) {
        double change = value - xn[j];
        if (change != 0) {
            xn[j] = value;
            int m = program.m;
            for (int r = 0; r < m; r++) {
                xb[r] -= entries[r * n + j] * change;
            }
        }
    }

    /** Moves a nonbasic variable to the bound of its reduced cost. */
    void moveToPreferred(int j) {
        move(j, program.preferred(nonbasic[j], d[j]));
    }

    /**
     * Moves the costs of nonbasic variables by a scattered 10⁻⁹ of {@code costScale} so that their reduced costs leave
     * zero: ties and with them cycles end. Bounds that come from the program's costs stay valid and lose as little.
     */
    void perturb(double costScale) {
        for (int j = 0; j < n; j++) {
            int v = nonbasic[j];
            if (program.lower[v] != program.upper[v]) {
                double amount = 1e-9 * costScale * (1 + (v * 0x9E3779B97F4A7C15L >>> 40) * 0x1p-24);
                double change = xn[j] == program.lower[v] ? amount : -amount;
                shift[v] += change;
                d[j] += change;
                shifted = true;
            }
        }
    }

    /** The basic variable of the row leaves for the bound that it violates, the one of the column enters. O(m·n). */
    void pivot(int row, int column) {
        int m = program.m;
        double[] lower = program.lower;
        double[] upper = program.upper;
        int leaving = basic[row];
        double target = xb[row] < lower[leaving] ? lower[leaving] : upper[leaving];
        double pivot = entries[row * n + column];
        double change = (xb[row] - target) / pivot;
        for (int r = 0; r < m; r++) {
            xb[r] -= entries[r * n + column] * change;
        }
        double entered = xn[column] + change;
        exchange(row, column);
        xn[column] = target;
        xb[row] = entered;
        sinceRebuild++;
        for (int j = 0; j < n; j++) {
            int v = nonbasic[j];
            // rounding may give a cost a sign that its bound does not allow
            if (d[j] < 0 && Double.isInfinite(upper[v])) {
                d[j] = 0;
            } else if (lower[v] != upper[v] && (d[j] > 0 ? xn[j] != lower[v] : d[j] < 0 && xn[j] != upper[v])) {
                move(j, d[j] > 0 ? lower[v] : upper[v]);
            }
        }
    }

    private void exchange(int row, int column) {
        int m = program.m;
        int base = row * n;
        double inverse = 1 / entries[base + column];
        for (int j = 0; j < n; j++) {
            entries[base + j] *= inverse;
        }
        entries[base + column] = inverse;
        for (int r = 0; r < m; r++) {
            double factor = entries[r * n + column];
            if (r != row && factor != 0) {
                int at = r * n;
                entries[at + column] = 0;
                for (int j = 0; j < n; j++) {
                    entries[at + j] -= factor * entries[base + j];
                }
            }
        }
        double cost = d[column];
        if (cost != 0) {
            d[column] = 0;
            for (int j = 0; j < n; j++) {
                d[j] -= cost * entries[base + j];
            }
        }
        int leaving = basic[row];
        basic[row] = nonbasic[column];
        nonbasic[column] = leaving;
        position[basic[row]] = row;
        position[leaving] = -1 - column;
    }

    /** The program's objective, offset included, at the present values. */
    double objective() {
        double[] c = program.c;
        double sum = program.offset;
        for (int j = 0; j < n; j++) {
            if (nonbasic[j] < n) {
                sum += c[nonbasic[j]] * xn[j];
            }
        }
        for (int r = 0; r < program.m; r++) {
            if (basic[r] < n) {
                sum += c[basic[r]] * xb[r];
            }
        }
        return sum;
    }

    /** Value of a variable. */
    double value(int variable) {
        int at = position[variable];
        return at >= 0 ? xb[at] : xn[-1 - at];
    }
}
