package org.shrinq.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code solve --start} in every form that check reads, and {@code --pool}. */
class StartAndPoolCommandTest {
    private static final String C5 = "p edge 5 5\ne 1 2\ne 2 3\ne 3 4\ne 4 5\ne 5 1\n";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path file = Path.of("");

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve("c5.txt"), C5);
    }

    private int solve(String... more) {
        List<String> words = new ArrayList<>(List.of("solve", file.toString(), "--rounds", "1", "--method", "greedy"));
        words.addAll(List.of(more));
        return Main.run(new PrintWriter(out), new PrintWriter(err), words.toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"01001\n", "0 1 0 0 1\n", "2 5\n", "x2 1\nx5 1\n", "[0, 1, 0, 0, 1]", "{\"x\": [0, 1, 0, 0, 1]}"
            })
    void everyFormOfASolution(String text) throws IOException {
        Path start = Files.writeString(folder.resolve("start"), text);
        assertThat(solve("--start", start.toString(), "--json"))
                .as(err.toString())
                .isZero();
        JsonNode result = new ObjectMapper().readTree(out.toString());
        assertThat(result.path("start")).hasToString("[0,1,0,0,1]");
        assertThat(result.path("solution").path("x")).isEqualTo(result.path("start"));
        assertThat(result.path("origin").asText()).isEqualTo("start");
        assertThat(result.path("history")).hasSize(1);
    }

    @Test
    void aConfigurationNamesAStart() throws IOException {
        Path start = Files.writeString(folder.resolve("start"), "2 5\n");
        Path config = Files.writeString(folder.resolve("c.yaml"), "pool: 1\nstart: " + start + "\n");
        assertThat(solve("--config", config.toString(), "--json"))
                .as(err.toString())
                .isZero();
        assertThat(new ObjectMapper().readTree(out.toString()).path("start")).hasToString("[0,1,0,0,1]");
    }

    @Test
    void aResultIsAStart() throws IOException {
        Path first = folder.resolve("r.json");
        assertThat(solve("--quiet", "-o", first.toString())).as(err.toString()).isZero();
        assertThat(solve("--start", first.toString(), "--seed", "2"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).contains("found by start");
    }

    @Test
    void startsThatAreNoneAreToldWithTheirPlace() throws IOException {
        Path start = Files.writeString(folder.resolve("start.txt"), "0 1 0 0 1 1\n");
        assertThat(solve("--start", start.toString())).isEqualTo(ExitCode.INSTANCE);
        assertThat(err.toString()).contains("start.txt");
        Path other = Files.writeString(folder.resolve("other.txt"), C5);
        assertThat(solve(other.toString(), "--start", start.toString())).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("--start is a solution of one instance.");
    }

    @Test
    void aPoolIsInTheResultAndTheAccount() throws IOException {
        Path result = folder.resolve("r.json");
        assertThat(solve("--pool", "3", "-o", result.toString()))
                .as(err.toString())
                .isZero();
        JsonNode solutions = new ObjectMapper().readTree(result.toFile()).path("solutions");
        assertThat(solutions).hasSize(3);
        assertThat(out.toString()).contains("pool      3 solutions, ");
        assertThat(solve("--pool", "0")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("--pool is '0', expected 1 to 1000.");
    }
}
