package org.shrinq.relax;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.QuadraticForm;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.Sense;
import org.shrinq.qubo.problem.MarketShare;
import org.shrinq.qubo.problem.MaximumIndependentSet;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.problem.QuadraticAssignment;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.relax.assignment.DualAscent;
import org.shrinq.relax.assignment.GilmoreLawler;
import org.shrinq.relax.clique.CliqueCover;
import org.shrinq.relax.lagrange.LagrangianBound;
import org.shrinq.relax.lp.LinearRelaxations;
import org.shrinq.relax.lp.ModelLp;
import org.shrinq.relax.roof.RoofDual;
import org.shrinq.relax.sdp.SdpBound;
import org.shrinq.relax.sdp.SdpOptions;
import org.shrinq.relax.sdp.SdpSolver;
import org.shrinq.relax.theta.LovaszTheta;

/**
 * Runs the bounds that apply to a problem, cheap ones first, and rounds those of problems with whole objectives. Every bound is
 * valid for the problem as given.
 */
public final class Bounds {
    private static final double INTEGRAL_TOLERANCE = 1e-6;
    /** Of the time, leaving some for the Lagrangian bound. */
    private static final double LP_SHARE = 0.8;

    private static final long LP_ENTRIES = 5_000_000;
    private static final long ROOF_COUPLINGS = 5000;
    private static final int SDP_VARIABLES = 2000;
    private static final int THETA_VERTICES = 1100;

    private final Problem problem;
    private final LinearRelaxations relaxations;
    private final Deadline deadline;
    private final List<Bound> all = new ArrayList<>();
    private final Map<BoundKind, String> skipped = new EnumMap<>(BoundKind.class);

    private Bounds(Problem problem, LinearRelaxations relaxations, Deadline deadline) {
        this.problem = problem;
        this.relaxations = relaxations;
        this.deadline = deadline;
    }

    /** Every bound that applies, until the deadline; the trivial one always. */
    public static BoundReport of(Problem problem, Deadline deadline) {
        return of(problem, LinearRelaxations.direct(), deadline);
    }

    /** {@link #of(Problem, Deadline)} with linear relaxations from elsewhere. */
    public static BoundReport of(Problem problem, LinearRelaxations relaxations, Deadline deadline) {
        return new Bounds(problem, relaxations, deadline).run();
    }

    /** The tighter of two bounds of one problem; the first of equal ones. */
    public static Bound tighter(Problem problem, Bound a, Bound b) {
        return problem.sense() == Sense.MAXIMIZE ? b.value() < a.value() ? b : a : b.value() > a.value() ? b : a;
    }

    /**
     * A bound moved to the next possible objective where objectives are whole: inwards, unless it lies so close beyond one that rounding
     * may have put it there, and never further out than the next whole number.
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

    private BoundReport run() {
        add(BoundKind.TRIVIAL, trivial());
        if (problem instanceof MaximumIndependentSet mis) {
            double[] weights = new double[mis.size()];
            Arrays.setAll(weights, mis::weight);
            add(BoundKind.CLIQUE_COVER, CliqueCover.bound(mis.graph(), weights));
            theta(mis, weights);
        } else if (problem instanceof QuadraticAssignment qap) {
            assignment(qap);
        } else if (!(problem instanceof MarketShare)) {
            model(problem.model());
        }
        Bound best = all.get(0);
        for (Bound b : all) {
            best = tighter(problem, best, b);
        }
        return new BoundReport(best, all, skipped);
    }

    private void add(BoundKind kind, double value) {
        all.add(new Bound(kind, round(problem, value)));
    }

    private double trivial() {
        if (problem instanceof MarketShare) {
            return 0;
        }
        QuadraticForm form = problem.model().objective();
        if (problem instanceof QuadraticAssignment) {
            return isNonNegative((QuadraticAssignment) problem) ? 0 : Double.NEGATIVE_INFINITY;
        }
        int sign = problem.sense().factor();
        double[] sum = {sign * form.offset()};
        double[] size = {Math.abs(form.offset())};
        for (int i = 0; i < form.size(); i++) {
            sum[0] += Math.min(0, sign * form.linear(i));
            size[0] += Math.abs(form.linear(i));
        }
        form.forEachCoupling((i, j, c) -> {
            sum[0] += Math.min(0, sign * c);
            size[0] += Math.abs(c);
        });
        return sign * (sum[0] - 1e-13 * size[0]);
    }

    private static boolean isNonNegative(QuadraticAssignment qap) {
        for (int i = 0; i < qap.order(); i++) {
            for (int a = 0; a < qap.order(); a++) {
                if (qap.flow(i, a) < 0 || qap.distance(i, a) < 0 || qap.linear(i, a) < 0) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Notes why a costly bound is not computed: the problem is too large for it, or no time is left. */
    private boolean isLeftOut(BoundKind kind, boolean tooLarge, String why) {
        if (tooLarge) {
            skipped.put(kind, why);
        } else if (deadline.expired()) {
            skipped.put(kind, "no time left");
        } else {
            return false;
        }
        return true;
    }

    private void assignment(QuadraticAssignment qap) {
        add(BoundKind.GILMORE_LAWLER, GilmoreLawler.bound(qap).bound());
        boolean large = qap.order() > DualAscent.MOST;
        if (!isLeftOut(BoundKind.DUAL_ASCENT, large, "needs n^4 memory, n is " + qap.order())) {
            add(
                    BoundKind.DUAL_ASCENT,
                    DualAscent.run(qap, 200, Double.POSITIVE_INFINITY, deadline).bound());
        }
    }

    private void theta(MaximumIndependentSet mis, double[] weights) {
        boolean large = mis.size() > THETA_VERTICES;
        if (!isLeftOut(BoundKind.THETA, large, mis.size() + " vertices are too many")) {
            add(BoundKind.THETA, LovaszTheta.bound(mis.graph(), weights, deadline));
        }
    }

    /** Rows under a linear objective; for quadratic ones the form alone, which loosens but keeps the bound. */
    private void model(BinaryModel model) {
        boolean quadratic = model.objective().couplings() > 0;
        if (quadratic || model.constraints().isEmpty()) {
            String why = quadratic ? "the objective is quadratic" : "there are no constraints";
            skipped.put(BoundKind.LAGRANGIAN, why);
            skipped.put(BoundKind.LP, why);
        } else {
            linear(model);
            add(BoundKind.LAGRANGIAN, model.sense().factor() * LagrangianBound.of(model, deadline));
        }
        if (quadratic) {
            roofDual(model);
            semidefinite(model);
        }
    }

    private void linear(BinaryModel model) {
        long entries = model.constraints().stream().mapToLong(c -> c.arity()).sum();
        if (entries > LP_ENTRIES) {
            skipped.put(BoundKind.LP, entries + " coefficients are too many");
            return;
        }
        // the Lagrangian bound comes after it: never better, but good where the LP is too slow
        Deadline most = deadline.within(LP_SHARE * deadline.remainingSeconds());
        Optional<ModelLp.Result> lp = relaxations.solve(model, most);
        if (lp.isPresent()) {
            add(BoundKind.LP, model.sense().factor() * lp.get().bound());
        } else {
            skipped.put(BoundKind.LP, "the LP solver found no solution in time");
        }
    }

    private void roofDual(BinaryModel model) {
        long couplings = model.objective().couplings();
        if (!isLeftOut(BoundKind.ROOF_DUAL, couplings > ROOF_COUPLINGS, couplings + " couplings are too many")) {
            add(
                    BoundKind.ROOF_DUAL,
                    model.sense().factor() * RoofDual.of(minimised(model)).bound());
        }
    }

    private void semidefinite(BinaryModel model) {
        int n = model.size();
        if (isLeftOut(BoundKind.SDP, n > SDP_VARIABLES, n + " variables are too many")) {
            return;
        }
        SdpOptions options = SdpOptions.defaults().withBounding(SdpOptions.Bounding.PROVEN, 1e-3);
        SdpBound bound = SdpSolver.of(minimised(model), options, new SplittableRandom(1))
                .solve(deadline)
                .bound();
        if (bound.isProven()) {
            add(BoundKind.SDP, model.sense().factor() * bound.value());
        } else {
            skipped.put(BoundKind.SDP, "no proof in time");
        }
    }

    private static Qubo minimised(BinaryModel model) {
        return Qubo.builder(model.size())
                .addForm(model.objective(), model.sense().factor())
                .build();
    }
}
