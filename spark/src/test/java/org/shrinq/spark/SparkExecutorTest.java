package org.shrinq.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.shrinq.bench.execute.BenchRunner;
import org.shrinq.bench.execute.RunExecutor;
import org.shrinq.bench.execute.RunExecutorProvider;
import org.shrinq.bench.execute.RunExecutorProvider.Request;
import org.shrinq.bench.execute.RunOutcome;
import org.shrinq.bench.store.RunKey;
import org.shrinq.bench.store.RunStore;
import org.shrinq.bench.store.StoredRun;
import org.shrinq.bench.suite.Plan;
import org.shrinq.bench.suite.RunTask;
import org.shrinq.bench.suite.SuiteReader;
import org.shrinq.solver.RefusedException;
import org.shrinq.solver.result.Replay;
import org.shrinq.solver.result.ResultJson;

/** Spark inside this process; executors of their own are tested by {@link ClusterIT}. */
@ExtendWith(QuietSpark.class)
class SparkExecutorTest {
    static final String SUITE = """
            suite: tiny
            instances: [{generate: mdkp, n: 10, m: 2}, {generate: mis, n: 12, density: 0.3}, {generate: qap, n: 4}]
            settings: {rounds: 1, qubits: 5, layers: 1, maxiter: 5, shots: 32, polish: none, bounds: false}
            methods: {qaoa: , random: {method: random}}
            seeds: 1..2
            controls: true
            """;

    @TempDir
    private Path folder;

    private Plan plan(String yaml) {
        return Plan.of(
                SuiteReader.parse(yaml, "tiny.yaml"),
                new Plan.Folders(Optional.empty(), Optional.empty(), folder.resolve("made")));
    }

    private static RunExecutor spark(String master) {
        return RunExecutorProvider.find("spark").orElseThrow().open(new Request(Optional.of(master), 1, "test"));
    }

    @Test
    void givesTheStoreOfTheLocalExecutorTimesAside() {
        Plan plan = plan(SUITE);
        try (RunStore here = RunStore.open(folder.resolve("here.db"));
                RunStore there = RunStore.open(folder.resolve("there.db"));
                RunExecutor local = RunExecutor.local(1, 1L << 30);
                RunExecutor spark = spark("local[2,3]")) {
            new BenchRunner(plan, here, local).run("test", (task, outcome) -> {}, () -> false);
            List<RunTask> started = Collections.synchronizedList(new java.util.ArrayList<>());
            new BenchRunner(plan, there, spark)
                    .run(
                            "test",
                            new RunExecutor.Listener() {
                                @Override
                                public void started(RunTask task) {
                                    started.add(task);
                                }

                                @Override
                                public void finished(RunTask task, RunOutcome outcome) {}
                            },
                            () -> false);
            assertThat(started).containsExactlyInAnyOrderElementsOf(plan.tasks());
            assertThat(spark.workers()).isEqualTo(2);
            TreeMap<String, StoredRun> expected = byKey(here);
            TreeMap<String, StoredRun> actual = byKey(there);
            assertThat(actual.keySet())
                    .isEqualTo(expected.keySet())
                    .hasSize(plan.tasks().size());
            actual.forEach((key, run) -> {
                StoredRun other = expected.get(key);
                assertThat(run.ended()).isEqualTo(other.ended());
                assertThat(Replay.differences(
                                ResultJson.tree(other.result().orElseThrow()),
                                ResultJson.tree(run.result().orElseThrow())))
                        .as(key)
                        .isEmpty();
                assertThat(run.result().orElseThrow().instance().source())
                        .isEqualTo(other.result().orElseThrow().instance().source());
                assertThat(run.place()).isEqualTo(other.place());
            });
        }
    }

    private static TreeMap<String, StoredRun> byKey(RunStore store) {
        TreeMap<String, StoredRun> runs = new TreeMap<>();
        store.runs(Optional.empty()).forEach(r -> runs.put(text(r.key()), r));
        return runs;
    }

    private static String text(RunKey key) {
        return key.instance() + " " + key.configuration() + " " + key.seed() + " " + key.repeat();
    }

    @Test
    void cancellingKeepsWhatHasEndedAndASecondCallDoesTheRest() {
        Plan plan = plan(SUITE);
        AtomicInteger ended = new AtomicInteger();
        try (RunStore store = RunStore.open(folder.resolve("t.db"))) {
            try (RunExecutor spark = spark("local[1]")) {
                new BenchRunner(plan, store, spark)
                        .run("test", (task, outcome) -> ended.incrementAndGet(), () -> ended.get() >= 2);
            }
            int kept = store.keys().size();
            assertThat(kept).isBetween(2, plan.tasks().size() - 1);
            try (RunExecutor spark = spark("local[2]")) {
                BenchRunner second = new BenchRunner(plan, store, spark);
                assertThat(second.pending()).hasSize(plan.tasks().size() - kept);
                second.run("test", (task, outcome) -> {}, () -> false);
            }
            assertThat(store.keys()).hasSize(plan.tasks().size());
        }
    }

    @Test
    void aRunThatCannotFitIsRefusedAndTheRestGoesOn() {
        String big = "big: {method: grover-qaoa, qubits: 60, shrink: false}";
        Plan plan = plan(SUITE.replace("random: {method: random}", big).replace("n: 12", "n: 60"));
        try (RunStore store = RunStore.open(folder.resolve("t.db"));
                RunExecutor spark = spark("local[2]")) {
            new BenchRunner(plan, store, spark).run("test", (task, outcome) -> {}, () -> false);
            List<StoredRun> runs = store.runs(Optional.empty());
            assertThat(runs).hasSize(plan.tasks().size());
            assertThat(runs).filteredOn(StoredRun::hasFailed).isNotEmpty().allSatisfy(r -> {
                assertThat(r.method()).isEqualTo("big");
                assertThat(r.error().orElseThrow()).contains("needs about", "spark.executor.memory");
            });
        }
    }

    @Test
    void withoutAMasterItSaysHowToNameOne() {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() ->
                        RunExecutorProvider.find("spark").orElseThrow().open(new Request(Optional.empty(), 1, "test")))
                .withMessageContaining("--master");
    }
}
