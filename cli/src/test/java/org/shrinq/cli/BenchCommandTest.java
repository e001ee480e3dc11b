package org.shrinq.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
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
    void whatIsWrongIsSaidWithFileAndLine() throws IOException {
        String broken = Files.writeString(folder.resolve("b.yaml"), SUITE.replace("qubits", "qbits"))
                .toString();
        Called called = call("bench", "run", broken, "--store", store);
        assertThat(called.code()).isEqualTo(ExitCode.INSTANCE);
        assertThat(called.err()).isEqualTo("shrinq: " + broken + ":2: no setting is called 'qbits'. Maybe 'qubits'?\n");
        assertThat(call("bench", "run", "nothing.yaml").err()).contains("The bundled suites are quick, paper, ");
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
