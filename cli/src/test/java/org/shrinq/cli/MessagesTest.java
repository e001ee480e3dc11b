package org.shrinq.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** What is said when something is wrong, and of the smallest instances. */
class MessagesTest {
    private static final String SET = "../instances/data/mis/1tc.32.txt";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        return Main.run(new PrintWriter(out), new PrintWriter(err), args);
    }

    private int solve(String... args) {
        List<String> all = new ArrayList<>(List.of("solve"));
        all.addAll(List.of(args));
        all.addAll(List.of("--rounds", "2", "--qubits", "8", "--shots", "200"));
        return run(all.toArray(String[]::new));
    }

    private Path file(String name, String... lines) throws IOException {
        return Files.write(folder.resolve(name), List.of(lines));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "solve --bogus 1 x | 2 | shrinq: unknown option: '--bogus'.",
                "solve | 2 | shrinq: missing required parameter: 'INSTANCE'.",
                "solve x --qubits 0 | 2 | shrinq: --qubits is '0', expected at least 1.",
                "solve x --qubits 3000000000 | 2 | --qubits is '3000000000', expected a whole number of at most "
                        + "2147483647.",
                "solve x --layers 0 | 2 | --layers is '0', expected at least 1.",
                "solve x --cvar-alpha 2 | 2 | --cvar-alpha is '2', expected in (0, 1].",
                "solve x --threads 100000 | 2 | --threads is '100000', expected 1 to 1024.",
                "solve x --risk -1 | 2 | --risk is '-1', expected at least 0.",
                "solve x --polish -1 | 2 | --polish is '-1', expected a positive number.",
                "solve x --penalty -1 | 2 | --penalty is '-1', expected a positive number.",
                "solve x --recalculate 0 | 2 | --recalculate is '0', expected at least 1.",
                "solve x --threshold mean:7 | 2 | --threshold is 'mean:7', expected a number from 0 to 1 after mean:.",
                "solve x --assignment-code rank | 2 | --assignment-code is 'rank', expected one of one-hot, binary, "
                        + "permutation.",
                "solve ../instances/data/qap/uniform.5.dat --assignment-code binary --method vqe | 5 | "
                        + "--assignment-code binary: vqe leaves its strings.",
                "solve ../instances/data/qap/uniform.5.dat --assignment-code binary --backend mps | 5 | no other "
                        + "--backend takes. Maybe without that, or",
                "export ../instances/data/qap/uniform.5.dat --assignment-code permutation -o - | 5 | is known as a "
                        + "circuit of a useful size.",
                "export ../instances/data/mdkp/cb.30x5-25.dat --qubits 30 --backend light-cone -p 2 -o - | 5 | shrinq: "
                        + "the light cone of",
                "export ../instances/data/qap/uniform.5.dat --method vqe --backend light-cone -o - | 2 | --method: "
                        + "light cones are those of the plain QAOA alone. Maybe --method qaoa.",
                "session new ../instances/data/qap/uniform.5.dat --assignment-code permutation -o x.json | 5 | has "
                        + "no circuit that a device could run.",
                "solve x --stop size:3 | 2 | --stop is 'size:3', expected no number after size; the budget is "
                        + "--qubits.",
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
                "export x --ouput y | 2 | shrinq: unknown option: '--ouput'.",
                "generate mis --famly gnp | 2 | Maybe '--family'?",
                "bench bogus | 2 | shrinq: no verb is called 'bogus'.",
                "simulate x y -o z | 2 | shrinq: nothing is expected where 'y' stands.",
                "simulate x --shots many -o z | 2 | shrinq: --shots is 'many', expected a whole number.",
                "generate mis --density thin -o z | 2 | shrinq: --density is 'thin', expected a number.",
                "decode x y -o z.bmp | 2 | shrinq: 'z.bmp' names no form of a solution. Maybe end it in .json, .sol "
                        + "or .sln.",
                "export x --coupling ring -o z | 2 | shrinq: --coupling is 'ring', expected all-to-all, linear, "
                        + "grid, heavy-hex, or a file of pairs.",
                "export x --script cirq -o z | 2 | shrinq: --script is 'cirq', expected qiskit or braket.",
                "export x --script braket --qasm 2 -o z | 2 | shrinq: --script braket runs programs of --qasm braket.",
                "export x --script qiskit --qasm braket -o z | 2 | shrinq: --script qiskit runs programs of --qasm "
                        + "2 or 3.",
                "export x --max-depth 0 -o z | 2 | shrinq: --max-depth is '0', expected at least 1.",
                "export x y -o - | 2 | shrinq: -o is '-'; several circuits need a folder.",
                "export x -o . | 2 | shrinq: -o: . is a folder.",
                "bench run . | 3 | shrinq: .: is a folder. Name a file in it.",
                "bench run missing | 3 | shrinq: missing: no such file. The bundled suites are ",
                "bench run quick --workers 0 | 2 | shrinq: --workers is '0', expected at least 1.",
                "bench report missing.db | 3 | shrinq: there is no store missing.db.",
                "angles --degree one | 2 | shrinq: --degree is 'one', expected a whole number of at least 2, or dense.",
                "angles --layers 0 | 2 | shrinq: --layers is '0', expected 1 to 11.",
                "simulate x --backend gpu -o z | 3 | no such file",
                "simulate x --shots 0 -o z | 2 | shrinq: --shots is '0', expected at least 1.",
                "simulate . -o z | 3 | shrinq: .: is a folder.",
                "report . -o z | 3 | shrinq: .: is a folder.",
                "replay missing.json | 3 | no such file"
            })
    void mistakesAreToldWithTheirExitCode(String command, int code, String message) {
        assertThat(run(command.strip().split(" "))).isEqualTo(code);
        assertThat(err.toString()).contains(message).doesNotContain("\tat ", "..\n");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void aFolderForOneResultIsRefusedBeforeTheRun() {
        assertThat(run("solve", SET, "-o", folder.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("-o: " + folder + " is a folder. Name a file in it.");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void flagsThatChangeNothingAreNoted() {
        assertThat(solve(SET, "--method", "annealing", "--noise", "noisy", "-p", "2", "--seed", "3", "--quiet"))
                .isZero();
        assertThat(err.toString().lines())
                .containsExactlyInAnyOrder(
                        "shrinq: note: --noise changes nothing with --method annealing.",
                        "shrinq: note: --layers changes nothing with --method annealing.");
        err.getBuffer().setLength(0);
        assertThat(solve(SET, "--method", "vqe", "--init", "ramp", "-p", "2", "--quiet"))
                .isZero();
        assertThat(err.toString().lines()).containsExactly("shrinq: note: --init changes nothing with --method vqe.");
        err.getBuffer().setLength(0);
        assertThat(solve(SET, "--noise", "noisy", "-p", "2", "--quiet")).isZero();
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void theSmallestInstancesReadWell() throws IOException {
        Path edge = file("edge.txt", "p edge 2 1", "e 1 2");
        Path vertex = file("vertex.txt", "p edge 1 0");
        assertThat(solve(vertex.toString())).isZero();
        assertThat(out.toString()).contains("1 variable, 0 constraints", "nothing is left to search for qaoa");
        assertThat(solve(edge.toString(), "--no-reduce", "--method", "annealing"))
                .isZero();
        assertThat(out.toString()).contains("2 variables, 1 constraint,", "annealing; 200 shots, best energy");
        assertThat(run("check", edge.toString(), file("one", "1").toString())).isZero();
        assertThat(out.toString()).contains("feasible: the one constraint holds");
        assertThat(run("check", vertex.toString(), file("one", "1").toString())).isZero();
        assertThat(out.toString()).contains("feasible: there are no constraints");
        assertThat(run("info", edge.toString(), SET)).isZero();
        assertThat(out.toString())
                .contains("With 2 variables, one round", "After shrinking to 16 variables, one round");
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

    @Test
    void simulateNamesAWayOutThatItHas() throws IOException {
        String wide = file("wide.qasm", "OPENQASM 3.0;", "qubit[60] q;", "bit[60] c;", "h q;", "c = measure q;")
                .toString();
        String target = folder.resolve("c.json").toString();
        assertThat(run("simulate", wide, "--backend", "mps", "--noise", "noisy", "-o", target))
                .isEqualTo(2);
        assertThat(err.toString()).contains("Maybe without --noise, or without --backend mps.");
        assertThat(run("simulate", wide, "-o", target)).isEqualTo(5);
        assertThat(run("simulate", wide, "--noise", "noisy", "-o", target)).isEqualTo(5);
        assertThat(err.toString())
                .contains("Maybe use --backend mps, or a larger -Xmx.")
                .contains("Maybe use --backend mps without --noise, or a larger -Xmx.")
                .doesNotContain("precision");
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
}
