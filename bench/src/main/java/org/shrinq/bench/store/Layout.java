package org.shrinq.bench.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The tables. */
final class Layout {
    private static final int VERSION = 2;
    private static final int APPLICATION_ID = 0x53687271;

    private static final List<String> STATEMENTS = List.of(
            """
            CREATE TABLE campaign(
              id INTEGER PRIMARY KEY,
              suite TEXT NOT NULL,
              suite_text TEXT NOT NULL,
              command TEXT NOT NULL,
              started TEXT NOT NULL,
              version TEXT NOT NULL,
              workers INTEGER NOT NULL,
              machine TEXT NOT NULL)""",
            """
            CREATE TABLE instance(
              id TEXT PRIMARY KEY,
              name TEXT NOT NULL,
              problem TEXT NOT NULL,
              sense TEXT NOT NULL,
              variables INTEGER NOT NULL,
              constraints INTEGER NOT NULL,
              path TEXT NOT NULL,
              best_known REAL)""",
            """
            CREATE TABLE run(
              id INTEGER PRIMARY KEY,
              instance TEXT NOT NULL REFERENCES instance(id),
              configuration TEXT NOT NULL,
              seed INTEGER NOT NULL,
              repeat INTEGER NOT NULL,
              version TEXT NOT NULL,
              campaign INTEGER NOT NULL REFERENCES campaign(id),
              started TEXT NOT NULL,
              seconds REAL NOT NULL,
              ended TEXT NOT NULL,
              error TEXT,
              status TEXT,
              objective REAL,
              bound REAL,
              qubits INTEGER,
              result BLOB,
              host TEXT NOT NULL DEFAULT '',
              machine TEXT NOT NULL DEFAULT '',
              UNIQUE(instance, configuration, seed, repeat, version))""",
            """
            CREATE TABLE member(
              suite TEXT NOT NULL,
              run INTEGER NOT NULL REFERENCES run(id),
              method TEXT NOT NULL,
              PRIMARY KEY(suite, run)) WITHOUT ROWID""",
            "CREATE INDEX run_configuration ON run(configuration)",
            "CREATE INDEX run_campaign ON run(campaign)",
            "CREATE INDEX member_run ON member(run)");

    /** From the layout before: runs of that time were made where their campaign was. */
    private static final List<String> FROM_1 = List.of(
            "ALTER TABLE run ADD COLUMN host TEXT NOT NULL DEFAULT ''",
            "ALTER TABLE run ADD COLUMN machine TEXT NOT NULL DEFAULT ''",
            "UPDATE run SET machine = (SELECT machine FROM campaign WHERE id = campaign)");

    private Layout() {}

    /**
     * Makes the tables where there are none, and brings up those of the version before.
     *
     * @throws StoreException for a database that is no store, or one of another version
     */
    static void prepare(Connection connection, Path path) throws SQLException {
        if (isReady(connection, path)) {
            return;
        }
        try (Statement s = connection.createStatement()) {
            // two processes may open a new store at once: the second waits here, and finds what the first has made
            s.execute("BEGIN IMMEDIATE");
            try {
                if (!isReady(connection, path)) {
                    List<String> statements =
                            pragma(connection, "application_id") == APPLICATION_ID ? FROM_1 : STATEMENTS;
                    for (String statement : statements) {
                        s.executeUpdate(statement);
                    }
                    s.execute("PRAGMA application_id = " + APPLICATION_ID);
                    s.execute("PRAGMA user_version = " + VERSION);
                }
                s.execute("COMMIT");
            } catch (SQLException | RuntimeException e) {
                s.execute("ROLLBACK");
                throw e;
            }
        }
    }

    /** Whether the tables are those of this version; not when they are to be made or brought up. */
    private static boolean isReady(Connection connection, Path path) throws SQLException {
        int layout = pragma(connection, "user_version");
        if (pragma(connection, "application_id") == APPLICATION_ID) {
            if (layout != VERSION && layout != 1) {
                throw new StoreException(path + " has layout " + layout + ", this version reads " + VERSION + ".");
            }
            return layout == VERSION;
        }
        try (Statement s = connection.createStatement();
                ResultSet tables = s.executeQuery("SELECT count(*) FROM sqlite_master")) {
            if (tables.getInt(1) > 0) {
                throw new StoreException(path + " is a database, but no store of runs.");
            }
        }
        return false;
    }

    private static int pragma(Connection connection, String name) throws SQLException {
        try (Statement s = connection.createStatement();
                ResultSet row = s.executeQuery("PRAGMA " + name)) {
            return row.getInt(1);
        }
    }
}
