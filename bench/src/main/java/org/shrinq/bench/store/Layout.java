package org.shrinq.bench.store;

import java.util.List;

/** The tables. */
final class Layout {
    static final List<String> STATEMENTS = List.of(
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
    static final List<String> FROM_1 = List.of(
            "ALTER TABLE run ADD COLUMN host TEXT NOT NULL DEFAULT ''",
            "ALTER TABLE run ADD COLUMN machine TEXT NOT NULL DEFAULT ''",
            "UPDATE run SET machine = (SELECT machine FROM campaign WHERE id = campaign)");

    private Layout() {}
}
