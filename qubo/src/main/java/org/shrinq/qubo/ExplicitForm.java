package org.shrinq.qubo;

import java.util.Arrays;

/** A quadratic form with its couplings in CSR form: what a {@link Qubo} and an {@link Ising} share. Immutable. */
abstract class ExplicitForm implements QuadraticForm {
    final double offset;
    final double[] linear;
    final Couplings couplings;

    ExplicitForm(double offset, double[] linear, Couplings couplings) {
        this.offset = offset;
        this.linear = linear;
        this.couplings = couplings;
    }

    @Override
    public final int size() {
        return linear.length;
    }

    @Override
    public final double offset() {
        return offset;
    }

    /** The linear coefficient l_i of a QUBO, the field h_i of an Ising model. */
    @Override
    public final double linear(int i) {
        return linear[i];
    }

    @Override
    public final double coupling(int i, int j) {
        return couplings.get(i, j);
    }

    /** The couplings in CSR form, for hot loops. */
    public final Couplings matrix() {
        return couplings;
    }

    @Override
    public final int degree(int i) {
        return couplings.degree(i);
    }

    @Override
    public final long couplings() {
        return couplings.count();
    }

    @Override
    public final void forEachNeighbor(int i, NeighborConsumer consumer) {
        couplings.forEach(i, consumer);
    }

    /** Energy of a packed vector. */
    public final double energy(Bits x) {
        return energy(x.toArray());
    }

    @Override
    public final void multiply(double[] vectors, int rank, double[] out) {
        couplings.multiply(vectors, rank, out);
    }

    @Override
    public final void multiplyRow(int i, double[] vectors, int rank, double[] out) {
        couplings.multiplyRow(i, vectors, rank, out);
    }

    @Override
    public final double maxAbsCoefficient() {
        double max = couplings.maxAbs();
        for (double l : linear) {
            max = Math.max(max, Math.abs(l));
        }
        return max;
    }

    /** Equal to the bit. */
    @Override
    public final boolean equals(Object o) {
        return o instanceof ExplicitForm other
                && other.domain() == domain()
                && Double.compare(other.offset, offset) == 0
                && Arrays.equals(other.linear, linear)
                && other.couplings.equals(couplings);
    }

    @Override
    public final int hashCode() {
        return 31 * Arrays.hashCode(linear) + couplings.hashCode();
    }
}
