package org.shrinq.relax;

import java.util.Optional;
import java.util.SplittableRandom;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.QuadraticForm;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.relax.lagrange.LagrangianBound;
import org.shrinq.relax.lp.ModelLp;
import org.shrinq.relax.roof.RoofDual;
import org.shrinq.relax.sdp.SdpBound;
import org.shrinq.relax.sdp.SdpOptions;
import org.shrinq.relax.sdp.SdpSolver;

/**
 * What any model allows: linear and Lagrangian bounds, roof duals and semidefinite bounds; nothing where the model is a
 * stand-in.
 */
final class ModelBounds implements BoundFamily<Problem> {
    /** Of the time, leaving some for the Lagrangian bound. */
    private static final double LP_SHARE = 0.8;

    private static final long LP_ENTRIES = 5_000_000;
    private static final long ROOF_COUPLINGS = 5000;
    private static final int SDP_VARIABLES = 2000;

    @Override
    public Class<Problem> type() {
        return Problem.class;
    }

    @Override
    public void bound(Problem problem, BoundList bounds) {
        if (problem.hasExactModel()) {
            model(problem.model(), bounds);
        }
    }

    /** The offset and all terms that help, less rounding; the worst value where the model is a stand-in. */
    static double trivialOf(Problem problem) {
        if (!problem.hasExactModel()) {
            return problem.sense().factor() * Double.NEGATIVE_INFINITY;
        }
        QuadraticForm form = problem.model().objective();
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

    /** Rows under a linear objective; for quadratic ones the form alone, which loosens but keeps the bound. */
    private static void model(BinaryModel model, BoundList bounds) {
        boolean quadratic = model.objective().couplings() > 0;
        if (quadratic || model.constraints().isEmpty()) {
            String why = quadratic ? "the objective is quadratic" : "there are no constraints";
            bounds.skip(BoundKind.LAGRANGIAN, why);
            bounds.skip(BoundKind.LP, why);
        } else {
            linear(model, bounds);
            bounds.add(
                    BoundKind.LAGRANGIAN,
                    model.sense().factor()
                            * LagrangianBound.of(model, bounds.deadline()).value());
        }
        if (quadratic) {
            roofDual(model, bounds);
            semidefinite(model, bounds);
        }
    }

    private static void linear(BinaryModel model, BoundList bounds) {
        long entries = model.constraints().stream().mapToLong(c -> c.arity()).sum();
        if (entries > LP_ENTRIES) {
            bounds.skip(BoundKind.LP, entries + " coefficients are too many");
            return;
        }
        // the Lagrangian bound comes after it: never better, but good where the LP is too slow
        Deadline most = bounds.deadline().within(LP_SHARE * bounds.deadline().remainingSeconds());
        Optional<ModelLp.Result> lp = bounds.relaxations().solve(model, most);
        if (lp.isPresent()) {
            bounds.add(BoundKind.LP, model.sense().factor() * lp.get().bound());
        } else {
            bounds.skip(BoundKind.LP, "the LP solver found no solution in time");
        }
    }

    private static void roofDual(BinaryModel model, BoundList bounds) {
        long couplings = model.objective().couplings();
        if (!bounds.isLeftOut(BoundKind.ROOF_DUAL, couplings > ROOF_COUPLINGS, couplings + " couplings are too many")) {
            bounds.add(
                    BoundKind.ROOF_DUAL,
                    model.sense().factor()
                            * RoofDual.of(minimised(model), bounds.deadline()).bound());
        }
    }

    private static void semidefinite(BinaryModel model, BoundList bounds) {
        int n = model.size();
        if (bounds.isLeftOut(BoundKind.SDP, n > SDP_VARIABLES, n + " variables are too many")) {
            return;
        }
        SdpOptions options = SdpOptions.defaults().withBounding(SdpOptions.Bounding.PROVEN, 1e-3);
        SdpBound bound = SdpSolver.of(minimised(model), options, new SplittableRandom(1))
                .solve(bounds.deadline())
                .bound();
        if (bound.isProven()) {
            bounds.add(BoundKind.SDP, model.sense().factor() * bound.value());
        } else {
            bounds.skip(BoundKind.SDP, "no proof in time");
        }
    }

    private static Qubo minimised(BinaryModel model) {
        return Qubo.builder(model.size())
                .addForm(model.objective(), model.sense().factor())
                .build();
    }
}
