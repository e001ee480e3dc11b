package org.shrinq.bench.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.shrinq.bench.suite.RunTask;
import org.sqlite.SQLiteConfig;

/**
 * Runs in one SQLite file, in write-ahead mode with one transaction a run: a process that is killed loses only the runs
 * in flight. Methods may be called from several threads. Tables: {@code campaign}, {@code instance}, {@code run} (with
 * the result file as gzipped JSON in {@code result}), {@code member} (which run belongs to which suite, under which
 * name of a method).
 */
public final class RunStore implements AutoCloseable {

    private final Path path;
    private final Connection connection;

    private RunStore(Path path, Connection connection) {
        this.path = path;
        this.connection = connection;
    }

    /**
     * Opens a store, and makes it when it is not there.
     *
     * @throws StoreException for a file that is not a store
     */
    public static RunStore open(Path path) {
        try {
            Path parent = path.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a folder for " + path + ": " + e.getMessage(), e);
        }
        return connect(path);
    }

    /** Opens a store that is there. */
    public static RunStore existing(Path path) {
        if (!Files.isRegularFile(path)) {
            throw new StoreException("there is no store " + path + ". Maybe 'bench run' wrote to another --store.");
        }
        return connect(path);
    }

    private static RunStore connect(Path path) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(30_000);
        config.enforceForeignKeys(true);
        Connection connection = null;
        try {
            connection = config.createConnection("jdbc:sqlite:" + path);
            Layout.prepare(connection, path);
            return new RunStore(path, connection);
        } catch (SQLException e) {
            close(connection);
            boolean other = String.valueOf(e.getMessage()).contains("NOTADB");
            throw new StoreException(
                    path
                            + (other
                                    ? ": no store that 'bench run' wrote."
                                    : " cannot be used as a store: " + e.getMessage() + "."),
                    e);
        } catch (StoreException e) {
            close(connection);
            throw e;
        }
    }

    private static void close(@org.jspecify.annotations.Nullable Connection connection) {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            throw new StoreException("cannot close the store: " + e.getMessage(), e);
        }
    }

    public Path path() {
        return path;
    }

    /** What a transaction does. */
    @FunctionalInterface
    private interface Work<T> {
        T run() throws SQLException;
    }

    private synchronized <T> T transaction(Work<T> work) {
        try {
            return committed(work);
        } catch (SQLException e) {
            throw new StoreException(path + ": " + e.getMessage() + ".", e);
        }
    }

    /** Does all of it or nothing. */
    private <T> T committed(Work<T> work) throws SQLException {
        connection.setAutoCommit(false);
        try {
            T result = work.run();
            connection.commit();
            connection.setAutoCommit(true);
            return result;
        } catch (SQLException | RuntimeException e) {
            takeBack(e);
            throw e;
        }
    }

    /**
     * After a full disk SQLite has taken the transaction back by itself, and says so; the reason is the first failure.
     */
    private void takeBack(Exception failure) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    /** Notes that a suite is about to be run; the answer has its id. */
    public Campaign begin(Campaign campaign) {
        return transaction(() -> {
            try (PreparedStatement s = connection.prepareStatement(
                    "INSERT INTO campaign(suite, suite_text, command, started, version, workers, machine)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING id")) {
                Columns.set(
                        s,
                        campaign.suite(),
                        campaign.suiteText(),
                        campaign.command(),
                        campaign.started(),
                        campaign.version(),
                        campaign.workers(),
                        campaign.machine());
                try (ResultSet row = s.executeQuery()) {
                    return new Campaign(
                            row.getLong(1),
                            campaign.suite(),
                            campaign.suiteText(),
                            campaign.command(),
                            campaign.started(),
                            campaign.version(),
                            campaign.workers(),
                            campaign.machine());
                }
            }
        });
    }

    /** Calls of {@code bench run}, oldest first. */
    public List<Campaign> campaigns() {
        return transaction(() -> {
            List<Campaign> all = new ArrayList<>();
            try (Statement s = connection.createStatement();
                    ResultSet r = s.executeQuery("SELECT id, suite, suite_text, command, started, version, workers,"
                            + " machine FROM campaign ORDER BY id")) {
                while (r.next()) {
                    all.add(new Campaign(
                            r.getLong(1),
                            r.getString(2),
                            r.getString(3),
                            r.getString(4),
                            r.getString(5),
                            r.getString(6),
                            r.getInt(7),
                            r.getString(8)));
                }
            }
            return all;
        });
    }

    /** Every run that is there, under any suite. */
    public Set<RunKey> keys() {
        return transaction(() -> {
            Set<RunKey> keys = new HashSet<>();
            try (Statement s = connection.createStatement();
                    ResultSet r = s.executeQuery("SELECT instance, configuration, seed, repeat, version FROM run")) {
                while (r.next()) {
                    keys.add(new RunKey(r.getString(1), r.getString(2), r.getLong(3), r.getInt(4), r.getString(5)));
                }
            }
            return keys;
        });
    }

    /** Stores a run and its place in the suite; a run that is there already stays as it is. */
    public void add(String suite, StoredRun run) {
        add(suite, List.of(run));
    }

    /** Stores runs in one transaction, which costs about as much as one run alone. */
    public void add(String suite, List<StoredRun> runs) {
        transaction(() -> {
            Set<String> instances = new HashSet<>();
            for (StoredRun run : runs) {
                if (instances.add(run.instance().id())) {
                    Columns.upsertInstance(connection, run.instance());
                }
            }
            Columns.insertRuns(connection, runs);
            Columns.upsertMembers(
                    connection,
                    suite,
                    runs.stream().map(r -> Map.entry(r.key(), r.method())).toList());
            return runs.size();
        });
    }

    /**
     * What came of a merge.
     *
     * @param added runs that were not there
     * @param same runs that were there with the same result, times aside, or failed in the source
     * @param conflicts runs of one key with other results; those that were there stay
     */
    public record Merged(int added, int same, List<Conflict> conflicts) {
        public Merged {
            conflicts = List.copyOf(conflicts);
        }
    }

    /**
     * Two runs that should be one.
     *
     * @param instance its name
     * @param method name in the source's suite
     * @param here how the run that stays ended
     * @param hereMade where it was made
     * @param there how the other one ended
     * @param thereMade where that was made
     */
    public record Conflict(
            String instance,
            String method,
            long seed,
            int repeat,
            String here,
            Place hereMade,
            String there,
            Place thereMade) {}

    /**
     * Takes over all that another store holds, in one transaction. Runs that both have stay as they are here, but a
     * failure gives way to a run that ended well. Merging a store again changes nothing.
     *
     * @throws StoreException for a file that is no store, with nothing changed
     */
    public synchronized Merged merge(Path source) {
        // opened by itself first: what is no store is said, and one of the layout before is brought up
        existing(source).close();
        try {
            return new StoreMerge(connection).take(source);
        } catch (SQLException e) {
            throw new StoreException(source + ": " + e.getMessage() + ".", e);
        }
    }

    /** Builds that made the runs, by {@link Build}'s text. */
    public Set<String> builds() {
        return new TreeSet<>(strings("SELECT DISTINCT version FROM run"));
    }

    /** Says that runs that are there belong to a suite, under the names of its methods. */
    public void claim(String suite, List<RunTask> tasks, String version) {
        transaction(() -> {
            Columns.upsertMembers(
                    connection,
                    suite,
                    tasks.stream()
                            .map(t -> Map.entry(RunKey.of(t, version), t.method()))
                            .toList());
            return tasks.size();
        });
    }

    /** Forgets runs that failed or were refused, so that they are tried again; returns how many. */
    public int forgetFailures() {
        return transaction(() -> {
            try (Statement s = connection.createStatement()) {
                s.executeUpdate("DELETE FROM member WHERE run IN"
                        + " (SELECT id FROM run WHERE ended IN ('FAILED', 'REFUSED'))");
                return s.executeUpdate("DELETE FROM run WHERE ended IN ('FAILED', 'REFUSED')");
            }
        });
    }

    /** Names of the suites that have runs. */
    public List<String> suites() {
        return strings("SELECT DISTINCT suite FROM member ORDER BY suite");
    }

    private List<String> strings(String query) {
        return transaction(() -> {
            List<String> strings = new ArrayList<>();
            try (Statement s = connection.createStatement();
                    ResultSet r = s.executeQuery(query)) {
                while (r.next()) {
                    strings.add(r.getString(1));
                }
            }
            return strings;
        });
    }

    /** The runs of one suite, or of all, in the order in which they were done. */
    public List<StoredRun> runs(Optional<String> suite) {
        return transaction(() -> Columns.runs(connection, suite));
    }

    /** Mean seconds of earlier runs by "configuration instance". */
    public Map<String, Double> secondsByRun() {
        return seconds("configuration || ' ' || instance");
    }

    /** Mean seconds of earlier runs by configuration. */
    public Map<String, Double> secondsByConfiguration() {
        return seconds("configuration");
    }

    private Map<String, Double> seconds(String group) {
        return transaction(() -> {
            Map<String, Double> means = new HashMap<>();
            try (Statement s = connection.createStatement();
                    ResultSet r = s.executeQuery("SELECT " + group + ", avg(seconds) FROM run WHERE ended IN"
                            + " ('DONE', 'CUT') GROUP BY 1")) {
                while (r.next()) {
                    means.put(r.getString(1), r.getDouble(2));
                }
            }
            return means;
        });
    }

    @Override
    public synchronized void close() {
        close(connection);
    }
}
