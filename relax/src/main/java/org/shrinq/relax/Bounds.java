package org.shrinq.relax;

import java.util.List;
import java.util.function.Consumer;
import org.shrinq.qubo.Sense;
import org.shrinq.qubo.problem.FamilyTable;
import org.shrinq.qubo.problem.NormalForm;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.problem.Unit;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.relax.lp.LinearRelaxations;

/**
 * Runs the bounds that apply to a problem, cheap ones first, and rounds those of problems with whole objectives. Every
 * bound is valid for the problem as given.
 */
public final class Bounds {
    private static final double INTEGRAL_TOLERANCE = 1e-6;

    private static final FamilyTable<BoundFamily<?>> TABLE = FamilyTable.of(
            BoundFamily.class,
            List.of(
                    new IndependentSetBounds(),
                    new AssignmentBounds(),
                    new MarketShareBounds(),
                    new SequenceBounds(),
                    new ModelBounds()));

    private Bounds() {}

    /** Every bound that applies, until the deadline; the trivial one always. */
    public static BoundReport of(Problem problem, Deadline deadline) {
        return of(problem, LinearRelaxations.direct(), deadline);
    }

    /** {@link #of(Problem, Deadline)} with linear relaxations from elsewhere. */
    public static BoundReport of(Problem problem, LinearRelaxations relaxations, Deadline deadline) {
        return of(problem, relaxations, deadline, bound -> {});
    }

    /**
     * {@link #of(Problem, LinearRelaxations, Deadline)} for those who want every bound at once.
     *
     * @param told hears of each bound as it is computed, in the problem's own sense and unit
     */
    public static BoundReport of(
            Problem problem, LinearRelaxations relaxations, Deadline deadline, Consumer<Bound> told) {
        NormalForm normal = problem.normalForm();
        Problem own = normal.problem();
        BoundList bounds = new BoundList(own, relaxations, deadline, b -> told.accept(back(b, normal.unit())));
        BoundReport report = report(TABLE.of(own), own, bounds);
        return normal.isUnchanged() ? report : back(report, normal.unit());
    }

    private static BoundReport back(BoundReport report, Unit unit) {
        return new BoundReport(
                back(report.best(), unit),
                report.all().stream().map(b -> back(b, unit)).toList(),
                report.skipped());
    }

    private static Bound back(Bound bound, Unit unit) {
        return new Bound(bound.kind(), unit.back(bound.value()));
    }

    /** The tighter of two bounds of one problem; the first of equal ones. */
    public static Bound tighter(Problem problem, Bound a, Bound b) {
        return problem.sense() == Sense.MAXIMIZE ? b.value() < a.value() ? b : a : b.value() > a.value() ? b : a;
    }

    /**
     * A bound moved to the next possible objective where objectives are whole: inwards, unless it lies so close beyond
     * one that rounding may have put it there, and never further out than the next whole number.
     */
    public static double round(Problem problem, double value) {
        if (!problem.isObjectiveIntegral() || Double.isInfinite(value)) {
            return value;
        }
        double tolerance = INTEGRAL_TOLERANCE * Math.max(1, 1e-6 * Math.abs(value));
        double rounded = problem.sense() == Sense.MAXIMIZE
                ? Math.min(Math.floor(value + tolerance), Math.ceil(value))
                : Math.max(Math.ceil(value - tolerance), Math.floor(value));
        return rounded == 0 ? 0 : rounded;
    }

    private static <P extends Problem> BoundReport report(BoundFamily<P> row, Problem problem, BoundList bounds) {
        P own = row.type().cast(problem);
        bounds.add(BoundKind.TRIVIAL, row.trivial(own));
        row.bound(own, bounds);
        return bounds.report();
    }
}
