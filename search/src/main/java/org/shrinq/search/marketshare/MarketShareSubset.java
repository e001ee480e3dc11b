package org.shrinq.search.marketshare;

import java.util.Arrays;
import org.shrinq.search.SearchControl;

/**
 * The exact answer to a subset of retailers with all others fixed, for whole-number demands, by meeting in the middle:
 * the sums of one half of the subset are hashed; for each sum of the other half the vector that is missing, and those
 * at L1 distance d = 0, 1, 2, … from it, are looked up until d reaches the incumbent's deviation. The hash is linear,
 * so that a Gray code and precomputed offsets make every lookup O(1). O(2^{s/2}) memory and O(2^{s/2}·N(d)) time for s
 * retailers, with N(d) the number of integer vectors of L1 norm at most d. Where that comes to more lookups than the
 * subset has assignments, {@link MarketShareEnumeration} is quicker. One thread.
 */
final class MarketShareSubset {
    /** How a search of a subset ended. */
    enum Outcome {
        /** Nothing in the subset beats what x is now. */
        COMPLETE,
        /** The next ring would take more lookups than allowed. */
        OUT_OF_LOOKUPS,
        STOPPED
    }

    /** Largest subset; halves of 2²¹ sums. */
    static final int LARGEST = 42;

    private static final int LOOKUPS_PER_ITERATION = 4096;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final MarketShareData data;
    private final int products;
    private final long[] factor;
    private long[] keys = new long[0];
    private int[] gray = new int[0];
    private long[] filter = new long[0];
    private int shift;

    // the subset in work
    private int[] retailers = new int[0];
    private int left;
    private long[] rightHash = new long[0];
    private double incumbent;
    private long missing;
    private long allowed;
    private long used;
    private int distance;
    private long[] offsets = new long[0];
    /** Of the Gray code of the right half, 0 before a ring. */
    private int step;

    private int code;
    private long sum;

    MarketShareSubset(MarketShareData data) {
        this.data = data;
        products = data.products;
        factor = new long[products];
        long state = 0x2545F4914F6CDD1DL;
        for (int k = 0; k < products; k++) {
            state = (state ^ (state >>> 29)) * 0xBF58476D1CE4E5B9L + SPREAD;
            factor[k] = (state ^ (state >>> 32)) | 1;
        }
    }

    /** True when all demands and targets are whole numbers that add up exactly. */
    static boolean applies(MarketShareData data) {
        double sum = 0;
        for (double a : data.demand) {
            if (a != Math.rint(a)) {
                return false;
            }
            sum += Math.abs(a);
        }
        for (double t : data.target) {
            if (t != Math.rint(t)) {
                return false;
            }
            sum += Math.abs(t);
        }
        return sum < 1L << 50;
    }

    private long hashOf(int retailer) {
        long hash = 0;
        for (int k = 0; k < products; k++) {
            hash += (long) data.demand[retailer * products + k] * factor[k];
        }
        return hash;
    }

    /**
     * Looks for the best assignment of some retailers.
     *
     * @param x modified when a better assignment is found: then the best one
     * @param subset distinct retailers, the first {@code count} ≤ {@link #LARGEST} of the array; not modified
     * @param most number of lookups allowed
     */
    Outcome solve(byte[] x, int[] subset, int count, long most, SearchControl control) {
        begin(x, subset, count, most);
        return resume(x, control);
    }

    private void begin(byte[] x, int[] subset, int count, long most) {
        double[] residual = new double[products];
        data.residuals(x, residual);
        incumbent = MarketShareData.deviation(residual);
        retailers = Arrays.copyOf(subset, count);
        for (int retailer : retailers) {
            if (x[retailer] != 0) {
                data.flip(residual, retailer, 1);
            }
        }
        missing = 0;
        for (int k = 0; k < products; k++) {
            missing -= (long) residual[k] * factor[k];
        }
        left = count / 2;
        long[] leftHash = new long[left];
        rightHash = new long[count - left];
        for (int s = 0; s < count; s++) {
            if (s < left) {
                leftHash[s] = hashOf(retailers[s]);
            } else {
                rightHash[s - left] = hashOf(retailers[s]);
            }
        }
        fillTable(leftHash);
        used = 0;
        allowed = most >>> rightHash.length;
        distance = -1;
        offsets = new long[0];
        step = 0;
    }

    /**
     * Goes on with the subset of the last {@link #solve} that was stopped.
     *
     * @param x as it was then; modified when a better assignment is found
     */
    Outcome resume(byte[] x, SearchControl control) {
        int right = rightHash.length;
        while (true) {
            if (step == 0) {
                if (++distance >= incumbent) {
                    return Outcome.COMPLETE;
                }
                offsets = ring(distance, allowed - used);
                used += offsets.length;
                if (offsets.length == 0) {
                    return Outcome.OUT_OF_LOOKUPS;
                }
                step = 1;
                sum = missing;
                code = 0;
            }
            int credit = LOOKUPS_PER_ITERATION;
            while (true) {
                for (long offset : offsets) {
                    int found = find(sum + offset);
                    if (found >= 0 && accept(x, found, control)) {
                        return Outcome.COMPLETE;
                    }
                }
                credit -= offsets.length;
                while (credit <= 0) {
                    credit += LOOKUPS_PER_ITERATION;
                    if (!control.next()) {
                        return Outcome.STOPPED;
                    }
                }
                if (step >>> right != 0) {
                    break;
                }
                int bit = Integer.numberOfTrailingZeros(step++);
                code ^= 1 << bit;
                sum += (code >>> bit & 1) != 0 ? -rightHash[bit] : rightHash[bit];
            }
            step = 0;
        }
    }

    private boolean accept(byte[] x, int leftCode, SearchControl control) {
        byte[] y = x.clone();
        for (int s = 0; s < left; s++) {
            y[retailers[s]] = (byte) (leftCode >>> s & 1);
        }
        for (int s = 0; s < rightHash.length; s++) {
            y[retailers[left + s]] = (byte) (code >>> s & 1);
        }
        double[] residual = new double[products];
        data.residuals(y, residual);
        if (MarketShareData.deviation(residual) > distance) {
            return false; // two different sums share a hash
        }
        System.arraycopy(y, 0, x, 0, x.length);
        control.bestObjective(distance);
        return true;
    }

    /** All sums of the left half, by hash; of equal ones the first. */
    private void fillTable(long[] leftHash) {
        int bits = leftHash.length + 1;
        if (keys.length != 1 << bits) {
            keys = new long[1 << bits];
            gray = new int[1 << bits];
            filter = new long[Math.max(1, (1 << bits + 2) / Long.SIZE)];
        }
        shift = 64 - bits;
        Arrays.fill(gray, 0);
        Arrays.fill(filter, 0);
        long sum = 0;
        int code = 0;
        for (int step = 1; ; step++) {
            int slot = (int) (sum * SPREAD >>> shift);
            while (gray[slot] != 0 && keys[slot] != sum) {
                slot = slot + 1 & keys.length - 1;
            }
            if (gray[slot] == 0) {
                keys[slot] = sum;
                gray[slot] = code + 1;
                long bit = sum * SPREAD >>> shift - 2;
                filter[(int) (bit >>> 6)] |= 1L << bit;
            }
            if (step >>> leftHash.length != 0) {
                return;
            }
            int bit = Integer.numberOfTrailingZeros(step);
            code ^= 1 << bit;
            sum += (code >>> bit & 1) != 0 ? leftHash[bit] : -leftHash[bit];
        }
    }

    /** The code of a left sum with this hash, −1 for none. */
    private int find(long sum) {
        long spread = sum * SPREAD;
        long bit = spread >>> shift - 2;
        if ((filter[(int) (bit >>> 6)] >>> bit & 1) == 0) {
            return -1;
        }
        int slot = (int) (spread >>> shift);
        while (gray[slot] != 0) {
            if (keys[slot] == sum) {
                return gray[slot] - 1;
            }
            slot = slot + 1 & keys.length - 1;
        }
        return -1;
    }

    /** Hashes of all integer vectors of L1 norm d; empty when there are more than {@code most}. */
    private long[] ring(int d, long most) {
        Hashes found = new Hashes(most);
        return collect(0, d, 0, found) ? found.toArray() : new long[0];
    }

    private boolean collect(int product, int rest, long hash, Hashes found) {
        if (product == products - 1) {
            return found.add(hash + rest * factor[product]) && (rest == 0 || found.add(hash - rest * factor[product]));
        }
        for (int v = -rest; v <= rest; v++) {
            if (!collect(product + 1, rest - Math.abs(v), hash + v * factor[product], found)) {
                return false;
            }
        }
        return true;
    }

    /** A list with a largest length. */
    private static final class Hashes {
        private final long most;
        private long[] values = new long[16];
        private int size;

        Hashes(long most) {
            this.most = most;
        }

        /** False, and nothing is added, when the list is full. */
        boolean add(long hash) {
            if (size >= most) {
                return false;
            }
            if (size == values.length) {
                values = Arrays.copyOf(values, 2 * size);
            }
            values[size++] = hash;
            return true;
        }

        long[] toArray() {
            return Arrays.copyOf(values, size);
        }
    }
}
