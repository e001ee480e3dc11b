package org.shrinq.solver;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.QuadraticForm;
import org.shrinq.qubo.Sense;
import org.shrinq.qubo.encode.LinearHints;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.relax.Bound;
import org.shrinq.relax.BoundKind;
import org.shrinq.relax.BoundReport;
import org.shrinq.repair.RepairHints;

/** What relaxations tell one run: valid bounds, multipliers, marginals. Not thread-safe. */
final class Relaxations {
    private static final double TOLERANCE = 1e-9;

    private final Problem problem;
    private final SolverOptions options;
    private final RunListener listener;
    private final List<Bound> bounds = new ArrayList<>();
    private Bound best;

    Relaxations(Problem problem, SolverOptions options, RunListener listener) {
        this.problem = problem;
        this.options = options;
        this.listener = listener;
        this.best = new Bound(BoundKind.TRIVIAL, trivial(problem));
        bounds.add(best);
    }

    private static double trivial(Problem problem) {
        QuadraticForm form = problem.model().objective();
        double[] sum = {form.offset()};
        int sign = problem.sense().factor();
        for (int i = 0; i < form.size(); i++) {
            sum[0] += sign * Math.min(0, sign * form.linear(i));
        }
        form.forEachCoupling((i, j, c) -> sum[0] += sign * Math.min(0, sign * c));
        return sum[0];
    }

    void bound(Deadline deadline) {}

    void branch(Incumbent incumbent, Deadline deadline) {}

    BoundReport report() {
        return new BoundReport(best, bounds, Map.of());
    }

    boolean isInfeasible() {
        return false;
    }

    /** True when a bound meets the incumbent. */
    boolean proves(Incumbent incumbent) {
        if (!incumbent.isPresent()) {
            return false;
        }
        double slack = TOLERANCE * Math.max(1, Math.abs(best.value()));
        return problem.sense() == Sense.MAXIMIZE
                ? incumbent.objective() >= best.value() - slack
                : incumbent.objective() <= best.value() + slack;
    }

    /** The objective at which nothing better can be found, when it is known. */
    OptionalDouble target() {
        return Double.isInfinite(best.value()) ? OptionalDouble.empty() : OptionalDouble.of(best.value());
    }

    Optional<LinearHints> linearHints(BinaryModel model, Deadline deadline) {
        return Optional.empty();
    }

    RepairHints repairHints(Problem of) {
        return RepairHints.none();
    }

    double[] doubt(Problem of) {
        return new double[of.size()];
    }
}
