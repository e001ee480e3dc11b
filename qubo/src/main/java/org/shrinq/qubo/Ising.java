package org.shrinq.qubo;

import java.util.Arrays;

/**
 * An Ising model, immutable and minimising: H(z) = offset + Σ h_i z_i + Σ_{i&lt;j} J_ij z_i z_j with z_i = 1 − 2x_i, so
 * z = +1 is x = 0. States are handed over as 0/1 arrays x.
 */
public final class Ising implements QuadraticForm {
    private final double offset;
    private final double[] field;
    private final Couplings couplings;

    Ising(double offset, double[] field, Couplings couplings) {
        this.offset = offset;
        this.field = field;
        this.couplings = couplings;
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
    public int size() {
        return field.length;
    }

    @Override
    public double offset() {
        return offset;
    }

    /** The field h_i. */
    @Override
    public double linear(int i) {
        return field[i];
    }

    @Override
    public double coupling(int i, int j) {
        return couplings.get(i, j);
    }

    /** The couplings J in CSR form, for hot loops. */
    public Couplings matrix() {
        return couplings;
    }

    @Override
    public int degree(int i) {
        return couplings.degree(i);
    }

    @Override
    public long couplings() {
        return couplings.count();
    }

    @Override
    public void forEachNeighbor(int i, NeighborConsumer consumer) {
        couplings.forEach(i, consumer);
    }

    @Override
    public double energy(byte[] x) {
        double sum = offset;
        double twice = 0;
        for (int i = 0; i < field.length; i++) {
            double row = 0;
            for (int e = couplings.rowStart(i); e < couplings.rowEnd(i); e++) {
                row += x[couplings.column(e)] == 0 ? couplings.value(e) : -couplings.value(e);
            }
            sum += x[i] == 0 ? field[i] : -field[i];
            twice += x[i] == 0 ? row : -row;
        }
        return sum + twice / 2;
    }

    /** Energy of a packed vector. */
    public double energy(Bits x) {
        return energy(x.toArray());
    }

    @Override
    public double flipDelta(byte[] x, int i) {
        double local = field[i];
        for (int e = couplings.rowStart(i); e < couplings.rowEnd(i); e++) {
            local += x[couplings.column(e)] == 0 ? couplings.value(e) : -couplings.value(e);
        }
        return x[i] == 0 ? -2 * local : 2 * local;
    }

    @Override
    public void multiply(double[] vectors, int rank, double[] out) {
        couplings.multiply(vectors, rank, out);
    }

    @Override
    public void multiplyRow(int i, double[] vectors, int rank, double[] out) {
        couplings.multiplyRow(i, vectors, rank, out);
    }

    @Override
    public double maxAbsCoefficient() {
        double max = couplings.maxAbs();
        for (double h : field) {
            max = Math.max(max, Math.abs(h));
        }
        return max;
    }

    @Override
    public Qubo restrict(byte[] fixed) {
        return toQubo().restrict(fixed);
    }

    /**
     * The same function of x = (1 − z)/2: q_ij = 4J_ij, l_i = −2h_i − 2Σ_j J_ij and offset + Σ h_i + Σ_{i&lt;j} J_ij.
     */
    public Qubo toQubo() {
        double[] linear = new double[field.length];
        double constant = offset;
        for (int i = 0; i < linear.length; i++) {
            double row = 0;
            for (int e = couplings.rowStart(i); e < couplings.rowEnd(i); e++) {
                row += couplings.value(e);
            }
            linear[i] = 0.0 - 2 * field[i] - 2 * row;
            constant += field[i] + row / 2;
        }
        return new Qubo(constant, linear, couplings.scaled(4));
    }

    @Override
    public QuadraticForm toSpin() {
        return this;
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Ising q
                && Double.compare(q.offset, offset) == 0
                && Arrays.equals(q.field, field)
                && q.couplings.equals(couplings);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(field) + couplings.hashCode();
    }

    @Override
    public String toString() {
        return "Ising[" + size() + " spins, " + couplings() + " couplings, offset " + offset + "]";
    }
}
