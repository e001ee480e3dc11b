package org.shrinq.qubo;

/**
 * An implicit binary form seen in the spin domain: J_ij = q_ij/4, h_i = −l_i/2 − Σ_j q_ij/4. Couplings are scaled as
 * they are read; only the n fields are stored.
 */
final class SpinView implements QuadraticForm {
    private final QuadraticForm binary;
    private final double offset;
    private final double[] field;

    SpinView(QuadraticForm binary) {
        this.binary = binary;
        int n = binary.size();
        double[] ones = new double[n];
        java.util.Arrays.fill(ones, 1);
        double[] rowSum = new double[n];
        binary.multiply(ones, 1, rowSum);
        field = new double[n];
        double constant = binary.offset();
        for (int i = 0; i < n; i++) {
            field[i] = 0.0 - binary.linear(i) / 2 - rowSum[i] / 4;
            constant += binary.linear(i) / 2 + rowSum[i] / 8;
        }
        offset = constant;
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

    @Override
    public double linear(int i) {
        return field[i];
    }

    @Override
    public double coupling(int i, int j) {
        return binary.coupling(i, j) / 4;
    }

    @Override
    public int degree(int i) {
        return binary.degree(i);
    }

    @Override
    public long storedNumbers() {
        return binary.storedNumbers() + size();
    }

    @Override
    public long couplings() {
        return binary.couplings();
    }

    @Override
    public void forEachNeighbor(int i, NeighborConsumer consumer) {
        binary.forEachNeighbor(i, (j, c) -> consumer.accept(j, c / 4));
    }

    @Override
    public double energy(byte[] x) {
        return binary.energy(x);
    }

    @Override
    public double flipDelta(byte[] x, int i) {
        return binary.flipDelta(x, i);
    }

    @Override
    public void multiply(double[] vectors, int rank, double[] out) {
        binary.multiply(vectors, rank, out);
        for (int k = 0; k < out.length; k++) {
            out[k] /= 4;
        }
    }

    @Override
    public void multiplyRow(int i, double[] vectors, int rank, double[] out) {
        binary.multiplyRow(i, vectors, rank, out);
        for (int k = 0; k < rank; k++) {
            out[k] /= 4;
        }
    }

    @Override
    public double maxAbsCoefficient() {
        double max = binary.maxAbsCoefficient() / 4;
        for (double h : field) {
            max = Math.max(max, Math.abs(h));
        }
        return max;
    }

    @Override
    public Qubo restrict(byte[] fixed) {
        return binary.restrict(fixed);
    }

    @Override
    public QuadraticForm toSpin() {
        return this;
    }
}
