package org.shrinq.search.sampler;

import java.util.Arrays;
import org.shrinq.qubo.Couplings;
import org.shrinq.qubo.Ising;
import org.shrinq.qubo.KroneckerForm;
import org.shrinq.qubo.QuadraticForm;
import org.shrinq.qubo.Qubo;

/**
 * A string x of a form with its local fields field_i = l_i + Σ_j q_ij x_j (binary coefficients), so that the change of any
 * single flip is read in O(1). A flip costs O(degree) on explicit forms and O(n²) on an assignment of order n.
 */
abstract class FieldState {
    final byte[] x;
    final double[] field;
    private final double[] linear;

    private FieldState(double[] linear) {
        this.linear = linear;
        this.x = new byte[linear.length];
        this.field = linear.clone();
    }

    /** The state of zeros. */
    static FieldState of(QuadraticForm form) {
        if (form instanceof Qubo q) {
            return new Explicit(q);
        }
        if (form instanceof Ising ising) {
            return new Explicit(ising.toQubo());
        }
        if (form instanceof KroneckerForm k) {
            return new Assignment(k);
        }
        return new Implicit(form);
    }

    /** Change of the energy by flipping i. */
    final double delta(int i) {
        return x[i] == 0 ? field[i] : -field[i];
    }

    final void flip(int i) {
        int sign = 1 - 2 * x[i];
        x[i] ^= 1;
        addRow(i, sign);
    }

    /** Replaces the string and recomputes the fields, which also removes rounding drift. Not modified. */
    final void reset(byte[] start) {
        System.arraycopy(start, 0, x, 0, x.length);
        System.arraycopy(linear, 0, field, 0, field.length);
        for (int i = 0; i < x.length; i++) {
            if (x[i] != 0) {
                addRow(i, 1);
            }
        }
    }

    /** Largest |field| at present: the scale against which a change is rounding noise. */
    final double magnitude() {
        double max = 0;
        for (double f : field) {
            max = Math.max(max, Math.abs(f));
        }
        return max;
    }

    /** field_j += sign·q_ij for all j. */
    abstract void addRow(int i, int sign);

    private static double[] linear(QuadraticForm binary) {
        double[] l = new double[binary.size()];
        Arrays.setAll(l, binary::linear);
        return l;
    }

    private static final class Explicit extends FieldState {
        private final Couplings matrix;

        Explicit(Qubo qubo) {
            super(FieldState.linear(qubo));
            matrix = qubo.matrix();
        }

        @Override
        void addRow(int i, int sign) {
            for (int e = matrix.rowStart(i); e < matrix.rowEnd(i); e++) {
                field[matrix.column(e)] += sign * matrix.value(e);
            }
        }
    }

    private static final class Assignment extends FieldState {
        private final KroneckerForm form;

        Assignment(KroneckerForm form) {
            super(FieldState.linear(form));
            this.form = form;
        }

        @Override
        void addRow(int v, int sign) {
            int n = form.order();
            int i = v / n;
            int a = v % n;
            for (int j = 0; j < n; j++) {
                int row = j * n;
                if (j == i) {
                    double twice = 2 * sign * form.rowPenalty(i);
                    for (int b = 0; b < n; b++) {
                        field[row + b] += b == a ? 0 : twice;
                    }
                    continue;
                }
                double there = sign * form.flow(i, j);
                double back = sign * form.flow(j, i);
                if (there != 0 || back != 0) {
                    for (int b = 0; b < n; b++) {
                        field[row + b] += there * form.distance(a, b) + back * form.distance(b, a);
                    }
                }
                field[row + a] += 2 * sign * form.columnPenalty(a);
            }
        }
    }

    /** Any other form; spins are read as q_ij = 4J_ij, l_i = −2h_i − 2Σ_j J_ij. */
    private static final class Implicit extends FieldState {
        private final QuadraticForm form;
        private final double factor;

        Implicit(QuadraticForm form) {
            super(binaryLinear(form));
            this.form = form;
            this.factor = form.domain() == QuadraticForm.Domain.SPIN ? 4 : 1;
        }

        private static double[] binaryLinear(QuadraticForm form) {
            double[] l = FieldState.linear(form);
            if (form.domain() == QuadraticForm.Domain.SPIN) {
                double[] ones = new double[l.length];
                Arrays.fill(ones, 1);
                double[] sums = new double[l.length];
                form.multiply(ones, 1, sums);
                for (int i = 0; i < l.length; i++) {
                    l[i] = -2 * (l[i] + sums[i]);
                }
            }
            return l;
        }

        @Override
        void addRow(int i, int sign) {
            double scale = sign * factor;
            form.forEachNeighbor(i, (j, c) -> field[j] += scale * c);
        }
    }
}
