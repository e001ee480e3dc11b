package org.shrinq.qubo;

/**
 * An Ising model, immutable and minimising: H(z) = offset + Σ h_i z_i + Σ_{i&lt;j} J_ij z_i z_j with z_i = 1 − 2x_i, so
 * z = +1 is x = 0. States are handed over as 0/1 arrays x.
 */
public final class Ising extends ExplicitForm {
    Ising(double offset, double[] field, Couplings couplings) {
        super(offset, field, couplings);
    }

    public static Builder builder(int size) {
        return new Builder(size);
    }

    /** Accumulates terms; adding to the same place twice sums. Not thread-safe. */
    public static final class Builder {
        private final double[] field;
        private final Triplets triplets;
        private double offset;

        private Builder(int size) {
            field = new double[size];
            triplets = new Triplets(size);
        }

        public Builder addOffset(double value) {
            offset += value;
            return this;
        }

        public Builder addField(int i, double value) {
            field[i] += value;
            return this;
        }

        /** Adds value·z_i·z_j; for i = j that is the constant {@code value}. */
        public Builder add(int i, int j, double value) {
            java.util.Objects.checkIndex(i, field.length);
            java.util.Objects.checkIndex(j, field.length);
            if (i == j) {
                offset += value;
            } else if (value != 0) {
                triplets.add(i, j, value);
            }
            return this;
        }

        public Ising build() {
            return new Ising(offset, field.clone(), triplets.build());
        }
    }

    @Override
    public Domain domain() {
        return Domain.SPIN;
    }

    @Override
    public double energy(byte[] x) {
        double sum = offset;
        double twice = 0;
        for (int i = 0; i < linear.length; i++) {
            double row = 0;
            for (int e = couplings.rowStart(i); e < couplings.rowEnd(i); e++) {
                row += x[couplings.column(e)] == 0 ? couplings.value(e) : -couplings.value(e);
            }
            sum += x[i] == 0 ? linear[i] : -linear[i];
            twice += x[i] == 0 ? row : -row;
        }
        return sum + twice / 2;
    }

    @Override
    public double flipDelta(byte[] x, int i) {
        double local = linear[i];
        for (int e = couplings.rowStart(i); e < couplings.rowEnd(i); e++) {
            local += x[couplings.column(e)] == 0 ? couplings.value(e) : -couplings.value(e);
        }
        return x[i] == 0 ? -2 * local : 2 * local;
    }

    @Override
    public Qubo restrict(byte[] fixed) {
        return toQubo().restrict(fixed);
    }

    /**
     * The same function of x = (1 − z)/2: q_ij = 4J_ij, l_i = −2h_i − 2Σ_j J_ij and offset + Σ h_i + Σ_{i&lt;j} J_ij.
     */
    public Qubo toQubo() {
        double[] l = new double[linear.length];
        double constant = offset;
        for (int i = 0; i < l.length; i++) {
            double row = 0;
            for (int e = couplings.rowStart(i); e < couplings.rowEnd(i); e++) {
                row += couplings.value(e);
            }
            l[i] = 0.0 - 2 * linear[i] - 2 * row;
            constant += linear[i] + row / 2;
        }
        return new Qubo(constant, l, couplings.scaled(4));
    }

    @Override
    public QuadraticForm toSpin() {
        return this;
    }

    @Override
    public String toString() {
        return "Ising[" + size() + " spins, " + couplings() + " couplings, offset " + offset + "]";
    }
}
