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
import picocli.CommandLine;

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
        assertThat(out.toString()).contains("the file claims 13: that is wrong");
    }

    @Test
    void checkSaysWhatIsViolated() throws IOException {
        Path all = file("all.txt", "1".repeat(32));
        assertThat(run("check", SET, all.toString())).isEqualTo(4);
        assertThat(out.toString()).contains("infeasible", "edge(2,3): vertices 2 and 3 are both chosen");
        Path permutation = file("p.txt", "1 2 3 4 5 6 7 8 9");
        assertThat(run("check", ASSIGNMENT, permutation.toString())).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "solve --bogus 1 x | 2 | shrinq: unknown option: '--bogus'.",
                "solve | 2 | shrinq: missing required parameter: 'INSTANCE'.",
                "solve x --qubits 0 | 2 | shrinq: --qubits is '0', expected at least 1.",
                "solve x --qubits 3000000000 | 2 | --qubits is '3000000000', expected a whole number of at most 2147483647.",
                "solve x --layers 0 | 2 | --layers is '0', expected at least 1.",
                "solve x --cvar-alpha 2 | 2 | --cvar-alpha is '2', expected in (0, 1].",
                "solve x --threads 100000 | 2 | --threads is '100000', expected 1 to 1024.",
                "solve x --risk -1 | 2 | --risk is '-1', expected at least 0.",
                "solve x --polish -1 | 2 | --polish is '-1', expected a positive number.",
                "solve x --penalty -1 | 2 | --penalty is '-1', expected a positive number.",
                "solve x --recalculate 0 | 2 | --recalculate is '0', expected at least 1.",
                "solve x --threshold mean:7 | 2 | --threshold is 'mean:7', expected a number from 0 to 1 after mean:.",
                "solve x --stop size:3 | 2 | --stop is 'size:3', expected no number after size; the budget is --qubits.",
                "solve x --stop confidence:3 | 2 | --stop is 'confidence:3', expected 0 to 1 after confidence:.",
                "solve x --noise depolarizing:p1=2 | 2 | p1 is '2', expected a number from 0 to 1.",
                "solve x --config missing.yaml | 2 | shrinq: missing.yaml: no such file.",
                "solve x --report . | 2 | shrinq: --report: . is a folder. Name a file in it.",
                "solve x --penalty heavy | 2 | penalty is 'heavy', expected auto, tight or a positive number.",
                "solve x --method quantum | 2 | expected one of qaoa",
                "solve x --problem tsp | 2 | expected mdkp, mis, qap",
                "solve missing.txt | 3 | missing.txt: no such file",
                "generate tsp -o x | 2 | no kind is called 'tsp'",
                "generate mis --family cubes -o x.txt | 2 | expected one of gnp, disk",
                "encode missing.txt -o x.bmp | 2 | 'x.bmp' names no QUBO format.",
                "encode missing.txt -o x.qubo | 3 | no such file",
                "bogus | 2 | shrinq: no verb is called 'bogus'.",
                "help bogus | 2 | shrinq: no verb is called 'bogus'.",
                "bench bogus | 2 | shrinq: no verb is called 'bogus'.",
                "simulate x y -o z | 2 | shrinq: nothing is expected where 'y' stands.",
                "simulate x --shots many -o z | 2 | shrinq: --shots is 'many', expected a whole number.",
                "generate mis --density thin -o z | 2 | shrinq: --density is 'thin', expected a number.",
                "decode x y -o z.bmp | 2 | shrinq: 'z.bmp' names no form of a solution. Maybe end it in .json, .sol or .sln.",
                "export x --coupling ring -o z | 2 | shrinq: --coupling is 'ring', expected all-to-all, linear or heavy-hex.",
                "export x -o . | 2 | shrinq: -o: . is a folder.",
                "simulate . -o z | 3 | shrinq: .: is a folder.",
                "report . -o z | 3 | shrinq: .: is a folder.",
                "replay missing.json | 3 | no such file"
            })
    void mistakesAreToldWithTheirExitCode(String command, int code, String message) {
        assertThat(run(command.strip().split(" "))).isEqualTo(code);
        assertThat(err.toString()).contains(message).doesNotContain("\tat ");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void aFolderForOneResultIsRefusedBeforeTheRun() {
        assertThat(run("solve", SET, "-o", folder.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("-o: " + folder + " is a folder. Name a file in it.");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void damagedJsonIsToldWithItsLine() throws IOException {
        Path cut = file("cut.json", "{", "  \"status\": [1,");
        assertThat(run("replay", cut.toString())).isEqualTo(3);
        assertThat(err.toString()).contains("cut.json:3: expected more JSON, found the end of the file.");
        assertThat(run("replay", SET)).isEqualTo(3);
        assertThat(err.toString()).contains("1tc.32.txt:1: expected JSON. Maybe it is another file.");
    }

    @Test
    void aFileThatIsNoCircuitIsToldInOneLine() {
        assertThat(run("simulate", SET, "-o", folder.resolve("c.json").toString()))
                .isEqualTo(3);
        assertThat(err.toString())
                .startsWith("shrinq: " + SET + ":1: 'p edge 32 68 e 2 3")
                .contains("…': expected ';'.");
        assertThat(err.toString().lines()).hasSize(1);
    }

    /** What no size check foresees ends in one line as well. */
    @Test
    void missingMemoryIsRefusedInOneLine() {
        CommandLine commandLine = Main.commandLine().setErr(new PrintWriter(err, true));
        assertThat(Failures.report(new OutOfMemoryError("Java heap space"), commandLine, false))
                .isEqualTo(5);
        assertThat(err.toString()).startsWith("shrinq: out of memory, ").contains("SHRINQ_JAVA_OPTS=-Xmx");
        assertThat(Failures.report(new NoClassDefFoundError("org/x/Y"), commandLine, false))
                .isEqualTo(1);
        assertThat(err.toString())
                .contains("shrinq: internal error: NoClassDefFoundError: org/x/Y")
                .doesNotContain("\tat ");
    }

    @Test
    void damagedFilesAreToldWithTheirLine() throws IOException {
        Path damaged = file("bad.txt", "p edge 3 2", "e 1 2", "e 1 4");
        assertThat(run("solve", damaged.toString())).isEqualTo(3);
        assertThat(err.toString()).contains("bad.txt:3:");
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
        assertThat(out.toString()).contains("no feasible solution found");
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
        assertThat(Files.readString(qasm)).startsWith("OPENQASM 2.0;").contains("measure q[5]");
        Path sidecar = folder.resolve("c.qasm.sidecar.json");
        int qubits = json(sidecar).path("qubits").asInt();
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
                .contains("Shrink tree", "Objectives of the samples", "<svg", "random bits", "What repair changed")
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
