package org.shrinq.quantum.circuit;

import java.util.List;

/** A run of CX and SWAP gates as one permutation of the basis states, linear over GF(2). */
final class PermutationOperator implements Operator {
    /** source[z] is the basis state that lands on z. */
    private final int[] source;

    private final double[] scratch;

    PermutationOperator(int[] source, double[] scratch) {
        this.source = source;
        this.scratch = scratch;
    }

    /** The table of a run of CX and SWAP gates. */
    static int[] table(int qubits, List<Gate> run) {
        int[] source = new int[1 << qubits];
        for (int k = 0; k < qubits; k++) {
            int z = 1 << k;
            for (int g = run.size() - 1; g >= 0; g--) { // each gate is its own inverse
                z = image(run.get(g), z);
            }
            for (int low = 0; low < 1 << k; low++) {
                source[low | 1 << k] = source[low] ^ z;
            }
        }
        return source;
    }

    private static int image(Gate gate, int z) {
        int a = z >>> gate.qubit() & 1;
        int b = z >>> gate.other() & 1;
        return switch (gate.kind()) {
            case CX -> z ^ a << gate.other();
            case SWAP -> z ^ (a ^ b) << gate.qubit() ^ (a ^ b) << gate.other();
            default -> throw new IllegalArgumentException(gate + " does not permute basis states linearly");
        };
    }

    @Override
    public void apply(Amplitudes state, double[] parameters) {
        gather(state.re());
        gather(state.im());
    }

    private void gather(double[] v) {
        for (int z = 0; z < v.length; z++) {
            scratch[z] = v[source[z]];
        }
        System.arraycopy(scratch, 0, v, 0, v.length);
    }

    private void scatter(double[] v) {
        for (int z = 0; z < v.length; z++) {
            scratch[source[z]] = v[z];
        }
        System.arraycopy(scratch, 0, v, 0, v.length);
    }

    @Override
    public void backward(Amplitudes bra, Amplitudes ket, double[] parameters, double[] gradient) {
        scatter(bra.re());
        scatter(bra.im());
        scatter(ket.re());
        scatter(ket.im());
    }
}
