package org.shrinq.search.independentset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.shrinq.qubo.problem.MaximumIndependentSet;

class IndependentSetStateTest {
    /**
     * Random walks with undone stretches; what is stored by changes is what is stored whole, and value and blocks are
     * those of the set.
     */
    @Test
    void storedChangesAndCountsAgreeWithTheSet() {
        for (int seed = 0; seed < 40; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int n = 1 + random.nextInt(40);
            MaximumIndependentSet problem = LowDegreeKernelTest.graph(n, 2 * n, seed % 2 == 0, random);
            IndependentSetState state = new IndependentSetState(problem);
            byte[] stored = new byte[n];
            byte[] whole = new byte[n];
            for (int step = 0; step < 300; step++) {
                state.mark();
                for (int k = random.nextInt(4); k > 0; k--) {
                    if (state.freeCount() > 0 && random.nextInt(3) > 0) {
                        state.insert(state.free(random.nextInt(state.freeCount())));
                    } else if (state.size() > 0) {
                        state.remove(state.solution(random.nextInt(state.size())));
                    }
                }
                if (random.nextInt(3) == 0) {
                    state.undo();
                }
                if (random.nextInt(50) == 0) {
                    state.store(whole);
                    state.load(whole);
                }
                state.store(whole);
                if (random.nextInt(4) == 0) {
                    state.storeChanges(stored);
                    assertThat(stored).as("seed %d step %d", seed, step).isEqualTo(whole);
                }
                assertThat(LowDegreeKernelTest.isIndependent(problem, whole)).isTrue();
                assertThat(state.value()).as("seed %d", seed).isCloseTo(problem.objective(whole), within(1e-9));
                for (int v = 0; v < n; v++) {
                    byte[] with = whole.clone();
                    with[v] = 1;
                    boolean free =
                            whole[v] == 0 && problem.weight(v) > 0 && LowDegreeKernelTest.isIndependent(problem, with);
                    assertThat(state.isFree(v)).as("seed %d vertex %d", seed, v).isEqualTo(free);
                }
            }
        }
    }
}
