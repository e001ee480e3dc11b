package org.shrinq.bench.execute;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shrinq.bench.store.RunKey;
import org.shrinq.bench.store.RunStore;
import org.shrinq.bench.store.StoredRun;
import org.shrinq.bench.suite.Plan;
import org.shrinq.bench.suite.SuiteReader;

/**
 * A virtual machine that is killed in the middle loses only the runs in flight, and the next one goes on from there.
 */
class KilledRunTest {
    private static final String SUITE = BenchRunnerTest.SUITE.replace("seeds: 1..2", "seeds: 1..300");
    private static final int WORKERS = 2;

    @TempDir
    private Path folder;

    /** The child: runs the suite and prints a line for every run that is in the store. */
    public static void main(String[] args) {
        Path folder = Path.of(args[0]);
        try (RunStore store = RunStore.open(folder.resolve("t.db"))) {
            runner(folder, store).run("child", (task, outcome) -> System.out.println(task.label()), () -> false);
        }
    }

    private static BenchRunner runner(Path folder, RunStore store) {
        return new BenchRunner(plan(folder, SUITE), store, RunExecutor.local(WORKERS, 1L << 30));
    }

    private static Plan plan(Path folder, String yaml) {
        return Plan.of(
                SuiteReader.parse(yaml, "tiny.yaml"),
                new Plan.Folders(Optional.empty(), Optional.empty(), folder.resolve("made")));
    }

    @Test
    void losesOnlyTheRunsInFlight() throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledRunTest.class.getName(),
                        folder.toString())
                .redirectError(new File(folder.toFile(), "err.txt"))
                .start();
        Set<String> told = new HashSet<>();
        try (var lines = child.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                told.add(line);
                if (told.size() == 25) {
                    child.toHandle().destroyForcibly();
                }
            }
        }
        assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(child.exitValue()).isNotZero();

        Set<RunKey> before;
        try (RunStore store = RunStore.open(folder.resolve("t.db"))) {
            before = store.keys();
            // what has gathered is stored as one batch, whose runs are told afterwards
            assertThat(before.size()).isBetween(told.size(), told.size() + RunWriter.MOST);
            List<StoredRun> runs = store.runs(Optional.empty());
            assertThat(runs).hasSize(before.size()).allMatch(r -> r.result().isPresent());

            Plan few = plan(folder, SUITE.replace("seeds: 1..300", "seeds: 1..10"));
            long present = few.tasks().stream()
                    .filter(t -> before.contains(RunKey.of(t, runs.get(0).key().version())))
                    .count();
            BenchRunner again = new BenchRunner(few, store, RunExecutor.local(WORKERS, 1L << 30));
            assertThat(present).isPositive();
            assertThat(again.pending()).hasSize(few.tasks().size() - (int) present);
            again.run("again", (task, outcome) -> {}, () -> false);
            assertThat(store.keys()).containsAll(before);
            assertThat(new BenchRunner(few, store, RunExecutor.local(1, 1L << 30)).pending())
                    .isEmpty();
        }
    }
}
