package org.shrinq.bench.shrinking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shrinq.bench.suite.Plan;
import org.shrinq.bench.suite.RunTask;
import org.shrinq.instances.Instances;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.shrink.Elimination;
import org.shrinq.shrink.calibrate.Structure;
import org.shrinq.shrink.contract.Step;
import org.shrinq.shrink.correlate.Evidences;
import org.shrinq.shrink.correlate.StepModel;
import org.shrinq.solver.Shrinq;
import org.shrinq.solver.SmallProblem;

/**
 * Trains a {@link StepModel}. Problems whose optima can all be listed are shrunk by one source after the other; at
 * every recalculation with an optimum left each candidate is labelled by the sign with which an optimum survives, and
 * left out where both signs keep one. Logistic regression with a ridge by Newton's method. Every tenth problem only
 * serves to measure the calibration.
 */
public final class StepTraining {
    private static final double RIDGE = 1;
    private static final int NEWTON_STEPS = 25;
    private static final int HELD_OUT = 10;
    private static final int BINS = 5;

    private final Map<String, Examples> training = new HashMap<>();
    private final Map<String, Examples> validation = new HashMap<>();
    private int problems;

    /** Features and signs of one kind of step on one structure. */
    private record Examples(List<double[]> features, List<Integer> signs) {
        Examples() {
            this(new ArrayList<>(), new ArrayList<>());
        }
    }

    /** Shrinks everything that the plan holds; instances whose optima cannot be listed are passed over. */
    public void collect(Plan plan) {
        Map<String, Optional<KnownCase>> cases = new HashMap<>();
        for (RunTask task : plan.tasks()) {
            cases.computeIfAbsent(task.instance().id(), id -> read(task)).ifPresent(known -> shrink(task, known));
        }
    }

    private record KnownCase(Problem problem, List<byte[]> optima, boolean validates) {}

    private Optional<KnownCase> read(RunTask task) {
        Problem problem =
                Instances.read(task.instance().path(), task.instance().read()).problem();
        problems++;
        boolean validates = problems % HELD_OUT == 0;
        return AllOptima.of(problem).map(optima -> new KnownCase(problem, optima, validates));
    }

    private void shrink(RunTask task, KnownCase known) {
        RecordingSource source = new RecordingSource((int) (task.seed() % (Evidences.SOURCES.size() + 1)));
        SmallProblem small =
                Shrinq.with(task.options().withCustomSource(source)).prepare(known.problem);
        int size = small.shrunk().log().variables();
        if (size != known.problem.size()) {
            return;
        }
        Structure structure = Structure.of(known.problem.model());
        List<byte[]> alive = known.optima;
        int taken = 0;
        for (RecordingSource.Candidate c : source.candidates()) {
            for (; taken < size - c.task(); taken++) {
                Elimination e = small.shrunk().log().entries().get(taken);
                alive = alive.stream().filter(x -> StepLabels.agrees(e, x)).toList();
            }
            if (alive.isEmpty()) {
                return;
            }
            int sign = sign(alive, c.i(), c.j());
            if (sign != 0) {
                StepModel.Kind kind = c.j() == Step.GROUND ? StepModel.Kind.SINGLE : StepModel.Kind.PAIR;
                Examples to = (known.validates ? validation : training)
                        .computeIfAbsent(structure + " " + kind, k -> new Examples());
                to.features.add(c.features());
                to.signs.add(sign);
            }
        }
    }

    /** The sign that all optima share, 0 where they do not. */
    private static int sign(List<byte[]> optima, int i, int j) {
        int sign = 0;
        for (byte[] x : optima) {
            int own = (1 - 2 * x[i]) * (j == Step.GROUND ? 1 : 1 - 2 * x[j]);
            if (sign != 0 && own != sign) {
                return 0;
            }
            sign = own;
        }
        return sign;
    }

    /** The trained model with its recipe and calibration, as {@link StepModel#parse} reads it. */
    public String text(String recipe) {
        StepModel model = StepModel.none();
        StringBuilder text = new StringBuilder("# ").append(recipe).append('\n');
        text.append("# logistic regression, ridge ")
                .append(RIDGE)
                .append("; share right of held-out candidates by |X| to 0.2, 0.4, 0.6, 0.8, 1 (number)\n");
        for (Structure structure : Structure.values()) {
            for (StepModel.Kind kind : StepModel.Kind.values()) {
                Examples examples = training.get(structure + " " + kind);
                if (examples == null) {
                    continue;
                }
                model = model.with(structure, kind, fit(examples));
                text.append("# ")
                        .append(structure.id())
                        .append(' ')
                        .append(kind)
                        .append(": ")
                        .append(examples.signs.size())
                        .append(" examples; ")
                        .append(calibration(model, structure, kind))
                        .append('\n');
            }
        }
        return text.append(model.text()).toString();
    }

    private String calibration(StepModel model, Structure structure, StepModel.Kind kind) {
        Examples held = validation.getOrDefault(structure + " " + kind, new Examples());
        int[][] bins = new int[BINS][2];
        for (int k = 0; k < held.signs.size(); k++) {
            double x = model.expectation(structure, kind, held.features.get(k)).orElse(0.0);
            int bin = (int) Math.min(BINS - 1, Math.abs(x) * BINS);
            bins[bin][0]++;
            bins[bin][1] += x * held.signs.get(k) > 0 ? 1 : 0;
        }
        StringBuilder text = new StringBuilder();
        for (int[] bin : bins) {
            text.append(text.length() == 0 ? "" : ", ")
                    .append(bin[0] == 0 ? "-" : Math.round(100.0 * bin[1] / bin[0]) + " %")
                    .append(" (")
                    .append(bin[0])
                    .append(')');
        }
        return text.toString();
    }

    /** Minimises Σ ln(1 + e^{−s w·f}) + ½ ridge ‖w‖². */
    private static double[] fit(Examples examples) {
        int n = Evidences.FEATURES;
        double[] w = new double[n];
        for (int step = 0; step < NEWTON_STEPS; step++) {
            double[] gradient = new double[n];
            double[] hessian = new double[n * n];
            for (int a = 0; a < n; a++) {
                gradient[a] = RIDGE * w[a];
                hessian[a * n + a] = RIDGE;
            }
            for (int k = 0; k < examples.signs.size(); k++) {
                double[] f = examples.features.get(k);
                int s = examples.signs.get(k);
                double margin = 0;
                for (int a = 0; a < n; a++) {
                    margin += s * w[a] * f[a];
                }
                double wrong = 1 / (1 + Math.exp(margin));
                for (int a = 0; a < n; a++) {
                    gradient[a] -= wrong * s * f[a];
                    for (int b = 0; b <= a; b++) {
                        hessian[a * n + b] += wrong * (1 - wrong) * f[a] * f[b];
                    }
                }
            }
            double[] change = solve(hessian, gradient, n);
            for (int a = 0; a < n; a++) {
                w[a] -= change[a];
            }
        }
        return w;
    }

    /** The solution of A x = b by Cholesky's factors; the lower half of A is overwritten. */
    private static double[] solve(double[] a, double[] b, int n) {
        double[] x = b.clone();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = a[i * n + j];
                for (int k = 0; k < j; k++) {
                    sum -= a[i * n + k] * a[j * n + k];
                }
                a[i * n + j] = i == j ? Math.sqrt(sum) : sum / a[j * n + j];
            }
        }
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < i; k++) {
                x[i] -= a[i * n + k] * x[k];
            }
            x[i] /= a[i * n + i];
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int k = i + 1; k < n; k++) {
                x[i] -= a[k * n + i] * x[k];
            }
            x[i] /= a[i * n + i];
        }
        return x;
    }
}
