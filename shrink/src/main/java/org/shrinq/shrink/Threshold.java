package org.shrinq.shrink;

import java.util.Arrays;
import java.util.Optional;

/**
 * The least |X| that makes a candidate eligible, from the |X| of all candidates (every off-diagonal entry once).
 *
 * @param kind which statistic
 * @param parameter α of {@link Kind#PROPORTIONAL}, the quantile in [0, 1], the decay rate; unused otherwise
 */
public record Threshold(Kind kind, double parameter) {
    /** The variants. */
    public enum Kind {
        /** α·max|X|. */
        PROPORTIONAL("proportional", 0.8),
        /** The mean. */
        MEAN("mean", 0),
        /** The median (lower of the two middle ones). */
        MEDIAN("median", 0.5),
        /** The q-quantile. */
        QUANTILE("quantile", 0.9),
        /** The border between the two clusters of least squares in one dimension. */
        CLUSTERING("clustering", 0),
        /** max|X|·exp(−rate·progress), progress from 0 to 1 as the budget is approached. */
        DECAY("decay", 1);

        private final String id;
        private final double standard;

        Kind(String id, double standard) {
            this.id = id;
            this.standard = standard;
        }

        public String id() {
            return id;
        }

        public static Optional<Kind> ofId(String id) {
            return Arrays.stream(values()).filter(k -> k.id.equals(id)).findFirst();
        }
    }

    public Threshold {
        if (!Double.isFinite(parameter) || parameter < 0 || (kind != Kind.DECAY && parameter > 1)) {
            throw new IllegalArgumentException("parameter " + parameter + " of threshold " + kind.id() + ", expected "
                    + (kind == Kind.DECAY ? "a number from 0" : "a number from 0 to 1") + " after " + kind.id() + ":");
        }
    }

    /** The variant with its standard parameter. */
    public static Threshold of(Kind kind) {
        return new Threshold(kind, kind.standard);
    }

    public static Threshold proportional(double alpha) {
        return new Threshold(Kind.PROPORTIONAL, alpha);
    }

    public static Threshold quantile(double q) {
        return new Threshold(Kind.QUANTILE, q);
    }

    public static Threshold decay(double rate) {
        return new Threshold(Kind.DECAY, rate);
    }

    /**
     * τ for the given strengths; O(c log c), O(c) for the variants that need no order.
     *
     * @param strengths |X| of the candidates; not modified; 0 is returned for none
     * @param progress share of the eliminations already made, in [0, 1]
     */
    double of(double[] strengths, double progress) {
        if (strengths.length == 0) {
            return 0;
        }
        return switch (kind) {
            case PROPORTIONAL -> parameter * max(strengths);
            case MEAN -> Math.min(Arrays.stream(strengths).sum() / strengths.length, max(strengths));
            case MEDIAN, QUANTILE -> {
                double[] sorted = sorted(strengths);
                yield sorted[(int) Math.floor(parameter * (sorted.length - 1))];
            }
            case CLUSTERING -> cluster(sorted(strengths));
            case DECAY -> max(strengths) * Math.exp(-parameter * progress);
        };
    }

    private static double max(double[] strengths) {
        double max = 0;
        for (double s : strengths) {
            max = Math.max(max, s);
        }
        return max;
    }

    private static double[] sorted(double[] strengths) {
        double[] sorted = strengths.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    /** The smallest member of the upper cluster in the split of least within-cluster sum of squares. */
    private static double cluster(double[] sorted) {
        int n = sorted.length;
        double total = Arrays.stream(sorted).sum();
        double below = 0;
        double best = Double.NEGATIVE_INFINITY;
        double border = sorted[0];
        for (int k = 1; k < n; k++) {
            below += sorted[k - 1];
            if (sorted[k] == sorted[k - 1]) {
                continue;
            }
            // Minimising the sum of squares within is maximising Σ (cluster sum)² / cluster size.
            double above = total - below;
            double value = below * below / k + above * above / (n - k);
            if (value > best) {
                best = value;
                border = sorted[k];
            }
        }
        return border;
    }
}
