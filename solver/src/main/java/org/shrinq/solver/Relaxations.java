package org.shrinq.solver;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Constraint;
import org.shrinq.qubo.LinearAtMost;
import org.shrinq.qubo.LinearEqual;
import org.shrinq.qubo.Sense;
import org.shrinq.qubo.encode.LinearHints;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.relax.Bound;
import org.shrinq.relax.BoundKind;
import org.shrinq.relax.BoundReport;
import org.shrinq.relax.Bounds;
import org.shrinq.relax.branch.BranchResult;
import org.shrinq.relax.branch.BranchSearch;
import org.shrinq.relax.branch.ResumableBranching;
import org.shrinq.relax.lp.LinearRelaxations;
import org.shrinq.relax.lp.ModelLp;
import org.shrinq.search.Hints;

/** What relaxations tell one run: valid bounds, multipliers, activities, uncertainties. Not thread-safe. */
final class Relaxations {
    /** Of the step between whole objectives. */
    private static final double HALF = 0.5;

    private final Problem problem;
    private final SolverOptions options;
    private final RunListener listener;
    private final DoubleSupplier seconds;
    private final LinearRelaxations linear = LinearRelaxations.remembering();
    private final List<Bound> bounds = new ArrayList<>();
    private final List<Trace.Tightening> history = new ArrayList<>();
    private final Map<BoundKind, String> skipped = new EnumMap<>(BoundKind.class);
    private double slack = Double.NaN;

    private @Nullable ResumableBranching branching;
    private Bound best;

    /** For those who ask for single relaxations outside a run. */
    Relaxations(Problem problem, SolverOptions options, RunListener listener) {
        this(problem, options, listener, Deadline.never().stopwatch()::seconds);
    }

    /** @param seconds since the run began */
    Relaxations(Problem problem, SolverOptions options, RunListener listener, DoubleSupplier seconds) {
        this.problem = problem;
        this.options = options;
        this.listener = listener;
        this.seconds = seconds;
        this.best = new Bound(BoundKind.TRIVIAL, -problem.sense().factor() * Double.POSITIVE_INFINITY);
    }

    /** Runs the relaxation bounds. */
    void bound(Deadline deadline) {
        Deadline until = options.bounds().isOn() ? deadline : deadline.withChecks(0);
        skipped.putAll(Bounds.of(problem, linear, until, this::add).skipped());
    }

    /** A bound from elsewhere, where it is better than all before. */
    void improve(Bound bound) {
        if (Bounds.tighter(problem, best, bound) != best) {
            add(bound);
        }
    }

    /** A bound from elsewhere. */
    void add(Bound bound) {
        bounds.add(bound);
        Bound tighter = Bounds.tighter(problem, best, bound);
        if (tighter != best) {
            best = tighter;
            Trace.Tightening step = new Trace.Tightening(seconds.getAsDouble(), best);
            history.add(step);
            listener.bounded(step);
        }
    }

    /**
     * A slice of branch and bound from the incumbent, which goes on where the one before ended; what it finds is
     * offered as a solution and as a bound.
     *
     * @return true when it has proved that there is no feasible solution
     */
    boolean branch(Incumbent incumbent, Deadline deadline) {
        return beginBranch(incumbent, deadline) && endBranch(incumbent);
    }

    /** Begins such a slice beside the caller; false where there is none to begin. */
    boolean beginBranch(Incumbent incumbent, Deadline deadline) {
        if (!canBranch() || deadline.expired()) {
            return false;
        }
        branching(incumbent).begin(incumbent.objective(), best.value(), deadline);
        return true;
    }

    /** The tree, for one user at a time: who takes it lets no other begin a slice. */
    ResumableBranching branching(Incumbent incumbent) {
        ResumableBranching present = branching;
        if (present == null) {
            present = new ResumableBranching(problem, x -> incumbent.offer(x, Origin.BRANCHING));
            branching = present;
        }
        return present;
    }

    /** Waits for the end of a slice that was begun; true when it has proved that there is no feasible solution. */
    boolean endBranch(Incumbent incumbent) {
        return take(Objects.requireNonNull(branching, "no slice was begun").await(), incumbent);
    }

    /** Takes account of a slice that has ended; true when it has proved that there is no feasible solution. */
    boolean take(BranchResult result, Incumbent incumbent) {
        if (!result.finished()) {
            skipped.put(BoundKind.SEARCH, "stopped after " + result.nodes() + " nodes");
            return false;
        }
        skipped.remove(BoundKind.SEARCH);
        if (incumbent.isPresent()) {
            add(new Bound(BoundKind.SEARCH, result.bound()));
        }
        return !incumbent.isPresent();
    }

    /** Ends what goes on between slices. */
    void close() {
        if (branching != null) {
            branching.close();
        }
    }

    /** Whether branch and bound would do anything. */
    boolean canBranch() {
        return options.bounds().isOn() && BranchSearch.applies(problem);
    }

    /** A search has proved that nothing is better than the incumbent. */
    void proved(Incumbent incumbent) {
        if (!problem.model().isWhole()) {
            return; // it has searched rows that are rounded outwards
        }
        add(new Bound(BoundKind.SEARCH, incumbent.objective()));
    }

    BoundReport report() {
        return new BoundReport(best, bounds, skipped);
    }

    /** Every bound that was better than all before. */
    List<Trace.Tightening> history() {
        return history;
    }

    /** True when a bound meets the incumbent. */
    boolean proves(Incumbent incumbent) {
        if (!incumbent.isPresent() || Double.isInfinite(best.value())) {
            return false;
        }
        return problem.sense() == Sense.MAXIMIZE
                ? incumbent.objective() >= best.value() - slack()
                : incumbent.objective() <= best.value() + slack();
    }

    /**
     * How close a bound has to come to the incumbent: any closer, and no objective lies between them that doubles tell
     * apart. Found out once it is asked for, since it goes over all numbers of the objective.
     */
    private double slack() {
        if (Double.isNaN(slack)) {
            double rounding = problem.objectiveRounding();
            slack = rounding == 0 ? HALF : rounding;
        }
        return slack;
    }

    /** The objective at which nothing better can be found, when it is known. */
    OptionalDouble target() {
        return Double.isInfinite(best.value()) ? OptionalDouble.empty() : OptionalDouble.of(best.value());
    }

    /** The best bound, where one is known. */
    Optional<Bound> best() {
        return Double.isInfinite(best.value()) ? Optional.empty() : Optional.of(best);
    }

    /** Linear relaxations of this run, each solved once. */
    LinearRelaxations linear() {
        return linear;
    }

    /** What an encoding without slack needs to know of capacity rows. */
    Optional<LinearHints> linearHints(BinaryModel model, Deadline deadline) {
        return hasRows(model)
                ? linear.solve(model, deadline)
                        .map(lp -> new LinearHints(nonNegative(lp.multipliers()), lp.activities()))
                : Optional.empty();
    }

    private static boolean hasRows(BinaryModel model) {
        for (Constraint c : model.constraints()) {
            if (c instanceof LinearAtMost) {
                return true;
            }
        }
        return false;
    }

    private static double[] nonNegative(double[] multipliers) {
        double[] result = multipliers.clone();
        for (int k = 0; k < result.length; k++) {
            result[k] = Math.max(0, result[k]);
        }
        return result;
    }

    /** Multipliers for the repair of a problem with capacity rows. */
    Hints repairHints(Problem of, Deadline deadline) {
        if (!of.hasExactModel() || !hasRows(of.model())) {
            return Hints.none();
        }
        Optional<ModelLp.Result> lp = linear.solve(of.model(), deadline);
        return lp.isPresent()
                ? Hints.none().withMultipliers(nonNegative(lp.get().multipliers()))
                : Hints.none();
    }

    /**
     * How undecided the linear relaxation is about every variable, in [0, 1]: 1 at reduced cost 0, less the more a
     * value against the reduced cost would cost; 0 everywhere where there is no linear relaxation.
     */
    double[] uncertainty(Problem of, Deadline deadline) {
        double[] uncertainty = new double[of.size()];
        if (!of.hasExactModel() || !hasLinearRows(of.model())) {
            return uncertainty;
        }
        Optional<ModelLp.Result> lp = linear.solve(of.model(), deadline);
        if (lp.isEmpty()) {
            return uncertainty;
        }
        double[] sizes = lp.get().reducedCosts().clone();
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = Math.abs(sizes[i]);
        }
        double[] sorted = sizes.clone();
        java.util.Arrays.sort(sorted);
        double scale = sorted[Math.min(sorted.length - 1, Math.max(8, sorted.length / 8))];
        for (int i = 0; i < uncertainty.length; i++) {
            uncertainty[i] = sizes[i] == 0 ? 1 : Math.exp(-sizes[i] / Math.max(Double.MIN_NORMAL, scale));
        }
        return uncertainty;
    }

    private static boolean hasLinearRows(BinaryModel model) {
        return model.constraints().stream().anyMatch(c -> c instanceof LinearAtMost || c instanceof LinearEqual);
    }
}
