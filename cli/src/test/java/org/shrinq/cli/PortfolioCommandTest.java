package org.shrinq.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code solve --portfolio}: the account, the result, its replay, and flags that do not fit. */
class PortfolioCommandTest {
    private static final String INSTANCE = "../instances/data/mdkp/cb.20x5-25.dat";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... words) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Main.run(new PrintWriter(out), new PrintWriter(err), words);
    }

    private int solve(String... more) {
        List<String> words = new ArrayList<>(List.of("solve", INSTANCE, "--rounds", "2", "--qubits", "5", "--maxiter"));
        words.addAll(List.of("5", "--no-bounds", "--polish", "none"));
        words.addAll(List.of(more));
        return run(words.toArray(String[]::new));
    }

    @Test
    void theResultSaysWhoFoundWhatAndReplays() throws IOException {
        Path result = folder.resolve("r.json");
        assertThat(solve("--portfolio", "2", "-o", result.toString()))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).contains("member 1 ", "member 2 ", ", the solution is its", "portfolio 2");
        JsonNode root = new ObjectMapper().readTree(result.toFile());
        assertThat(root.path("portfolio")).hasSize(2);
        assertThat(root.path("portfolio").findValues("finder").toString()).contains("true");
        assertThat(run("replay", result.toString())).isZero();
        assertThat(out.toString()).isEqualTo("the same again\n");
    }

    @Test
    void flagsThatDoNotFitAreToldHow() {
        assertThat(solve("--portfolio", "0")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).isEqualTo("shrinq: --portfolio is '0', expected 1 to 1024.\n");
        assertThat(solve("--executor", "spark")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("Say how many with --portfolio N");
        assertThat(solve("--portfolio", "2", "--master", "local[2]")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("--master is for --executor spark");
        assertThat(solve("--portfolio", "2", "--executor", "flink")).isEqualTo(ExitCode.REFUSED);
        assertThat(err.toString()).contains("no executor is called 'flink'", "docs/cluster.md");
    }
}
