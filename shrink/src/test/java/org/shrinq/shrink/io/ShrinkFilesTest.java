package org.shrinq.shrink.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.encode.Encoder;
import org.shrinq.qubo.encode.Encoding;
import org.shrinq.qubo.encode.EncodingOptions;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.run.RandomStreams;
import org.shrinq.shrink.EliminationLog;
import org.shrinq.shrink.RandomModels;
import org.shrinq.shrink.ShrinkInput;
import org.shrinq.shrink.ShrinkOptions;
import org.shrinq.shrink.Shrinker;
import org.shrinq.shrink.Shrunk;
import org.shrinq.shrink.VariableMap;
import org.shrinq.shrink.correlate.CorrelationSource;

class ShrinkFilesTest {
    private static BufferedReader reader(String text) {
        return new BufferedReader(new StringReader(text));
    }

    private static String text(EliminationLog log) throws IOException {
        StringBuilder out = new StringBuilder();
        EliminationLogFile.write(log, out);
        return out.toString();
    }

    private static String text(VariableMap map) throws IOException {
        StringBuilder out = new StringBuilder();
        VariableMapFile.write(map, out);
        return out.toString();
    }

    /** Every coefficient by its bits. */
    private static String exact(Qubo q) {
        StringBuilder s = new StringBuilder(Long.toHexString(Double.doubleToRawLongBits(q.offset())));
        for (int i = 0; i < q.size(); i++) {
            s.append(' ').append(Long.toHexString(Double.doubleToRawLongBits(q.linear(i))));
        }
        q.forEachCoupling((i, j, c) -> s.append('\n')
                .append(i)
                .append(' ')
                .append(j)
                .append(' ')
                .append(Long.toHexString(Double.doubleToRawLongBits(c))));
        return s.toString();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void replayOfTheFileReproducesTheSmallQuboBitForBit(long seed) throws IOException {
        SplittableRandom rng = new SplittableRandom(seed);
        BinaryModel model = seed % 2 == 0 ? RandomModels.assignment(rng, 6).model() : RandomModels.model(rng, 14);
        Encoding encoding = Encoder.encode(model, EncodingOptions.defaults());
        Shrunk shrunk = Shrinker.shrink(
                ShrinkInput.of(encoding).withQubits(5),
                CorrelationSource.sdp(),
                ShrinkOptions.defaults().withExplicitLimit(seed == 4 ? 20 : 1000),
                new RandomStreams(seed),
                Deadline.never());
        String log = text(shrunk.log());
        EliminationLog read = EliminationLogFile.read(reader(log), "log");
        assertThat(read).isEqualTo(shrunk.log());
        assertThat(text(read)).isEqualTo(log);
        Shrunk replayed = Shrunk.replay(encoding.form(), read);
        assertThat(exact(replayed.qubo())).isEqualTo(exact(shrunk.qubo()));

        VariableMap map = VariableMapFile.read(reader(text(shrunk.map())), "map");
        assertThat(map).isEqualTo(shrunk.map()).isEqualTo(replayed.map());
        for (long index = 0; index < 1L << shrunk.size(); index++) {
            Bits small = Bits.of(RandomModels.bits(shrunk.size(), index));
            assertThat(map.expand(small)).isEqualTo(shrunk.expand(small));
        }
    }

    @Test
    void formIsAsDocumented() throws IOException {
        String log = """
                {"format": "shrinq-elimination-log", "version": 1, "variables": 4, "substituted": 1, "entries": 2}
                {"kind": "fix", "i": 2, "sign": 1, "rule": "given", "correlation": 0.0, "margin": 0.0, "risk": 0.0, "proven": false}
                {"kind": "merge", "i": 3, "j": 0, "sign": -1, "rule": "correlation", "correlation": -0.98, "margin": 0.11, "risk": 0.25, "proven": false}
                """;
        EliminationLog read = EliminationLogFile.read(reader(log), "x");
        assertThat(text(read)).isEqualTo(log);
        assertThat(read.classes().value(2)).isZero();
        assertThat(read.classes().root(3)).isZero();
        String map = """
                {"format": "shrinq-variable-map", "version": 1, "variables": 2, "qubits": 1}
                {"variable": 0, "qubit": 0, "flip": 1}
                {"variable": 1, "value": 1}
                """;
        assertThat(text(VariableMapFile.read(reader(map), "x"))).isEqualTo(map);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            value = {
                "\"entries\": 2|\"entries\": 3|f:4: expected more entries",
                "\"entries\": 2|\"entries\": 1|f:1: expected the end of the file",
                "\"version\": 1|\"version\": 2|f:1: expected format",
                "\"kind\": \"fix\"|\"kind\": \"fax\"|f:2: expected kind",
                "\"i\": 3|\"i\": 9|f:1: expected entries that fit",
                "\"i\": 3|\"i\": x|f:3: expected a whole number",
                "\"i\": 3|\"i\": 0|f:3: expected two different variables",
                "\"sign\": -1|\"sign\": 2|f:3: expected two different variables and a sign",
                "-0.98|NaN|f:3: expected a finite number",
                "-0.98|zero|f:3: expected a number",
                "\"rule\": \"given\"|\"rule\": \"guess\"|f:2: expected a known rule",
                "\"proven\": false|\"proven\": maybe|expected true or false",
                "\"i\": 2, |\"i\": 2, \"i\": 2, |f:2: expected the name \"i\" once",
                "\"i\": 2, ||f:2: expected a field \"i\"",
                "\"risk\": 0.0, |\"risk\": 0.0; |f:2: expected",
                "{\"kind\"|[\"kind\"|f:2: expected '{'"
            })
    void damageIsNamed(String from, String to, String message) throws IOException {
        String log = """
                {"format": "shrinq-elimination-log", "version": 1, "variables": 4, "substituted": 1, "entries": 2}
                {"kind": "fix", "i": 2, "sign": 1, "rule": "given", "correlation": 0.0, "margin": 0.0, "risk": 0.0, "proven": false}
                {"kind": "merge", "i": 3, "j": 0, "sign": -1, "rule": "correlation", "correlation": -0.98, "margin": 0.11, "risk": 0.25, "proven": false}
                """;
        String damaged = log.replace(from, to == null ? "" : to);
        assertThat(damaged).isNotEqualTo(log);
        assertThatThrownBy(() -> EliminationLogFile.read(reader(damaged), "f"))
                .isInstanceOf(ShrinkFileException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"qubit\": 1", "\"qubit\": -1", "\"flip\": 2", "\"variable\": 1, \"qubit\": 0", ""})
    void damagedMapsAreRefused(String field) {
        String line = field.contains("variable")
                ? "{" + field + ", \"flip\": 0}"
                : "{\"variable\": 0" + (field.isEmpty() ? "" : ", " + field)
                        + (field.contains("qubit") ? "" : ", \"qubit\": 0")
                        + (field.contains("flip") || field.isEmpty() ? "" : ", \"flip\": 0") + "}";
        String map = "{\"format\": \"shrinq-variable-map\", \"version\": 1, \"variables\": 1, \"qubits\": 1}\n" + line;
        assertThatThrownBy(() -> VariableMapFile.read(reader(map), "m")).isInstanceOf(ShrinkFileException.class);
    }
}
