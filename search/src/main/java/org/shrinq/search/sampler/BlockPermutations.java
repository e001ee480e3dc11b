package org.shrinq.search.sampler;

import java.util.Arrays;
import java.util.List;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.QuadraticForm;
import org.shrinq.qubo.run.Deadline;

/**
 * States of a binary quadratic form in which the facilities of some blocks are permuted among as many places of their
 * block: exactly one variable of every facility and of every place is 1, all other variables are 0. Facilities are
 * numbered through the blocks, places within them; a permutation is an array {@code places} with the place of every
 * facility.
 *
 * <p>Permutations are ranked by their Lehmer code (factorial number system: Laisant 1888): the digit of a facility is
 * the position of its place among those that the facilities of its block before it have left, ascending; the first
 * facility's digit counts most. Rank 0 is the identity, and ranks go over all numbers below Π k! once. Immutable.
 */
public final class BlockPermutations {
    /** More permutations are not enumerated. */
    public static final long MOST = 1L << 22;

    /** Between two looks at the clock. */
    private static final int BLOCK = 1 << 12;

    private final int[] sizes;
    private final int[] begin;
    private final int[] sizeOf;
    private final int[] pair;
    private final int[] variable;
    private final int variables;
    private final double offset;
    private final double[] linear;
    private final double[][] coupling;
    private final long total;
    private final boolean restricted;

    /** Hears of one permutation after the other. */
    @FunctionalInterface
    public interface Visitor {
        /**
         * One of them.
         *
         * @param places the place of every facility; changes afterwards
         * @param rank its rank
         * @param energy of its state
         */
        void visit(int[] places, long rank, double energy);
    }

    private BlockPermutations(QuadraticForm form, List<int[][]> blocks) {
        sizes = blocks.stream().mapToInt(b -> b.length).toArray();
        int facilities = Arrays.stream(sizes).sum();
        begin = new int[facilities];
        sizeOf = new int[facilities];
        pair = new int[facilities];
        int pairs = Arrays.stream(sizes).map(k -> k * k).sum();
        variable = new int[pairs];
        int f = 0;
        int p = 0;
        double count = 1;
        for (int[][] block : blocks) {
            int first = f;
            for (int i = 0; i < block.length; i++) {
                if (block[i].length != block.length) {
                    throw new IllegalArgumentException(
                            "a block of " + block.length + " facilities has " + block[i].length + " places");
                }
                begin[f] = first;
                sizeOf[f] = block.length;
                pair[f++] = p;
                System.arraycopy(block[i], 0, variable, p, block.length);
                p += block.length;
                count *= i + 1;
            }
        }
        if (count > MOST) {
            throw new IllegalArgumentException(
                    String.format("%.3g permutations, at most %d are gone through", count, MOST));
        }
        total = (long) count;
        restricted = Arrays.stream(variable).anyMatch(v -> v < 0);
        variables = form.size();
        offset = form.offset();
        linear = new double[pairs];
        coupling = new double[pairs][pairs];
        for (int a = 0; a < pairs; a++) {
            linear[a] = variable[a] < 0 ? Double.POSITIVE_INFINITY : form.linear(variable[a]);
            for (int b = 0; b < pairs; b++) {
                coupling[a][b] = variable[a] < 0 || variable[b] < 0 ? 0 : form.coupling(variable[a], variable[b]);
            }
        }
    }

    /**
     * Reads the coefficients of a form.
     *
     * @param form in the binary domain
     * @param blocks per block, facility and place the variable that puts it there, −1 where it may not be; not modified
     * @throws IllegalArgumentException for a block with another number of places than facilities, and for more than
     *     {@link #MOST} permutations
     */
    public static BlockPermutations of(QuadraticForm form, List<int[][]> blocks) {
        return new BlockPermutations(form, blocks);
    }

    /** Number of facilities of each block; a copy. */
    public int[] sizes() {
        return sizes.clone();
    }

    /** Number of facilities of all blocks. */
    public int facilities() {
        return begin.length;
    }

    /** Π k!, those that are excluded as well. */
    public long total() {
        return total;
    }

    /** Whether some facility may not take some place of its block. */
    public boolean isRestricted() {
        return restricted;
    }

    /** The first facility of a facility's block. */
    int begin(int facility) {
        return begin[facility];
    }

    /** Number of facilities of a facility's block. */
    int size(int facility) {
        return sizeOf[facility];
    }

    /** The state of a permutation; of one that is excluded, without the ones that do not exist. */
    public Bits state(int[] places) {
        byte[] x = new byte[variables];
        for (int f = 0; f < places.length; f++) {
            int v = variable[pair[f] + places[f]];
            if (v >= 0) {
                x[v] = 1;
            }
        }
        return Bits.of(x);
    }

    /** The energy of a permutation's state; infinite for one that is excluded. O(facilities²). */
    public double energy(int[] places) {
        double sum = offset;
        for (int f = 0; f < places.length; f++) {
            sum += field(places, f, places[f], f);
        }
        return sum;
    }

    /** linear + Σ couplings of facility f at a place with the facilities before {@code end}. */
    private double field(int[] places, int f, int place, int end) {
        int p = pair[f] + place;
        double[] row = coupling[p];
        double sum = linear[p];
        for (int g = 0; g < end; g++) {
            sum += row[pair[g] + places[g]];
        }
        return sum;
    }

    /** What exchanging the places of two facilities of one block adds to the energy. O(facilities). */
    double swapDelta(int[] places, int f, int g) {
        int f0 = pair[f] + places[f];
        int g0 = pair[g] + places[g];
        int f1 = pair[f] + places[g];
        int g1 = pair[g] + places[f];
        double delta = linear[f1] + linear[g1] - linear[f0] - linear[g0] + coupling[f1][g1] - coupling[f0][g0];
        for (int h = 0; h < places.length; h++) {
            if (h != f && h != g) {
                int at = pair[h] + places[h];
                delta += coupling[f1][at] + coupling[g1][at] - coupling[f0][at] - coupling[g0][at];
            }
        }
        return delta;
    }

    /** The rank of a permutation. O(Σ k²). */
    public long rank(int[] places) {
        long rank = 0;
        for (int f = 0; f < places.length; f++) {
            int digit = places[f];
            for (int g = begin[f]; g < f; g++) {
                digit -= places[g] < places[f] ? 1 : 0;
            }
            rank = rank * (size(f) - (f - begin[f])) + digit;
        }
        return rank;
    }

    /**
     * The permutation of a rank. O(Σ k²).
     *
     * @throws IllegalArgumentException for a rank below 0 or not below {@link #total}
     */
    public int[] unrank(long rank) {
        if (rank < 0 || rank >= total) {
            throw new IllegalArgumentException("rank " + rank + " of " + total + " permutations");
        }
        int[] places = new int[begin.length];
        long rest = rank;
        for (int f = places.length - 1; f >= 0; f--) {
            int radix = size(f) - (f - begin[f]);
            places[f] = (int) (rest % radix);
            rest /= radix;
        }
        for (int f = places.length - 1; f >= 0; f--) {
            for (int g = f + 1; g < begin[f] + size(f); g++) {
                places[g] += places[g] >= places[f] ? 1 : 0; // from digits among what is left to places
            }
        }
        return places;
    }

    /**
     * Every permutation that is not excluded, ranks ascending. O(facilities) each, since neighbours share most of their
     * sums.
     */
    public void forEach(Visitor visitor) {
        forEach(visitor, Deadline.never());
    }

    /** The same until the deadline has passed; the first {@value #BLOCK} in any case. */
    void forEach(Visitor visitor, Deadline deadline) {
        new Walk(visitor, deadline).from(0, 0, offset);
    }

    private final class Walk {
        private final Visitor visitor;
        private final Deadline deadline;
        private final int[] places = new int[begin.length];
        private final boolean[] used = new boolean[begin.length];
        private int visited;
        private boolean over;

        Walk(Visitor visitor, Deadline deadline) {
            this.visitor = visitor;
            this.deadline = deadline;
        }

        private void from(int f, long rank, double energy) {
            if (f == places.length) {
                visitor.visit(places, rank, energy);
                visited++;
                over = visited % BLOCK == 0 && deadline.expired();
                return;
            }
            int size = size(f);
            int digit = 0;
            for (int a = 0; a < size && !over; a++) {
                if (used[begin[f] + a]) {
                    continue;
                }
                if (variable[pair[f] + a] >= 0) {
                    used[begin[f] + a] = true;
                    places[f] = a;
                    from(f + 1, rank * (size - (f - begin[f])) + digit, energy + field(places, f, a, f));
                    used[begin[f] + a] = false;
                }
                digit++;
            }
        }
    }

    @Override
    public String toString() {
        return "BlockPermutations" + Arrays.toString(sizes);
    }
}
