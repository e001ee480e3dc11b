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
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files whose numbers made something false be said, and their neighbours. */
class HostileNumbersTest {
    private static final String KNAPSACK = "../instances/data/mdkp/cb.30x5-25.dat";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        return Main.run(new PrintWriter(out), new PrintWriter(err), args);
    }

    private JsonNode solve(Path file) throws IOException {
        Path result = folder.resolve("r.json");
        int code = run(
                "solve",
                file.toString(),
                "-o",
                result.toString(),
                "--rounds",
                "1",
                "--method",
                "greedy",
                "--seed",
                "1");
        assertThat(code).as(err.toString()).isZero();
        return new ObjectMapper().readTree(result.toFile());
    }

    private Path lp(String sense, String objective, String... rows) throws IOException {
        return Files.writeString(
                folder.resolve("m.lp"),
                sense + "\n obj: " + objective + "\nSubject To\n " + String.join("\n ", rows)
                        + "\nBinaries\n a b c\nEnd\n");
    }

    /** The values of a knapsack times powers of ten: the same solution, status and gap. */
    @ParameterizedTest
    @ValueSource(strings = {"e-15", "e-14", "e-200", "e200"})
    void statusAndGapDoNotSeeTheScaleOfTheObjective(String power) throws IOException {
        // items, rows and best known value; then one line of values
        List<String> lines = new ArrayList<>(Files.readAllLines(Path.of(KNAPSACK)));
        lines.set(0, "30 5 0");
        lines.set(1, lines.get(1).replaceAll("\\d+", "$0" + power));
        Path scaled = Files.write(folder.resolve("scaled.dat"), lines);
        JsonNode a = solve(Path.of(KNAPSACK));
        JsonNode b = solve(scaled);
        assertThat(b.get("status")).isEqualTo(a.get("status"));
        assertThat(b.get("gap").asDouble()).isEqualTo(a.get("gap").asDouble());
        assertThat(b.get("solution").get("x")).isEqualTo(a.get("solution").get("x"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1000000000000 a + 500 b + 0 c <= 1000000000000.5 | 4",
                "0.1 a + 0.2 b + 0 c <= 0.3 | 6",
                "0.1 a + 0.2 b + 0 c <= 0.29999999999999999 | 6",
                "0.1 a + 0.2 b + 0 c <= 0.2999999999999999 | 4",
                "1e300 a + 1e300 b + 5e299 c <= 1.5e300 | 4",
                "1e-300 a + 1e-300 b + 5e-301 c <= 1.5e-300 | 4",
                "1e300 a + 1e-300 b + c <= 1e300 | 3",
                "1e300 a + b + c <= 1e20 | 3"
            })
    void rowsAreHeldExactlyAsWritten(String row, double optimum) throws IOException {
        JsonNode result = solve(lp("Maximize", "3 a + 2 b + c", "r: " + row));
        assertThat(result.get("objective").asDouble()).isEqualTo(optimum);
        assertThat(result.get("status").asText()).isEqualTo("OPTIMAL");
        assertThat(result.toString()).doesNotContain("NaN");
    }

    /** The QUBO of a market share adds up squares; 6 is the best, its least energy is at 8. */
    @Test
    void aMarketShareIsProvenNothingOfByItsSquares() throws IOException {
        Path share = Files.writeString(
                folder.resolve("s.json"),
                "{\"num_products\":2,\"num_retailers\":2,\"demands\":[[1,6],[3,9]],\"target_demands\":[6,0]}");
        Path small = folder.resolve("s.qubo");
        assertThat(run("shrink", share.toString(), "--qubits", "1", "-o", small.toString()))
                .as(err.toString())
                .isZero();
        JsonNode log =
                new ObjectMapper().readTree(folder.resolve("s.qubo.shrink.json").toFile());
        assertThat(log.findValues("proven").stream().map(JsonNode::toString).collect(Collectors.toSet()))
                .doesNotContain("true");
        assertThat(run(
                        "encode",
                        share.toString(),
                        "-o",
                        folder.resolve("e.qubo").toString()))
                .isZero();
        assertThat(out.toString()).contains("sum of squared deviations").doesNotContain("proven exact");
        assertThat(solve(share).get("objective").asDouble()).isEqualTo(6);
    }

    /** Doubles cannot carry the penalty of this row. */
    @ParameterizedTest
    @ValueSource(strings = {"tight", "auto"})
    void penaltiesThatRoundAreNotProven(String penalty) throws IOException {
        Path file = lp("Minimize", "3 a + 2 b + c", "r: 1000000000000 a + 999999999999 b + 7 c = 1000000000007");
        assertThat(run(
                        "encode",
                        file.toString(),
                        "--penalty",
                        penalty,
                        "-o",
                        folder.resolve("q.qubo").toString()))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).contains("penalties").doesNotContain("proven");
        JsonNode result = solve(file);
        assertThat(result.get("objective").asDouble()).isEqualTo(4);
        assertThat(result.get("status").asText()).isEqualTo("OPTIMAL");
    }

    @Test
    void aSuiteIsNoPath() throws IOException {
        Path suite = Files.writeString(
                folder.resolve("x.yaml"),
                "suite: ../../x\ntitle: T\nfolder: .\ninstances: [a.txt]\nmethods: {greedy: {method: greedy}}\n");
        assertThat(run("bench", "run", suite.toString())).isEqualTo(ExitCode.INSTANCE);
        assertThat(err.toString()).contains("x.yaml:1");
    }

    /** No items: said with file and line. */
    @Test
    void aKnapsackWithoutItemsIsRefused() throws IOException {
        Path empty = Files.writeString(folder.resolve("e.dat"), "0 1 0\n\n10\n");
        assertThat(run("solve", empty.toString())).isEqualTo(ExitCode.INSTANCE);
        assertThat(err.toString()).startsWith("shrinq: ").doesNotContain("Exception");
    }
}
