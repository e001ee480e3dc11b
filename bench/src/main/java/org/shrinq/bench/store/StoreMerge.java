package org.shrinq.bench.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shrinq.solver.result.Replay;
import org.shrinq.solver.result.ResultJson;

/**
 * Joins stores. The source is attached to the target, its rows are taken over in one transaction: a merge that is
 * interrupted leaves the target as it was before that source, and merging a source twice changes nothing. Runs are
 * taken as they are, no result is held in memory but one of those that both stores have.
 */
final class StoreMerge {
    private static final String KEY = "instance, configuration, seed, repeat, version";
    private static final String SAME = "r.instance = p.instance AND r.configuration = p.configuration"
            + " AND r.seed = p.seed AND r.repeat = p.repeat AND r.version = p.version";
    private static final String COLUMNS =
            "started, seconds, ended, error, status, objective, bound, qubits, result, host," + " machine";

    private final Connection connection;

    StoreMerge(Connection connection) {
        this.connection = connection;
    }

    /** Takes over all that a store of the same layout holds. The connection is in no transaction, before and after. */
    RunStore.Merged take(Path source) throws SQLException {
        attach(source);
        try {
            connection.setAutoCommit(false);
            try {
                RunStore.Merged merged = merge();
                connection.commit();
                return merged;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } finally {
            execute("DETACH DATABASE part");
        }
    }

    private void attach(Path source) throws SQLException {
        try (PreparedStatement s = connection.prepareStatement("ATTACH DATABASE ? AS part")) {
            s.setString(1, source.toString());
            s.executeUpdate();
        }
    }

    private RunStore.Merged merge() throws SQLException {
        execute("INSERT INTO main.instance SELECT * FROM part.instance WHERE true ON CONFLICT(id) DO UPDATE SET"
                + " best_known = coalesce(best_known, excluded.best_known)");
        campaigns();
        List<RunStore.Conflict> conflicts = new ArrayList<>();
        int same = compare(conflicts);
        int added = execute("INSERT INTO main.run(" + KEY + ", campaign, " + COLUMNS + ") SELECT p.instance,"
                + " p.configuration, p.seed, p.repeat, p.version, c.here, p.started, p.seconds, p.ended, p.error, "
                + "p.status, p.objective, p.bound, p.qubits, p.result, p.host, p.machine FROM part.run p JOIN "
                + "temp.campaign_map c ON c.there = p.campaign WHERE NOT EXISTS (SELECT 1 FROM main.run r WHERE " + SAME
                + ") ORDER BY p.id");
        execute("INSERT INTO main.member(suite, run, method) SELECT m.suite, r.id, m.method FROM part.member m"
                + " JOIN part.run p ON p.id = m.run JOIN main.run r ON " + SAME + " WHERE true ON CONFLICT DO NOTHING");
        execute("DROP TABLE temp.campaign_map");
        return new RunStore.Merged(added, same, conflicts);
    }

    /** Calls of {@code bench run} get new numbers; one that is there already keeps the number it has. */
    private void campaigns() throws SQLException {
        execute("DROP TABLE IF EXISTS temp.campaign_map");
        execute("CREATE TEMP TABLE campaign_map(there INTEGER PRIMARY KEY, here INTEGER NOT NULL)");
        String equal = "c.suite = p.suite AND c.suite_text = p.suite_text AND c.command = p.command"
                + " AND c.started = p.started AND c.version = p.version AND c.workers = p.workers AND c.machine = "
                + "p.machine";
        execute("INSERT INTO main.campaign(suite, suite_text, command, started, version, workers, machine)"
                + " SELECT suite, suite_text, command, started, version, workers, machine FROM part.campaign p"
                + " WHERE NOT EXISTS (SELECT 1 FROM main.campaign c WHERE " + equal + ") ORDER BY p.id");
        execute("INSERT INTO temp.campaign_map SELECT p.id, min(c.id) FROM part.campaign p JOIN main.campaign c ON "
                + equal + " GROUP BY p.id");
    }

    /**
     * Looks at the runs that both have: how many are the same, those that are not, and failures here that ended well
     * there.
     */
    private int compare(List<RunStore.Conflict> conflicts) throws SQLException {
        int same = 0;
        try (Statement s = connection.createStatement();
                ResultSet row =
                        s.executeQuery("SELECT r.id, p.id, r.ended, p.ended, r.objective, p.objective, r.result,"
                                + " p.result, i.name, r.seed, r.repeat, r.error, p.error, r.host, r.machine, "
                                + "p.host, p.machine, (SELECT min(method) FROM part.member WHERE run = p.id)"
                                + " FROM part.run p JOIN main.run r ON " + SAME
                                + " JOIN main.instance i ON i.id = r.instance ORDER BY p.id")) {
            while (row.next()) {
                boolean failedHere = isFailure(row.getString(3));
                boolean failedThere = isFailure(row.getString(4));
                if (failedHere && !failedThere) {
                    replace(row.getLong(1), row.getLong(2));
                } else if (failedThere || isSame(row)) {
                    same++;
                } else {
                    conflicts.add(new RunStore.Conflict(
                            row.getString(9),
                            Optional.ofNullable(row.getString(18)).orElse("?"),
                            row.getLong(10),
                            row.getInt(11),
                            outcome(row, 3, 5),
                            new Place(row.getString(14), row.getString(15)),
                            outcome(row, 4, 6),
                            new Place(row.getString(16), row.getString(17))));
                }
            }
        }
        return same;
    }

    private static boolean isFailure(String ended) {
        return ended.equals(StoredRun.Ended.FAILED.name()) || ended.equals(StoredRun.Ended.REFUSED.name());
    }

    private static boolean isSame(ResultSet row) throws SQLException {
        byte @Nullable [] here = row.getBytes(7);
        byte @Nullable [] there = row.getBytes(8);
        if (!row.getString(3).equals(row.getString(4))
                || !Objects.equals(row.getObject(5), row.getObject(6))
                || (here == null) != (there == null)) {
            return false;
        }
        return here == null
                || there == null
                || Arrays.equals(here, there)
                || Replay.differences(ResultJson.tree(Columns.unpack(here)), ResultJson.tree(Columns.unpack(there)))
                        .isEmpty();
    }

    private static String outcome(ResultSet row, int ended, int objective) throws SQLException {
        return row.getObject(objective) == null
                ? row.getString(ended) + " without a solution"
                : row.getString(ended) + " with " + row.getObject(objective);
    }

    private void replace(long here, long there) throws SQLException {
        try (PreparedStatement s = connection.prepareStatement("UPDATE main.run SET (campaign, " + COLUMNS + ") ="
                + " (SELECT c.here, p.started, p.seconds, p.ended, p.error, p.status, p.objective, p.bound, p.qubits,"
                + " p.result, p.host, p.machine FROM part.run p JOIN temp.campaign_map c ON c.there = p.campaign"
                + " WHERE p.id = ?)"
                + " WHERE id = ?")) {
            Columns.set(s, there, here);
            s.executeUpdate();
        }
    }

    private int execute(String statement) throws SQLException {
        try (Statement s = connection.createStatement()) {
            return s.executeUpdate(statement);
        }
    }
}
