package org.shrinq.shrink.reduce;

import java.util.ArrayList;
import java.util.List;
import org.shrinq.qubo.run.Deadline;

/**
 * Unconfined vertices (Xiao and Nagamochi 2013; weights: Xiao, Huang, Zhou and Ding 2021). Suppose every optimum
 * contains v. Starting from S = {v}, let u ∈ N(S) be a child with w_u ≥ w(S ∩ N(u)), and R = N(u) ∖ N[S]. If w(R) ≤ w_u
 * − w(S ∩ N(u)), then u could replace its neighbours in the optimum, a contradiction: some optimum avoids v. If R is a
 * single vertex it must be in every optimum too and joins S.
 */
final class Unconfined implements MisRules.MisRule {
    /** Larger sets are given up on. */
    private static final int LARGEST_SET = 64;

    @Override
    public ReductionRule id() {
        return ReductionRule.MIS_UNCONFINED;
    }

    @Override
    public int pass(MisGraph g, Deadline deadline) {
        int[] inSet = new int[g.vertices()];
        int[] covered = new int[g.vertices()];
        int count = 0;
        int stamp = 0;
        for (int v = 0; v < g.vertices() && !deadline.expired(); v++) {
            if (g.isAlive(v) && g.weight(v) > 0 && isUnconfined(g, v, inSet, covered, ++stamp)) {
                g.exclude(v);
                count++;
            }
        }
        return count;
    }

    /** inSet and covered (the closed neighbourhood N[S]) hold the stamp for members. */
    private static boolean isUnconfined(MisGraph g, int v, int[] inSet, int[] covered, int stamp) {
        List<Integer> boundary = new ArrayList<>();
        add(g, v, inSet, covered, stamp, boundary);
        for (int size = 1; size < LARGEST_SET; size++) {
            int extension = -1;
            for (int u : boundary) {
                double inside = 0;
                double outside = 0;
                int single = -1;
                int outsiders = 0;
                for (int k : g.neighbors(u)) {
                    if (inSet[k] == stamp) {
                        inside += g.weight(k);
                    } else if (covered[k] != stamp && g.weight(k) > 0) {
                        outside += g.weight(k);
                        single = k;
                        outsiders++;
                    }
                }
                double spare = g.weight(u) - inside;
                if (spare < 0) {
                    continue;
                }
                if (outside <= spare) {
                    return true;
                }
                if (outsiders == 1 && extension < 0) {
                    extension = single;
                }
            }
            if (extension < 0) {
                return false;
            }
            add(g, extension, inSet, covered, stamp, boundary);
        }
        return false;
    }

    private static void add(MisGraph g, int v, int[] inSet, int[] covered, int stamp, List<Integer> boundary) {
        inSet[v] = stamp;
        covered[v] = stamp;
        for (int u : g.neighbors(v)) {
            if (covered[u] != stamp) {
                covered[u] = stamp;
                boundary.add(u);
            }
        }
    }
}
