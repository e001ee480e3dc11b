package org.shrinq.quantum.lightcone;

/**
 * Messages along the edges of a tree (the iteration of Basso, Farhi, Marwaha, Villalonga and Zhou 2022, arXiv
 * 2110.14206, with weights and fields). A vertex with m active mixers gathers the product y over its children, a
 * function of its string of m layers, and sends its parent
 *
 * <pre>M(a) = Σ_b path_m(b) y(b) Π_l exp(−iγ_l J (a_l b_l − a_−l b_−l)),  l = 1 … m + 1,  b_±(m+1) = b_0</pre>
 *
 * <p>The sum is a tensor product of 2×2 matrices, so it takes 4m butterflies of 4^m numbers rather than 8^m products.
 * The walk back has the derivatives of a value by y, by the path table and by γ. Numbers are complex and derivatives
 * are those of analytic functions: nothing is conjugated. Confined to one thread: it has scratch memory.
 */
final class Branch {
    private final Schedule schedule;
    private final double[][] re;
    private final double[][] im;
    private final double[] outRe;
    private final double[] outIm;

    Branch(Schedule schedule) {
        this.schedule = schedule;
        int p = schedule.layers();
        int size = 1 << (2 * p);
        re = new double[2 * p + 1][];
        im = new double[2 * p + 1][];
        for (int k = 0; k <= 2 * p; k++) {
            re[k] = new double[size];
            im[k] = new double[size];
        }
        outRe = new double[size];
        outIm = new double[size];
    }

    /**
     * The message of a vertex to its parent.
     *
     * @param m active mixers of the vertex, below p
     * @param yRe, yIm 4^m numbers; not modified
     * @param mRe, mIm 4^{m+1} numbers; overwritten
     */
    void message(int m, double coupling, double[] yRe, double[] yIm, double[] mRe, double[] mIm) {
        int size = 1 << (2 * m);
        double two = 2 * coupling * schedule.gamma(m);
        for (int zero = 0; zero < 2; zero++) {
            int last = transformed(m, zero, coupling, yRe, yIm);
            double c = Math.cos(two);
            double s = zero == 0 ? -Math.sin(two) : Math.sin(two); // the phase e^{∓2iγJ} of a_M = +, a_−M = −
            double[] tRe = re[last];
            double[] tIm = im[last];
            for (int k = 0; k < size; k++) {
                double r = tRe[k];
                double i = tIm[k];
                put(mRe, mIm, k, r, i, zero);
                put(mRe, mIm, k + 3 * size, r, i, zero);
                put(mRe, mIm, k + 2 * size, r * c - i * s, r * s + i * c, zero);
                put(mRe, mIm, k + size, r * c + i * s, i * c - r * s, zero);
            }
        }
    }

    private static void put(double[] re, double[] im, int k, double r, double i, int add) {
        re[k] = add == 0 ? r : re[k] + r;
        im[k] = add == 0 ? i : im[k] + i;
    }

    /** y·path for one b_0, taken through the butterflies; every stage is kept. Returns the index of the last stage. */
    private int transformed(int m, int zero, double coupling, double[] yRe, double[] yIm) {
        int size = 1 << (2 * m);
        double[] pRe = schedule.pathRe(m);
        double[] pIm = schedule.pathIm(m);
        int offset = zero * size;
        for (int k = 0; k < size; k++) {
            re[0][k] = yRe[k] * pRe[offset + k] - yIm[k] * pIm[offset + k];
            im[0][k] = yRe[k] * pIm[offset + k] + yIm[k] * pRe[offset + k];
        }
        return transform(m, coupling);
    }

    /** Stage 0 through all butterflies of m layers. */
    private int transform(int m, double coupling) {
        for (int bit = 0; bit < 2 * m; bit++) {
            butterfly(bit, m, coupling, re[bit], im[bit], re[bit + 1], im[bit + 1]);
        }
        return 2 * m;
    }

    /**
     * out = [[e^{−iσθ}, e^{iσθ}], [e^{iσθ}, e^{−iσθ}]] in on one bit, θ = Jγ_l, σ = ±1 forward and backward. May be in
     * place.
     */
    private void butterfly(int bit, int m, double coupling, double[] xRe, double[] xIm, double[] oRe, double[] oIm) {
        double theta = coupling * schedule.gamma(bit >> 1);
        double c = Math.cos(theta);
        double s = (bit & 1) == 0 ? Math.sin(theta) : -Math.sin(theta);
        int half = 1 << bit;
        int size = 1 << (2 * m);
        for (int base = 0; base < size; base += 2 * half) {
            for (int k = base; k < base + half; k++) {
                double sumRe = c * (xRe[k] + xRe[k + half]);
                double sumIm = c * (xIm[k] + xIm[k + half]);
                double turnRe = s * (xIm[k] - xIm[k + half]); // −iσs(x₀ − x₁)
                double turnIm = -s * (xRe[k] - xRe[k + half]);
                oRe[k] = sumRe + turnRe;
                oIm[k] = sumIm + turnIm;
                oRe[k + half] = sumRe - turnRe;
                oIm[k + half] = sumIm - turnIm;
            }
        }
    }

    /**
     * From the derivatives by a message to those by what it was made of.
     *
     * @param aRe, aIm derivatives by the message: 4^{m+1} numbers; not modified
     * @param dyRe, dyIm derivatives by y; overwritten
     * @param dpRe, dpIm derivatives by the path table; added to
     * @param dGamma real parts of the derivatives by γ; added to
     */
    void pullBack(
            int m,
            double coupling,
            double[] yRe,
            double[] yIm,
            double[] aRe,
            double[] aIm,
            double[] dyRe,
            double[] dyIm,
            double[] dpRe,
            double[] dpIm,
            double[] dGamma) {
        int size = 1 << (2 * m);
        double two = 2 * coupling * schedule.gamma(m);
        double[] pRe = schedule.pathRe(m);
        double[] pIm = schedule.pathIm(m);
        for (int zero = 0; zero < 2; zero++) {
            int last = transformed(m, zero, coupling, yRe, yIm);
            double c = Math.cos(two);
            double s = zero == 0 ? -Math.sin(two) : Math.sin(two);
            double slope = 0;
            for (int k = 0; k < size; k++) {
                // M₂ = t(c + is), M₁ = t(c − is), M₀ = M₃ = t
                double a1Re = aRe[k + size];
                double a1Im = aIm[k + size];
                double a2Re = aRe[k + 2 * size];
                double a2Im = aIm[k + 2 * size];
                outRe[k] = aRe[k] + aRe[k + 3 * size] + c * (a1Re + a2Re) + s * (a1Im - a2Im);
                outIm[k] = aIm[k] + aIm[k + 3 * size] + c * (a1Im + a2Im) + s * (a2Re - a1Re);
                double r = re[last][k];
                double i = im[last][k];
                // ∂M₂ = i·t(c + is), ∂M₁ = −i·t(c − is), per unit of ±2Jγ
                double upRe = -(r * s + i * c);
                double upIm = r * c - i * s;
                double downRe = i * c - r * s;
                double downIm = -(r * c + i * s);
                slope += a2Re * upRe - a2Im * upIm + a1Re * downRe - a1Im * downIm;
            }
            dGamma[m] += (zero == 0 ? -2 : 2) * coupling * slope;
            back(m, coupling, dGamma);
            int offset = zero * size;
            for (int k = 0; k < size; k++) {
                double r = outRe[k] * pRe[offset + k] - outIm[k] * pIm[offset + k];
                double i = outRe[k] * pIm[offset + k] + outIm[k] * pRe[offset + k];
                put(dyRe, dyIm, k, r, i, zero);
                dpRe[offset + k] += outRe[k] * yRe[k] - outIm[k] * yIm[k];
                dpIm[offset + k] += outRe[k] * yIm[k] + outIm[k] * yRe[k];
            }
        }
    }

    /** Derivatives by the last stage, in out, to those by stage 0, and by γ on the way. */
    private void back(int m, double coupling, double[] dGamma) {
        int size = 1 << (2 * m);
        for (int bit = 2 * m - 1; bit >= 0; bit--) {
            double theta = coupling * schedule.gamma(bit >> 1);
            double c = Math.cos(theta);
            double s = Math.sin(theta);
            double sigma = (bit & 1) == 0 ? 1 : -1;
            double[] xRe = re[bit];
            double[] xIm = im[bit];
            int half = 1 << bit;
            double slope = 0;
            for (int base = 0; base < size; base += 2 * half) {
                for (int k = base; k < base + half; k++) {
                    double plusRe = outRe[k] + outRe[k + half];
                    double plusIm = outIm[k] + outIm[k + half];
                    double minusRe = outRe[k] - outRe[k + half];
                    double minusIm = outIm[k] - outIm[k + half];
                    double sumRe = xRe[k] + xRe[k + half];
                    double sumIm = xIm[k] + xIm[k + half];
                    double differenceRe = xRe[k] - xRe[k + half];
                    double differenceIm = xIm[k] - xIm[k + half];
                    slope += -s * (sumRe * plusRe - sumIm * plusIm)
                            + sigma * c * (differenceRe * minusIm + differenceIm * minusRe);
                }
            }
            dGamma[bit >> 1] += coupling * slope;
            butterfly(bit, m, coupling, outRe, outIm, outRe, outIm);
        }
    }

    /**
     * ⟨Z_uZ_v⟩ of two measured neighbours, Σ g_u(a) g_v(b) Π_l exp(−iγ_l J (a_l b_l − a_−l b_−l)).
     *
     * @param uRe, uIm, vRe, vIm g = path·y of the two: 4^p numbers; not modified
     * @param dRe, dIm derivatives by g_u; overwritten
     */
    double join(double coupling, double[] uRe, double[] uIm, double[] vRe, double[] vIm, double[] dRe, double[] dIm) {
        int p = schedule.layers();
        int size = 1 << (2 * p);
        System.arraycopy(vRe, 0, re[0], 0, size);
        System.arraycopy(vIm, 0, im[0], 0, size);
        int last = transform(p, coupling);
        System.arraycopy(re[last], 0, dRe, 0, size);
        System.arraycopy(im[last], 0, dIm, 0, size);
        double value = 0;
        for (int k = 0; k < size; k++) {
            value += uRe[k] * dRe[k] - uIm[k] * dIm[k];
        }
        return value;
    }

    /** The other half of the derivatives of {@link #join}, called right after it: by g_v and by γ. */
    void joinBack(double coupling, double[] uRe, double[] uIm, double[] dvRe, double[] dvIm, double[] dGamma) {
        int p = schedule.layers();
        int size = 1 << (2 * p);
        System.arraycopy(uRe, 0, outRe, 0, size);
        System.arraycopy(uIm, 0, outIm, 0, size);
        back(p, coupling, dGamma);
        System.arraycopy(outRe, 0, dvRe, 0, size);
        System.arraycopy(outIm, 0, dvIm, 0, size);
    }
}
