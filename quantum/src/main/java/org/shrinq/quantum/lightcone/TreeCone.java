package org.shrinq.quantum.lightcone;

import java.util.Arrays;
import java.util.function.BooleanSupplier;

/** A cone that is a tree: messages from the leaves to the roots, each once ({@link Branch}). O(Σ_v m_v 4^{m_v}). */
final class TreeCone implements ConeValue {
    private final Cone cone;
    private final int[] parent;
    private final double[] coupling;

    /** @param cone for which {@link Cone#isTree} holds */
    TreeCone(Cone cone) {
        this.cone = cone;
        parent = new int[cone.size()];
        coupling = new double[cone.size()];
        for (int v = 0; v < cone.size(); v++) {
            for (int e = cone.rowStart(v); e < cone.rowEnd(v); e++) {
                int w = cone.neighbor(e);
                if (w < v) { // breadth-first order: of a tree's vertex only the parent stands before it
                    parent[v] = w;
                    coupling[v] = cone.value(e);
                }
            }
        }
    }

    @Override
    public double operations() {
        double sum = 0;
        for (int v = 0; v < cone.size(); v++) {
            int m = cone.mixers(v);
            sum += (4.0 * m + 6) * Math.pow(4, m);
        }
        return sum;
    }

    @Override
    public long bytes() {
        long sum = 0;
        for (int v = 0; v < cone.size(); v++) {
            sum += 16L * 3 << (2 * Math.min(cone.mixers(v) + 1, cone.layers()));
        }
        return sum + (64L * (cone.layers() + 1) << (2 * cone.layers()));
    }

    @Override
    public double value(Schedule schedule, BooleanSupplier stop) {
        return new Walk(schedule, false).value(stop);
    }

    @Override
    public double gradient(Schedule schedule, double[] dGamma, double[] dBeta, BooleanSupplier stop) {
        Arrays.fill(dGamma, 0);
        Arrays.fill(dBeta, 0);
        Walk walk = new Walk(schedule, true);
        double value = walk.value(stop);
        return Double.isNaN(value) || !walk.back(dGamma, dBeta, stop) ? Double.NaN : value;
    }

    /** One evaluation. */
    private final class Walk {
        private final Schedule schedule;
        private final Branch branch;
        private final int n = cone.size();
        private final int p = cone.layers();
        private final boolean keeps;
        private final double[][] yRe = new double[n][]; // fields and messages of the children so far
        private final double[][] yIm = new double[n][];
        private final double[][] mRe = new double[n][]; // the message to the parent
        private final double[][] mIm = new double[n][];
        private final double[][] beforeRe = new double[n][]; // the parent's y before that message
        private final double[][] beforeIm = new double[n][];
        private final double[][] gRe = new double[2][];
        private final double[][] gIm = new double[2][];
        private final double[][] dgRe = new double[2][];
        private final double[][] dgIm = new double[2][];

        Walk(Schedule schedule, boolean keeps) {
            this.schedule = schedule;
            this.keeps = keeps;
            branch = new Branch(schedule);
        }

        double value(BooleanSupplier stop) {
            for (int v = n - 1; v >= 0; v--) {
                if ((v & 63) == 0 && stop.getAsBoolean()) {
                    return Double.NaN;
                }
                start(v);
                if (v < cone.roots()) {
                    continue;
                }
                int m = cone.mixers(v);
                int size = 4 << (2 * m);
                mRe[v] = new double[size];
                mIm[v] = new double[size];
                branch.message(m, coupling[v], yRe[v], yIm[v], mRe[v], mIm[v]);
                int u = parent[v];
                start(u);
                if (keeps) {
                    beforeRe[v] = yRe[u].clone();
                    beforeIm[v] = yIm[u].clone();
                }
                Complex.multiply(yRe[u], yIm[u], mRe[v], mIm[v], yRe[u], yIm[u]);
            }
            int size = 1 << (2 * p);
            for (int r = 0; r < cone.roots(); r++) {
                gRe[r] = schedule.pathRe(p).clone();
                gIm[r] = schedule.pathIm(p).clone();
                Complex.multiply(gRe[r], gIm[r], yRe[r], yIm[r], gRe[r], gIm[r]);
                dgRe[r] = new double[size];
                dgIm[r] = new double[size];
            }
            if (cone.roots() == 2) {
                return branch.join(coupling[1], gRe[0], gIm[0], gRe[1], gIm[1], dgRe[0], dgIm[0]);
            }
            Arrays.fill(dgRe[0], 1);
            return Arrays.stream(gRe[0]).sum();
        }

        /** y of a vertex before any message: the phases of its field. */
        private void start(int v) {
            if (yRe[v] != null) {
                return;
            }
            int m = cone.mixers(v);
            int size = 1 << (2 * m);
            yRe[v] = new double[size];
            yIm[v] = new double[size];
            for (int k = 0; k < size; k++) {
                double angle = -cone.field(v) * phase(k, m);
                yRe[v][k] = Math.cos(angle);
                yIm[v][k] = Math.sin(angle);
            }
        }

        /** Σ_l γ_l (b_l − b_−l). */
        private double phase(int k, int m) {
            double sum = 0;
            for (int l = 0; l < m; l++) {
                sum += schedule.gamma(l) * difference(k, l);
            }
            return sum;
        }

        private int difference(int k, int l) {
            int pair = k >>> (2 * l) & 3;
            return pair == 1 ? -2 : pair == 2 ? 2 : 0;
        }

        boolean back(double[] dGamma, double[] dBeta, BooleanSupplier stop) {
            double[][] dpRe = new double[p + 1][];
            double[][] dpIm = new double[p + 1][];
            for (int m = 0; m <= p; m++) {
                dpRe[m] = new double[schedule.pathRe(m).length];
                dpIm[m] = new double[schedule.pathRe(m).length];
            }
            if (cone.roots() == 2) {
                branch.joinBack(coupling[1], gRe[0], gIm[0], dgRe[1], dgIm[1], dGamma);
            }
            double[][] dyRe = new double[n][];
            double[][] dyIm = new double[n][];
            for (int r = 0; r < cone.roots(); r++) {
                Complex.addProduct(dgRe[r], dgIm[r], yRe[r], yIm[r], dpRe[p], dpIm[p]);
                dyRe[r] = dgRe[r];
                dyIm[r] = dgIm[r];
                Complex.multiply(dyRe[r], dyIm[r], schedule.pathRe(p), schedule.pathIm(p), dyRe[r], dyIm[r]);
            }
            // a parent's messages were multiplied in from its last child to its first
            for (int v = cone.roots(); v < n; v++) {
                if ((v & 63) == 0 && stop.getAsBoolean()) {
                    return false;
                }
                int u = parent[v];
                int m = cone.mixers(v);
                double[] aRe = dyRe[u].clone();
                double[] aIm = dyIm[u].clone();
                Complex.multiply(aRe, aIm, beforeRe[v], beforeIm[v], aRe, aIm);
                Complex.multiply(dyRe[u], dyIm[u], mRe[v], mIm[v], dyRe[u], dyIm[u]);
                dyRe[v] = new double[1 << (2 * m)];
                dyIm[v] = new double[1 << (2 * m)];
                branch.pullBack(m, coupling[v], yRe[v], yIm[v], aRe, aIm, dyRe[v], dyIm[v], dpRe[m], dpIm[m], dGamma);
            }
            for (int v = 0; v < n; v++) {
                if (cone.field(v) != 0) {
                    fieldBack(v, dyRe[v], dyIm[v], dGamma);
                }
            }
            for (int m = 1; m <= p; m++) {
                schedule.pullBack(m, dpRe[m], dpIm[m], dBeta);
            }
            return true;
        }

        /** dy are now the derivatives by the field's phases alone. */
        private void fieldBack(int v, double[] dyRe, double[] dyIm, double[] dGamma) {
            int m = cone.mixers(v);
            for (int k = 0; k < dyRe.length; k++) {
                double angle = -cone.field(v) * phase(k, m);
                double imaginary = dyRe[k] * Math.sin(angle) + dyIm[k] * Math.cos(angle);
                for (int l = 0; l < m; l++) {
                    dGamma[l] += cone.field(v) * difference(k, l) * imaginary; // Re(−ih(b_l − b_−l)·…)
                }
            }
        }
    }
}
