package org.shrinq.relax.branch;

import java.util.Optional;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.problem.LowAutocorrelation;
import org.shrinq.qubo.run.Deadline;

/**
 * Branch and bound for low-autocorrelation sequences (Mertens, J. Phys. A 29, 1996): elements are fixed from both ends
 * at once, and of every C_k the part c between fixed elements is known, while f products are free, so that C_k² ≥
 * max(b, |c| − f)² with b = (n − k) mod 2. Two products of a free element with fixed ones of opposite sign cancel and
 * are not free (Packebusch and Mertens, J. Phys. A 49, 2016). For n ≡ 2 (mod 4) one of C_k and C_{n−k} with even k is
 * at least 2. Of the eight sequences of an orbit one is looked at: the first two elements are 0, and the sequence does
 * not come after its reversal.
 */
final class SequenceBranching {
    /** Sequences up to this length are searched at all. */
    static final int LONGEST = 60;
    /** Nodes between two questions to the deadline: one costs less than a microsecond. */
    private static final int ASK_EVERY = 64;

    private final int n;
    private final BranchIncumbent incumbent;
    private final Deadline deadline;
    private final long all;
    private final boolean pairsOfEven;
    private long best;
    private long bestBits = -1;
    private long nodes;
    private boolean stopped;

    SequenceBranching(LowAutocorrelation problem, BranchIncumbent incumbent, Deadline deadline) {
        n = problem.length();
        this.deadline = deadline;
        all = (1L << n) - 1;
        pairsOfEven = n % 4 == 2;
        this.incumbent = incumbent;
        best = known();
    }

    BranchResult run(double root) {
        expand(0, 0, 0);
        Optional<Bits> better = bestBits < 0 ? Optional.empty() : Optional.of(sequence(bestBits));
        return new BranchResult(!stopped, stopped ? root : best, better, nodes);
    }

    /** The energy that is to be beaten, a whole number. */
    private long known() {
        double energy = incumbent.objective();
        return energy >= Long.MAX_VALUE ? Long.MAX_VALUE : Math.round(energy);
    }

    private Bits sequence(long bits) {
        byte[] x = new byte[n];
        for (int i = 0; i < n; i++) {
            x[i] = (byte) (bits >> i & 1);
        }
        return Bits.of(x);
    }

    /** Below m fixed elements at each end. */
    private void expand(long bits, long fixed, int m) {
        if (nodes++ % ASK_EVERY == 0 && !stopped) {
            stopped = deadline.expired();
            best = Math.min(best, known());
        }
        if (stopped) {
            return;
        }
        if (fixed == all) {
            long energy = bound(bits, fixed);
            if (energy < best) {
                best = energy;
                bestBits = bits;
                incumbent.found(sequence(bits));
            }
            return;
        }
        int right = n - 1 - m;
        long pair = fixed | 1L << m | 1L << right;
        int children = right == m ? 2 : 4;
        for (int child = 0; child < children; child++) {
            long left = child & 1;
            if (left != 0 && m < 2) {
                continue;
            }
            long next = bits | left << m | (right == m ? 0 : (long) (child >> 1) << right);
            if (isFirst(next, m + 1) && bound(next, pair) < best) {
                expand(next, pair, m + 1);
            }
        }
    }

    /**
     * Whether the first m elements do not come after those of the reversed sequence, negated and alternated so that it
     * begins with two zeros too.
     */
    private boolean isFirst(long bits, int m) {
        long first = bits >> n - 1 & 1;
        long second = bits >> n - 2 & 1;
        for (int i = 0; i < m; i++) {
            long mine = bits >> i & 1;
            long other = bits >> n - 1 - i & 1 ^ first ^ (i % 2 == 0 ? 0 : first ^ second);
            if (mine != other) {
                return mine < other;
            }
        }
        return true;
    }

    /**
     * A lower bound of the energy of every completion, exact for none free; at least {@link #best} as soon as that is
     * known.
     */
    private long bound(long bits, long fixed) {
        long sum = 0;
        long zeros = 0;
        for (int k = n - 1; k > 0; k--) {
            long pairs = fixed & fixed >>> k;
            int known = Long.bitCount(pairs);
            int part = known - 2 * Long.bitCount((bits ^ bits >>> k) & pairs);
            long between = ~fixed & fixed << k & fixed >>> k & all;
            int cancelled = Long.bitCount((bits << k ^ bits >>> k) & between);
            int free = n - k - known - 2 * cancelled;
            int least = Math.max(Math.abs(part) - free, n - k & 1);
            sum += (long) least * least;
            if (sum >= best) {
                return sum;
            }
            zeros |= least == 0 ? 1L << k : 0;
        }
        if (pairsOfEven) {
            for (int k = 2; 2 * k < n; k += 2) {
                sum += (zeros >> k & zeros >> n - k & 1) != 0 ? 4 : 0;
            }
        }
        return sum;
    }
}
