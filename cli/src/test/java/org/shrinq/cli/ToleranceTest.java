package org.shrinq.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --feasibility-tolerance}: 0 unless asked for, in solve, check, settings files and results. */
class ToleranceTest {
    /** Both variables miss the bound by a tenth of the smallest coefficient. */
    private static final String ROW =
            "Maximize\n obj: 3 a + 2 b\nSubject To\n c: 7 a + 5 b <= 11.5\nBinaries\n a b\nEnd\n";

    @TempDir
    private Path folder;

    private Path model = Path.of("");
    private Path both = Path.of("");
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void files() throws IOException {
        model = Files.writeString(folder.resolve("m.lp"), ROW);
        both = Files.writeString(folder.resolve("m.sol"), "a 1\nb 1\n");
    }

    private int run(String... args) {
        return Main.run(new PrintWriter(new StringWriter()), new PrintWriter(err), args);
    }

    private JsonNode solved(String... more) throws IOException {
        Path result = folder.resolve("r.json");
        String[] words = new String[more.length + 8];
        String[] own = {"solve", model.toString(), "-o", result.toString(), "--rounds", "1", "--method", "greedy"};
        System.arraycopy(own, 0, words, 0, own.length);
        System.arraycopy(more, 0, words, own.length, more.length);
        assertThat(run(words)).as(err.toString()).isZero();
        return new ObjectMapper().readTree(result.toFile());
    }

    @Test
    void aRowMissedByLessThanTheToleranceHolds() throws IOException {
        JsonNode exact = solved();
        assertThat(exact.get("objective").asDouble()).isEqualTo(3);
        assertThat(exact.get("feasibility_tolerance").asDouble()).isZero();
        JsonNode tolerant = solved("--feasibility-tolerance", "0.6");
        assertThat(tolerant.get("objective").asDouble()).isEqualTo(5);
        assertThat(tolerant.get("status").asText()).isEqualTo("OPTIMAL");
        assertThat(tolerant.get("feasibility_tolerance").asDouble()).isEqualTo(0.6);
        assertThat(tolerant.get("config").get("feasibility-tolerance").asDouble())
                .isEqualTo(0.6);
        assertThat(solved("--feasibility-tolerance", "0.4").get("objective").asDouble())
                .isEqualTo(3);
        Path settings = Files.writeString(folder.resolve("s.yaml"), "feasibility-tolerance: 0.6\n");
        assertThat(solved("--config", settings.toString()).get("objective").asDouble())
                .isEqualTo(5);
    }

    @Test
    void checkTakesTheSameTolerance() {
        String[] check = {"check", model.toString(), both.toString()};
        assertThat(run(check)).isEqualTo(ExitCode.INFEASIBLE);
        assertThat(run(check[0], check[1], check[2], "--feasibility-tolerance", "0.4"))
                .isEqualTo(ExitCode.INFEASIBLE);
        assertThat(run(check[0], check[1], check[2], "--feasibility-tolerance", "0.6"))
                .isEqualTo(ExitCode.OK);
    }

    /** Half of the smallest coefficient, 2.5, would let whole coefficients pass: a quarter is the most that counts. */
    @Test
    void noToleranceIsAsLargeAsHalfTheSmallestCoefficient() throws IOException {
        Path wide = Files.writeString(folder.resolve("w.lp"), ROW.replace("11.5", "10.5"));
        String[] check = {"check", wide.toString(), both.toString(), "--feasibility-tolerance", "1000"};
        assertThat(run(check)).isEqualTo(ExitCode.INFEASIBLE);
        Path near = Files.writeString(folder.resolve("n.lp"), ROW.replace("11.5", "10.75"));
        assertThat(run(check[0], near.toString(), check[2], check[3], check[4])).isEqualTo(ExitCode.OK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "NaN", "x", "Infinity"})
    void otherTolerancesAreRefusedWithWhatIsExpected(String value) {
        for (String verb : new String[] {"solve", "check"}) {
            StringWriter message = new StringWriter();
            String[] words = verb.equals("solve")
                    ? new String[] {verb, model.toString(), "--feasibility-tolerance", value}
                    : new String[] {verb, model.toString(), both.toString(), "--feasibility-tolerance", value};
            int code = Main.run(new PrintWriter(new StringWriter()), new PrintWriter(message), words);
            assertThat(code).as(verb + " " + value).isEqualTo(ExitCode.USAGE);
            assertThat(message.toString()).contains("--feasibility-tolerance").contains("expected");
        }
    }
}
