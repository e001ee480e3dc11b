package org.shrinq.quantum.circuit;

/** Plain Java loops. */
final class PlainPairLoops implements PairLoops {
    @Override
    public void apply(Amplitudes state, int q, GateMatrix m) {
        double[] re = state.re();
        double[] im = state.im();
        if (m.isDiagonal()) {
            diagonal(re, im, q, m);
        } else if (m.isReal()) {
            real(re, q, m.re);
            real(im, q, m.re);
        } else if (m.isLikeRx()) {
            likeRx(re, im, q, m);
        } else {
            general(re, im, q, m);
        }
    }

    /** A real matrix acts on re and im apart. */
    private static void real(double[] v, int q, double[] m) {
        int stride = 1 << q;
        double a = m[0];
        double b = m[1];
        double c = m[2];
        double d = m[3];
        for (int base = 0; base < v.length; base += 2 * stride) {
            for (int i = base; i < base + stride; i++) {
                double x = v[i];
                double y = v[i + stride];
                v[i] = a * x + b * y;
                v[i + stride] = c * x + d * y;
            }
        }
    }

    private static void likeRx(double[] re, double[] im, int q, GateMatrix m) {
        int stride = 1 << q;
        double a = m.re[0];
        double b = m.im[1];
        double c = m.im[2];
        double d = m.re[3];
        for (int base = 0; base < re.length; base += 2 * stride) {
            for (int i = base; i < base + stride; i++) {
                int j = i + stride;
                double xr = re[i];
                double xi = im[i];
                double yr = re[j];
                double yi = im[j];
                re[i] = a * xr - b * yi;
                im[i] = a * xi + b * yr;
                re[j] = d * yr - c * xi;
                im[j] = d * yi + c * xr;
            }
        }
    }

    private static void general(double[] re, double[] im, int q, GateMatrix m) {
        int stride = 1 << q;
        double ar = m.re[0];
        double ai = m.im[0];
        double br = m.re[1];
        double bi = m.im[1];
        double cr = m.re[2];
        double ci = m.im[2];
        double dr = m.re[3];
        double di = m.im[3];
        for (int base = 0; base < re.length; base += 2 * stride) {
            for (int i = base; i < base + stride; i++) {
                int j = i + stride;
                double xr = re[i];
                double xi = im[i];
                double yr = re[j];
                double yi = im[j];
                re[i] = ar * xr - ai * xi + br * yr - bi * yi;
                im[i] = ar * xi + ai * xr + br * yi + bi * yr;
                re[j] = cr * xr - ci * xi + dr * yr - di * yi;
                im[j] = cr * xi + ci * xr + dr * yi + di * yr;
            }
        }
    }

    private static void diagonal(double[] re, double[] im, int q, GateMatrix m) {
        int stride = 1 << q;
        for (int base = 0; base < re.length; base += 2 * stride) {
            scale(re, im, base, base + stride, m.re[0], m.im[0]);
            scale(re, im, base + stride, base + 2 * stride, m.re[3], m.im[3]);
        }
    }

    private static void scale(double[] re, double[] im, int from, int to, double a, double b) {
        if (a == 1 && b == 0) {
            return;
        }
        for (int i = from; i < to; i++) {
            double x = re[i];
            double y = im[i];
            re[i] = a * x - b * y;
            im[i] = a * y + b * x;
        }
    }

    @Override
    public GateMatrix crossThenApply(Amplitudes bra, Amplitudes ket, int q, GateMatrix m) {
        double[] br = bra.re();
        double[] bi = bra.im();
        double[] kr = ket.re();
        double[] ki = ket.im();
        double ar = m.re[0];
        double ai = m.im[0];
        double er = m.re[1];
        double ei = m.im[1];
        double cr = m.re[2];
        double ci = m.im[2];
        double dr = m.re[3];
        double di = m.im[3];
        int stride = 1 << q;
        GateMatrix c = new GateMatrix(2);
        for (int base = 0; base < br.length; base += 2 * stride) {
            double r00 = 0;
            double i00 = 0;
            double r01 = 0;
            double i01 = 0;
            double r10 = 0;
            double i10 = 0;
            double r11 = 0;
            double i11 = 0;
            for (int i = base; i < base + stride; i++) {
                int j = i + stride;
                double b0 = br[i];
                double c0 = bi[i];
                double b1 = br[j];
                double c1 = bi[j];
                double k0 = kr[i];
                double l0 = ki[i];
                double k1 = kr[j];
                double l1 = ki[j];
                r00 += b0 * k0 + c0 * l0;
                i00 += b0 * l0 - c0 * k0;
                r01 += b0 * k1 + c0 * l1;
                i01 += b0 * l1 - c0 * k1;
                r10 += b1 * k0 + c1 * l0;
                i10 += b1 * l0 - c1 * k0;
                r11 += b1 * k1 + c1 * l1;
                i11 += b1 * l1 - c1 * k1;
                br[i] = ar * b0 - ai * c0 + er * b1 - ei * c1;
                bi[i] = ar * c0 + ai * b0 + er * c1 + ei * b1;
                br[j] = cr * b0 - ci * c0 + dr * b1 - di * c1;
                bi[j] = cr * c0 + ci * b0 + dr * c1 + di * b1;
                kr[i] = ar * k0 - ai * l0 + er * k1 - ei * l1;
                ki[i] = ar * l0 + ai * k0 + er * l1 + ei * k1;
                kr[j] = cr * k0 - ci * l0 + dr * k1 - di * l1;
                ki[j] = cr * l0 + ci * k0 + dr * l1 + di * k1;
            }
            c.re[0] += r00;
            c.re[1] += r01;
            c.re[2] += r10;
            c.re[3] += r11;
            c.im[0] += i00;
            c.im[1] += i01;
            c.im[2] += i10;
            c.im[3] += i11;
        }
        return c;
    }
}
