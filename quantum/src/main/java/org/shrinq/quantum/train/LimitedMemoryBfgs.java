package org.shrinq.quantum.train;

import java.util.SplittableRandom;
import org.shrinq.quantum.TrainingStop;

/**
 * L-BFGS (Nocedal 1980) with a line search for the strong Wolfe conditions (Nocedal and Wright 2006, algorithms 3.5 and
 * 3.6, cubic interpolation). Converged when no derivative exceeds 10⁻⁴ units per radian, or after two steps that each
 * gained under 10⁻⁷ of the value; on a plateau, where {@link #PLATEAU} evaluations together gained under 10⁻⁴ of it, a
 * line search that goes on costs more than its angles are worth.
 */
final class LimitedMemoryBfgs implements Trainer {
    private static final int MEMORY = 10;
    private static final double FLAT = 1e-4;
    private static final double STALLED = 1e-7;
    private static final int STALLS = 2;
    private static final int PLATEAU = 8;
    private static final double PLATEAU_GAIN = 1e-4;

    @Override
    public TrainingStop minimize(
            TrainingFunction f, double[] start, double step, TrainingMonitor monitor, SplittableRandom random) {
        int n = f.dimension();
        double[] x = start.clone();
        double[] gradient = new double[n];
        double value = monitor.valueAndGradient(f, x, gradient);
        History history = new History(n);
        double[] direction = new double[n];
        int stalls = 0;
        int since = monitor.evaluations();
        double level = value;
        while (!monitor.exhausted()) {
            if (largest(gradient) <= FLAT * f.unit()) {
                return TrainingStop.CONVERGED;
            }
            if (level - value > PLATEAU_GAIN * Math.max(Math.abs(value), f.unit())) {
                since = monitor.evaluations();
                level = value;
            } else if (monitor.evaluations() - since >= PLATEAU) {
                return TrainingStop.CONVERGED;
            }
            history.direction(gradient, direction);
            double slope = dot(direction, gradient);
            if (!(slope < 0)) {
                history.clear();
                history.direction(gradient, direction);
                slope = dot(direction, gradient);
            }
            double first = history.isEmpty() ? step / largest(direction) : 1;
            WolfeSearch search = new WolfeSearch(f, monitor, x, direction, value, slope);
            if (!search.run(first)) {
                if (monitor.exhausted()) {
                    break;
                }
                if (history.isEmpty()) {
                    return TrainingStop.CONVERGED; // no descent along the gradient itself: at the limit of precision
                }
                history.clear();
                continue;
            }
            history.add(search.point, x, search.gradient, gradient);
            double gain = value - search.value;
            stalls = gain <= STALLED * Math.max(Math.abs(value), f.unit()) ? stalls + 1 : 0;
            System.arraycopy(search.point, 0, x, 0, n);
            System.arraycopy(search.gradient, 0, gradient, 0, n);
            value = search.value;
            if (stalls >= STALLS) {
                return TrainingStop.CONVERGED;
            }
        }
        return TrainingStop.EVALUATIONS;
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double largest(double[] a) {
        double max = 0;
        for (double v : a) {
            max = Math.max(max, Math.abs(v));
        }
        return max;
    }

    /**
     * The last steps s = x′ − x and changes y = g′ − g, and the product of the inverse Hessian they imply with a
     * vector.
     */
    private static final class History {
        private final double[][] s;
        private final double[][] y;
        private final double[] rho = new double[MEMORY];
        private final double[] alpha = new double[MEMORY];
        private int next;
        private int count;

        History(int n) {
            s = new double[MEMORY][n];
            y = new double[MEMORY][n];
        }

        boolean isEmpty() {
            return count == 0;
        }

        void clear() {
            count = 0;
        }

        void add(double[] to, double[] from, double[] gradientTo, double[] gradientFrom) {
            for (int i = 0; i < to.length; i++) {
                s[next][i] = to[i] - from[i];
                y[next][i] = gradientTo[i] - gradientFrom[i];
            }
            double curvature = dot(s[next], y[next]);
            if (curvature > 1e-12 * dot(y[next], y[next])) {
                rho[next] = 1 / curvature;
                next = (next + 1) % MEMORY;
                count = Math.min(count + 1, MEMORY);
            }
        }

        /** out = −H·gradient by the two-loop recursion. */
        void direction(double[] gradient, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = -gradient[i];
            }
            for (int k = 1; k <= count; k++) {
                int e = Math.floorMod(next - k, MEMORY);
                alpha[e] = rho[e] * dot(s[e], out);
                add(out, -alpha[e], y[e]);
            }
            if (count > 0) {
                int e = Math.floorMod(next - 1, MEMORY);
                double scale = 1 / (rho[e] * dot(y[e], y[e]));
                for (int i = 0; i < out.length; i++) {
                    out[i] *= scale;
                }
            }
            for (int k = count; k >= 1; k--) {
                int e = Math.floorMod(next - k, MEMORY);
                add(out, alpha[e] - rho[e] * dot(y[e], out), s[e]);
            }
        }

        private static void add(double[] out, double factor, double[] v) {
            for (int i = 0; i < out.length; i++) {
                out[i] += factor * v[i];
            }
        }
    }

    /** A step length along one direction that meets the strong Wolfe conditions; one use. */
    private static final class WolfeSearch {
        private static final double DECREASE = 1e-4;
        private static final double CURVATURE = 0.9;
        private static final int TRIALS = 20;

        final double[] point;
        final double[] gradient;
        double value;

        private final TrainingFunction f;
        private final TrainingMonitor monitor;
        private final double[] x;
        private final double[] direction;
        private final double value0;
        private final double slope0;
        private double slope;

        WolfeSearch(
                TrainingFunction f,
                TrainingMonitor monitor,
                double[] x,
                double[] direction,
                double value0,
                double slope0) {
            this.f = f;
            this.monitor = monitor;
            this.x = x;
            this.direction = direction;
            this.value0 = value0;
            this.slope0 = slope0;
            point = x.clone();
            gradient = new double[x.length];
        }

        private boolean evaluate(double a) {
            for (int i = 0; i < x.length; i++) {
                point[i] = x[i] + a * direction[i];
            }
            value = monitor.valueAndGradient(f, point, gradient);
            slope = dot(gradient, direction);
            return value < Double.POSITIVE_INFINITY;
        }

        private boolean decreases(double a) {
            return value <= value0 + DECREASE * a * slope0;
        }

        private boolean flatEnough() {
            return Math.abs(slope) <= -CURVATURE * slope0;
        }

        /** Leaves the accepted point in the fields; false when there is none. */
        boolean run(double first) {
            double low = 0;
            double lowValue = value0;
            double lowSlope = slope0;
            double a = first;
            for (int trial = 0; trial < TRIALS; trial++) {
                if (!evaluate(a)) {
                    return false;
                }
                if (!decreases(a) || (trial > 0 && value >= lowValue)) {
                    return zoom(low, lowValue, lowSlope, a, value, slope);
                }
                if (flatEnough()) {
                    return true;
                }
                if (slope >= 0) {
                    return zoom(a, value, slope, low, lowValue, lowSlope);
                }
                low = a;
                lowValue = value;
                lowSlope = slope;
                a *= 2.5;
            }
            return true; // still going down: as good as it gets in one direction
        }

        /** Between an end that decreases (a) and one that does not or slopes the other way (b). */
        private boolean zoom(double a0, double va0, double sa0, double b0, double vb0, double sb0) {
            double a = a0;
            double va = va0;
            double sa = sa0;
            double b = b0;
            double vb = vb0;
            double sb = sb0;
            for (int trial = 0; trial < TRIALS; trial++) {
                double next = cubicMinimum(a, va, sa, b, vb, sb);
                if (!evaluate(next)) {
                    return false;
                }
                if (!decreases(next) || value >= va) {
                    b = next;
                    vb = value;
                    sb = slope;
                } else {
                    if (flatEnough()) {
                        return true;
                    }
                    if (slope * (b - a) >= 0) {
                        b = a;
                        vb = va;
                        sb = sa;
                    }
                    a = next;
                    va = value;
                    sa = slope;
                }
                if (Math.abs(b - a) <= 1e-12 * Math.max(1, Math.abs(a))) {
                    break;
                }
            }
            return a > 0 && evaluate(a) && value < value0;
        }

        /** The minimum of the cubic through both ends, kept a tenth of the interval away from them. */
        private static double cubicMinimum(double a, double va, double sa, double b, double vb, double sb) {
            double d1 = sa + sb - 3 * (va - vb) / (a - b);
            double root = d1 * d1 - sa * sb;
            double width = b - a;
            double t = 0.5;
            if (root >= 0) {
                double d2 = Math.copySign(Math.sqrt(root), width);
                double at = b - width * (sb + d2 - d1) / (sb - sa + 2 * d2);
                t = (at - a) / width;
            }
            if (!(t >= 0.1)) {
                t = Double.isNaN(t) ? 0.5 : 0.1;
            }
            return a + Math.min(t, 0.9) * width;
        }
    }
}
