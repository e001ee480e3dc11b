package org.shrinq.shrink.reduce;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.shrinq.qubo.run.Deadline;

/**
 * One pass each of the rules for (weighted) independent sets that look at one neighbourhood at a time (Akiba and Iwata
 * 2016, arXiv 1411.2680; Lamm, Schulz, Strash, Williger and Zhang 2019, arXiv 1810.10834). A rule returns how often it
 * applied.
 */
final class MisRules {
    /** One rule. */
    interface MisRule {
        ReductionRule id();

        /** Applies the rule to every remaining vertex once, or to those that the deadline leaves; modifies g. */
        int pass(MisGraph g, Deadline deadline);
    }

    /** Asks a deadline at every so manieth vertex. */
    private static final int ASK_EVERY = 64;

    private static boolean isOver(int v, Deadline deadline) {
        return v % ASK_EVERY == 0 && deadline.expired();
    }

    private MisRules() {}

    /** In the order in which they are tried, cheapest first. */
    static List<MisRule> all() {
        return List.of(
                new Neighborhood(),
                new DegreeOne(),
                new DegreeTwoFold(),
                new Simplicial(),
                new Twins(),
                new Domination(),
                new Unconfined(),
                new NemhauserTrotter());
    }

    /** w_v ≥ w(N(v)): v beats its whole neighbourhood; a vertex without positive weight is left out. */
    static final class Neighborhood implements MisRule {
        @Override
        public ReductionRule id() {
            return ReductionRule.MIS_NEIGHBORHOOD;
        }

        @Override
        public int pass(MisGraph g, Deadline deadline) {
            int count = 0;
            for (int v = 0; v < g.vertices() && !isOver(v, deadline); v++) {
                if (!g.isAlive(v)) {
                    continue;
                }
                if (g.weight(v) <= 0) {
                    g.exclude(v);
                    count++;
                } else if (g.weight(v) >= g.neighborhoodWeight(v)) {
                    g.include(v);
                    count++;
                }
            }
            return count;
        }
    }

    /** A vertex of degree 1 lighter than its neighbour: either it is in, or the neighbour with w_u − w_v to gain. */
    static final class DegreeOne implements MisRule {
        @Override
        public ReductionRule id() {
            return ReductionRule.MIS_DEGREE_ONE;
        }

        @Override
        public int pass(MisGraph g, Deadline deadline) {
            int count = 0;
            for (int v = 0; v < g.vertices() && !isOver(v, deadline); v++) {
                if (g.isAlive(v) && g.degree(v) == 1 && g.weight(v) > 0) {
                    int u = g.neighbors(v)[0];
                    if (g.weight(v) < g.weight(u)) {
                        g.transfer(v, new int[] {u});
                    } else {
                        g.include(v);
                    }
                    count++;
                }
            }
            return count;
        }
    }

    /** Non-adjacent neighbours a, b with max(w_a, w_b) ≤ w_v &lt; w_a + w_b: an optimum has v, or both a and b. */
    static final class DegreeTwoFold implements MisRule {
        @Override
        public ReductionRule id() {
            return ReductionRule.MIS_DEGREE_TWO_FOLD;
        }

        @Override
        public int pass(MisGraph g, Deadline deadline) {
            int count = 0;
            for (int v = 0; v < g.vertices() && !isOver(v, deadline); v++) {
                if (!g.isAlive(v) || g.degree(v) != 2) {
                    continue;
                }
                int[] ns = g.neighbors(v);
                double a = g.weight(ns[0]);
                double b = g.weight(ns[1]);
                double w = g.weight(v);
                if (!g.adjacent(ns[0], ns[1]) && w >= Math.max(a, b) && w < a + b) {
                    g.fold(v, ns[0], ns[1]);
                    count++;
                }
            }
            return count;
        }
    }

    /** A simplicial v beats every neighbour not heavier; against the heavier ones it is the default choice. */
    static final class Simplicial implements MisRule {
        private static final int LARGEST_DEGREE = 32;

        @Override
        public ReductionRule id() {
            return ReductionRule.MIS_SIMPLICIAL;
        }

        @Override
        public int pass(MisGraph g, Deadline deadline) {
            int count = 0;
            for (int v = 0; v < g.vertices() && !isOver(v, deadline); v++) {
                if (!g.isAlive(v) || g.weight(v) <= 0 || g.degree(v) > LARGEST_DEGREE || !g.isSimplicial(v)) {
                    continue;
                }
                for (int u : g.neighbors(v)) {
                    if (g.weight(u) <= g.weight(v)) {
                        g.exclude(u);
                    }
                }
                g.transfer(v, g.neighbors(v));
                count++;
            }
            return count;
        }
    }

    /** Two vertices with the same neighbourhood are in or out together. */
    static final class Twins implements MisRule {
        @Override
        public ReductionRule id() {
            return ReductionRule.MIS_TWINS;
        }

        @Override
        public int pass(MisGraph g, Deadline deadline) {
            int count = 0;
            Map<List<Integer>, Integer> first = new HashMap<>();
            for (int v = 0; v < g.vertices() && !isOver(v, deadline); v++) {
                if (!g.isAlive(v) || g.weight(v) <= 0) {
                    continue;
                }
                List<Integer> key =
                        java.util.Arrays.stream(g.neighbors(v)).boxed().toList();
                Integer twin = first.putIfAbsent(key, v);
                // Joining changes no other vertex's neighbourhood but those of common neighbours, which lose v alike.
                if (twin != null && g.isAlive(twin) && java.util.Arrays.equals(g.neighbors(twin), g.neighbors(v))) {
                    g.joinTwin(twin, v);
                    count++;
                }
            }
            return count;
        }
    }

    /** N[v] ⊆ N[u] and w_v ≥ w_u: whoever takes u could take v instead. */
    static final class Domination implements MisRule {
        @Override
        public ReductionRule id() {
            return ReductionRule.MIS_DOMINATION;
        }

        @Override
        public int pass(MisGraph g, Deadline deadline) {
            int count = 0;
            for (int v = 0; v < g.vertices() && !isOver(v, deadline); v++) {
                if (!g.isAlive(v)) {
                    continue;
                }
                int[] neighbors = g.neighbors(v);
                for (int u : neighbors) {
                    if (g.isAlive(v)
                            && g.isAlive(u)
                            && g.weight(v) >= g.weight(u)
                            && g.degree(v) <= g.degree(u)
                            && isCovered(g, neighbors, u)) {
                        g.exclude(u);
                        count++;
                    }
                }
            }
            return count;
        }

        /** Whether all of these vertices that are left are u or neighbours of it. */
        private static boolean isCovered(MisGraph g, int[] neighbors, int u) {
            for (int k : neighbors) {
                if (k != u && g.isAlive(k) && !g.adjacent(u, k)) {
                    return false;
                }
            }
            return true;
        }
    }
}
