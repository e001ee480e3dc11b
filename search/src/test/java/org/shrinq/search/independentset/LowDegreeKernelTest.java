package org.shrinq.search.independentset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.shrinq.qubo.Graph;
import org.shrinq.qubo.Sense;
import org.shrinq.qubo.problem.MaximumIndependentSet;
import org.shrinq.search.SearchControl;
import org.shrinq.search.SearchLimit;

class LowDegreeKernelTest {
    /** A sparse graph, weights 1 or 1 to 9, sometimes 0 or negative. */
    static MaximumIndependentSet graph(int n, int edges, boolean weighted, SplittableRandom random) {
        int[] us = new int[n < 2 ? 0 : edges];
        int[] vs = new int[us.length];
        for (int e = 0; e < us.length; e++) {
            us[e] = random.nextInt(n);
            vs[e] = (us[e] + 1 + random.nextInt(n - 1)) % n;
        }
        Graph graph = Graph.of(n, us, vs);
        double[] weights = new double[n];
        for (int v = 0; v < n; v++) {
            weights[v] = weighted ? random.nextInt(-1, 10) : 1;
        }
        return MaximumIndependentSet.weighted("random", graph, weights);
    }

    /** The largest weight by enumeration. */
    static double optimum(MaximumIndependentSet problem) {
        int n = problem.size();
        double best = 0;
        byte[] x = new byte[n];
        for (int mask = 0; mask < 1 << n; mask++) {
            for (int v = 0; v < n; v++) {
                x[v] = (byte) (mask >> v & 1);
            }
            if (isIndependent(problem, x)) {
                best = Math.max(best, problem.objective(x));
            }
        }
        return best;
    }

    static boolean isIndependent(MaximumIndependentSet problem, byte[] x) {
        for (int v = 0; v < x.length; v++) {
            for (int k = 0; k < problem.graph().degree(v) && x[v] != 0; k++) {
                if (x[problem.graph().neighbor(v, k)] != 0) {
                    return false;
                }
            }
        }
        return true;
    }

    private static LowDegreeKernel kernel(MaximumIndependentSet problem) {
        IndependentSetState s = new IndependentSetState(problem);
        return new LowDegreeKernel(s.start, s.neighbor, s.weight);
    }

    private static MaximumIndependentSet problem(IndependentSetState s) {
        int[] us = new int[s.neighbor.length / 2];
        int[] vs = new int[us.length];
        int e = 0;
        for (int v = 0; v < s.n; v++) {
            for (int k = s.start[v]; k < s.start[v + 1]; k++) {
                if (s.neighbor[k] > v) {
                    us[e] = v;
                    vs[e++] = s.neighbor[k];
                }
            }
        }
        assertThat(e).as("symmetric adjacency").isEqualTo(us.length);
        return MaximumIndependentSet.weighted("kernel", Graph.of(s.n, us, vs), s.weight);
    }

    @Test
    void reductionsKeepTheOptimumAndExpandToIt() {
        for (int seed = 0; seed < 400; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int n = 1 + random.nextInt(13);
            MaximumIndependentSet problem = graph(n, random.nextInt(2 * n + 1), random.nextBoolean(), random);
            LowDegreeKernel kernel = kernel(problem);
            kernel.reduce();
            double best = optimum(problem);
            if (kernel.state().n == 0) {
                byte[] x = kernel.expand(new byte[0]);
                assertThat(isIndependent(problem, x)).as("seed %d", seed).isTrue();
                assertThat(problem.objective(x)).as("seed %d", seed).isCloseTo(best, within(1e-9));
                assertThat(kernel.offset()).as("seed %d", seed).isCloseTo(best, within(1e-9));
                continue;
            }
            MaximumIndependentSet rest = problem(kernel.state());
            assertThat(optimum(rest) + kernel.offset()).as("seed %d", seed).isCloseTo(best, within(1e-9));
            byte[] y = new byte[rest.size()];
            for (int mask = 0; mask < 1 << rest.size(); mask++) {
                for (int v = 0; v < y.length; v++) {
                    y[v] = (byte) (mask >> v & 1);
                }
                if (isIndependent(rest, y)) {
                    byte[] x = kernel.expand(y);
                    assertThat(isIndependent(problem, x)).as("seed %d", seed).isTrue();
                    assertThat(problem.objective(x))
                            .as("seed %d", seed)
                            .isCloseTo(rest.objective(y) + kernel.offset(), within(1e-9));
                }
            }
        }
    }

    @Test
    void projectsIndependentSetsToIndependentSets() {
        for (int seed = 0; seed < 300; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            MaximumIndependentSet problem = graph(40, 50, seed % 2 == 0, random);
            byte[] x = new byte[40];
            for (int k = 0; k < 200; k++) {
                int v = random.nextInt(40);
                x[v] = 1;
                if (!isIndependent(problem, x)) {
                    x[v] = 0;
                }
            }
            LowDegreeKernel kernel = kernel(problem);
            kernel.reduce();
            byte[] y = kernel.project(x);
            assertThat(y).as("seed %d", seed).hasSize(kernel.state().n);
            assertThat(y.length == 0 || isIndependent(problem(kernel.state()), y))
                    .as("seed %d", seed)
                    .isTrue();
        }
    }

    @Test
    void forestsAndCyclesLeaveNothing() {
        for (int seed = 0; seed < 30; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int n = 30;
            int[] us = new int[n];
            int[] vs = new int[n];
            for (int v = 0; v < n; v++) {
                us[v] = v;
                vs[v] = (v + 1) % n;
            }
            LowDegreeKernel cycle = kernel(MaximumIndependentSet.of("cycle", Graph.of(n, us, vs)));
            cycle.reduce();
            assertThat(cycle.vertices()).isEmpty();
            assertThat(cycle.offset()).isEqualTo(15);
            int[] parents = new int[n - 1];
            int[] children = new int[n - 1];
            for (int v = 1; v < n; v++) {
                children[v - 1] = v;
                parents[v - 1] = random.nextInt(v);
            }
            double[] weights = random.doubles(n, 1, 5).toArray();
            LowDegreeKernel tree =
                    kernel(MaximumIndependentSet.weighted("tree", Graph.of(n, parents, children), weights));
            tree.reduce();
            assertThat(tree.vertices()).as("seed %d", seed).isEmpty();
        }
    }

    @Test
    void peelingEndsWithAnIndependentSetOfItsValue() {
        for (int seed = 0; seed < 50; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            MaximumIndependentSet problem = graph(200, 500, seed % 2 == 0, random);
            LowDegreeKernel kernel = kernel(problem);
            kernel.peel(random, new SearchControl(SearchLimit.iterations(1), Sense.MAXIMIZE));
            assertThat(kernel.vertices()).isEmpty();
            byte[] x = kernel.expand(new byte[0]);
            assertThat(isIndependent(problem, x)).as("seed %d", seed).isTrue();
            assertThat(problem.objective(x)).as("seed %d", seed).isCloseTo(kernel.offset(), within(1e-9));
        }
    }
}
