package org.shrinq.repair.verify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.shrinq.qubo.Bits;

/**
 * What raw samples look like before any repair: how many are feasible, which constraints the others violate, and the
 * best feasible one. A sample seen c times counts c times. Immutable.
 */
public final class SampleStatistics {
    /**
     * How often one constraint was violated.
     *
     * @param constraint its name
     * @param fraction share of all samples, in [0, 1]
     */
    public record ConstraintShare(String constraint, double fraction) {}

    private final Verifier verifier;
    private final long samples;
    private final long feasible;
    private final long[] violating;
    private final @Nullable Bits best;
    private final double bestObjective;
    private final long bestCount;

    private SampleStatistics(
            Verifier verifier,
            long samples,
            long feasible,
            long[] violating,
            @Nullable Bits best,
            double bestObjective,
            long bestCount) {
        this.verifier = verifier;
        this.samples = samples;
        this.feasible = feasible;
        this.violating = violating;
        this.best = best;
        this.bestObjective = bestObjective;
        this.bestCount = bestCount;
    }

    /** Collects samples one by one. Not thread-safe. */
    public static final class Collector {
        private final Verifier verifier;
        private final long[] violating;
        private long samples;
        private long feasible;
        private byte @Nullable [] best;
        private double bestObjective;
        private long bestCount;

        private Collector(Verifier verifier) {
            this.verifier = verifier;
            violating = new long[verifier.constraints()];
            bestObjective = verifier.sense().worst();
        }

        /** Adds a sample seen {@code count} times; among equally good feasible ones the first stays the best. */
        public Collector add(byte[] x, long count) {
            verifier.requireBits(x);
            if (count < 0) {
                throw new IllegalArgumentException("a sample was seen " + count + " times");
            }
            boolean[] ok = {true};
            verifier.rules().check(x, (c, amount) -> {
                ok[0] = false;
                violating[c] += count;
                return true;
            });
            samples += count;
            if (ok[0] && count > 0) {
                feasible += count;
                double objective = verifier.objective(x);
                if (best == null || verifier.sense().isBetter(objective, bestObjective)) {
                    best = x.clone();
                    bestObjective = objective;
                    bestCount = count;
                } else if (objective == bestObjective) {
                    bestCount += count;
                }
            }
            return this;
        }

        public SampleStatistics finish() {
            return new SampleStatistics(
                    verifier,
                    samples,
                    feasible,
                    violating.clone(),
                    best == null ? null : Bits.of(best),
                    bestObjective,
                    bestCount);
        }
    }

    /** An empty collector for candidates of the verifier's problem. */
    public static Collector collector(Verifier verifier) {
        return new Collector(verifier);
    }

    /** Statistics of samples that were seen once each. */
    public static SampleStatistics of(Verifier verifier, Iterable<Bits> samples) {
        Collector collector = collector(verifier);
        for (Bits x : samples) {
            collector.add(x.toArray(), 1);
        }
        return collector.finish();
    }

    /** Number of samples, with multiplicity. */
    public long samples() {
        return samples;
    }

    /** Number of feasible samples, with multiplicity. */
    public long feasible() {
        return feasible;
    }

    /** Share of feasible samples; 0 without samples. */
    public double feasibleFraction() {
        return share(feasible);
    }

    /** Share of samples that violate constraint c; 0 without samples. */
    public double violatedFraction(int c) {
        return share(violating[c]);
    }

    /** Of no samples at all there is nothing: NaN is no number of a JSON file. */
    private double share(long count) {
        return (double) count / Math.max(1, samples);
    }

    /** Number of constraints that at least one sample violates. */
    public int violatedConstraints() {
        int count = 0;
        for (long v : violating) {
            count += v > 0 ? 1 : 0;
        }
        return count;
    }

    /** The constraints violated most often, at most {@code limit}, descending; equally frequent ones by index. */
    public List<ConstraintShare> mostViolated(int limit) {
        List<Integer> indices = new ArrayList<>();
        for (int c = 0; c < violating.length; c++) {
            if (violating[c] > 0) {
                indices.add(c);
            }
        }
        indices.sort(Comparator.comparingLong((Integer c) -> -violating[c]).thenComparing(c -> c));
        List<ConstraintShare> shares = new ArrayList<>();
        for (int c : indices.subList(0, Math.min(limit, indices.size()))) {
            shares.add(new ConstraintShare(verifier.constraint(c), violatedFraction(c)));
        }
        return shares;
    }

    /** The same statistics with the best objective in another unit. */
    public SampleStatistics in(DoubleUnaryOperator unit) {
        return new SampleStatistics(
                verifier, samples, feasible, violating, best, unit.applyAsDouble(bestObjective), bestCount);
    }

    /** Best objective among the feasible samples, in the problem's own sense. */
    public OptionalDouble bestObjective() {
        return best == null ? OptionalDouble.empty() : OptionalDouble.of(bestObjective);
    }

    /** Share of the samples that are as good as the best feasible one; 0 without samples. */
    public double bestFraction() {
        return share(bestCount);
    }

    /** The first feasible sample with the best objective. */
    public Optional<Bits> best() {
        return Optional.ofNullable(best);
    }

    @Override
    public String toString() {
        return samples + " samples, " + feasible + " feasible, best objective " + bestObjective;
    }
}
