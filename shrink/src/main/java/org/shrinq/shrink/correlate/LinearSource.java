package org.shrinq.shrink.correlate;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.Constraint;
import org.shrinq.qubo.Ising;
import org.shrinq.qubo.KroneckerForm;
import org.shrinq.qubo.LinearAtMost;
import org.shrinq.qubo.LinearEqual;
import org.shrinq.qubo.problem.QuadraticAssignment;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.run.RandomStreams;
import org.shrinq.relax.assignment.DualAscent;
import org.shrinq.relax.assignment.GilmoreLawler;
import org.shrinq.relax.assignment.PlacementBeam;
import org.shrinq.relax.branch.LinearBeam;
import org.shrinq.relax.lp.ModelLp;

/**
 * What linear relaxations know of single variables, by the kind of model:
 *
 * <ul>
 *   <li>capacity rows or equalities under a linear objective: what the relaxed optima of the parts of a
 *   {@link LinearBeam} agree on, those of low bounds
 *       counting most, with a small share of (1 − 2x_i)·|r_i|/(|r_i| + s), x the relaxed optimum of the whole, r its
 *       reduced costs and s their median size, which ranks what all parts agree on. Parts leave at least eight
 *       variables undecided;
 *   <li>an assignment in its implicit form: X_0,ia = r_ia/(r_ia + s) with the reduced costs of the Gilmore-Lawler
 *   bound, raised by
 *       dual ascent where that is cheap; pairs that are forbidden by now cost too much to be used;
 *   <li>conflicts and at-most-one groups under a linear objective: a {@link PackingBeam};
 *   <li>anything else is answered by {@link CycleSource}.
 * </ul>
 *
 * <p>An answer is passed on while variables are fixed at the values that it favours and no more than a quarter of them
 * is.
 */
final class LinearSource implements CorrelationSource {
    private static final int ASCENT_ORDER = 15;
    private static final int ASCENT_ROUNDS = 12;
    private static final int LARGEST_ASSIGNMENT = 60;

    /** Most parts of a beam through the tree of linear relaxations, and how many variables each decides. */
    private static final int WIDTH = 128;

    private static final int LEVELS = 40;
    /** Variables that no part decides: complete assignments are not evaluated. */
    private static final int UNDECIDED = 8;

    private static final double PLACEMENT_OPERATIONS = 1e9;
    private static final double PIVOTS_PER_SOLVE = 10;
    private static final double BEAM_OPERATIONS = 1e9;
    /** Share of what the first relaxation says by itself: it ranks variables on which all parts agree. */
    private static final double OWN_SHARE = 0.05;
    /**
     * In units of the mean excess of the better quarter; 1 and more lost optima of generated knapsacks, 0.1 nothing
     * (docs/shrinking.md).
     */
    private static final double TEMPERATURE = 0.2;

    private final CorrelationSource otherwise;
    private final CorrelationSource dense;

    /**
     * @param otherwise for forms that it knows no linear relaxation of
     * @param dense for packing problems that are too large for a beam
     */
    LinearSource(CorrelationSource otherwise, CorrelationSource dense) {
        this.otherwise = otherwise;
        this.dense = dense;
    }

    @Override
    public String id() {
        return "lp";
    }

    /**
     * Most calls only pass the answer before on; the relaxation itself is far cheaper than what {@code otherwise} does.
     */
    @Override
    public double operations(Ising ising) {
        return otherwise.operations(ising);
    }

    @Override
    public boolean knowsPairs(BinaryModel model) {
        return !isAssignment(model) && !isLinear(model) && otherwise.knowsPairs(model);
    }

    @Override
    public boolean looks() {
        return otherwise.looks();
    }

    @Override
    public Correlations correlate(CorrelationTask task, RandomStreams random, Deadline deadline) {
        BinaryModel model = task.model();
        if (PackingBeam.applies(model)) {
            Optional<Correlations> packing = PackingBeam.correlate(task, deadline);
            return packing.isPresent() ? packing.get() : dense.correlate(task, random, deadline);
        }
        boolean assignment = isAssignment(model);
        if (!assignment && !isLinear(model)) {
            return otherwise.correlate(task, random, deadline);
        }
        Optional<RelaxedCorrelations> before = task.previous()
                .filter(p -> p.correlations() instanceof RelaxedCorrelations)
                .map(p -> (RelaxedCorrelations) p.correlations())
                .filter(r -> deadline.expired() || r.agrees(task.partial()));
        Optional<double[]> strengths = before.isPresent()
                ? Optional.of(before.get().strengths())
                : assignment ? Optional.of(assignment(model, task.partial(), deadline)) : linear(model, task, deadline);
        if (strengths.isEmpty()) {
            return otherwise.correlate(task, random, deadline);
        }
        double[] x = strengths.get();
        SparseCorrelations values = new SparseCorrelations(task.size());
        for (int k = 0; k < task.size(); k++) {
            int v = task.variables()[k];
            values.setSingle(k, v < x.length ? x[v] : 0);
        }
        double cost = before.isPresent() ? 0 : assignment ? ascentOperations(model) : beamOperations(task);
        return new RelaxedCorrelations(values, x, task.partial(), cost);
    }

    /** Partial assignments that a beam of bounds kept; nothing is evaluated. */
    @Override
    public Optional<Placements> placements(
            OpenAssignment assignment, List<Bits> pool, RandomStreams random, Deadline deadline) {
        PlacementBeam.Result beam = PlacementBeam.run(assignment.rest(), PLACEMENT_OPERATIONS, deadline);
        List<PlacementBeam.Placement> found = beam.placements();
        return Optional.of(Placements.of(
                found.stream().map(PlacementBeam.Placement::guess).toList(),
                found.stream().mapToDouble(PlacementBeam.Placement::bound).toArray(),
                beam.reducedCosts(),
                beam.operations()));
    }

    private static double ascentOperations(BinaryModel model) {
        int n = ((KroneckerForm) model.objective()).order();
        return n <= ASCENT_ORDER ? 4 * ASCENT_ROUNDS * Math.pow(n, 5) : Math.pow(n, 3);
    }

    private static double beamOperations(CorrelationTask task) {
        double solve = solveOperations(task.size(), task.model());
        return (1 + 2.0 * Math.max(0, levels(task.size())) * width(solve)) * solve;
    }

    private static double solveOperations(int free, BinaryModel model) {
        return PIVOTS_PER_SOLVE
                * Math.max(1, free)
                * Math.max(1, model.constraints().size());
    }

    private static int levels(int free) {
        return Math.min(LEVELS, free - UNDECIDED);
    }

    private static int width(double solve) {
        return (int) Math.min(WIDTH, BEAM_OPERATIONS / (2 * LEVELS * solve));
    }

    private static boolean isLinear(BinaryModel model) {
        if (model.objective() instanceof KroneckerForm || model.objective().couplings() > 0) {
            return false;
        }
        for (Constraint c : model.constraints()) {
            if (c instanceof LinearAtMost || c instanceof LinearEqual) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAssignment(BinaryModel model) {
        return model.objective() instanceof KroneckerForm k
                && k.order() <= LARGEST_ASSIGNMENT
                && k.order() > 1
                && model.sense().factor() > 0;
    }

    /** Of the model that the fixed variables leave, by variable of the whole model. */
    private static Optional<double[]> linear(BinaryModel model, CorrelationTask task, Deadline deadline) {
        byte[] fixed = task.partial();
        BinaryModel rest = model.restrict(fixed);
        Optional<ModelLp.Result> lp = ModelLp.solve(rest, deadline);
        if (lp.isEmpty()) {
            return Optional.empty();
        }
        double[] agreement = agreement(rest, deadline);
        double[] reduced = lp.get().reducedCosts();
        double scale = scale(reduced);
        double[] x = new double[fixed.length];
        int k = 0;
        for (int v = 0; v < x.length; v++) {
            if (fixed[v] < 0) {
                double size = Math.abs(reduced[k]);
                double certain = scale > 0 ? (1 - 2 * lp.get().x()[k]) * size / (size + scale) : 0;
                x[v] = (1 - OWN_SHARE) * agreement[k] + OWN_SHARE * certain;
                k++;
            } else {
                x[v] = 1 - 2 * fixed[v];
            }
        }
        return Optional.of(x);
    }

    /**
     * Σ_p w_p (1 − 2x_p) over the parts of a beam with their relaxed optima x_p, w_p ∝ exp(−(bound_p − least bound)/T),
     * T a fifth of the mean excess of the better quarter; zeros where there is no beam.
     */
    private static double[] agreement(BinaryModel rest, Deadline deadline) {
        double[] mean = new double[rest.size()];
        int width = width(solveOperations(rest.size(), rest));
        int levels = levels(rest.size());
        if (width < 1 || levels < 1 || deadline.expired()) {
            return mean;
        }
        List<LinearBeam.Part> parts = LinearBeam.run(rest, width, levels, deadline);
        double[] weights = BoltzmannWeights.of(
                parts.stream().mapToDouble(LinearBeam.Part::bound).toArray(), TEMPERATURE);
        for (int p = 0; p < weights.length; p++) {
            double[] x = parts.get(p).x();
            for (int i = 0; i < mean.length; i++) {
                mean[i] += weights[p] * (1 - 2 * x[i]);
            }
        }
        return mean;
    }

    private static double[] assignment(BinaryModel model, byte[] fixed, Deadline deadline) {
        KroneckerForm form = (KroneckerForm) model.objective();
        int n = form.order();
        double[][] flow = new double[n][n];
        double[][] distance = new double[n][n];
        double[][] linear = new double[n][n];
        double forbidden = OpenAssignment.prohibition(form);
        for (int i = 0; i < n; i++) {
            for (int a = 0; a < n; a++) {
                flow[i][a] = form.flow(i, a);
                distance[i][a] = form.distance(i, a);
                int v = i * n + a;
                linear[i][a] = form.linear(v) + (fixed[v] == 0 ? forbidden : 0);
            }
        }
        QuadraticAssignment problem = QuadraticAssignment.of("relaxation", flow, distance, linear);
        double[] reduced = n <= ASCENT_ORDER
                ? DualAscent.run(problem, ASCENT_ROUNDS, Double.POSITIVE_INFINITY, deadline)
                        .reducedCosts()
                : GilmoreLawler.bound(problem).reducedCosts();
        double[] open = new double[reduced.length];
        int count = 0;
        for (int v = 0; v < reduced.length; v++) {
            if (fixed[v] < 0) {
                open[count++] = reduced[v];
            }
        }
        double scale = scale(Arrays.copyOf(open, count));
        double[] x = new double[reduced.length];
        for (int v = 0; v < x.length; v++) {
            x[v] = fixed[v] >= 0 ? 1 - 2 * fixed[v] : scale > 0 ? reduced[v] / (reduced[v] + scale) : 0;
        }
        return x;
    }

    /** The median size, or the mean where the median is 0. */
    private static double scale(double[] reduced) {
        if (reduced.length == 0) {
            return 0;
        }
        double[] sizes = Arrays.stream(reduced).map(Math::abs).sorted().toArray();
        double median = sizes[sizes.length / 2];
        return median > 0 ? median : Arrays.stream(sizes).sum() / sizes.length;
    }
}
