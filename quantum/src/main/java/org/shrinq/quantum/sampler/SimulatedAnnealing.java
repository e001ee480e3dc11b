package org.shrinq.quantum.sampler;

import java.util.SplittableRandom;
import org.shrinq.quantum.SampleSet;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.KroneckerForm;
import org.shrinq.qubo.QuadraticForm;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.run.RandomStreams;

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
    public SampleSet sample(QuadraticForm form, int reads, RandomStreams streams, Deadline deadline) {
        FieldState state = FieldState.of(form);
        byte[] start = new byte[form.size()];
        Range range = Range.probe(form, state, streams, deadline);
        KroneckerOnes ones = form instanceof KroneckerForm k ? new KroneckerOnes(k) : null;
        return Reads.collect(form, reads, streams, deadline, id(), random -> {
            Reads.start(form, random, start);
            if (ones == null) {
                state.reset(start);
                anneal(state, range, random, deadline);
            } else {
                ones.reset(start);
                anneal(ones, range, random, deadline);
                state.reset(ones.x);
            }
            GreedyDescent.descend(state, deadline);
            return Bits.of(state.x);
        });
    }

    private void anneal(FieldState state, Range range, SplittableRandom random, Deadline deadline) {
        int n = state.x.length;
        for (int s = 0; s < options.sweeps() && !deadline.expired(); s++) {
            double t = options.temperature(s, range.hot, range.cold);
            double limit = HOPELESS * t;
            for (int i = 0; i < n; i++) {
                double delta = state.delta(i);
                if (delta <= 0 || (delta < limit && random.nextDouble() < Math.exp(-delta / t))) {
                    state.flip(i);
                }
            }
        }
    }

    private void anneal(KroneckerOnes state, Range range, SplittableRandom random, Deadline deadline) {
        int n = state.x.length;
        for (int s = 0; s < options.sweeps() && !deadline.expired(); s++) {
            double t = options.temperature(s, range.hot, range.cold);
            double limit = HOPELESS * t;
            for (int i = 0; i < n; i++) {
                double delta = state.delta(i);
                if (delta <= 0 || (delta < limit && random.nextDouble() < Math.exp(-delta / t))) {
                    state.flip(i);
                }
            }
        }
    }

    /** Highest and lowest temperature. */
    private record Range(double hot, double cold) {
        /**
         * From the flip energies δ in a few random local minima: hot = max δ, so that any one is accepted with
         * probability 1/e; cold = min positive δ / 10, but not below hot / 10⁴.
         */
        static Range probe(QuadraticForm form, FieldState state, RandomStreams streams, Deadline deadline) {
            byte[] start = new byte[form.size()];
            double max = 0;
            double min = Double.POSITIVE_INFINITY;
            for (int p = 0; p < PROBES; p++) {
                Reads.start(
                        form,
                        new SplittableRandom(streams.child("annealing-range", p).seed()),
                        start);
                state.reset(start);
                GreedyDescent.descend(state, deadline);
                double noise = 1e-9 * state.magnitude();
                for (int i = 0; i < start.length; i++) {
                    double delta = state.delta(i);
                    max = Math.max(max, delta);
                    if (delta > noise) {
                        min = Math.min(min, delta);
                    }
                }
            }
            double hot = max > 0 ? max : 1;
            return new Range(hot, Math.max(hot * 1e-4, Math.min(hot, min) / 10));
        }
    }
}
