package org.shrinq.quantum.lightcone;

/** Entry by entry on vectors of complex numbers with parts kept apart. */
final class Complex {
    private Complex() {}

    /** out = a·b; out may be a or b. */
    static void multiply(double[] aRe, double[] aIm, double[] bRe, double[] bIm, double[] outRe, double[] outIm) {
        for (int k = 0; k < outRe.length; k++) {
            double r = aRe[k] * bRe[k] - aIm[k] * bIm[k];
            outIm[k] = aRe[k] * bIm[k] + aIm[k] * bRe[k];
            outRe[k] = r;
        }
    }

    /** out += a·b. */
    static void addProduct(double[] aRe, double[] aIm, double[] bRe, double[] bIm, double[] outRe, double[] outIm) {
        for (int k = 0; k < outRe.length; k++) {
            outRe[k] += aRe[k] * bRe[k] - aIm[k] * bIm[k];
            outIm[k] += aRe[k] * bIm[k] + aIm[k] * bRe[k];
        }
    }
}
