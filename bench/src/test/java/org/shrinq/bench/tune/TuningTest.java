package org.shrinq.bench.tune;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shrinq.bench.execute.RunExecutor;
import org.shrinq.bench.store.RunStore;
import org.shrinq.bench.suite.Plan;
import org.shrinq.bench.suite.SuiteReader;

class TuningTest {
    private static final String SUITE = """
            suite: race
            instances: [{generate: mdkp, n: 30, m: 3, seed: 1..8}, {generate: maxcut, n: 20, seed: 1..2}]
            settings: {rounds: 1, qubits: 4, polish: none, bounds: false, reduce: false, repair: false, shots: 4}
            methods: {bits: {method: random}, tabu: {method: tabu}}
            seeds: 1..2
            controls: false
            """;

    @TempDir
    private Path folder;

    private List<Tuning.Outcome> tune(RunStore store, AtomicInteger runs) {
        Plan plan = Plan.of(
                SuiteReader.parse(SUITE, "race.yaml"),
                new Plan.Folders(Optional.empty(), Optional.empty(), folder.resolve("made")));
        return new Tuning(
                        plan,
                        store,
                        RunExecutor.local(2, 1L << 30),
                        0.25,
                        "test",
                        (task, outcome) -> runs.incrementAndGet(),
                        () -> false)
                .run();
    }

    @Test
    void aSearchBeatsRandomBitsAndEveryRunIsInTheStore() {
        AtomicInteger runs = new AtomicInteger();
        try (RunStore store = RunStore.open(folder.resolve("t.db"))) {
            List<Tuning.Outcome> outcomes = tune(store, runs);
            assertThat(outcomes).extracting(Tuning.Outcome::problem).containsExactly("mdkp", "maxcut");
            Tuning.Outcome knapsacks = outcomes.get(0);
            assertThat(knapsacks.winner().name()).isEqualTo("tabu");
            assertThat(knapsacks.baseline().name()).isEqualTo("bits");
            Tuning.Estimate estimate = knapsacks.estimate().orElseThrow();
            assertThat(estimate.instances()).isEqualTo(2);
            assertThat(estimate.winnerGap()).isLessThan(estimate.baselineGap());
            assertThat(store.keys()).hasSize(runs.get());
            AtomicInteger again = new AtomicInteger();
            List<Tuning.Outcome> second = tune(store, again);
            assertThat(second)
                    .extracting(o -> o.winner().name(), Tuning.Outcome::departures, Tuning.Outcome::estimate)
                    .containsExactlyElementsOf(outcomes.stream()
                            .map(o -> org.assertj.core.groups.Tuple.tuple(
                                    o.winner().name(), o.departures(), o.estimate()))
                            .toList());
            assertThat(again).hasValue(0);
        }
    }
}
