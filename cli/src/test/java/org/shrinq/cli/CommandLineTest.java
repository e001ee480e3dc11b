package org.shrinq.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shrinq.solver.config.Setting;
import org.shrinq.solver.config.Settings;
import org.shrinq.solver.result.ResultJson;

class CommandLineTest {
    private static final Path DATA = Path.of("../instances/data");
    private static final String SET = DATA.resolve("mis/1tc.32.txt").toString();
    private static final String KNAPSACK = DATA.resolve("mdkp/cb.20x5-25.dat").toString();
    private static final String ASSIGNMENT = DATA.resolve("qap/known.3x3.dat").toString();
    private static final String[] QUICK = {"--rounds", "2", "--qubits", "8", "--shots", "200"};

    @TempDir
    private Path folder;

    private StringWriter out;
    private StringWriter err;

    @BeforeEach
    void freshStreams() {
        out = new StringWriter();
        err = new StringWriter();
    }

    private int run(String... args) {
        return Main.run(new PrintWriter(out), new PrintWriter(err), args);
    }

    private int solve(String... args) {
        List<String> all = new ArrayList<>(List.of("solve"));
        all.addAll(List.of(args));
        all.addAll(List.of(QUICK));
        return run(all.toArray(String[]::new));
    }

    private Path file(String name, String... lines) throws IOException {
        return Files.write(folder.resolve(name), List.of(lines));
    }

    private static JsonNode json(Path path) throws IOException {
        return new ObjectMapper().readTree(path.toFile());
    }

    @Test
    void solvePrintsAnAccountThatFitsATerminal() {
        assertThat(solve(SET, "--controls")).isZero();
        assertThat(out.toString()).contains("OPTIMAL", "objective 12", "reduce", "bound", "selected");
        assertThat(out.toString().lines())
                .allSatisfy(line -> assertThat(line.length()).as(line).isLessThanOrEqualTo(80));
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void indexAllSolvesEveryProblemOfAFile() throws IOException {
        Path several = file("two.dat", "2", "2 1 0", "7 4", "3 2", "4", "3 1 0", "5 4 3", "2 3 1", "5");
        Path results = folder.resolve("results");
        assertThat(solve(several.toString(), "--index", "all", "-o", results.toString()))
                .isZero();
        assertThat(json(results.resolve("two.dat-1.result.json"))
                        .path("objective")
                        .asDouble())
                .isEqualTo(7);
        JsonNode second = json(results.resolve("two.dat-2.result.json"));
        assertThat(second.path("objective").asDouble()).isEqualTo(9);
        assertThat(second.path("instance").path("index").asInt()).isEqualTo(2);
        assertThat(run("info", several.toString(), "--index", "all")).isEqualTo(2);
        assertThat(run("info", several.toString(), "--index", "none")).isEqualTo(2);
        assertThat(err.toString()).contains("--index all is for solve.", "--index is 'none'");
    }

    @Test
    void resultsKeepTheSchemaAndPassTheCheck() throws IOException {
        String schema;
        try (InputStream in = ResultJson.class.getResourceAsStream("result.schema.json")) {
            schema = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        for (String instance : List.of(SET, KNAPSACK, ASSIGNMENT)) {
            Path result = folder.resolve("r.json");
            assertThat(solve(instance, "--controls", "-o", result.toString())).isZero();
            assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                            .getSchema(schema, InputFormat.JSON)
                            .validate(Files.readString(result), InputFormat.JSON))
                    .isEmpty();
            assertThat(run("check", instance, result.toString())).isZero();
        }
    }

    @Test
    void aWrongClaimFailsTheCheck() throws IOException {
        Path result = folder.resolve("r.json");
        solve(SET, "-o", result.toString());
        Files.writeString(result, Files.readString(result).replace("\"objective\" : 12", "\"objective\" : 13"));
        assertThat(run("check", SET, result.toString())).isEqualTo(4);
        assertThat(out.toString()).contains("the file claims the objective 13: that is wrong");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | 12 | true | OPTIMAL | 12 | 0 | feasible: all",
                "1 | 12 | true | OPTIMAL | 11 | 4 | the bound 11: its own solution is better",
                "1 | 12 | true | OPTIMAL | 13 | 4 | the bound 13: that does not prove OPTIMAL",
                "1 | 12 | true | FEASIBLE | 13 | 0 | feasible: all",
                "1 | 12 | false | FEASIBLE | 13 | 4 | claims that the solution is infeasible: that is wrong",
                "1 | 12 | true | UNKNOWN | 13 | 4 | claims the status UNKNOWN: that is wrong",
                "0 | 32 | true | FEASIBLE | 32 | 4 | claims that the solution is feasible: that is wrong",
                "0 | 32 | false | OPTIMAL | 32 | 4 | claims the status OPTIMAL: that is wrong"
            })
    void everyClaimIsChecked(
            int good, int objective, boolean feasible, String status, int bound, int exit, String expected)
            throws IOException {
        Path result = folder.resolve("r.json");
        solve(SET, "-o", result.toString());
        String chosen = new com.fasterxml.jackson.databind.ObjectMapper()
                .readTree(result.toFile())
                .path("solution")
                .path("selected")
                .toString();
        String all =
                java.util.stream.IntStream.rangeClosed(1, 32).boxed().toList().toString();
        String claims = "{\"objective\": %d, \"feasible\": %b, \"status\": \"%s\", \"bound\": %d, \"selected\": %s}"
                .formatted(objective, feasible, status, bound, good == 1 ? chosen : all);
        out.getBuffer().setLength(0);
        assertThat(run("check", SET, file("claims.json", claims).toString())).isEqualTo(exit);
        assertThat(out.toString()).contains(expected);
    }

    @Test
    void checkSaysWhatIsViolated() throws IOException {
        Path all = file("all.txt", "1".repeat(32));
        assertThat(run("check", SET, all.toString())).isEqualTo(4);
        assertThat(out.toString()).contains("infeasible", "edge(2,3): vertices 2 and 3 are both chosen");
        assertThat(run(
                        "check",
                        ASSIGNMENT,
                        file("twice.txt", "1 2 3 4 5 6 7 8 8").toString()))
                .isEqualTo(4);
        assertThat(out.toString())
                .contains("location 8 has 2 facilities, expected exactly one")
                .contains("location 9 has no facility, expected exactly one");
        Path permutation = file("p.txt", "1 2 3 4 5 6 7 8 9");
        assertThat(run("check", ASSIGNMENT, permutation.toString())).isZero();
    }

    @Test
    void anInfeasibleProblemIsExitCodeFour() throws IOException {
        Path file = file(
                "no.lp",
                "Maximize",
                " obj: x1 + x2",
                "Subject To",
                " c1: x1 + x2 >= 2",
                " c2: x1 + x2 <= 1",
                "Binary",
                " x1 x2",
                "End");
        assertThat(solve(file.toString())).isEqualTo(4);
        assertThat(out.toString()).contains("no solution satisfies all constraints");
    }

    @Test
    void severalInstancesWriteIntoAFolder() {
        Path results = folder.resolve("results");
        assertThat(solve(SET, KNAPSACK, "-o", results.toString(), "--quiet")).isZero();
        assertThat(results.resolve("1tc.32.txt.result.json")).exists();
        assertThat(results.resolve("cb.20x5-25.dat.result.json")).exists();
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void oneBadInstanceDoesNotLoseTheOthers() {
        Path results = folder.resolve("results");
        assertThat(solve("missing.txt", SET, "-o", results.toString(), "--quiet"))
                .isEqualTo(3);
        assertThat(results.resolve("1tc.32.txt.result.json")).exists();
        assertThat(err.toString()).contains("missing.txt");
    }

    @Test
    void instancesOfOneNameAreRefusedBeforeAnythingIsOverwritten() {
        assertThat(solve(SET, SET, "-o", folder.resolve("results").toString())).isEqualTo(2);
        assertThat(folder.resolve("results")).doesNotExist();
    }

    @Test
    void aConfigurationFileHoldsTheSameNamesAndFlagsWin() throws IOException {
        Path config = file("c.yaml", "method: annealing", "seed: 5", "controls: true", "no-reduce: true");
        Path result = folder.resolve("r.json");
        assertThat(solve(KNAPSACK, "--config", config.toString(), "--seed", "7", "-o", result.toString()))
                .isZero();
        JsonNode settings = json(result).path("config");
        assertThat(settings.path("method").asText()).isEqualTo("annealing");
        assertThat(settings.path("seed").asInt()).isEqualTo(7);
        assertThat(settings.path("controls").asBoolean()).isTrue();
        assertThat(settings.path("reduce").asBoolean()).isFalse();
        Path wrong = file("w.yaml", "methd: qaoa");
        assertThat(solve(KNAPSACK, "--config", wrong.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("w.yaml: no setting is called 'methd'. Maybe 'method'?");
    }

    @Test
    void replayRunsTheSameAgain() throws IOException {
        Path result = folder.resolve("r.json");
        solve(KNAPSACK, "-o", result.toString(), "--quiet");
        assertThat(run("replay", result.toString())).isZero();
        assertThat(out.toString()).contains("the same again");
        Files.writeString(result, Files.readString(result).replace("\"seed\" : 1", "\"seed\" : 2"));
        assertThat(run("replay", result.toString())).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"small.qubo", "small.coo", "small.json.gz"})
    void shrinkLogsReplayTheSmallQuboByteForByte(String name) throws IOException {
        Path small = folder.resolve(name);
        assertThat(run("shrink", KNAPSACK, "--qubits", "7", "-o", small.toString()))
                .isZero();
        Path log = folder.resolve(name.replace(".gz", "") + ".shrink.json");
        assertThat(run("replay", log.toString())).isZero();
        assertThat(json(log).path("map")).hasSize(20);
        Files.write(small, new byte[] {1, 2, 3});
        assertThat(run("replay", log.toString())).isEqualTo(4);
        Files.writeString(log, Files.readString(log).replace("\"fix\"", "\"fox\""));
        assertThat(run("replay", log.toString())).isEqualTo(3);
        assertThat(err.toString()).contains("shrinq: " + log + ": elimination ", " is damaged: ");
    }

    @Test
    void codesOfAssignmentsAreReplayed() throws IOException {
        Path small = folder.resolve("small.qubo");
        assertThat(run(
                        "shrink",
                        ASSIGNMENT,
                        "--assignment-code",
                        "permutation",
                        "--qubits",
                        "6",
                        "-o",
                        small.toString()))
                .isZero();
        assertThat(out.toString()).contains("to 6 qubits by lp", "a permutation code of 48 strings for 20 variables");
        Path log = folder.resolve("small.qubo.shrink.json");
        JsonNode code = json(log).path("code");
        assertThat(code.path("qubits").asInt()).isEqualTo(6);
        assertThat(code.path("blocks")).hasSize(2);
        assertThat(run("replay", log.toString())).isZero();
        String text = Files.readString(log);
        Files.writeString(log, text.replace("\"strings\" : 48", "\"strings\" : 47"));
        assertThat(run("replay", log.toString())).isEqualTo(4);
        Files.writeString(log, text.replace("\"blocks\" : [", "\"blocks\" : [ 7,"));
        assertThat(run("replay", log.toString())).isEqualTo(3);
        assertThat(err.toString()).contains("the blocks of the code are damaged");

        Path result = folder.resolve("r.json");
        assertThat(solve(ASSIGNMENT, "--assignment-code", "permutation", "--no-reduce", "-o", result.toString()))
                .isZero();
        JsonNode file = json(result);
        assertThat(file.path("config").path("assignment-code").asText()).isEqualTo("permutation");
        assertThat(file.path("stages").path("shrink").path("code").path("name").asText())
                .isEqualTo("permutation");
        assertThat(file.path("stages").path("quantum").path("method").asText()).isEqualTo("xy-qaoa");
        assertThat(run("replay", result.toString())).isZero();
    }

    @Test
    void encodedProblemsCanBeSolvedAndConverted() {
        Path qubo = folder.resolve("q.qubo");
        Path coo = folder.resolve("q.coo");
        assertThat(run("encode", SET, "-o", qubo.toString())).isZero();
        assertThat(folder.resolve("q.qubo.map.json")).exists();
        assertThat(run("convert", qubo.toString(), "-o", coo.toString())).isZero();
        assertThat(solve(coo.toString())).isZero();
        assertThat(out.toString()).contains("objective -12");
    }

    @Test
    void exportedCircuitsComeBackAsAVerifiedSolution() throws IOException {
        Path qasm = folder.resolve("c.qasm");
        assertThat(run("export", SET, "--qubits", "6", "--no-reduce", "--qasm", "2", "-o", qasm.toString()))
                .isZero();
        Path sidecar = folder.resolve("c.qasm.sidecar.json");
        int qubits = json(sidecar).path("qubits").asInt();
        assertThat(qubits).isBetween(1, 6);
        assertThat(Files.readString(qasm))
                .startsWith("OPENQASM 2.0;")
                .contains("measure q[" + (qubits - 1) + "]")
                .doesNotContain("measure q[" + qubits + "]");
        Path counts = file("counts.json", "{\"" + "0".repeat(qubits) + "\": 5, \"" + "1".repeat(qubits) + "\": 7}");
        Path solution = folder.resolve("s.json");
        assertThat(run("decode", sidecar.toString(), counts.toString(), "-o", solution.toString()))
                .isZero();
        assertThat(out.toString()).contains("12 shots, 2 distinct strings", "FEASIBLE");
        assertThat(run("check", SET, solution.toString())).isZero();
        Path wrong = file("wrong.json", "{\"01\": 5}");
        assertThat(run("decode", sidecar.toString(), wrong.toString())).isEqualTo(3);
        assertThat(err.toString()).contains("wrong.json", "has 2 bits, expected " + qubits);
    }

    @Test
    void theReportOfARunShowsItsStages() throws IOException {
        Path page = folder.resolve("r.html");
        assertThat(solve(KNAPSACK, "--controls", "--report", page.toString(), "--quiet"))
                .isZero();
        assertThat(Files.readString(page))
                .contains(
                        "From variables to qubits",
                        "What the samples are worth",
                        "<svg",
                        "random bits",
                        "id=\"answer\"")
                .doesNotContain("http://", "https://");
        assertThat(run("report", file("x.json", "{}").toString(), "-o", page.toString()))
                .isEqualTo(3);
    }

    @Test
    void generatedCodeGraphsEqualTheBundledOnes() throws IOException {
        Path graph = folder.resolve("g.txt");
        assertThat(run("generate", "mis", "--family", "1dc", "--n", "6", "-o", graph.toString()))
                .isZero();
        assertThat(Files.readAllBytes(graph)).isEqualTo(Files.readAllBytes(DATA.resolve("mis/1dc.64.txt")));
    }

    @Test
    void infoSaysWhichBoundsHadNoTime() {
        assertThat(run("info", SET, "--time-limit", "1e-9")).isZero();
        assertThat(out.toString()).contains("no bound     theta: no time left");
    }

    @Test
    void infoForecastsWhatMethodsNeed() {
        assertThat(run("info", SET, ASSIGNMENT)).isZero();
        assertThat(out.toString()).contains("QUBO", "density", "clique-cover", "gilmore-lawler", "grover-qaoa");
    }

    @Test
    void everySettingIsAFlagAndHelpFitsATerminal() {
        for (String verb : List.of("solve", "info", "check", "encode", "shrink", "convert", "generate", "replay")) {
            assertThat(run(verb, "--help")).as(verb).isZero();
        }
        assertThat(out.toString().lines())
                .allSatisfy(line -> assertThat(line.length()).as(line).isLessThanOrEqualTo(80));
        for (Setting s : Settings.all()) {
            assertThat(out.toString()).contains("-" + s.name());
        }
    }
}
