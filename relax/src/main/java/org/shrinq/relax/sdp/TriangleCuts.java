package org.shrinq.relax.sdp;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.shrinq.qubo.Ising;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.text.Brief;

/**
 * Triangle inequalities on top of the semidefinite relaxation: among any three spins an even number of pairs is
 * opposite, so
 *
 * <pre>1 + a X_uv + b X_uw + c X_vw ≥ 0    for a·b·c = 1, a, b, c = ±1,</pre>
 *
 * four for every triangle of the coupling graph, vertex 0 with the fields included. They enter with multipliers λ ≥ 0
 * that move along the violation (projected subgradient): couplings become J_uv − Σ a·λ, and bound(λ) = bound of that
 * form − Σ λ is a lower bound of the minimum for every λ. Each round is a warm solve of the low-rank relaxation.
 * (Helmberg and Rendl 1998 add the same inequalities to an interior-point method; Fischer, Gruber, Rendl and Sotirov
 * 2006 use multipliers.) Immutable.
 */
public final class TriangleCuts {
    /** Triangles beyond these, in the order of their first vertices, are left out. */
    public static final int MOST_TRIANGLES = 1_000_000;

    private static final double VIOLATED = -0.01;
    private static final int[][] PATTERNS = {{1, 1, 1}, {1, -1, -1}, {-1, 1, -1}, {-1, -1, 1}};

    private final Ising ising;
    /** Edge e joins the vertices us[e] < vs[e] of 0 … n, vertex 0 standing for the fields. */
    private final int[] us;

    private final int[] vs;
    /** Three edges per triangle. */
    private final int[] triangles;

    private TriangleCuts(Ising ising) {
        this.ising = ising;
        int n = ising.size();
        int[][] later = new int[n + 1][];
        int[][] edgeOf = new int[n + 1][];
        int edges = 0;
        for (int u = 0; u <= n; u++) {
            later[u] = laterNeighbors(u);
            edgeOf[u] = new int[later[u].length];
            for (int k = 0; k < later[u].length; k++) {
                edgeOf[u][k] = edges++;
            }
        }
        us = new int[edges];
        vs = new int[edges];
        for (int u = 0; u <= n; u++) {
            for (int k = 0; k < later[u].length; k++) {
                us[edgeOf[u][k]] = u;
                vs[edgeOf[u][k]] = later[u][k];
            }
        }
        triangles = enumerate(later, edgeOf);
    }

    /** The triangles of a form's coupling graph; the form is not modified. O(Σ degree²). */
    public static TriangleCuts of(Ising ising) {
        return new TriangleCuts(ising);
    }

    private int[] laterNeighbors(int u) {
        int n = ising.size();
        int[] found = new int[n];
        int[] count = {0};
        if (u == 0) {
            for (int i = 0; i < n; i++) {
                if (ising.linear(i) != 0) {
                    found[count[0]++] = i + 1;
                }
            }
        } else {
            ising.forEachNeighbor(u - 1, (j, c) -> {
                if (j + 1 > u && c != 0) {
                    found[count[0]++] = j + 1;
                }
            });
        }
        int[] sorted = Arrays.copyOf(found, count[0]);
        Arrays.sort(sorted);
        return sorted;
    }

    private static int[] enumerate(int[][] later, int[][] edgeOf) {
        int[] list = new int[300];
        int size = 0;
        for (int u = 0; u < later.length; u++) {
            for (int k = 0; k < later[u].length; k++) {
                int v = later[u][k];
                int p = k + 1;
                int q = 0;
                while (p < later[u].length && q < later[v].length) {
                    if (later[u][p] == later[v][q]) {
                        if (size == 3 * MOST_TRIANGLES) {
                            return list;
                        }
                        if (size + 3 > list.length) {
                            list = Arrays.copyOf(list, Math.min(2 * list.length, 3 * MOST_TRIANGLES));
                        }
                        list[size++] = edgeOf[u][k];
                        list[size++] = edgeOf[u][p++];
                        list[size++] = edgeOf[v][q++];
                    } else if (later[u][p] < later[v][q]) {
                        p++;
                    } else {
                        q++;
                    }
                }
            }
        }
        return Arrays.copyOf(list, size);
    }

    /** Triangles found. */
    public int triangles() {
        return triangles.length / 3;
    }

    /**
     * What the cuts led to.
     *
     * @param solution vectors of the last relaxation; its value and bound are those of the form with multipliers
     * @param bound the best proven lower bound of the form itself, −∞ where the options ask for none
     * @param violation the largest violation that is left
     * @param active inequalities with a multiplier
     */
    public record Result(SdpSolution solution, double bound, double violation, int active) {}

    /**
     * Alternates between solving and moving the multipliers.
     *
     * @param start the relaxation of the form as it is, cold or warm; used up
     * @param rounds most moves of the multipliers, at least 0
     */
    public Result solve(SdpSolver start, SdpOptions options, int rounds, SplittableRandom random, Deadline deadline) {
        SdpSolution solution = start.solve(deadline);
        double best = proven(solution, 0);
        double[] lambda = new double[4 * triangles()];
        double[] x = new double[us.length];
        double violation = measure(solution, x);
        double share = 1;
        double highest = solution.value();
        for (int round = 0; round < rounds && violation > -VIOLATED && !deadline.expired(); round++) {
            move(lambda, x, share);
            solution = SdpSolver.from(penalised(lambda), options, solution.rank(), solution.vectors(), random.split())
                    .solve(deadline);
            double sum = Arrays.stream(lambda).sum();
            best = Math.max(best, proven(solution, sum));
            share *= solution.value() - sum > highest ? 1 : 0.6;
            highest = Math.max(highest, solution.value() - sum);
            violation = measure(solution, x);
        }
        int active = (int) Arrays.stream(lambda).filter(l -> l > 0).count();
        return new Result(solution, best, violation, active);
    }

    private static double proven(SdpSolution solution, double multipliers) {
        return solution.bound().isProven() ? solution.bound().value() - multipliers : Double.NEGATIVE_INFINITY;
    }

    /** X on the edges; returns the largest violation. */
    private double measure(SdpSolution solution, double[] x) {
        for (int e = 0; e < us.length; e++) {
            x[e] = us[e] == 0 ? solution.single(vs[e] - 1) : solution.pair(us[e] - 1, vs[e] - 1);
        }
        double worst = 0;
        for (int t = 0; t < triangles(); t++) {
            for (int[] pattern : PATTERNS) {
                worst = Math.max(worst, -slack(x, t, pattern));
            }
        }
        return worst;
    }

    private double slack(double[] x, int t, int[] pattern) {
        return 1
                + pattern[0] * x[triangles[3 * t]]
                + pattern[1] * x[triangles[3 * t + 1]]
                + pattern[2] * x[triangles[3 * t + 2]];
    }

    /**
     * The step is the mean size of a coefficient over the mean number of violated inequalities on an edge that has any.
     */
    private void move(double[] lambda, double[] x, double share) {
        int[] load = new int[us.length];
        int violated = 0;
        for (int t = 0; t < triangles(); t++) {
            for (int[] pattern : PATTERNS) {
                if (slack(x, t, pattern) < VIOLATED) {
                    violated++;
                    for (int k = 0; k < 3; k++) {
                        load[triangles[3 * t + k]]++;
                    }
                }
            }
        }
        long loaded = Arrays.stream(load).filter(l -> l > 0).count();
        double step = share * meanSize() * Math.max(1, loaded) / Math.max(1, 3.0 * violated);
        for (int t = 0; t < triangles(); t++) {
            for (int p = 0; p < 4; p++) {
                double slack = slack(x, t, PATTERNS[p]);
                if (lambda[4 * t + p] > 0 || slack < VIOLATED) {
                    lambda[4 * t + p] = Math.max(0, lambda[4 * t + p] - step * slack);
                }
            }
        }
    }

    private double coefficient(int e) {
        return us[e] == 0 ? ising.linear(vs[e] - 1) : ising.coupling(us[e] - 1, vs[e] - 1);
    }

    private double meanSize() {
        double sum = 0;
        for (int e = 0; e < us.length; e++) {
            sum += Math.abs(coefficient(e));
        }
        return sum / Math.max(1, us.length);
    }

    private Ising penalised(double[] lambda) {
        double[] change = new double[us.length];
        for (int t = 0; t < triangles(); t++) {
            for (int p = 0; p < 4; p++) {
                double l = lambda[4 * t + p];
                for (int k = 0; k < 3 && l > 0; k++) {
                    change[triangles[3 * t + k]] -= PATTERNS[p][k] * l;
                }
            }
        }
        Ising.Builder b = Ising.builder(ising.size()).addOffset(ising.offset());
        for (int e = 0; e < us.length; e++) {
            double c = coefficient(e) + change[e];
            if (us[e] == 0) {
                b.addField(vs[e] - 1, c);
            } else {
                b.add(us[e] - 1, vs[e] - 1, c);
            }
        }
        return b.build();
    }

    @Override
    public String toString() {
        return Brief.of(this, "pairs", us.length, "triangles", triangles.length / 3);
    }
}
