package org.shrinq.bench.execute;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shrinq.bench.store.RunStore;
import org.shrinq.bench.store.StoredRun;
import org.shrinq.bench.store.StoredRun.Ended;
import org.shrinq.bench.suite.Plan;
import org.shrinq.bench.suite.RunTask;
import org.shrinq.bench.suite.SuiteReader;
import org.shrinq.solver.result.Replay;
import org.shrinq.solver.result.ResultJson;

class BenchRunnerTest {
    private static final long HEAP = 1L << 30;

    @TempDir
    private Path folder;

    static final String SUITE = """
            suite: tiny
            instances: [{generate: mdkp, n: 10, m: 2}, {generate: mis, n: 12, density: 0.3}]
            settings: {rounds: 1, qubits: 5, layers: 1, maxiter: 5, shots: 32, polish: none, bounds: false}
            methods: {qaoa: , random: {method: random}}
            seeds: 1..2
            controls: true
            """;

    private Plan plan(String yaml) {
        return Plan.of(
                SuiteReader.parse(yaml, "tiny.yaml"),
                new Plan.Folders(Optional.empty(), Optional.empty(), folder.resolve("made")));
    }

    private static List<RunTask> run(Plan plan, RunStore store, RunExecutor executor) {
        List<RunTask> finished = Collections.synchronizedList(new ArrayList<>());
        new BenchRunner(plan, store, executor).run("test", (task, outcome) -> finished.add(task), () -> false);
        return finished;
    }

    @Test
    void runsOnceAndOnlyOnce() {
        Plan plan = plan(SUITE);
        try (RunStore store = RunStore.open(folder.resolve("t.db"))) {
            assertThat(run(plan, store, RunExecutor.local(2, HEAP))).containsExactlyInAnyOrderElementsOf(plan.tasks());
            assertThat(new BenchRunner(plan, store, RunExecutor.local(2, HEAP)).pending())
                    .isEmpty();
            assertThat(run(plan, store, RunExecutor.local(2, HEAP))).isEmpty();
            List<StoredRun> runs = store.runs(Optional.of("tiny"));
            assertThat(runs).hasSize(8).allMatch(r -> r.ended() == Ended.DONE && r.isFeasible());
            assertThat(store.campaigns()).hasSize(2);
            assertThat(runs.get(0).result().orElseThrow().controls()).containsKeys("random_bits", "annealing");
        }
    }

    @Test
    void resultsDoNotDependOnTheNumberOfWorkers() {
        Plan plan = plan(SUITE.replace("{generate: mdkp, n: 10, m: 2}", "{generate: maxcut, n: 14}"));
        try (RunStore one = RunStore.open(folder.resolve("1.db"));
                RunStore three = RunStore.open(folder.resolve("3.db"))) {
            run(plan, one, RunExecutor.local(1, HEAP));
            run(plan, three, RunExecutor.local(3, HEAP));
            for (StoredRun a : one.runs(Optional.empty())) {
                StoredRun b = three.runs(Optional.empty()).stream()
                        .filter(r -> r.key().equals(a.key()))
                        .findFirst()
                        .orElseThrow();
                assertThat(Replay.differences(
                                ResultJson.tree(a.result().orElseThrow()),
                                ResultJson.tree(b.result().orElseThrow())))
                        .isEmpty();
            }
        }
    }

    @Test
    void anotherSuiteUsesTheRunsThatAreThere() {
        Plan plan = plan(SUITE);
        Plan renamed = plan(SUITE.replace("suite: tiny", "suite: other").replace("qaoa: ,", "circuit: ,"));
        try (RunStore store = RunStore.open(folder.resolve("t.db"))) {
            run(plan, store, RunExecutor.local(2, HEAP));
            assertThat(run(renamed, store, RunExecutor.local(2, HEAP))).isEmpty();
            assertThat(store.runs(Optional.of("other")).stream().map(StoredRun::method))
                    .containsOnly("circuit", "random")
                    .hasSize(8);
            assertThat(store.runs(Optional.of("tiny")).stream().map(StoredRun::method))
                    .containsOnly("qaoa", "random");
            assertThat(store.suites()).containsExactly("other", "tiny");
        }
    }

    @Test
    void failuresAreRecordedAndTheRestGoesOn() {
        String big = "big: {method: grover-qaoa, qubits: 60, shrink: false}";
        Plan plan = plan(SUITE.replace("random: {method: random}", big).replace("n: 12", "n: 60"));
        try (RunStore store = RunStore.open(folder.resolve("t.db"))) {
            run(plan, store, RunExecutor.local(2, HEAP));
            List<StoredRun> failed = store.runs(Optional.empty()).stream()
                    .filter(StoredRun::hasFailed)
                    .toList();
            assertThat(failed).isNotEmpty().allSatisfy(r -> {
                assertThat(r.method()).isEqualTo("big");
                assertThat(r.ended()).isEqualTo(Ended.REFUSED);
                assertThat(r.error().orElseThrow()).contains("needs about");
            });
            assertThat(store.runs(Optional.empty())).hasSize(8);
            assertThat(store.forgetFailures()).isEqualTo(failed.size());
            assertThat(new BenchRunner(plan, store, RunExecutor.local(2, HEAP)).pending())
                    .hasSize(failed.size());
        }
    }

    @Test
    void anErrorOfARunIsItsOutcome() {
        RunTask task = plan(SUITE).tasks().get(0);
        RunTask gone = new RunTask(
                new org.shrinq.bench.suite.BenchInstance(
                        task.instance().id(),
                        "gone",
                        folder.resolve("gone.dat"),
                        task.instance().read(),
                        task.instance().kind(),
                        task.instance().sense(),
                        1,
                        1,
                        0,
                        task.instance().bestKnown(),
                        task.instance().timeLimit()),
                "m",
                "h",
                task.options(),
                1,
                1,
                1);
        RunOutcome outcome = RunWork.perform(gone, () -> false);
        assertThat(outcome.ended()).isEqualTo(Ended.FAILED);
        assertThat(outcome.error().orElseThrow()).contains("gone.dat");
    }

    @Test
    void aRunIsCutAtItsLimitAndKeepsItsBest() {
        Plan plan = plan(SUITE.replace("rounds: 1", "rounds: 1000000").replace("n: 12, density: 0.3", "n: 150"));
        RunTask task = plan.tasks().stream()
                .filter(t -> t.instance().variables() == 150)
                .findFirst()
                .orElseThrow();
        RunTask shorter = new RunTask(
                task.instance(), task.method(), task.configurationHash(), task.options(), 1, 0.5, task.bytes());
        RunOutcome outcome = RunWork.perform(shorter, () -> false);
        assertThat(outcome.ended()).isEqualTo(Ended.CUT);
        assertThat(outcome.result().orElseThrow().feasible()).isTrue();
    }

    @Test
    void cancellingDropsWhatIsInFlight() {
        Plan plan = plan(SUITE);
        AtomicInteger started = new AtomicInteger();
        try (RunStore store = RunStore.open(folder.resolve("t.db"))) {
            new BenchRunner(plan, store, RunExecutor.local(1, HEAP))
                    .run(
                            "test",
                            new RunExecutor.Listener() {
                                @Override
                                public void started(RunTask task) {
                                    started.incrementAndGet();
                                }

                                @Override
                                public void finished(RunTask task, RunOutcome outcome) {}
                            },
                            () -> started.get() > 2);
            assertThat(store.runs(Optional.empty())).hasSize(2);
        }
    }
}
