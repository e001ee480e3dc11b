package org.shrinq.search.sampler;

import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.KroneckerForm;
import org.shrinq.qubo.QuadraticForm;
import org.shrinq.qubo.SampleSet;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.run.RandomStreams;
import org.shrinq.search.flip.FlipState;

/** Simulated annealing with maintained local fields, or with a list of ones on assignment forms. */
final class SimulatedAnnealing implements Sampler {
    /** An uphill move of more than this many temperatures is refused without drawing: e⁻⁴⁰ ≈ 4e-18. */
    private static final double HOPELESS = 40;

    /** Local minima from which the range of temperatures is taken. */
    private static final int PROBES = 4;

    private final AnnealingOptions options;

    SimulatedAnnealing(AnnealingOptions options) {
        this.options = options;
    }

    @Override
    public String id() {
        return "annealing";
    }

    @Override
    public Optional<Sampler> among(BlockPermutations space) {
        return PermutationSampler.of(PermutationSampler.Kind.ANNEALING, id(), space);
    }

    @Override
    public SampleSet sample(QuadraticForm form, int reads, RandomStreams streams, Deadline deadline) {
        FlipState state = FlipState.of(form);
        byte[] start = new byte[form.size()];
        KroneckerOnes ones = form instanceof KroneckerForm k ? new KroneckerOnes(k) : null;
        Range range = Range.probe(form, state, ones, streams, deadline);
        return Reads.collect(form, reads, streams, deadline, id(), random -> {
            Reads.start(form, random, start);
            if (ones == null) {
                state.load(start);
                anneal(state, range, random, deadline);
            } else {
                ones.reset(start);
                anneal(ones, range, random, deadline);
                state.load(ones.x);
            }
            GreedyDescent.descend(state, deadline);
            return Bits.of(state.x);
        });
    }

    private void anneal(FlipState state, Range range, SplittableRandom random, Deadline deadline) {
        int n = state.x.length;
        for (int s = 0; s < options.sweeps() && !deadline.expired(); s++) {
            double t = options.temperature(s, range.hot, range.cold);
            for (int i = 0; i < n; i++) {
                if (accepted(state.delta(i), t, random)) {
                    state.flip(i);
                }
            }
        }
    }

    /**
     * Penalties make single flips freeze long before the objective is cold, so sweeps alternate with location swaps.
     */
    private void anneal(KroneckerOnes state, Range range, SplittableRandom random, Deadline deadline) {
        int n = state.x.length;
        for (int s = 0; s < options.sweeps() && !deadline.expired(); s++) {
            double t = options.temperature(s, range.hot, range.cold);
            for (int i = 0; i < n; i++) {
                if (accepted(state.delta(i), t, random)) {
                    state.flip(i);
                }
            }
            for (int k = 0; k < n / 2 && state.ones() > 1; k++) {
                int p = random.nextInt(state.ones());
                int q = random.nextInt(state.ones());
                if (state.canSwap(p, q) && accepted(state.swapDelta(p, q), t, random)) {
                    state.swap(p, q);
                }
            }
        }
    }

    private static boolean accepted(double delta, double t, SplittableRandom random) {
        return delta <= 0 || (delta < HOPELESS * t && random.nextDouble() < Math.exp(-delta / t));
    }

    /** Highest and lowest temperature. */
    private record Range(double hot, double cold) {
        /**
         * From the energies δ of flips, and of swaps on an assignment, in a few random local minima: hot = max δ, so
         * that any one is accepted with probability 1/e; cold = min positive δ / 10, but not below hot / 10⁴.
         */
        static Range probe(
                QuadraticForm form,
                FlipState state,
                @Nullable KroneckerOnes ones,
                RandomStreams streams,
                Deadline deadline) {
            byte[] start = new byte[form.size()];
            double max = 0;
            double min = Double.POSITIVE_INFINITY;
            for (int p = 0; p < PROBES; p++) {
                Reads.start(
                        form,
                        new SplittableRandom(streams.child("annealing-range", p).seed()),
                        start);
                state.load(start);
                GreedyDescent.descend(state, deadline);
                double noise = 1e-9 * state.magnitude();
                for (int i = 0; i < start.length; i++) {
                    double delta = state.delta(i);
                    max = Math.max(max, delta);
                    if (delta > noise) {
                        min = Math.min(min, delta);
                    }
                }
                if (ones != null) {
                    ones.reset(state.x);
                    min = Math.min(min, leastSwap(ones, noise));
                }
            }
            double hot = max > 0 ? max : 1;
            return new Range(hot, Math.max(hot * 1e-4, Math.min(hot, min) / 10));
        }

        /** The smallest change by swapping neighbours in the list of ones. */
        private static double leastSwap(KroneckerOnes ones, double noise) {
            double min = Double.POSITIVE_INFINITY;
            for (int p = 0; p + 1 < ones.ones(); p++) {
                if (ones.canSwap(p, p + 1)) {
                    double delta = Math.abs(ones.swapDelta(p, p + 1));
                    min = delta > noise ? Math.min(min, delta) : min;
                }
            }
            return min;
        }
    }
}
