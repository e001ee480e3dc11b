package org.shrinq.shrink;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Conflict;
import org.shrinq.qubo.Constraint;
import org.shrinq.qubo.ExactlyOne;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.Sense;
import org.shrinq.qubo.encode.Encoder;
import org.shrinq.qubo.encode.EncodingOptions;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.run.RandomStreams;
import org.shrinq.shrink.correlate.CorrelationSource;

/** Shrinking uses its budget of qubits, however little time it has. */
class BudgetTest {
    private static Shrunk shrink(BinaryModel model, int qubits, Deadline deadline) {
        return shrink(model, qubits, CorrelationSource.sdp(), deadline);
    }

    private static Shrunk shrink(BinaryModel model, int qubits, CorrelationSource source, Deadline deadline) {
        ShrinkInput input = ShrinkInput.of(Encoder.encode(model, EncodingOptions.defaults()))
                .withQubits(qubits);
        return Shrinker.shrink(input, source, ShrinkOptions.defaults(), new RandomStreams(5), deadline);
    }

    /** n facilities at n locations with random couplings. */
    private static BinaryModel assignment(int n, SplittableRandom random) {
        Qubo.Builder form = Qubo.builder(n * n);
        for (int k = 0; k < 3 * n * n; k++) {
            int i = random.nextInt(n * n);
            int j = random.nextInt(n * n);
            if (i != j) {
                form.add(Math.min(i, j), Math.max(i, j), random.nextInt(20));
            }
        }
        List<Constraint> rows = new ArrayList<>();
        for (int a = 0; a < n; a++) {
            int[] row = new int[n];
            int[] column = new int[n];
            for (int b = 0; b < n; b++) {
                row[b] = a * n + b;
                column[b] = b * n + a;
            }
            rows.add(ExactlyOne.of("row " + a, row));
            rows.add(ExactlyOne.of("column " + a, column));
        }
        return new BinaryModel(Sense.MINIMIZE, form.build(), rows);
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 9, 12, 16})
    void lateAssignmentsKeepTheirQubits(int qubits) {
        BinaryModel model = assignment(12, new SplittableRandom(3));
        Shrunk shrunk = shrink(model, qubits, Deadline.never().withChecks(0));
        int root = (int) Math.sqrt(qubits);
        assertThat(shrunk.size())
                .as("a whole block of facilities and locations fits")
                .isBetween(root * root, qubits);
        assertFeasible(model, shrunk);
    }

    /** In time as well: as many qubits as the plan of blocks has, whichever source gives the marginals. */
    @ParameterizedTest
    @ValueSource(ints = {4, 9, 12, 16})
    void assignmentsInTimeKeepTheirQubits(int qubits) {
        BinaryModel model = assignment(8, new SplittableRandom(3));
        int planned = PlacementPlan.sizes(8, qubits).stream()
                .mapToInt(k -> k == 2 ? 1 : k * k)
                .sum();
        for (CorrelationSource source : List.of(CorrelationSource.sdp(), CorrelationSource.random())) {
            Shrunk shrunk = shrink(model, qubits, source, Deadline.never());
            assertThat(shrunk.size()).as(source.id()).isBetween((planned + 1) / 2, qubits);
            assertFeasible(model, shrunk);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void modelsInTimeKeepTheirQubits(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = 40;
        Qubo.Builder form = Qubo.builder(n);
        List<Constraint> rows = new ArrayList<>();
        for (int v = 0; v < n; v++) {
            form.addLinear(v, -1 - (seed % 2) * random.nextInt(5));
            for (int k = 0; k < 2; k++) {
                rows.add(new Conflict(v, (v + 1 + random.nextInt(n - 1)) % n));
            }
        }
        BinaryModel model = new BinaryModel(Sense.MINIMIZE, form.build(), rows);
        for (CorrelationSource source : List.of(CorrelationSource.sdp(), CorrelationSource.samples())) {
            Shrunk shrunk = shrink(model, 12, source, Deadline.never());
            assertThat(shrunk.size()).as("seed %d, %s", seed, source.id()).isBetween(11, 12);
            assertFeasible(model, shrunk);
        }
    }

    /** The share of vertices that a step takes with it is small here, so that the budget is met exactly or nearly. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void lateIndependentSetsKeepTheirQubits(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = 3000;
        Qubo.Builder form = Qubo.builder(n);
        List<Constraint> rows = new ArrayList<>();
        for (int v = 0; v < n; v++) {
            form.addLinear(v, -1);
            rows.add(new Conflict(v, (v + 1 + random.nextInt(n - 1)) % n));
            rows.add(new Conflict(v, (v + 1 + random.nextInt(n - 1)) % n));
        }
        BinaryModel model = new BinaryModel(Sense.MINIMIZE, form.build(), rows);
        Shrunk shrunk = shrink(model, 16, Deadline.never().withChecks(0));
        assertThat(shrunk.size()).as("seed " + seed).isBetween(14, 16);
        assertFeasible(model, shrunk);
    }

    /** Some state of the small problem is a feasible point. */
    private static void assertFeasible(BinaryModel model, Shrunk shrunk) {
        boolean feasible = false;
        for (int z = 0; z < 1 << shrunk.size() && !feasible; z++) {
            byte[] small = new byte[shrunk.size()];
            for (int q = 0; q < small.length; q++) {
                small[q] = (byte) (z >> q & 1);
            }
            byte[] x = new byte[model.size()];
            shrunk.expand(small, x);
            feasible = model.isFeasible(x);
        }
        assertThat(feasible)
                .as(Arrays.toString(model.constraints().stream().limit(2).toArray()))
                .isTrue();
    }
}
