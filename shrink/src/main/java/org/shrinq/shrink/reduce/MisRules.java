package org.shrinq.shrink.reduce;

import java.util.Arrays;
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

    /** A rule that looks at one vertex after another. */
    abstract static class VertexRule implements MisRule {
        /** Vertices between two questions to the deadline. */
        private static final int ASK_EVERY = 64;

        private final ReductionRule id;

        VertexRule(ReductionRule id) {
            this.id = id;
        }

        @Override
        public final ReductionRule id() {
            return id;
        }

        /** How often it applies at v, a vertex that is left; modifies g. */
        abstract int apply(MisGraph g, int v);

        @Override
        public int pass(MisGraph g, Deadline deadline) {
            int count = 0;
            for (int v = 0; v < g.vertices(); v++) {
                if (v % ASK_EVERY == 0 && deadline.expired()) {
                    break;
                }
                if (g.isAlive(v)) {
                    count += apply(g, v);
                }
            }
            return count;
        }
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
    static final class Neighborhood extends VertexRule {
        Neighborhood() {
            super(ReductionRule.MIS_NEIGHBORHOOD);
        }

        @Override
        int apply(MisGraph g, int v) {
            if (g.weight(v) <= 0) {
                g.exclude(v);
                return 1;
            }
            if (g.weight(v) >= g.neighborhoodWeight(v)) {
                g.include(v);
                return 1;
            }
            return 0;
        }
    }

    /** A vertex of degree 1 lighter than its neighbour: either it is in, or the neighbour with w_u − w_v to gain. */
    static final class DegreeOne extends VertexRule {
        DegreeOne() {
            super(ReductionRule.MIS_DEGREE_ONE);
        }

        @Override
        int apply(MisGraph g, int v) {
            if (g.degree(v) != 1 || g.weight(v) <= 0) {
                return 0;
            }
            int u = g.neighbors(v)[0];
            if (g.weight(v) < g.weight(u)) {
                g.transfer(v, new int[] {u});
            } else {
                g.include(v);
            }
            return 1;
        }
    }

    /** Non-adjacent neighbours a, b with max(w_a, w_b) ≤ w_v &lt; w_a + w_b: an optimum has v, or both a and b. */
    static final class DegreeTwoFold extends VertexRule {
        DegreeTwoFold() {
            super(ReductionRule.MIS_DEGREE_TWO_FOLD);
        }

        @Override
        int apply(MisGraph g, int v) {
            if (g.degree(v) != 2) {
                return 0;
            }
            int[] ns = g.neighbors(v);
            double a = g.weight(ns[0]);
            double b = g.weight(ns[1]);
            double w = g.weight(v);
            if (g.adjacent(ns[0], ns[1]) || w < Math.max(a, b) || w >= a + b) {
                return 0;
            }
            g.fold(v, ns[0], ns[1]);
            return 1;
        }
    }

    /** A simplicial v beats every neighbour not heavier; against the heavier ones it is the default choice. */
    static final class Simplicial extends VertexRule {
        private static final int LARGEST_DEGREE = 32;

        Simplicial() {
            super(ReductionRule.MIS_SIMPLICIAL);
        }

        @Override
        int apply(MisGraph g, int v) {
            if (g.weight(v) <= 0 || g.degree(v) > LARGEST_DEGREE || !g.isSimplicial(v)) {
                return 0;
            }
            for (int u : g.neighbors(v)) {
                if (g.weight(u) <= g.weight(v)) {
                    g.exclude(u);
                }
            }
            g.transfer(v, g.neighbors(v));
            return 1;
        }
    }

    /** Two vertices with the same neighbourhood are in or out together. */
    static final class Twins extends VertexRule {
        private final Map<List<Integer>, Integer> first = new HashMap<>();

        Twins() {
            super(ReductionRule.MIS_TWINS);
        }

        @Override
        public int pass(MisGraph g, Deadline deadline) {
            first.clear();
            return super.pass(g, deadline);
        }

        @Override
        int apply(MisGraph g, int v) {
            if (g.weight(v) <= 0) {
                return 0;
            }
            List<Integer> key = Arrays.stream(g.neighbors(v)).boxed().toList();
            Integer twin = first.putIfAbsent(key, v);
            // Joining changes no other vertex's neighbourhood but those of common neighbours, which lose v alike.
            if (twin == null || !g.isAlive(twin) || !Arrays.equals(g.neighbors(twin), g.neighbors(v))) {
                return 0;
            }
            g.joinTwin(twin, v);
            return 1;
        }
    }

    /** N[v] ⊆ N[u] and w_v ≥ w_u: whoever takes u could take v instead. */
    static final class Domination extends VertexRule {
        Domination() {
            super(ReductionRule.MIS_DOMINATION);
        }

        @Override
        int apply(MisGraph g, int v) {
            int count = 0;
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
