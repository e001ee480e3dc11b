package org.shrinq.quantum.statevector;

/**
 * The mixer of one layer, Π_j exp(−iβ_j X_j), in tangent form. Angles are reduced to [−π/2, π/2]; where a tangent would
 * grow beyond what the precision bears, the whole mixer is done as two halves.
 */
final class Layer {
    final double[] tangent;
    /**
     * cos β_j including the sign of the reduction: what a rotation in tangent form leaves out, all repeats together.
     */
    final double[] cosine;

    int repeats = 1;

    Layer(int qubits) {
        tangent = new double[qubits];
        cosine = new double[qubits];
    }

    void set(double[] beta, double maxTangent) {
        repeats = 1;
        for (int j = 0; j < tangent.length; j++) {
            double turns = Math.rint(beta[j] / Math.PI);
            double angle = beta[j] - turns * Math.PI;
            tangent[j] = angle;
            cosine[j] = turns % 2 == 0 ? 1 : -1;
            if (Math.abs(Math.tan(angle)) > maxTangent) {
                repeats = 2;
            }
        }
        for (int j = 0; j < tangent.length; j++) {
            double angle = tangent[j] / repeats;
            tangent[j] = Math.tan(angle);
            cosine[j] *= repeats == 1 ? Math.cos(angle) : Math.cos(angle) * Math.cos(angle);
        }
    }

    /** Product of the cosines of all qubits. */
    double factor() {
        return factor(0, cosine.length);
    }

    /** Product of the cosines of the qubits [from, to). */
    double factor(int from, int to) {
        double product = 1;
        for (int j = from; j < to; j++) {
            product *= cosine[j];
        }
        return product;
    }
}
