package org.shrinq.quantum.ansatz;

import org.shrinq.quantum.circuit.Reference.Matrix;

/** Grover-mixer QAOA by exponentials of dense matrices. */
final class DenseGrover {
    private DenseGrover() {}

    /**
     * Probabilities of all strings in Π_l exp(−iβ_l|F⟩⟨F|) exp(−iγ_l C) |F⟩. Nothing is modified.
     *
     * @param start F, real
     * @param energy the diagonal of C
     * @param angles γ of all layers, then β of all layers
     */
    static double[] probabilities(double[] start, double[] energy, double[] angles) {
        int dim = start.length;
        Matrix h = Matrix.zero(dim);
        Matrix projector = Matrix.zero(dim);
        Matrix state = Matrix.zero(dim); // first column
        for (int z = 0; z < dim; z++) {
            h.re()[z][z] = energy[z];
            state.re()[z][0] = start[z];
            for (int w = 0; w < dim; w++) {
                projector.re()[z][w] = start[z] * start[w];
            }
        }
        int layers = angles.length / 2;
        for (int l = 0; l < layers; l++) {
            state = projector
                    .times(0, -angles[layers + l])
                    .exp()
                    .times(h.times(0, -angles[l]).exp())
                    .times(state);
        }
        double[] p = new double[dim];
        for (int z = 0; z < dim; z++) {
            p[z] = Math.pow(state.re()[z][0], 2) + Math.pow(state.im()[z][0], 2);
        }
        return p;
    }
}
