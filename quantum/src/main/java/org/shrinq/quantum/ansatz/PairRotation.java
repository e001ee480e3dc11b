package org.shrinq.quantum.ansatz;

/** [[cos θ, −i sin θ], [−i sin θ, cos θ]] on two entries of a state. */
final class PairRotation {
    private PairRotation() {}

    /**
     * Rotates entries i and j into each other; with i = j the entry gets the phase e^{−iθ}.
     *
     * @param re real parts of the state, modified
     * @param im imaginary parts, modified
     * @param c cos θ
     * @param s sin θ
     */
    static void apply(double[] re, double[] im, int i, int j, double c, double s) {
        double xr = re[i];
        double xi = im[i];
        double yr = re[j];
        double yi = im[j];
        re[i] = c * xr + s * yi;
        im[i] = c * xi - s * yr;
        re[j] = c * yr + s * xi;
        im[j] = c * yi - s * xr;
    }
}
