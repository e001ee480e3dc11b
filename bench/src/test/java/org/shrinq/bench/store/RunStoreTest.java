package org.shrinq.bench.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shrinq.bench.store.StoredRun.Ended;
import org.shrinq.qubo.Sense;
import org.shrinq.solver.result.ResultJson;

class RunStoreTest {
    @TempDir
    private Path folder;

    static StoredRun run(String instance, String method, long seed, double objective) {
        JsonNode result = new ObjectMapper()
                .createObjectNode()
                .put("objective", objective)
                .put("stop", "é \n\"");
        return new StoredRun(
                new RunKey("id-" + instance, "conf-" + method, seed, 1, "0.1.0"),
                method,
                new StoredRun.InstanceRow(
                        "id-" + instance, instance, "mdkp", Sense.MAXIMIZE, 10, 2, "x.dat", OptionalDouble.of(100)),
                1,
                "2026-01-01T00:00:00Z",
                1.5,
                Ended.DONE,
                Optional.empty(),
                Optional.of("FEASIBLE"),
                OptionalDouble.of(objective),
                OptionalDouble.empty(),
                OptionalInt.of(5),
                Optional.of(ResultJson.read(result)),
                new Place("node", "a machine"));
    }

    static Campaign campaign() {
        return new Campaign(0, "s", "suite: s", "shrinq bench run s", "2026-01-01T00:00:00Z", "0.1.0", 2, "a machine");
    }

    @Test
    void givesBackWhatWasStored() {
        StoredRun run = run("i", "m", 3, 97.25);
        try (RunStore store = RunStore.open(folder.resolve("deep/t.db"))) {
            assertThat(store.begin(campaign()).id()).isEqualTo(1);
            store.add("s", run);
            store.add("s", run);
        }
        try (RunStore store = RunStore.existing(folder.resolve("deep/t.db"))) {
            assertThat(store.runs(Optional.empty())).containsExactly(run);
            assertThat(store.runs(Optional.of("other"))).isEmpty();
            assertThat(store.keys()).containsExactly(run.key());
            assertThat(store.secondsByConfiguration()).containsEntry("conf-m", 1.5);
            assertThat(store.secondsByRun()).containsEntry("conf-m id-i", 1.5);
            assertThat(store.campaigns().get(0).command()).isEqualTo("shrinq bench run s");
        }
    }

    @Test
    void isInWriteAheadModeWithTheResultBesideIndexedColumns() throws SQLException {
        Path path = folder.resolve("t.db");
        try (RunStore store = RunStore.open(path)) {
            store.begin(campaign());
            store.add("s", run("i", "m", 3, 97));
            try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + path);
                    var statement = other.createStatement();
                    var row = statement.executeQuery("SELECT objective, qubits, status, length(result) FROM run")) {
                assertThat(row.getDouble(1)).isEqualTo(97);
                assertThat(row.getInt(2)).isEqualTo(5);
                assertThat(row.getString(3)).isEqualTo("FEASIBLE");
                assertThat(row.getInt(4)).isPositive();
            }
            assertThat(Files.exists(folder.resolve("t.db-wal"))).isTrue();
        }
    }

    @Test
    void bringsUpAStoreOfTheLayoutBefore() throws SQLException {
        Path path = folder.resolve("t.db");
        StoredRun run = run("i", "m", 3, 97);
        try (RunStore store = RunStore.open(path)) {
            store.begin(campaign());
            store.add("s", run);
        }
        try (Connection c = DriverManager.getConnection("jdbc:sqlite:" + path);
                var s = c.createStatement()) {
            s.execute("ALTER TABLE run DROP COLUMN host");
            s.execute("ALTER TABLE run DROP COLUMN machine");
            s.execute("PRAGMA user_version = 1");
        }
        try (RunStore store = RunStore.existing(path)) {
            StoredRun brought = store.runs(Optional.empty()).get(0);
            assertThat(brought.place()).isEqualTo(new Place("", "a machine"));
            assertThat(brought.result()).isEqualTo(run.result());
        }
    }

    @Test
    void manyMayOpenANewStoreAtOnce() throws InterruptedException {
        Path path = folder.resolve("new.db");
        Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
        List<Thread> threads = new ArrayList<>();
        CountDownLatch go = new CountDownLatch(1);
        for (int k = 0; k < 8; k++) {
            threads.add(new Thread(() -> {
                try {
                    go.await();
                    RunStore.open(path).close();
                } catch (InterruptedException | RuntimeException e) {
                    failures.add(e);
                }
            }));
        }
        threads.forEach(Thread::start);
        go.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(failures).isEmpty();
    }

    @Test
    void refusesWhatIsNoStore() throws IOException, SQLException {
        Path text = Files.writeString(folder.resolve("text.db"), "this is no database at all, only a line of text\n");
        Path other = folder.resolve("other.db");
        try (Connection c = DriverManager.getConnection("jdbc:sqlite:" + other);
                var s = c.createStatement()) {
            s.execute("CREATE TABLE t(x)");
        }
        assertThatExceptionOfType(StoreException.class).isThrownBy(() -> RunStore.open(text));
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> RunStore.open(other))
                .withMessageContaining("no store of runs");
        assertThatExceptionOfType(StoreException.class).isThrownBy(() -> RunStore.existing(folder.resolve("gone.db")));
    }

    @Test
    void exportsCsvAndJsonLines() throws IOException {
        List<StoredRun> runs = List.of(run("a,b", "m \"x\"", 1, 50), run("c", "n", 2, 51.5));
        Export.csv(runs, folder.resolve("r.csv"));
        List<String> lines = Files.readAllLines(folder.resolve("r.csv"));
        assertThat(lines).hasSize(3);
        assertThat(lines.get(1)).startsWith("mdkp,\"a,b\",10,100,\"m \"\"x\"\"\",");
        Export.jsonLines(runs, folder.resolve("r.jsonl"));
        JsonNode second = new ObjectMapper()
                .readTree(Files.readAllLines(folder.resolve("r.jsonl")).get(1));
        assertThat(second.at("/result/objective").doubleValue()).isEqualTo(51.5);
        assertThat(second.path("method").asText()).isEqualTo("n");
    }
}
