package org.shrinq.quantum.lightcone;

/** The D-regular tree: all branches of one depth send the same message. */
final class RegularTree extends HighGirthWalk {
    private final int degree;
    private final int layers;

    RegularTree(int degree, int layers) {
        super(layers);
        if (degree < 2 || layers < 1 || layers > 12) {
            throw new IllegalArgumentException("a tree of degree " + degree + " and " + layers
                    + " layers, expected a degree of at least 2 and 1 to 12 layers");
        }
        this.degree = degree;
        this.layers = layers;
    }

    @Override
    HighGirthWalk.Walk walk(Schedule schedule) {
        return new Evaluation(schedule);
    }

    /** One evaluation. */
    private final class Evaluation implements Walk {
        private final Schedule schedule;
        private final Branch branch;
        private final double[][] yRe = new double[layers + 1][];
        private final double[][] yIm = new double[layers + 1][];
        private final double[][] mRe = new double[layers][];
        private final double[][] mIm = new double[layers][];
        private final double[] gRe;
        private final double[] gIm;
        private final double[] dgRe;
        private final double[] dgIm;

        Evaluation(Schedule schedule) {
            this.schedule = schedule;
            branch = new Branch(schedule);
            int size = 1 << (2 * layers);
            gRe = new double[size];
            gIm = new double[size];
            dgRe = new double[size];
            dgIm = new double[size];
        }

        @Override
        public double value() {
            yRe[0] = new double[] {1};
            yIm[0] = new double[1];
            for (int m = 0; m < layers; m++) {
                int size = 4 << (2 * m);
                mRe[m] = new double[size];
                mIm[m] = new double[size];
                branch.message(m, 1, yRe[m], yIm[m], mRe[m], mIm[m]);
                yRe[m + 1] = new double[size];
                yIm[m + 1] = new double[size];
                for (int k = 0; k < size; k++) {
                    power(mRe[m][k], mIm[m][k], degree - 1, yRe[m + 1], yIm[m + 1], k);
                }
            }
            Complex.multiply(schedule.pathRe(layers), schedule.pathIm(layers), yRe[layers], yIm[layers], gRe, gIm);
            return branch.join(1, gRe, gIm, gRe, gIm, dgRe, dgIm);
        }

        @Override
        public void back(double[] dGamma, double[] dBeta) {
            int size = 1 << (2 * layers);
            double[] otherRe = new double[size];
            double[] otherIm = new double[size];
            branch.joinBack(1, gRe, gIm, otherRe, otherIm, dGamma);
            for (int k = 0; k < size; k++) {
                dgRe[k] += otherRe[k];
                dgIm[k] += otherIm[k];
            }
            double[] dpRe = new double[size];
            double[] dpIm = new double[size];
            Complex.multiply(dgRe, dgIm, yRe[layers], yIm[layers], dpRe, dpIm);
            schedule.pullBack(layers, dpRe, dpIm, dBeta);
            double[] dyRe = dgRe;
            double[] dyIm = dgIm;
            Complex.multiply(dyRe, dyIm, schedule.pathRe(layers), schedule.pathIm(layers), dyRe, dyIm);
            double[] slopeRe = new double[1];
            double[] slopeIm = new double[1];
            for (int m = layers - 1; m >= 0; m--) {
                double[] aRe = new double[mRe[m].length];
                double[] aIm = new double[mRe[m].length];
                for (int k = 0; k < aRe.length; k++) {
                    power(mRe[m][k], mIm[m][k], degree - 2, slopeRe, slopeIm, 0);
                    double r = (degree - 1) * slopeRe[0];
                    double i = (degree - 1) * slopeIm[0];
                    aRe[k] = dyRe[k] * r - dyIm[k] * i;
                    aIm[k] = dyRe[k] * i + dyIm[k] * r;
                }
                dyRe = new double[yRe[m].length];
                dyIm = new double[yRe[m].length];
                double[] pathRe = new double[schedule.pathRe(m).length];
                double[] pathIm = new double[schedule.pathRe(m).length];
                branch.pullBack(m, 1, yRe[m], yIm[m], aRe, aIm, dyRe, dyIm, pathRe, pathIm, dGamma);
                schedule.pullBack(m, pathRe, pathIm, dBeta);
            }
        }
    }

    /** (re + i·im)^exponent, exponent ≥ 0, to place k. */
    private static void power(double re, double im, int exponent, double[] outRe, double[] outIm, int k) {
        double r = 1;
        double i = 0;
        for (int e = 0; e < exponent; e++) {
            double next = r * re - i * im;
            i = r * im + i * re;
            r = next;
        }
        outRe[k] = r;
        outIm[k] = i;
    }
}
