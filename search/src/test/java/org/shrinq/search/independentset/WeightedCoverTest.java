package org.shrinq.search.independentset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.shrinq.qubo.problem.MaximumIndependentSet;

class WeightedCoverTest {
    /** Follows the weights by hand and recomputes every score from its definition after each step. */
    @Test
    void scoresAndUncoveredEdgesAgreeWithTheirDefinition() {
        for (int seed = 0; seed < 20; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            MaximumIndependentSet problem = LowDegreeKernelTest.graph(12, 30, false, random);
            IndependentSetState s = new IndependentSetState(problem);
            WeightedCover cover = new WeightedCover(s.n, s.start, s.neighbor);
            cover.load(new byte[s.n]);
            for (int step = 0; step < 300 && (cover.isCover() || cover.size() > 0); step++) {
                if (cover.isCover()) {
                    cover.shrinkTo(Math.max(0, cover.size() - 1));
                } else {
                    cover.step(random);
                }
                boolean covered = true;
                for (int v = 0; v < s.n; v++) {
                    int expected = 0;
                    for (int e = s.start[v]; e < s.start[v + 1]; e++) {
                        int u = s.neighbor[e];
                        covered &= cover.contains(v) || cover.contains(u);
                        if (!cover.contains(u)) {
                            expected += cover.weight(e) * (cover.contains(v) ? -1 : 1);
                        }
                    }
                    assertThat(cover.score(v))
                            .as("seed %d step %d vertex %d", seed, step, v)
                            .isEqualTo(expected);
                }
                assertThat(cover.isCover()).as("seed %d step %d", seed, step).isEqualTo(covered);
            }
        }
    }

    @Test
    void findsTheLargestSetOfSmallGraphs() {
        for (int seed = 0; seed < 50; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            MaximumIndependentSet problem =
                    LowDegreeKernelTest.graph(1 + random.nextInt(12), random.nextInt(40), false, random);
            IndependentSetState s = new IndependentSetState(problem);
            WeightedCover cover = new WeightedCover(s.n, s.start, s.neighbor);
            cover.load(new byte[s.n]);
            int best = 0;
            byte[] x = new byte[s.n];
            for (int step = 0; step < 500 && best < s.n && (cover.isCover() || cover.size() > 0); step++) {
                if (cover.isCover()) {
                    best = s.n - cover.size();
                    cover.store(x);
                    assertThat(LowDegreeKernelTest.isIndependent(problem, x)).isTrue();
                    cover.shrinkTo(Math.max(0, cover.size() - 1));
                } else {
                    cover.step(random);
                }
            }
            assertThat((double) best).as("seed %d", seed).isEqualTo(LowDegreeKernelTest.optimum(problem));
        }
    }
}
