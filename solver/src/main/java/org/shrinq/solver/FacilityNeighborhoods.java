package org.shrinq.solver;

import java.util.List;
import java.util.SplittableRandom;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.problem.QuadraticAssignment;

/** Facilities of an assignment that may trade places. Not thread-safe. */
final class FacilityNeighborhoods implements NeighborhoodChoice {
    private final QuadraticAssignment qap;
    private final byte[] known;
    private final double[] recency;

    FacilityNeighborhoods(QuadraticAssignment qap, byte[] known) {
        this.qap = qap;
        this.known = known.clone();
        recency = new double[qap.order()];
    }

    @Override
    public byte[] choose(Bits incumbent, List<Bits> pool, int size, SplittableRandom random) {
        int n = qap.order();
        int[] location = qap.permutation(incumbent.toArray()).orElseThrow();
        double[] weight = new double[n];
        for (int i = 0; i < n; i++) {
            double differing = 0;
            for (Bits x : pool) {
                differing += 1 - x.get(qap.variable(i, location[i]));
            }
            weight[i] = (FLOOR + (pool.isEmpty() ? 0 : differing / pool.size())) / (1 + recency[i]);
        }
        boolean[] chosen = new boolean[n];
        int count = Math.min(n, Math.max(3, (int) Math.round(Math.sqrt(size))));
        for (int k = 0; k < count; k++) {
            chosen[NeighborhoodChoice.draw(weight, chosen, random)] = true;
        }
        byte[] fixed = incumbent.toArray();
        for (int i = 0; i < n; i++) {
            recency[i] = chosen[i] ? recency[i] + 1 : recency[i] * 0.9;
            for (int j = 0; j < n; j++) {
                if (chosen[i] && chosen[j] && known[qap.variable(i, location[j])] < 0) {
                    fixed[qap.variable(i, location[j])] = -1;
                }
            }
        }
        return fixed;
    }
}
