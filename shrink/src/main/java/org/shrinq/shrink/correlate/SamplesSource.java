package org.shrinq.shrink.correlate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.Ising;
import org.shrinq.qubo.KroneckerForm;
import org.shrinq.qubo.QuadraticForm;
import org.shrinq.qubo.Sample;
import org.shrinq.qubo.Sense;
import org.shrinq.qubo.encode.Encoder;
import org.shrinq.qubo.encode.EncodingOptions;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.run.RandomStreams;
import org.shrinq.relax.assignment.LinearAssignment;
import org.shrinq.search.SearchControl;
import org.shrinq.search.SearchLimit;
import org.shrinq.search.assignment.AssignmentSearch;
import org.shrinq.search.sampler.AnnealingOptions;
import org.shrinq.search.sampler.Sampler;
import org.shrinq.shrink.correlate.CorrelationTask.PoolState;
import org.shrinq.shrink.correlate.CorrelationTask.Previous;

/**
 * What good solutions agree on: X_ij = Σ_s w_s z_i z_j over the pool, the states that earlier calls left, and annealing
 * samples, with Boltzmann weights w_s ∝ exp(−(E_s − E_min)/T), T the mean excess energy of the better quarter, so that
 * the best few decide and the others break ties. X is shrunk by m/(m + 1) with m = 1/Σ w_s² the effective number of
 * samples, so that unanimity of few counts less than unanimity of many.
 *
 * <p>The first call on an assignment samples its implicit form, on which annealing knows the swap of two facilities, as
 * long as most of it is free; where most variables have been fixed already, the contracted form is much smaller.
 */
final class SamplesSource implements CorrelationSource {
    /** Later calls draw this share of the reads; the states that are still good need no replacement. */
    private static final int REFRESH = 8;

    /** Swaps of the tabu search from each sample of an assignment, in units of its facilities. */
    private static final int TABU_SWAPS = 100;
    /** Elementary operations that these searches may cost together. */
    private static final double TABU_OPERATIONS = 1e9;

    private final int reads;
    private final int sweeps;

    /**
     * @param reads annealing reads of the first call, and states kept
     * @param sweeps sweeps of each
     */
    SamplesSource(int reads, int sweeps) {
        this.reads = reads;
        this.sweeps = sweeps;
    }

    @Override
    public String id() {
        return "samples";
    }

    @Override
    public Optional<String> evaluator() {
        return Optional.of("annealing");
    }

    @Override
    public double operations(Ising ising) {
        double flips = 0.2 * refreshed() * sweeps;
        return flips * 2 * ising.couplings()
                + 4.0 * refreshed() * sweeps * ising.size()
                + 2.0 * reads * (ising.couplings() + ising.size());
    }

    private int refreshed() {
        return Math.max(1, reads / REFRESH);
    }

    @Override
    public Correlations correlate(CorrelationTask task, RandomStreams random, Deadline deadline) {
        Collection states = new Collection(task);
        task.pool().forEach(s -> states.add(s.state()));
        boolean first =
                task.previous().isEmpty() || !(task.previous().get().correlations() instanceof SampledCorrelations);
        if (!first) {
            inherit(task.previous().get(), states);
        }
        if (!deadline.expired() || states.isEmpty()) {
            Sampler annealing =
                    Sampler.simulatedAnnealing(AnnealingOptions.defaults().withSweeps(sweeps));
            RandomStreams own = random.child("annealing");
            if (first
                    && task.form() instanceof KroneckerForm
                    && 2 * task.size() > task.form().size()) {
                for (Sample s :
                        annealing.sample(task.form(), reads, own, deadline).samples()) {
                    byte[] full = s.bits().toArray();
                    byte[] state = new byte[task.size()];
                    for (int i = 0; i < state.length; i++) {
                        state[i] = full[task.variables()[i]];
                    }
                    states.add(state);
                }
            } else {
                QuadraticForm form = task.ising();
                annealing
                        .sample(form, first ? reads : refreshed(), own, deadline)
                        .samples()
                        .forEach(s -> states.add(s.bits().toArray()));
            }
        }
        List<PoolState> best = states.best(Math.max(reads, task.pool().size()));
        return new SampledCorrelations(
                average(
                        task,
                        best,
                        BoltzmannWeights.of(
                                best.stream().mapToDouble(PoolState::energy).toArray(), 1)),
                best);
    }

    /** The pool, and annealing samples of what is open after a short tabu search from each, the cheapest first. */
    @Override
    public Optional<Placements> placements(
            OpenAssignment assignment, List<Bits> pool, RandomStreams random, Deadline deadline) {
        Map<List<Integer>, Double> found = new HashMap<>();
        pool.forEach(x -> assignment.permutation(x.toArray()).ifPresent(p -> add(assignment, p, found)));
        QuadraticForm form = Encoder.encode(assignment.rest().model(), EncodingOptions.defaults())
                .form();
        if (!deadline.expired() || found.isEmpty()) {
            AssignmentSearch tabu = new AssignmentSearch(assignment.rest());
            SplittableRandom shaking = random.stream("tabu");
            SearchLimit limit =
                    SearchLimit.iterations(tabuSwaps(assignment.open())).withDeadline(deadline);
            Sampler.simulatedAnnealing(AnnealingOptions.defaults().withSweeps(sweeps))
                    .sample(form, reads, random.child("annealing"), deadline)
                    .samples()
                    .forEach(s -> {
                        byte[] x = nearest(assignment, s.bits().toArray());
                        tabu.search(x, shaking, new SearchControl(limit, Sense.MINIMIZE));
                        add(assignment, assignment.rest().permutation(x).orElseThrow(), found);
                    });
        }
        if (found.isEmpty()) {
            return Optional.empty();
        }
        List<Map.Entry<List<Integer>, Double>> sorted = found.entrySet().stream()
                .sorted(Map.Entry.<List<Integer>, Double>comparingByValue()
                        .thenComparing(e -> e.getKey().toString()))
                .toList();
        int n = assignment.open();
        return Optional.of(Placements.of(
                sorted.stream()
                        .map(e ->
                                e.getKey().stream().mapToInt(Integer::intValue).toArray())
                        .toList(),
                sorted.stream().mapToDouble(Map.Entry::getValue).toArray(),
                new double[n * n],
                4.0 * reads * ((double) sweeps * n + tabuSwaps(n)) * n * n));
    }

    /** The permutation that shares most ones with a sample, which need not be one. */
    private static byte[] nearest(OpenAssignment assignment, byte[] sample) {
        int n = assignment.open();
        double[] cost = new double[n * n];
        for (int k = 0; k < cost.length; k++) {
            cost[k] = -sample[k];
        }
        LinearAssignment least = new LinearAssignment(n);
        least.solve(cost, 0, n);
        int[] permutation = new int[n];
        Arrays.setAll(permutation, least::column);
        return assignment.rest().assignment(permutation);
    }

    private long tabuSwaps(int n) {
        return (long) Math.min((double) TABU_SWAPS * n, TABU_OPERATIONS / (reads * 4.0 * n * n));
    }

    private static void add(OpenAssignment assignment, int[] permutation, Map<List<Integer>, Double> found) {
        found.put(Arrays.stream(permutation).boxed().toList(), assignment.rest().cost(permutation));
    }

    /** A state that contradicts a step since then becomes another state, whose energy is counted as it is. */
    private static void inherit(Previous previous, Collection states) {
        int[] index = previous.index();
        for (PoolState s : ((SampledCorrelations) previous.correlations()).states()) {
            byte[] state = new byte[index.length];
            for (int i = 0; i < state.length; i++) {
                state[i] = s.state()[index[i]];
            }
            states.add(state);
        }
    }

    /** Distinct states with their energies. */
    private static final class Collection {
        private final Ising ising;
        private final Set<Bits> seen = new HashSet<>();
        private final List<PoolState> states = new ArrayList<>();

        Collection(CorrelationTask task) {
            ising = task.ising();
        }

        void add(byte[] state) {
            if (seen.add(Bits.of(state))) {
                states.add(new PoolState(state, ising.energy(state)));
            }
        }

        boolean isEmpty() {
            return states.isEmpty();
        }

        /** Sorted stably, so that equal energies keep the order in which they came. */
        List<PoolState> best(int limit) {
            states.sort(Comparator.comparingDouble(PoolState::energy));
            return states.subList(0, Math.min(limit, states.size()));
        }
    }

    private static SparseCorrelations average(CorrelationTask task, List<PoolState> states, double[] weights) {
        int n = task.size();
        double squares = 0;
        for (double w : weights) {
            squares += w * w;
        }
        double shrink = 1 / (1 + squares);
        // Spins of one variable over all samples side by side: a pair is a dot product.
        double[][] z = new double[n][states.size()];
        double[][] wz = new double[n][states.size()];
        for (int s = 0; s < weights.length; s++) {
            byte[] x = states.get(s).state();
            for (int i = 0; i < n; i++) {
                z[i][s] = 1 - 2 * x[i];
                wz[i][s] = weights[s] * z[i][s];
            }
        }
        SparseCorrelations result = new SparseCorrelations(n);
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (double term : wz[i]) {
                sum += term;
            }
            result.setSingle(i, shrink * sum);
        }
        int[] is = task.pairs().is();
        int[] js = task.pairs().js();
        for (int k = 0; k < is.length; k++) {
            double[] a = wz[is[k]];
            double[] b = z[js[k]];
            double sum = 0;
            for (int s = 0; s < a.length; s++) {
                sum += a[s] * b[s];
            }
            result.setPair(is[k], js[k], shrink * sum);
        }
        return result;
    }
}
