package org.shrinq.quantum.lightcone;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import org.shrinq.quantum.Optimizer;
import org.shrinq.quantum.train.Trainer;
import org.shrinq.quantum.train.TrainingMonitor;
import org.shrinq.quantum.train.TrainingResult;
import org.shrinq.qubo.run.Deadline;

/**
 * The best angles of {@link HighGirth} functions, depth by depth: each starts from those of one layer less,
 * interpolated (Zhou et al. 2020, appendix B), and is trained with exact derivatives.
 */
public final class FixedAngleOptimizer {
    private static final int EVALUATIONS = 2000;

    private FixedAngleOptimizer() {}

    /**
     * The best angles found of one depth.
     *
     * @param layers p
     * @param gamma cost angles of H = Σ Z_uZ_v; for the dense limit times √D
     * @param beta mixer angles
     * @param value the function's value there
     */
    @SuppressWarnings("ArrayRecordComponent") // a carrier of fresh arrays, never compared
    public record Row(int layers, double[] gamma, double[] beta, double value) {
        /** Expected cut fraction ½(1 − ⟨ZZ⟩) of the edges of a regular graph. */
        public double cutFraction() {
            return 0.5 * (1 - value);
        }
    }

    /** Rows for 1 … p layers on the D-regular tree; fewer when the deadline strikes. */
    public static List<Row> regular(int degree, int layers, Deadline deadline) {
        double gamma = degree == 2 ? Math.PI / 8 : 0.5 * Math.atan(1 / Math.sqrt(degree - 1));
        return climb(p -> HighGirth.regular(degree, p), gamma, layers, deadline);
    }

    /** Rows for 1 … p layers of the limit of large degree; fewer when the deadline strikes. */
    public static List<Row> dense(int layers, Deadline deadline) {
        return climb(HighGirth::dense, 0.5, layers, deadline);
    }

    private static List<Row> climb(IntFunction<HighGirth> functions, double first, int layers, Deadline deadline) {
        List<Row> rows = new ArrayList<>();
        double[] gamma = {first};
        double[] beta = {-Math.PI / 8};
        for (int p = 1; p <= layers && !deadline.expired(); p++) {
            double[] start = Arrays.copyOf(gamma, 2 * p);
            System.arraycopy(beta, 0, start, p, p);
            TrainingMonitor monitor = new TrainingMonitor(start, EVALUATIONS, deadline, 0);
            TrainingResult result = monitor.result(Trainer.of(Optimizer.LBFGS)
                    .minimize(functions.apply(p), start, 0.01, monitor, new SplittableRandom(0)));
            double[] x = result.parameters();
            gamma = Arrays.copyOf(x, p);
            beta = Arrays.copyOfRange(x, p, 2 * p);
            rows.add(new Row(p, gamma, beta, functions.apply(p).value(x)));
            gamma = interpolated(gamma);
            beta = interpolated(beta);
        }
        return rows;
    }

    /** INTERP (Zhou et al. 2020, appendix B): p angles to p + 1 by linear interpolation. */
    public static double[] interpolated(double[] angles) {
        int p = angles.length;
        double[] next = new double[p + 1];
        for (int i = 0; i <= p; i++) {
            double before = i > 0 ? angles[i - 1] : 0;
            double here = i < p ? angles[i] : 0;
            next[i] = (i * before + (p - i) * here) / p;
        }
        return next;
    }
}
