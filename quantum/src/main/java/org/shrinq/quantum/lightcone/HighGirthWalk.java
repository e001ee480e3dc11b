package org.shrinq.quantum.lightcone;

/**
 * A function of trees whose every evaluation is a walk from the leaves to an edge, and whose gradient is the walk back.
 */
abstract class HighGirthWalk implements HighGirth {
    /** One evaluation. */
    interface Walk {
        double value();

        /** After {@link #value}: adds the derivatives by the angles of each layer. */
        void back(double[] dGamma, double[] dBeta);
    }

    private final int layers;

    HighGirthWalk(int layers) {
        this.layers = layers;
    }

    abstract Walk walk(Schedule schedule);

    @Override
    public final int layers() {
        return layers;
    }

    @Override
    public final double unit() {
        return RESOLUTION;
    }

    @Override
    public final double value(double[] x) {
        return walk(Schedule.of(x)).value();
    }

    @Override
    public final double valueAndGradient(double[] x, double[] gradient) {
        Walk walk = walk(Schedule.of(x));
        double value = walk.value();
        double[] dGamma = new double[layers];
        double[] dBeta = new double[layers];
        walk.back(dGamma, dBeta);
        System.arraycopy(dGamma, 0, gradient, 0, layers);
        System.arraycopy(dBeta, 0, gradient, layers, layers);
        return value;
    }
}
