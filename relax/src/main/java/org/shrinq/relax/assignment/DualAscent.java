package org.shrinq.relax.assignment;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.shrinq.qubo.problem.QuadraticAssignment;
import org.shrinq.qubo.run.Deadline;

/**
 * The level-1 RLT dual ascent of Hahn and Grant (Operations Research 46, 1998) for min Σ A_ij B_ab x_ia x_jb + Σ c_ia
 * x_ia: costs of pairs are moved between complementary positions, and what linear assignments of the submatrices
 * collect is moved to the leader costs, then to the bound. The first round is the Gilmore-Lawler bound. Every move
 * keeps the objective of every permutation up to rounding, which {@link #bound} subtracts, so the bound is valid
 * whenever it stops. O(n⁴) memory and O(n⁵) a round: n ≤ {@value #MOST}. Mutable, one thread.
 */
public final class DualAscent {
    /** Largest order: the n⁴ numbers take 20 MB at 40, and the rounds become slow. */
    public static final int MOST = 40;

    private static final int SORTED_ROUNDS = 8;

    private final int n;
    private final double[] leader;
    private final double[] pair;
    /** What rounding may have added. */
    private final double margin;

    private double bound;
    private int rounds;
    private boolean fresh;

    private DualAscent(int n, double[] leader, double[] pair, double bound, double margin) {
        this.n = n;
        this.leader = leader;
        this.pair = pair;
        this.bound = bound;
        this.margin = margin;
    }

    /** The problem before the first round. */
    public static DualAscent of(QuadraticAssignment problem) {
        int n = problem.order();
        double[] leader = new double[n * n];
        int m = n - 1;
        double[] pair = new double[n * n * m * m];
        double largest = 1;
        for (int i = 0; i < n; i++) {
            for (int a = 0; a < n; a++) {
                leader[i * n + a] = problem.linear(i, a) + problem.flow(i, i) * problem.distance(a, a);
                largest = Math.max(largest, Math.abs(leader[i * n + a]));
                int at = (i * n + a) * m * m;
                for (int j = 0; j < n; j++) {
                    for (int b = 0; b < n; b++) {
                        if (j != i && b != a) {
                            double cost = problem.flow(i, j) * problem.distance(a, b);
                            largest = Math.max(largest, Math.abs(cost));
                            pair[at + skip(j, i) * m + skip(b, a)] = cost;
                        }
                    }
                }
            }
        }
        DualAscent result = new DualAscent(n, leader, pair, 0, 1e-11 * largest * n * n * n);
        result.fresh = true;
        return result;
    }

    /** Index among those without {@code hole}. */
    private static int skip(int k, int hole) {
        return k < hole ? k : k - 1;
    }

    /**
     * The outcome.
     *
     * @param bound valid lower bound of the minimum
     * @param gilmoreLawler the bound after the first round
     * @param reducedCosts per pair (i, a) at index i·n + a: the bound plus this is a lower bound for every permutation
     *     with i at a
     * @param rounds rounds done
     */
    public record Result(double bound, double gilmoreLawler, double[] reducedCosts, int rounds) {}

    /**
     * Runs rounds until three in a row gain less than 10⁻⁴ of the bound, the target is reached, or the deadline
     * strikes.
     */
    public static Result run(QuadraticAssignment problem, int rounds, double target, Deadline deadline) {
        DualAscent ascent = of(problem);
        ascent.round();
        double first = ascent.bound();
        int slow = 0;
        while (ascent.rounds < rounds && slow < 3 && ascent.bound() < target && !deadline.expired()) {
            slow = ascent.round() < 1e-4 * Math.abs(ascent.bound) ? slow + 1 : 0;
        }
        return new Result(ascent.bound(), first, ascent.leader.clone(), ascent.rounds);
    }

    /** Number of facilities left. */
    public int order() {
        return n;
    }

    /** Valid lower bound of the minimum over the permutations left. */
    public double bound() {
        return bound - margin;
    }

    /** The bound plus this is a lower bound for every permutation with facility i at location a. */
    public double reducedCost(int i, int a) {
        return leader[i * n + a];
    }

    /** The problem of the others once facility i is at location a, with all that the rounds have gathered. O(n⁴). */
    public DualAscent place(int i, int a) {
        int m = n - 1;
        int q = m - 1;
        double[] rest = new double[m * m];
        double[] pairs = new double[m * m * q * q];
        int placed = (i * n + a) * m * m;
        for (int j = 0; j < m; j++) {
            int fj = j < i ? j : j + 1;
            for (int b = 0; b < m; b++) {
                int lb = b < a ? b : b + 1;
                int from = (fj * n + lb) * m * m;
                int hi = skip(i, fj);
                int ha = skip(a, lb);
                rest[j * m + b] = leader[fj * n + lb] + pair[placed + j * m + b] + pair[from + hi * m + ha];
                int to = (j * m + b) * q * q;
                for (int k = 0; k < q; k++) {
                    int source = from + (k < hi ? k : k + 1) * m;
                    System.arraycopy(pair, source, pairs, to + k * q, ha);
                    System.arraycopy(pair, source + ha + 1, pairs, to + k * q + ha, q - ha);
                }
            }
        }
        return new DualAscent(m, rest, pairs, bound + leader[i * n + a], margin);
    }

    /** One round; returns what the bound gained. O(n⁵). */
    public double round() {
        int m = n - 1;
        double before = bound;
        LinearAssignment inner = new LinearAssignment(m);
        Integer[] order = sequence();
        if (!fresh) {
            for (int p : order) {
                spread(p);
            }
        }
        for (int p : order) {
            if (!fresh) {
                fetch(p / n, p % n);
            }
            collect(p, inner);
        }
        LinearAssignment outer = new LinearAssignment(n);
        bound += outer.solve(leader, 0, n);
        for (int i = 0; i < n; i++) {
            for (int a = 0; a < n; a++) {
                leader[i * n + a] = Math.max(0, leader[i * n + a] - outer.rowPotential(i) - outer.columnPotential(a));
            }
        }
        fresh = false;
        rounds++;
        return bound - before;
    }

    /**
     * The order of the submatrices. Those without reserve decide the next bound and go first, so that they get what the
     * others do not need; that gains most at first, and later a scattered order gains more (measured on chr12a, nug12,
     * rou12, tai12b).
     */
    private Integer[] sequence() {
        Integer[] order = new Integer[n * n];
        Arrays.setAll(order, p -> p);
        if (!fresh && rounds < SORTED_ROUNDS) {
            double[] key = leader.clone();
            Arrays.sort(order, (p, q) -> Double.compare(key[p], key[q]));
        } else if (!fresh) {
            SplittableRandom scatter = new SplittableRandom(rounds);
            for (int k = order.length - 1; k > 0; k--) {
                int other = scatter.nextInt(k + 1);
                Integer swapped = order[k];
                order[k] = order[other];
                order[other] = swapped;
            }
        }
        return order;
    }

    /** Gives a leader's own reserve to its submatrix. */
    private void spread(int p) {
        int m = n - 1;
        if (m == 0 || leader[p] == 0) {
            return;
        }
        double share = leader[p] / m;
        leader[p] = 0;
        int at = p * m * m;
        for (int e = 0; e < m * m; e++) {
            pair[at + e] += share;
        }
    }

    /** Fetches the complementary costs into a submatrix. */
    private void fetch(int i, int a) {
        int m = n - 1;
        int at = (i * n + a) * m * m;
        for (int j = 0; j < n; j++) {
            if (j == i) {
                continue;
            }
            int hole = skip(i, j) * m;
            for (int b = 0; b < n; b++) {
                if (b != a) {
                    int there = (j * n + b) * m * m + hole + skip(a, b);
                    pair[at + skip(j, i) * m + skip(b, a)] += pair[there];
                    pair[there] = 0;
                }
            }
        }
    }

    /** Moves what a submatrix costs at least to its leader. */
    private void collect(int p, LinearAssignment inner) {
        int m = n - 1;
        int at = p * m * m;
        leader[p] += inner.solve(pair, at, m);
        for (int r = 0; r < m; r++) {
            for (int s = 0; s < m; s++) {
                double rest = pair[at + r * m + s] - inner.rowPotential(r) - inner.columnPotential(s);
                pair[at + r * m + s] = Math.max(0, rest);
            }
        }
    }
}
