package org.shrinq.relax.assignment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.shrinq.qubo.text.Brief;

/**
 * Marginals Y_ia = P(π(i) = a) and pair moments Y_ia,jb = P(π(i) = a, π(j) = b) of a relaxation of an assignment, as if
 * of a distribution over permutations. Immutable.
 */
public final class AssignmentMoments {
    /** Pairs that are rarer than this are no place to begin a permutation. */
    private static final double LEAST = 1e-3;

    private final int n;
    private final double[] y;
    private final boolean[] excluded;
    private final double value;
    private final int iterations;

    /**
     * @param y symmetric, of order n² + 1, row-major; kept
     * @param excluded per pair; kept
     */
    AssignmentMoments(int n, double[] y, boolean[] excluded, double value, int iterations) {
        this.n = n;
        this.y = y;
        this.excluded = excluded;
        this.value = value;
        this.iterations = iterations;
    }

    /** A permutation and how much the moments speak for it, Σ_{i&lt;j} Y_{iπ(i),jπ(j)} ≤ n(n − 1)/2. */
    public record Guess(int[] permutation, double support) {
        @Override
        public String toString() {
            return Brief.of(this);
        }
    }

    /** The objective of the relaxation at the last iterate, which is a bound of no kind. */
    public double value() {
        return value;
    }

    /** Iterations made. */
    public int iterations() {
        return iterations;
    }

    /** Y_ia, about 0 to 1. */
    public double marginal(int i, int a) {
        return pair(i, a, i, a);
    }

    /** Y_ia,jb, about 0 to 1. */
    public double pair(int i, int a, int j, int b) {
        return y[(1 + i * n + a) * (n * n + 1) + 1 + j * n + b];
    }

    /**
     * Permutations without excluded pairs that grow from each pair (i, a), next always the pair that has most moments
     * with those before it; the objective is not looked at. So the optima of a symmetric problem, which the marginals
     * mix, are told apart. O(n⁵).
     *
     * @return different ones, best supported first; empty when every one comes to a dead end
     */
    public List<Guess> guesses() {
        List<Guess> guesses = new ArrayList<>();
        Set<List<Integer>> seen = new HashSet<>();
        for (int i = 0; i < n; i++) {
            for (int a = 0; a < n; a++) {
                if (!excluded[i * n + a] && marginal(i, a) >= LEAST) {
                    Guess grown = grow(i, a);
                    if (grown.support() >= 0
                            && seen.add(
                                    Arrays.stream(grown.permutation()).boxed().toList())) {
                        guesses.add(grown);
                    }
                }
            }
        }
        guesses.sort(Comparator.comparingDouble(g -> -g.support()));
        return guesses;
    }

    /** Of negative support where it ends at excluded pairs. */
    private Guess grow(int firstFacility, int firstLocation) {
        int[] at = new int[n];
        Arrays.fill(at, -1);
        boolean[] taken = new boolean[n];
        double[] moments = new double[n * n];
        double support = 0;
        int i = firstFacility;
        int a = firstLocation;
        for (int placed = 1; ; placed++) {
            at[i] = a;
            taken[a] = true;
            if (placed == n) {
                return new Guess(at, support);
            }
            int best = -1;
            for (int v = 0; v < n * n; v++) {
                if (at[v / n] < 0 && !taken[v % n] && !excluded[v]) {
                    moments[v] += pair(i, a, v / n, v % n);
                    best = best < 0 || moments[v] > moments[best] ? v : best;
                }
            }
            if (best < 0) {
                return new Guess(at, -1);
            }
            support += moments[best];
            i = best / n;
            a = best % n;
        }
    }

    @Override
    public String toString() {
        return "AssignmentMoments[" + n + " facilities, value " + value + " after " + iterations + " iterations]";
    }
}
