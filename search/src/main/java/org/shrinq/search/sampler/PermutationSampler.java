package org.shrinq.search.sampler;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.shrinq.qubo.QuadraticForm;
import org.shrinq.qubo.SampleSet;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.run.RandomStreams;

/**
 * Samplers in the space of {@link BlockPermutations}: every string is a permutation, and moves
 * exchange the places of two facilities of a block. Strings are states of the form, which has to be the one that the
 * permutations were made for.
 */
final class PermutationSampler implements Sampler {
    /** Local minima from which the range of temperatures is taken. */
    private static final int PROBES = 4;

    private static final double HOPELESS = 40;

    private final Kind kind;
    private final String id;
    private final BlockPermutations space;
    /** Ranks of those that are not excluded, where some are. */
    private final Optional<long[]> allowed;

    enum Kind {
        RANDOM,
        GREEDY,
        ANNEALING,
        EXACT
    }

    private PermutationSampler(Kind kind, String id, BlockPermutations space) {
        this.kind = kind;
        this.id = id;
        this.space = space;
        this.allowed = space.isRestricted() ? Optional.of(ranks(space)) : Optional.empty();
    }

    static Optional<Sampler> of(Kind kind, String id, BlockPermutations space) {
        return Optional.of(new PermutationSampler(kind, id, space));
    }

    private static long[] ranks(BlockPermutations space) {
        List<Long> ranks = new ArrayList<>();
        space.forEach((places, rank, energy) -> ranks.add(rank));
        return ranks.stream().mapToLong(Long::longValue).toArray();
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public SampleSet sample(QuadraticForm form, int reads, RandomStreams streams, Deadline deadline) {
        return switch (kind) {
            case RANDOM -> collect(form, reads, streams, deadline, this::uniform);
            case GREEDY -> collect(form, reads, streams, deadline, random -> descend(uniform(random), deadline));
            case ANNEALING -> {
                double[] range = range(streams, deadline);
                yield collect(
                        form, reads, streams, deadline, random -> anneal(uniform(random), range, random, deadline));
            }
            case EXACT -> lowest(form, reads, deadline);
        };
    }

    /** Draws one permutation. */
    @FunctionalInterface
    private interface Draw {
        int[] places(SplittableRandom random);
    }

    private SampleSet collect(QuadraticForm form, int reads, RandomStreams streams, Deadline deadline, Draw draw) {
        return Reads.collect(form, reads, streams, deadline, id, random -> space.state(draw.places(random)));
    }

    /** Every permutation with the same chance. */
    private int[] uniform(SplittableRandom random) {
        return allowed.map(ranks -> space.unrank(ranks[random.nextInt(ranks.length)]))
                .orElseGet(() -> space.unrank(random.nextLong(space.total())));
    }

    /** Exchanges the two facilities that lower the energy most until none do. */
    private int[] descend(int[] places, Deadline deadline) {
        double least = -1e-12 * (1 + Math.abs(space.energy(places)));
        while (!deadline.expired()) {
            double lowest = least;
            int f0 = -1;
            int g0 = -1;
            for (int f = 0; f < places.length; f++) {
                for (int g = space.begin(f); g < f; g++) {
                    double delta = space.swapDelta(places, f, g);
                    if (delta < lowest) {
                        lowest = delta;
                        f0 = f;
                        g0 = g;
                    }
                }
            }
            if (f0 < 0) {
                return places;
            }
            swap(places, f0, g0);
        }
        return places;
    }

    private static void swap(int[] places, int f, int g) {
        int a = places[f];
        places[f] = places[g];
        places[g] = a;
    }

    /** Metropolis over all pairs of a block in every sweep while the temperature falls, then descent. */
    private int[] anneal(int[] places, double[] range, SplittableRandom random, Deadline deadline) {
        AnnealingOptions options = AnnealingOptions.defaults();
        for (int s = 0; s < options.sweeps() && !deadline.expired(); s++) {
            double t = options.temperature(s, range[0], range[1]);
            for (int f = 0; f < places.length; f++) {
                for (int g = space.begin(f); g < f; g++) {
                    double delta = space.swapDelta(places, f, g);
                    if (delta <= 0 || (delta < HOPELESS * t && random.nextDouble() < Math.exp(-delta / t))) {
                        swap(places, f, g);
                    }
                }
            }
        }
        return descend(places, deadline);
    }

    /**
     * Highest and lowest temperature, from the exchanges δ in a few local minima: max δ, and a tenth of the least
     * positive one.
     */
    private double[] range(RandomStreams streams, Deadline deadline) {
        double max = 0;
        double min = Double.POSITIVE_INFINITY;
        for (int p = 0; p < PROBES; p++) {
            int[] places = descend(
                    uniform(new SplittableRandom(
                            streams.child("annealing-range", p).seed())),
                    deadline);
            double noise = 1e-9 * (1 + Math.abs(space.energy(places)));
            for (int f = 0; f < places.length; f++) {
                for (int g = space.begin(f); g < f; g++) {
                    double delta = space.swapDelta(places, f, g);
                    max = Double.isInfinite(delta) ? max : Math.max(max, delta);
                    min = delta > noise ? Math.min(min, delta) : min;
                }
            }
        }
        double hot = max > 0 ? max : 1;
        return new double[] {hot, Math.max(hot * 1e-4, Math.min(hot, min) / 10)};
    }

    private SampleSet lowest(QuadraticForm form, int reads, Deadline deadline) {
        Lowest lowest = new Lowest(reads, space.total());
        space.forEach((places, rank, energy) -> lowest.offer(energy, rank), deadline);
        return lowest.samples(form, rank -> space.state(space.unrank(rank)));
    }
}
