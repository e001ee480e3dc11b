package org.shrinq.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchCommandTest {
    private static final String SUITE = """
            instances: [{generate: mis, n: 10, density: 0.3}]
            settings: {rounds: 1, qubits: 4, layers: 1, maxiter: 3, shots: 16, polish: none, bounds: false, reduce: false}
            methods: {qaoa: , random: {method: random}}
            seeds: 1..2
            controls: true
            """;

    @TempDir
    private Path folder;

    private String suite = "";
    private String store = "";

    private record Called(int code, String out, String err) {}

    @BeforeEach
    void write() throws IOException {
        suite = Files.writeString(folder.resolve("own.yaml"), SUITE).toString();
        store = folder.resolve("own.db").toString();
    }

    private static Called call(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.run(new PrintWriter(out), new PrintWriter(err), args);
        return new Called(code, out.toString(), err.toString());
    }

    @Test
    void aDryRunForecastsAndLeavesNothing() throws IOException {
        Called called = call("bench", "run", suite, "--store", store, "--dry-run");
        assertThat(called.code()).isEqualTo(ExitCode.OK);
        assertThat(called.out())
                .contains("4: 1 instance, 2 methods, 2 seeds; 0 in the store, 4 to do", "time ", "memory ");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("own.yaml"));
        }
    }

    @Test
    void kernelsSaysWhereTheBenchmarksAre() {
        assertThat(call("bench", "kernels").out()).contains("mvn -Pjmh", "java -jar jmh/target/kernels.jar --help\n");
        Called called = call("bench", "kernels", "Layer", "-o", "a.json", "--former", "b.json");
        assertThat(called.code()).isEqualTo(ExitCode.OK);
        assertThat(called.out()).contains("java -jar jmh/target/kernels.jar Layer -o a.json --former b.json\n");
    }

    @Test
    void runsReportsAndExports() throws IOException {
        Called first = call("bench", "run", suite, "--store", store);
        assertThat(first.code()).isEqualTo(ExitCode.OK);
        assertThat(first.out()).contains("done      4 runs in ");
        assertThat(call("bench", "run", suite, "--store", store, "--seeds", "2..3")
                        .out())
                .contains("2 in the store, 2 to do")
                .contains("done      2 runs in ");
        assertThat(call("bench", "list", store).out()).contains("own: 6 runs of 2 methods on 1 instance");
        Called summary = call("bench", "report", store);
        assertThat(summary.out()).contains("seeds: 1..3", "shrinq bench run " + suite);
        Path page = folder.resolve("deep/page.html");
        Path markdown = folder.resolve("m.md");
        Path csv = folder.resolve("runs.csv");
        Called files = call(
                "bench",
                "report",
                store,
                "-o",
                page.toString(),
                "--markdown",
                markdown.toString(),
                "--tables",
                "methods",
                "--csv",
                csv.toString());
        assertThat(files.err()).isEmpty();
        assertThat(Files.readString(page)).contains("<svg", "Lift over the controls");
        assertThat(Files.readString(markdown)).contains("## Methods").doesNotContain("## Instances");
        assertThat(Files.readAllLines(csv)).hasSize(7);
    }

    @Test
    void sixteenShardsMergedAreTheWholeSuite() throws IOException {
        assertThat(call("bench", "run", suite, "--store", store).code()).isEqualTo(ExitCode.OK);
        List<String> merge = new ArrayList<>(List.of("bench", "merge", "-o", path("all.db")));
        for (int k = 1; k <= 16; k++) {
            Called part = call("bench", "run", suite, "--shard", k + "/16", "--store", path(k + ".db"));
            assertThat(part.code()).as(part.err()).isEqualTo(ExitCode.OK);
            assertThat(part.out()).contains("shard     " + k + "/16");
            merge.add(path(k + ".db"));
        }
        Called merged = call(merge.toArray(String[]::new));
        assertThat(merged.code()).as(merged.err()).isEqualTo(ExitCode.OK);
        assertThat(merged.out()).contains("all.db: 4 runs of own");
        assertThat(merged.err()).isEmpty();
        // the same text of a report, its times aside
        call("bench", "report", store, "--json-lines", path("one.jsonl"));
        call("bench", "report", path("all.db"), "--json-lines", path("all.jsonl"));
        assertThat(objectives("all.jsonl")).isEqualTo(objectives("one.jsonl")).hasSize(4);
        assertThat(call("bench", "run", suite, "--store", path("all.db")).out()).contains("4 in the store, 0 to do");
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private List<String> objectives(String name) throws IOException {
        List<String> all = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve(name))) {
            JsonNode run = new ObjectMapper().readTree(line);
            all.add(run.path("method").asText()
                    + run.path("seed")
                    + run.at("/result/solution/x")
                    + run.at("/result/stages/quantum/expectation"));
        }
        Collections.sort(all);
        return all;
    }

    @Test
    void tuningWritesAConfigThatSolveTakes() throws IOException {
        Files.writeString(
                folder.resolve("race.yaml"),
                SUITE.replace("seed: 1..2", "")
                        .replace("n: 10, density: 0.3", "n: [10, 11, 12], density: 0.3")
                        .replace("qaoa: ,", "tabu: {method: tabu},")
                        .replace("controls: true", "controls: false"));
        Called tuned = call("bench", "tune", path("race.yaml"), "--store", store, "-o", path("tuned.yaml"));
        assertThat(tuned.code()).as(tuned.err()).isEqualTo(ExitCode.OK);
        assertThat(tuned.out())
                .contains("mis: ", " wins of 2 methods", "1 instance held out: mean gap", "tuned-mis.yaml");
        assertThat(folder.resolve("tuned-mis.yaml")).content().contains("qubits: 4", "best on mis");
        Called solved = call(
                "solve",
                "instances/data/mis/1dc.64.txt"
                        .transform(f -> Path.of("..").resolve(f).toString()),
                "--config",
                path("tuned-mis.yaml"),
                "--quiet");
        assertThat(solved.code()).as(solved.err()).isEqualTo(ExitCode.OK);
        assertThat(call("bench", "tune", path("race.yaml"), "--held-out", "1").code())
                .isEqualTo(ExitCode.USAGE);
    }

    @Test
    void whatCannotBeMergedIsSaid() {
        call("bench", "run", suite, "--store", store);
        assertThat(call("bench", "merge", store, "-o", store).code()).isEqualTo(ExitCode.USAGE);
        Called gone = call("bench", "merge", store, path("gone.db"), "-o", path("all.db"));
        assertThat(gone.code()).isEqualTo(ExitCode.INSTANCE);
        assertThat(gone.err()).contains("there is no store " + path("gone.db"));
        assertThat(folder.resolve("all.db")).doesNotExist();
        assertThat(call("bench", "run", suite, "--shard", "4/3").err()).contains("--shard is '4/3'");
    }

    @Test
    void storesOfDifferentBuildsAreJoinedOnlyOnRequest() throws SQLException {
        call("bench", "run", suite, "--store", store);
        call("bench", "run", suite, "--store", path("2.db"));
        try (Connection c = DriverManager.getConnection("jdbc:sqlite:" + path("2.db"));
                Statement s = c.createStatement()) {
            s.execute("UPDATE run SET version = '0.1.0+0123456789'");
        }
        Called refused = call("bench", "merge", store, path("2.db"), "-o", path("all.db"));
        assertThat(refused.code()).isEqualTo(ExitCode.INSTANCE);
        assertThat(refused.err()).contains("different builds", "2.db: 0.1.0+0123456789", "--mixed-builds");
        assertThat(folder.resolve("all.db")).doesNotExist();
        assertThat(call("bench", "merge", store, path("2.db"), "-o", path("all.db"), "--mixed-builds")
                        .out())
                .contains("8 runs of own");
    }

    @Test
    void whatIsWrongIsSaidWithFileAndLine() throws IOException {
        String broken = Files.writeString(folder.resolve("b.yaml"), SUITE.replace("qubits", "qbits"))
                .toString();
        Called called = call("bench", "run", broken, "--store", store);
        assertThat(called.code()).isEqualTo(ExitCode.INSTANCE);
        assertThat(called.err()).isEqualTo("shrinq: " + broken + ":2: no setting is called 'qbits'. Maybe 'qubits'?\n");
        assertThat(call("bench", "run", "nothing.yaml").err()).contains("The bundled suites are quick, paper, ");
        assertThat(call("bench", "run", "quik").err().strip()).endsWith(". Maybe quick?");
        assertThat(call("bench", "report", store).code()).isEqualTo(ExitCode.INSTANCE);
        assertThat(call("bench", "run", suite, "--seeds", "x").code()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void withoutItsFilesThePaperSuiteSaysWhatIsMissing() {
        Called called = call("bench", "run", "paper", "--store", store);
        assertThat(called.code()).isEqualTo(ExitCode.INSTANCE);
        assertThat(called.err()).contains("skipped mkp/*.dat", "--instances FOLDER");
    }

    @Test
    void listsTheBundledSuites() {
        assertThat(call("bench", "list").out()).contains("quick ", "paper ", "shrinking ", "scaling ", "simulators ");
        assertThat(call("bench", "list", "--yaml", "quick").out()).contains("folder: bundled");
    }
}
