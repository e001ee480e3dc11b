package org.shrinq.shrink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.SampleSet;
import org.shrinq.qubo.encode.Encoder;
import org.shrinq.qubo.encode.EncodingOptions;
import org.shrinq.qubo.problem.QuadraticAssignment;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.run.RandomStreams;
import org.shrinq.shrink.correlate.CorrelationSource;

/** Codes of permutations, judged by going through all permutations of the problem. */
class CompactCodeTest {
    private static ShrinkInput input(QuadraticAssignment problem, int qubits) {
        return ShrinkInput.of(Encoder.encode(problem.model(), EncodingOptions.defaults()))
                .withQubits(qubits);
    }

    private static Shrunk shrink(ShrinkInput input, CorrelationSource source, AssignmentCode code) {
        ShrinkOptions options = ShrinkOptions.defaults().withAssignmentCode(code);
        return Shrinker.shrink(input, source, options, new RandomStreams(1), Deadline.never());
    }

    private static void permutations(int[] p, int k, List<int[]> all) {
        if (k == p.length) {
            all.add(p.clone());
            return;
        }
        for (int j = k; j < p.length; j++) {
            swap(p, k, j);
            permutations(p, k + 1, all);
            swap(p, k, j);
        }
    }

    private static void swap(int[] p, int i, int j) {
        int old = p[i];
        p[i] = p[j];
        p[j] = old;
    }

    /** Every state that agrees with the log, of all permutations of the whole problem. */
    private static Set<Bits> left(QuadraticAssignment problem, Shrunk shrunk) {
        int n = problem.order();
        int[] p = new int[n];
        Arrays.setAll(p, i -> i);
        List<int[]> all = new ArrayList<>();
        permutations(p, 0, all);
        Set<Bits> left = new HashSet<>();
        for (int[] places : all) {
            byte[] x = new byte[n * n];
            for (int i = 0; i < n; i++) {
                x[problem.variable(i, places[i])] = 1;
            }
            shrunk.project(Bits.of(x)).ifPresent(left::add);
        }
        return left;
    }

    @ParameterizedTest
    @CsvSource({
        "permutation, 3, 8",
        "permutation, 8, 120",
        "permutation, 10, 720",
        "binary, 4, 8",
        "binary, 9, 48",
        "binary, 12, 48",
        "one-hot, 9, 6"
    })
    void stringsAreThePermutationsThatAreLeft(String id, int qubits, int count) {
        AssignmentCode kind = AssignmentCode.ofId(id).orElseThrow();
        QuadraticAssignment problem = RandomModels.assignment(new SplittableRandom(qubits), 6);
        ShrinkInput input = input(problem, qubits);
        for (CorrelationSource source :
                List.of(CorrelationSource.lp(), CorrelationSource.samples(), CorrelationSource.beliefs())) {
            Shrunk shrunk = shrink(input, source, kind);
            assertThat(shrunk.qubits()).as(source.id()).isLessThanOrEqualTo(qubits);
            Set<Bits> left = left(problem, shrunk);
            assertThat(shrunk.code().isPresent()).isEqualTo(kind.isCompact());
            if (shrunk.code().isEmpty()) {
                assertThat(left).hasSizeGreaterThanOrEqualTo(count);
                continue;
            }
            CompactCode code = shrunk.code().get();
            CompactCode.Table table = code.table();
            assertThat(table.strings()).hasSize(count).isSorted().doesNotHaveDuplicates();
            Set<Bits> decoded = new HashSet<>();
            for (int k = 0; k < count; k++) {
                Bits string = Bits.ofIndex(code.qubits(), table.strings()[k]);
                Bits small = code.decode(string).orElseThrow();
                assertThat(code.encode(small)).contains(string);
                byte[] x = shrunk.expand(small).toArray();
                double cost = problem.cost(problem.permutation(x).orElseThrow());
                assertThat(table.energies()[k]).isCloseTo(cost, within(1e-6));
                decoded.add(small);
            }
            assertThat(decoded).isEqualTo(left);
            exchangesMoveTwoFacilities(problem, shrunk, table);
            long valid = 0;
            for (long s = 0; s < 1L << code.qubits(); s++) {
                valid += code.decode(Bits.ofIndex(code.qubits(), s)).isPresent() ? 1 : 0;
            }
            assertThat(valid).isEqualTo(count);
            Shrunk again = Shrunk.replay(input.form(), shrunk.log());
            assertThat(again.qubo()).isEqualTo(shrunk.qubo());
        }
    }

    /** Every exchange of the table is one of two facilities' places, and all pairs of a block are there. */
    private static void exchangesMoveTwoFacilities(
            QuadraticAssignment problem, Shrunk shrunk, CompactCode.Table table) {
        CompactCode code = shrunk.code().orElseThrow();
        List<CompactCode.Exchange> exchanges = code.exchanges(table, Deadline.never());
        int pairs = 0;
        for (int[][] block : code.blocks()) {
            pairs += block.length * (block.length - 1) / 2;
        }
        assertThat(exchanges).hasSize(pairs);
        for (int k = 0; k < table.strings().length; k += 7) {
            int[] places = places(problem, shrunk, table.strings()[k]);
            Set<Integer> partners = new HashSet<>();
            for (CompactCode.Exchange e : exchanges) {
                int[] other = places(problem, shrunk, table.strings()[e.partner()[k]]);
                int moved = 0;
                for (int i = 0; i < places.length; i++) {
                    moved += places[i] == other[i] ? 0 : 1;
                }
                assertThat(moved).isEqualTo(2);
                assertThat(e.partner()[e.partner()[k]]).isEqualTo(k);
                partners.add(e.partner()[k]);
            }
            assertThat(partners).hasSize(pairs);
        }
    }

    private static int[] places(QuadraticAssignment problem, Shrunk shrunk, long string) {
        CompactCode code = shrunk.code().orElseThrow();
        Bits small = code.decode(Bits.ofIndex(code.qubits(), string)).orElseThrow();
        return problem.permutation(shrunk.expand(small).toArray()).orElseThrow();
    }

    /**
     * An objective that is no product of flows and distances, as of a round around an incumbent: guesses are by single
     * correlations.
     */
    @Test
    void anyOneHotRowsAndColumnsHaveACode() {
        QuadraticAssignment problem = RandomModels.assignment(new SplittableRandom(9), 6);
        byte[] free = new byte[36];
        Arrays.fill(free, (byte) -1);
        BinaryModel model = new BinaryModel(
                problem.model().sense(),
                problem.model().objective().restrict(free),
                problem.model().constraints());
        ShrinkInput input = ShrinkInput.of(Encoder.encode(model, EncodingOptions.defaults()))
                .withQubits(7);
        for (CorrelationSource source : List.of(CorrelationSource.sdp(), CorrelationSource.samples())) {
            Shrunk shrunk = shrink(input, source, AssignmentCode.PERMUTATION);
            CompactCode code = shrunk.code().orElseThrow();
            assertThat(shrunk.report().recalculations()).isEqualTo(1);
            assertThat(code.strings()).isEqualTo(120);
            Set<Bits> decoded = new HashSet<>();
            CompactCode.Table table = code.table();
            for (int k = 0; k < 120; k++) {
                int[] places = places(problem, shrunk, table.strings()[k]);
                assertThat(table.energies()[k]).isCloseTo(problem.cost(places), within(1e-6));
                decoded.add(code.decode(Bits.ofIndex(7, table.strings()[k])).orElseThrow());
            }
            assertThat(decoded).isEqualTo(left(problem, shrunk));
        }
    }

    /** Facilities that a proof keeps from a place stay away from it. */
    @Test
    void excludedPairsAreNoStrings() {
        QuadraticAssignment problem = RandomModels.assignment(new SplittableRandom(3), 5);
        byte[] fixed = new byte[25];
        Arrays.fill(fixed, (byte) -1);
        fixed[problem.variable(1, 3)] = 0;
        fixed[problem.variable(4, 0)] = 0;
        Shrunk shrunk = shrink(input(problem, 7).withFixed(fixed), CorrelationSource.lp(), AssignmentCode.PERMUTATION);
        CompactCode code = shrunk.code().orElseThrow();
        assertThat(shrunk.report().recalculations()).isZero();
        assertThat(code.table().strings()).hasSize(120 - 24 - 24 + 6);
        Set<Bits> decoded = new HashSet<>();
        for (long s = 0; s < 128; s++) {
            code.decode(Bits.ofIndex(7, s)).ifPresent(decoded::add);
        }
        assertThat(decoded).isEqualTo(left(problem, shrunk));
        assertThat(code.exchanges(code.table(), Deadline.never()))
                .hasSize(10)
                .anyMatch(e -> IntStream.range(0, 78).anyMatch(k -> e.partner()[k] == k))
                .allMatch(e -> IntStream.range(0, 78).allMatch(k -> e.partner()[e.partner()[k]] == k));
    }

    /** A deadline that has passed leaves a list of exchanges out, and the lowest of the first permutations alone. */
    @Test
    void lateListsAreNone() {
        Qubo qubo = Qubo.builder(49).build();
        int[][] block = new int[7][7];
        for (int v = 0; v < 49; v++) {
            block[v / 7][v % 7] = v;
        }
        CompactCode code = CompactCode.of(AssignmentCode.PERMUTATION, qubo, List.<int[][]>of(block));
        assertThat(code.exchanges(code.table(), Deadline.never())).hasSize(21);
        assertThat(code.exchangeBytes()).isEqualTo(4 * 21 * 5040);
        assertThat(code.exchanges(code.table(), Deadline.never().withChecks(2))).isEmpty();
    }

    /** Where exclusions leave no block to a code, steps taken for it are taken back. */
    @Test
    void aCodeThatHoldsNothingLeavesNothingBehind() {
        SplittableRandom random = new SplittableRandom(1);
        QuadraticAssignment problem = RandomModels.assignment(random, 7);
        byte[] fixed = new byte[49];
        Arrays.fill(fixed, (byte) -1);
        for (int i = 0; i < 7; i++) {
            for (int a = 0; a < 7; a++) {
                fixed[problem.variable(i, a)] = (byte) (i != a && random.nextInt(10) < 7 ? 0 : -1);
            }
        }
        ShrinkInput input = input(problem, 5).withFixed(fixed);
        Shrunk oneHot = shrink(input, CorrelationSource.random(), AssignmentCode.ONE_HOT);
        assertThat(oneHot.qubits()).isEqualTo(5);
        for (AssignmentCode code : List.of(AssignmentCode.PERMUTATION, AssignmentCode.BINARY)) {
            Shrunk shrunk = shrink(input, CorrelationSource.random(), code);
            assertThat(shrunk.code()).isEmpty();
            assertThat(shrunk.log()).isEqualTo(oneHot.log());
        }
    }

    /** Exclusions may decide facilities of a block: these are in no block then. */
    @Test
    void whatExclusionsDecideIsLeftOut() {
        int coded = 0;
        int decided = 0;
        for (int seed = 1; seed <= 12; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            QuadraticAssignment problem = RandomModels.assignment(random, 6);
            byte[] fixed = new byte[36];
            Arrays.fill(fixed, (byte) -1);
            for (int i = 0; i < 6; i++) {
                for (int a = 0; a < 6; a++) { // the identity stays possible
                    fixed[problem.variable(i, a)] = (byte) (i != a && random.nextInt(10) < 6 ? 0 : -1);
                }
            }
            CorrelationSource source = seed % 2 == 0 ? CorrelationSource.lp() : CorrelationSource.random();
            Shrunk shrunk = shrink(input(problem, 5).withFixed(fixed), source, AssignmentCode.PERMUTATION);
            assertThat(shrunk.qubits()).as("seed %d", seed).isLessThanOrEqualTo(5);
            if (shrunk.code().isPresent()) {
                CompactCode code = shrunk.code().get();
                coded++;
                decided += code.space().facilities() < 6 ? 1 : 0;
                Set<Bits> decoded = new HashSet<>();
                for (long s : code.table().strings()) {
                    decoded.add(code.decode(Bits.ofIndex(code.qubits(), s)).orElseThrow());
                }
                assertThat(decoded)
                        .as("seed %d", seed)
                        .isEqualTo(left(problem, shrunk))
                        .isNotEmpty();
            }
        }
        assertThat(coded).isGreaterThan(5);
        assertThat(decided).isPositive();
    }

    /** Most permutations, or within a quarter of a qubit of them and larger blocks. */
    @Test
    void blocksAreAsLargeAsTheyMayBe() {
        assertThat(PlacementPlan.sizes(12, 12, AssignmentCode.PERMUTATION)).containsExactly(4, 4, 3);
        assertThat(PlacementPlan.sizes(12, 16, AssignmentCode.PERMUTATION)).containsExactly(7, 3, 2);
        assertThat(PlacementPlan.sizes(40, 16, AssignmentCode.PERMUTATION)).containsExactly(7, 3, 2);
        assertThat(PlacementPlan.sizes(40, 19, AssignmentCode.PERMUTATION)).containsExactly(8, 3, 2);
        assertThat(PlacementPlan.sizes(11, 16, AssignmentCode.PERMUTATION)).containsExactly(8);
        assertThat(PlacementPlan.sizes(8, 16, AssignmentCode.PERMUTATION)).containsExactly(8);
        assertThat(PlacementPlan.sizes(12, 16, AssignmentCode.BINARY)).containsExactly(4, 4);
        assertThat(PlacementPlan.sizes(2, 1, AssignmentCode.BINARY)).containsExactly(2);
    }

    @Test
    void qubitsAreCounted() {
        AssignmentCode permutation = AssignmentCode.PERMUTATION;
        assertThat(List.of(2, 3, 4, 5, 6, 7, 8, 9, 10))
                .extracting(k -> permutation.qubits(List.of(k)))
                .containsExactly(1, 3, 5, 7, 10, 13, 16, 19, 22);
        assertThat(permutation.qubits(List.of(2, 2, 2))).isEqualTo(3);
        assertThat(permutation.qubits(List.of(4, 4, 3))).isEqualTo(12);
        assertThat(AssignmentCode.BINARY.qubits(List.of(4, 3, 2))).isEqualTo(15);
        assertThat(AssignmentCode.ONE_HOT.qubits(List.of(4, 3, 2))).isEqualTo(26);
        for (AssignmentCode code : AssignmentCode.values()) {
            for (int qubits = 1; qubits <= 30; qubits++) {
                assertThat(code.qubits(PlacementPlan.sizes(12, qubits, code))).isBetween(1, qubits);
            }
        }
    }

    @Test
    void countsBecomeThoseOfStates() {
        Shrunk shrunk = shrink(
                input(RandomModels.assignment(new SplittableRandom(5), 4), 5),
                CorrelationSource.lp(),
                AssignmentCode.PERMUTATION);
        CompactCode code = shrunk.code().orElseThrow();
        Map<Bits, Long> counts = Map.of(Bits.ofIndex(5, 3), 7L, Bits.ofIndex(5, 23), 2L);
        SampleSet states = code.decode(SampleSet.ofCounts(5, counts, x -> 0));
        assertThat(states.qubits()).isEqualTo(16);
        assertThat(states.shots()).isEqualTo(9);
        assertThat(states.samples()).allMatch(s -> s.energy() == shrunk.qubo().energy(s.bits()));
        assertThatThrownBy(() -> code.decode(SampleSet.ofCounts(5, Map.of(Bits.ofIndex(5, 24), 1L), x -> 0)))
                .hasMessageContaining("names no permutation");
    }

    @Test
    void blocksHaveToFit() {
        Qubo qubo = Qubo.builder(4).build();
        assertThatThrownBy(() -> CompactCode.of(AssignmentCode.ONE_HOT, qubo, List.of()))
                .hasMessageContaining("one-hot is the QUBO itself");
        assertThatThrownBy(() -> CompactCode.of(AssignmentCode.BINARY, qubo, List.of(new int[][][] {{{0, 1}, {1, 2}}})))
                .hasMessageContaining("variable 1 of 4 stands in two places");
        assertThatThrownBy(() -> CompactCode.of(AssignmentCode.BINARY, qubo, List.of(new int[][][] {{{0, 1}, {4, 2}}})))
                .hasMessageContaining("variable 4 of 4 does not exist");
        assertThatThrownBy(() ->
                        CompactCode.of(AssignmentCode.BINARY, qubo, List.of(new int[][][] {{{0, 1}, {-1, 2}}})))
                .hasMessageContaining("variable 3 belongs to no block");
    }
}
