package org.shrinq.bench.store;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.shrinq.bench.store.StoredRun.Ended;
import org.shrinq.bench.store.StoredRun.InstanceRow;
import org.shrinq.qubo.Sense;
import org.shrinq.solver.result.ResultFile;
import org.shrinq.solver.result.ResultJson;

/** Between rows and records. */
final class Columns {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static final byte[] NOTHING = new byte[0];

    private Columns() {}

    /** Level 1: less time than the default, for results that are a little larger. */
    private static final class FastGzip extends GZIPOutputStream {
        FastGzip(OutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }

    static void set(PreparedStatement s, @Nullable Object... values) throws SQLException {
        for (int k = 0; k < values.length; k++) {
            s.setObject(k + 1, values[k]);
        }
    }

    private static @Nullable Double orNull(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }

    private static @Nullable Integer orNull(OptionalInt value) {
        return value.isPresent() ? value.getAsInt() : null;
    }

    static void upsertInstance(Connection connection, InstanceRow i) throws SQLException {
        try (PreparedStatement s =
                connection.prepareStatement("INSERT INTO instance(id, name, problem, sense, variables,"
                        + " constraints, path, best_known) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT(id) DO "
                        + "UPDATE SET path = excluded.path, best_known = coalesce(excluded.best_known, best_known)")) {
            set(
                    s,
                    i.id(),
                    i.name(),
                    i.problem(),
                    i.sense().name(),
                    i.variables(),
                    i.constraints(),
                    i.path(),
                    orNull(i.bestKnown()));
            s.executeUpdate();
        }
    }

    /** Inserts runs that are not there. */
    static void insertRuns(Connection connection, List<StoredRun> runs) throws SQLException {
        // the results are packed by all processors, and once prepared a statement serves every run
        List<byte[]> packed = runs.parallelStream()
                .map(r -> r.result().map(Columns::pack).orElse(NOTHING))
                .toList();
        try (PreparedStatement s = connection.prepareStatement("INSERT INTO run(instance, configuration, seed, repeat,"
                + " version, campaign, started, seconds, ended, error, status, objective, bound, qubits, "
                + "result, host, machine) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON "
                + "CONFLICT DO NOTHING")) {
            for (int k = 0; k < runs.size(); k++) {
                StoredRun r = runs.get(k);
                set(
                        s,
                        r.key().instance(),
                        r.key().configuration(),
                        r.key().seed(),
                        r.key().repeat(),
                        r.key().version(),
                        r.campaign(),
                        r.started(),
                        r.seconds(),
                        r.ended().name(),
                        r.error().orElse(null),
                        r.status().orElse(null),
                        orNull(r.objective()),
                        orNull(r.bound()),
                        orNull(r.qubits()),
                        packed.get(k) == NOTHING ? null : packed.get(k),
                        r.place().host(),
                        r.place().machine());
                s.executeUpdate();
            }
        }
    }

    /** Puts runs into a suite, each under the name of its method. */
    static void upsertMembers(Connection connection, String suite, List<Map.Entry<RunKey, String>> members)
            throws SQLException {
        try (PreparedStatement s = connection.prepareStatement("INSERT INTO member(suite, run, method)"
                + " SELECT ?, id, ? FROM run WHERE instance = ? AND configuration = ? AND seed = ? AND repeat = ?"
                + " AND version = ? ON CONFLICT(suite, run) DO UPDATE SET method = excluded.method")) {
            for (Map.Entry<RunKey, String> member : members) {
                RunKey key = member.getKey();
                set(
                        s,
                        suite,
                        member.getValue(),
                        key.instance(),
                        key.configuration(),
                        key.seed(),
                        key.repeat(),
                        key.version());
                s.executeUpdate();
            }
        }
    }

    static List<StoredRun> runs(Connection connection, Optional<String> suite) throws SQLException {
        Map<String, InstanceRow> instances = instances(connection);
        List<StoredRun> runs = new ArrayList<>();
        try (PreparedStatement s = connection.prepareStatement("SELECT r.instance, r.configuration, r.seed, r.repeat,"
                + " r.version, r.campaign, r.started, r.seconds, r.ended, r.error, r.status, r.objective, r.bound,"
                + " r.qubits, r.result, m.method, r.host, r.machine FROM run r JOIN member m ON m.run = r.id "
                + (suite.isPresent() ? " WHERE m.suite = ?" : "")
                + " GROUP BY r.id ORDER BY r.id")) {
            if (suite.isPresent()) {
                s.setString(1, suite.get());
            }
            try (ResultSet r = s.executeQuery()) {
                while (r.next()) {
                    runs.add(run(r, instances));
                }
            }
        }
        return runs;
    }

    private static StoredRun run(ResultSet r, Map<String, InstanceRow> instances) throws SQLException {
        InstanceRow instance = instances.get(r.getString(1));
        if (instance == null) {
            throw new StoreException("a run belongs to instance " + r.getString(1) + ", which is not in the store");
        }
        byte[] packed = r.getBytes(15);
        return new StoredRun(
                new RunKey(r.getString(1), r.getString(2), r.getLong(3), r.getInt(4), r.getString(5)),
                r.getString(16),
                instance,
                r.getLong(6),
                r.getString(7),
                r.getDouble(8),
                Ended.valueOf(r.getString(9)),
                Optional.ofNullable(r.getString(10)),
                Optional.ofNullable(r.getString(11)),
                number(r, 12),
                number(r, 13),
                r.getObject(14) == null ? OptionalInt.empty() : OptionalInt.of(r.getInt(14)),
                packed == null ? Optional.empty() : Optional.of(unpack(packed)),
                new Place(r.getString(17), r.getString(18)));
    }

    private static Map<String, InstanceRow> instances(Connection connection) throws SQLException {
        Map<String, InstanceRow> instances = new HashMap<>();
        try (PreparedStatement s = connection.prepareStatement(
                        "SELECT id, name, problem, sense, variables, constraints, path, best_known FROM instance");
                ResultSet r = s.executeQuery()) {
            while (r.next()) {
                instances.put(
                        r.getString(1),
                        new InstanceRow(
                                r.getString(1),
                                r.getString(2),
                                r.getString(3),
                                Sense.valueOf(r.getString(4)),
                                r.getInt(5),
                                r.getInt(6),
                                r.getString(7),
                                number(r, 8)));
            }
        }
        return instances;
    }

    private static OptionalDouble number(ResultSet r, int column) throws SQLException {
        double value = r.getDouble(column);
        return r.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    static byte[] pack(ResultFile result) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new FastGzip(bytes)) {
            out.write(ResultJson.line(result).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static ResultFile unpack(byte[] packed) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return ResultJson.read(MAPPER.readTree(in.readAllBytes()));
        } catch (IOException | IllegalArgumentException e) {
            throw new StoreException("a result in the store cannot be read: " + e.getMessage(), e);
        }
    }
}
