package org.shrinq.bench.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shrinq.bench.store.StoredRun.Ended;

class StoreMergeTest {
    @TempDir
    private Path folder;

    private Path store(String name, String machine, StoredRun... runs) {
        Path path = folder.resolve(name);
        Campaign c = RunStoreTest.campaign();
        try (RunStore store = RunStore.open(path)) {
            store.begin(new Campaign(
                    0, c.suite(), c.suiteText(), "shrinq " + name, c.started(), c.version(), c.workers(), machine));
            store.add("s", List.of(runs));
        }
        return path;
    }

    private static StoredRun failed(String instance, String method, long seed) {
        StoredRun r = RunStoreTest.run(instance, method, seed, 0);
        return new StoredRun(
                r.key(),
                r.method(),
                r.instance(),
                r.campaign(),
                r.started(),
                r.seconds(),
                Ended.FAILED,
                Optional.of("it broke"),
                Optional.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                r.place());
    }

    /** The same run made elsewhere. */
    private static StoredRun on(String host, StoredRun r) {
        return new StoredRun(
                r.key(),
                r.method(),
                r.instance(),
                r.campaign(),
                r.started(),
                r.seconds(),
                r.ended(),
                r.error(),
                r.status(),
                r.objective(),
                r.bound(),
                r.qubits(),
                r.result(),
                new Place(host, "a machine"));
    }

    @Test
    void partsBecomeOneStoreAndAgainChangesNothing() {
        StoredRun a = RunStoreTest.run("i", "m", 1, 97);
        StoredRun b = RunStoreTest.run("j", "m", 1, 98);
        StoredRun c = RunStoreTest.run("i", "n", 2, 99);
        Path one = store("1.db", "x", a, b);
        Path two = store("2.db", "y", b, c);
        try (RunStore all = RunStore.open(folder.resolve("all.db"))) {
            assertThat(all.merge(one)).isEqualTo(new RunStore.Merged(2, 0, List.of()));
            assertThat(all.merge(two)).isEqualTo(new RunStore.Merged(1, 1, List.of()));
            assertThat(all.merge(one)).isEqualTo(new RunStore.Merged(0, 2, List.of()));
            List<StoredRun> runs = all.runs(Optional.of("s"));
            assertThat(runs.stream().map(StoredRun::key)).containsExactly(a.key(), b.key(), c.key());
            assertThat(runs.stream().map(StoredRun::campaign)).containsExactly(1L, 1L, 2L);
            assertThat(runs.get(2).result()).isEqualTo(c.result());
            assertThat(all.campaigns().stream().map(Campaign::machine)).containsExactly("x", "y");
            assertThat(all.builds()).containsExactly("0.1.0");
        }
    }

    @Test
    void otherResultsOfOneRunAreToldAndTheFirstStays() {
        Path one = store("1.db", "x", on("first", RunStoreTest.run("i", "m", 1, 97)));
        Path two = store("2.db", "y", on("second", RunStoreTest.run("i", "m", 1, 96)));
        try (RunStore all = RunStore.open(folder.resolve("all.db"))) {
            all.merge(one);
            RunStore.Merged merged = all.merge(two);
            assertThat(merged.added()).isZero();
            assertThat(merged.conflicts())
                    .containsExactly(new RunStore.Conflict(
                            "i",
                            "m",
                            1,
                            1,
                            "DONE with 97.0",
                            new Place("first", "a machine"),
                            "DONE with 96.0",
                            new Place("second", "a machine")));
            assertThat(all.runs(Optional.empty()).get(0).objective()).hasValue(97);
        }
    }

    @Test
    void aFailureGivesWayAndReplacesNothing() {
        Path broken = store("1.db", "x", failed("i", "m", 1));
        Path well = store("2.db", "y", RunStoreTest.run("i", "m", 1, 97));
        try (RunStore all = RunStore.open(folder.resolve("all.db"))) {
            all.merge(broken);
            assertThat(all.merge(well).conflicts()).isEmpty();
            StoredRun run = all.runs(Optional.of("s")).get(0);
            assertThat(run.objective()).hasValue(97);
            assertThat(run.error()).isEmpty();
            assertThat(run.campaign()).isEqualTo(2);
            assertThat(all.merge(broken)).isEqualTo(new RunStore.Merged(0, 1, List.of()));
            assertThat(all.runs(Optional.of("s")).get(0).objective()).hasValue(97);
        }
    }

    @Test
    void whatIsNoStoreChangesNothing() throws IOException {
        Path text = Files.writeString(folder.resolve("text.db"), "this is no database at all, only a line of text\n");
        try (RunStore all = RunStore.open(folder.resolve("all.db"))) {
            all.merge(store("1.db", "x", RunStoreTest.run("i", "m", 1, 97)));
            for (Path wrong : List.of(text, folder.resolve("gone.db"))) {
                assertThatExceptionOfType(StoreException.class)
                        .isThrownBy(() -> all.merge(wrong))
                        .withMessageContaining(wrong.toString());
            }
            assertThat(Files.exists(folder.resolve("gone.db"))).isFalse();
            assertThat(all.keys()).hasSize(1);
        }
    }
}
