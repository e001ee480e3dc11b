package org.shrinq.instances;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.shrinq.qubo.problem.MaximumIndependentSet;
import org.shrinq.qubo.problem.MultidimensionalKnapsack;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.problem.QuadraticAssignment;

/** The published files load as what they are, and their best known values lie between simple bounds. */
class PublishedInstancesTest {
    @Test
    void everyFileLoadsWithItsKindSizeAndBestValue() {
        Map<String, TestFiles.Known> known = TestFiles.hasShared() ? TestFiles.bestKnown() : Map.of();
        int files = 0;
        for (Path path : TestFiles.allShared()) {
            Instance instance = Instances.read(path);
            TestFiles.Known expected = known.get(instance.name());
            assertThat(expected).as(instance.name()).isNotNull();
            Problem problem = instance.problem();
            assertThat(problem.kind().id().replace('-', '_'))
                    .as(instance.name())
                    .isEqualTo(expected.problem());
            int n = problem instanceof QuadraticAssignment qap ? qap.order() : problem.size();
            assertThat(n).as(instance.name()).isEqualTo(expected.n());
            assertThat(instance.warnings()).as(instance.name()).isEmpty();
            if (instance.bestKnown().isPresent()) {
                assertThat(instance.bestKnown().getAsDouble())
                        .as(instance.name())
                        .isEqualTo(expected.best());
            }
            requirePlausible(problem, expected.best());
            files++;
        }
        assertThat(files).isEqualTo(124);
    }

    private static void requirePlausible(Problem problem, double best) {
        if (problem instanceof MultidimensionalKnapsack mdkp) {
            assertThat(best).as(problem.name()).isBetween(greedy(mdkp), surrogateBound(mdkp));
        } else if (problem instanceof MaximumIndependentSet mis) {
            assertThat(best).as(problem.name()).isBetween((double) greedy(mis), (double) mis.size());
        } else if (problem instanceof QuadraticAssignment qap) {
            int[] identity = IntStream.range(0, qap.order()).toArray();
            assertThat(best).as(problem.name()).isBetween(productBound(qap), qap.cost(identity));
        }
    }

    private static double[] density(MultidimensionalKnapsack p) {
        double[] density = new double[p.items()];
        for (int i = 0; i < p.items(); i++) {
            double load = 1e-9;
            for (int k = 0; k < p.rows(); k++) {
                load += p.weight(k, i) / Math.max(1e-9, p.capacity(k));
            }
            density[i] = load;
        }
        return density;
    }

    private static int[] order(MultidimensionalKnapsack p) {
        double[] load = density(p);
        return IntStream.range(0, p.items())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -p.value(i) / load[i]))
                .mapToInt(i -> i)
                .toArray();
    }

    private static double greedy(MultidimensionalKnapsack p) {
        byte[] x = new byte[p.items()];
        for (int i : order(p)) {
            x[i] = 1;
            if (!p.model().isFeasible(x)) {
                x[i] = 0;
            }
        }
        return p.objective(x);
    }

    /** The fractional optimum of the one row Σ_k row_k / c_k: an upper bound. */
    private static double surrogateBound(MultidimensionalKnapsack p) {
        double[] load = density(p);
        double room = p.rows();
        double bound = 0;
        for (int i : order(p)) {
            if (load[i] > room) {
                return bound + p.value(i) * room / load[i];
            }
            room -= load[i];
            bound += p.value(i);
        }
        return bound;
    }

    private static int greedy(MaximumIndependentSet p) {
        byte[] x = new byte[p.size()];
        int size = 0;
        for (int v = 0; v < x.length; v++) {
            x[v] = 1;
            if (p.model().isFeasible(x)) {
                size++;
            } else {
                x[v] = 0;
            }
        }
        return size;
    }

    /** Off-diagonal flows descending against off-diagonal distances ascending: no permutation costs less. */
    private static double productBound(QuadraticAssignment p) {
        int n = p.order();
        double diagonal = Double.POSITIVE_INFINITY;
        double[] flows = new double[n * n - n];
        double[] distances = new double[n * n - n];
        double[] loops = new double[n];
        double[] places = new double[n];
        int e = 0;
        for (int i = 0; i < n; i++) {
            loops[i] = p.flow(i, i);
            places[i] = p.distance(i, i);
            for (int j = 0; j < n; j++) {
                if (j != i) {
                    flows[e] = p.flow(i, j);
                    distances[e++] = p.distance(i, j);
                }
            }
        }
        diagonal = least(loops, places);
        return diagonal + least(flows, distances);
    }

    private static double least(double[] a, double[] b) {
        java.util.Arrays.sort(a);
        java.util.Arrays.sort(b);
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[b.length - 1 - k];
        }
        return sum;
    }
}
