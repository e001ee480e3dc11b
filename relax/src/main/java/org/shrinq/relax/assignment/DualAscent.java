package org.shrinq.relax.assignment;

import org.shrinq.qubo.problem.QuadraticAssignment;
import org.shrinq.qubo.run.Deadline;

/**
 * The level-1 RLT dual ascent of Hahn and Grant (Operations Research 46, 1998) for min Σ A_ij B_ab x_ia x_jb + Σ c_ia x_ia: costs
 * of pairs are moved between complementary positions, and what linear assignments of the submatrices collect is moved to the
 * leader costs, then to the bound. The first round is the Gilmore-Lawler bound. Every move keeps the objective of every permutation
 * up to rounding, which {@link Result#bound} subtracts, so the bound is valid whenever it stops. O(n⁴) memory and O(n⁵) a round: n ≤
 * {@value #MOST}.
 */
public final class DualAscent {
    /** Largest order: n⁴ numbers of 8 bytes are 300 MB at 80, and the rounds become slow before. */
    public static final int MOST = 40;

    private final int n;
    private final double[] leader;
    private final double[] pair;
    private final double scale;
    private double bound;

    private DualAscent(QuadraticAssignment problem) {
        n = problem.order();
        leader = new double[n * n];
        int m = n - 1;
        pair = new double[n * n * m * m];
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
        scale = largest;
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
     * @param reducedCosts per pair (i, a) at index i·n + a: the bound plus this is a lower bound for every permutation with i at a
     * @param rounds rounds done
     */
    public record Result(double bound, double gilmoreLawler, double[] reducedCosts, int rounds) {}

    /** Runs rounds until one gains less than 10⁻⁴ of the bound, the target is reached, or the deadline strikes. */
    public static Result run(QuadraticAssignment problem, int rounds, double target, Deadline deadline) {
        if (problem.order() < 2) {
            double only = problem.linear(0, 0) + problem.flow(0, 0) * problem.distance(0, 0);
            return new Result(only, only, new double[1], 0);
        }
        DualAscent ascent = new DualAscent(problem);
        double first = 0;
        int done = 0;
        int slow = 0;
        while (done < rounds && (done == 0 || !deadline.expired())) {
            double before = ascent.bound;
            ascent.round(done);
            done++;
            if (done == 1) {
                first = ascent.safe();
            }
            slow = ascent.bound - before < 1e-4 * Math.abs(ascent.bound) ? slow + 1 : 0;
            if (slow >= 3 || ascent.safe() >= target) {
                break;
            }
        }
        return new Result(ascent.safe(), first, ascent.leader.clone(), done);
    }

    private double safe() {
        return bound - 1e-11 * scale * n * n * n;
    }

    private void round(int number) {
        int m = n - 1;
        LinearAssignment inner = new LinearAssignment(m);
        for (int i = 0; i < n; i++) {
            for (int a = 0; a < n; a++) {
                int at = (i * n + a) * m * m;
                if (number > 0) {
                    spread(i, a);
                }
                collect(i, a, at, inner);
            }
        }
        LinearAssignment outer = new LinearAssignment(n);
        bound += outer.solve(leader, 0, n);
        for (int i = 0; i < n; i++) {
            for (int a = 0; a < n; a++) {
                leader[i * n + a] = Math.max(0, leader[i * n + a] - outer.rowPotential(i) - outer.columnPotential(a));
            }
        }
    }

    /** Gives the leader's own reserve to its submatrix and fetches the complementary costs into it. */
    private void spread(int i, int a) {
        int m = n - 1;
        int at = (i * n + a) * m * m;
        double share = leader[i * n + a] / m;
        leader[i * n + a] = 0;
        for (int j = 0; j < n; j++) {
            if (j == i) {
                continue;
            }
            for (int b = 0; b < n; b++) {
                if (b != a) {
                    int here = at + skip(j, i) * m + skip(b, a);
                    int there = (j * n + b) * m * m + skip(i, j) * m + skip(a, b);
                    pair[here] += share + pair[there];
                    pair[there] = 0;
                }
            }
        }
    }

    private void collect(int i, int a, int at, LinearAssignment inner) {
        int m = n - 1;
        leader[i * n + a] += inner.solve(pair, at, m);
        for (int p = 0; p < m; p++) {
            for (int q = 0; q < m; q++) {
                double rest = pair[at + p * m + q] - inner.rowPotential(p) - inner.columnPotential(q);
                pair[at + p * m + q] = Math.max(0, rest);
            }
        }
    }
}
