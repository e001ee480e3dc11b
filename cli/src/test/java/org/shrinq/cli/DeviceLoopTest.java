package org.shrinq.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From an instance to a circuit, to counts, and back. */
class DeviceLoopTest {
    private static final Path PAGE = Path.of("../docs/devices.md");

    @TempDir
    private Path folder;

    private static double number(String pattern, String text) {
        Matcher m = Pattern.compile(pattern).matcher(text);
        assertThat(m.find()).as("%s in %s", pattern, text).isTrue();
        return Double.parseDouble(m.group(1));
    }

    /**
     * Shots of the exported program have the mean energy that training had, in every dialect, routed or not, in both
     * shapes of counts: with bits in the wrong order they would not.
     */
    @ParameterizedTest
    @CsvSource({
        "2, all-to-all, qiskit",
        "3, linear, qiskit",
        "3, heavy-hex, braket",
        "braket, linear, braket",
        "braket, all-to-all, braket"
    })
    void countsMeanWhatTheCircuitMeant(String dialect, String coupling, String shape) {
        Commands commands = new Commands(folder);
        String exported = commands.run("shrinq export instances/data/mdkp/cb.20x5-25.dat --qubits 7 --layers 2 --qasm "
                + dialect + " --coupling " + coupling + " -o c.qasm");
        commands.run("shrinq simulate c.qasm --shots 40000 --shape " + shape + " -o counts.json");
        String decoded = commands.run("shrinq decode c.qasm.sidecar.json counts.json -o s.json");
        double trained = number("mean energy (-?[\\d.]+)", exported);
        double measured = number("mean energy (-?[\\d.]+)", decoded);
        assertThat(measured).isCloseTo(trained, within(0.03 * Math.abs(trained)));
        commands.run("shrinq check instances/data/mdkp/cb.20x5-25.dat s.json");
    }

    /**
     * A plain map with variable 0 first fits the energy of training only when it is read so, which the other reading is
     * told of.
     */
    @Test
    void theOtherOrderOfBitsIsNoticed() throws IOException {
        Commands commands = new Commands(folder);
        commands.run("shrinq export instances/data/mdkp/cb.20x5-25.dat --qubits 7 --layers 2 -o c.qasm");
        commands.run("shrinq simulate c.qasm --shots 20000 --shape braket -o braket.json");
        JsonNode counts =
                new ObjectMapper().readTree(folder.resolve("braket.json").toFile());
        Files.writeString(
                folder.resolve("plain.json"), counts.path("measurementCounts").toString());
        commands.run("shrinq decode c.qasm.sidecar.json plain.json");
        assertThat(commands.errors()).contains("Maybe --bit-order first");
        String right = commands.run("shrinq decode c.qasm.sidecar.json plain.json --bit-order first");
        assertThat(right).contains("bit order variable 0 first, as was asked for");
        assertThat(commands.errors()).isEmpty();
        commands.run("shrinq simulate c.qasm --shots 20000 --noise superconducting -o qiskit.json");
        commands.run("shrinq decode c.qasm.sidecar.json qiskit.json");
        assertThat(commands.errors()).isEmpty();
    }

    /** Devices from files: gates on pairs of the file alone, only used qubits declared, and the counts come back. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pairs.txt | # a star~0 1~0, 2~0 3~0 4~0 9",
                "map.json | [[0, 1], [1, 0], [1, 2], [2, 3], [3, 4], [4, 5], [5, 0]]",
                "braket.json | {'paradigm': {'connectivity': {'connectivityGraph': {'7': ['8', '12'], '8': ['9'], "
                        + "'9': ['3'], '3': ['12']}}}}"
            })
    void devicesFromFiles(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content.replace('~', '\n').replace('\'', '"'));
        Commands commands = new Commands(folder);
        String exported =
                commands.run("shrinq export instances/data/mis/1tc.32.txt --qubits 5 -p 1 --noise noisy --coupling "
                        + name + " -o c.qasm");
        assertThat(exported)
                .contains("q[0], q[1], … are the device's qubits", "noise noisy: a shot is free of errors with")
                .doesNotContain("superconducting");
        assertThat(Files.readString(folder.resolve("c.qasm"))).contains("qubit[5] q;");
        commands.run("shrinq simulate c.qasm --shots 20000 -o counts.json");
        String decoded = commands.run("shrinq decode c.qasm.sidecar.json counts.json");
        double trained = number("mean energy (-?[\\d.]+)", exported);
        assertThat(number("mean energy (-?[\\d.]+)", decoded)).isCloseTo(trained, within(0.05 * Math.abs(trained)));
    }

    /**
     * A job: one sidecar and one program for several layers of two instances; counts by name, or of a circuit that is
     * named.
     */
    @Test
    void jobsAreDecodedAndAuditedByName() throws IOException {
        Commands commands = new Commands(folder);
        String exported =
                commands.run("shrinq export instances/data/mdkp/cb.20x5-25.dat instances/data/mis/1tc.32.txt --qubits 5"
                        + " --vary-layers 1,2 --maxiter 10 --script qiskit -o job.d");
        assertThat(exported).contains("job.json: what decode and audit need, for 4 circuits", "run.py: runs them all");
        List<String> names = List.of("cb.20x5-25-p1", "cb.20x5-25-p2", "1tc.32-p1", "1tc.32-p2");
        assertThat(Files.readString(folder.resolve("job.d/run.py")))
                .contains(names.stream()
                        .map(n -> "\"" + n + "\": {\"file\": \"" + n + ".qasm\", \"qubits\": None}")
                        .toArray(String[]::new));
        assertThat(commands.run("shrinq simulate job.d/job.json --shots 200 -o counts.json"))
                .containsSubsequence(names)
                .contains("the counts of 4 circuits");
        commands.run("shrinq simulate job.d/1tc.32-p2.qasm --shots 200 -o one.json");
        String decoded = commands.run("shrinq decode job.d/job.json counts.json -o solutions.json");
        assertThat(decoded).containsSubsequence(names).contains("200 shots");
        JsonNode solutions =
                new ObjectMapper().readTree(folder.resolve("solutions.json").toFile());
        for (String name : names) {
            assertThat(solutions.at("/" + name + "/samples/shots").asInt()).isEqualTo(200);
            assertThat(solutions.at("/" + name + "/objective").isNumber()).isTrue();
        }
        assertThat(commands.run("shrinq decode job.d/job.json one.json --circuit 1tc.32-p2"))
                .contains("200 shots");
        assertThat(commands.run("shrinq audit job.d/job.json counts.json --circuit 1tc.32-p1"))
                .contains("bit order: variable 0 last", "Against:");
    }

    /**
     * The most layers within the limits, which counts of the written file show; fewer layers and qubits are told, only
     * used qubits declared.
     */
    @ParameterizedTest
    @CsvSource({"all-to-all, --max-two-qubit 70, 2", "linear, --max-depth 40, 1", "heavy-hex, --max-two-qubit 500, 3"})
    void limitsChooseLayers(String coupling, String limit, int layers) throws IOException {
        String exported = new Commands(folder)
                .run("shrinq export instances/data/mdkp/cb.20x5-25.dat --qubits 6 --maxiter 5 --coupling " + coupling
                        + " " + limit + " --script braket -o c.qasm");
        assertThat(exported).contains(layers + " layer");
        assertThat(exported.contains("fewer layers than the 3")).isEqualTo(layers < 3);
        String program = Files.readString(folder.resolve("c.qasm"));
        assertThat(program).contains("qubit[6] q;").doesNotContain("include");
        long gates = program.lines().filter(l -> l.startsWith("cnot")).count();
        assertThat(gates)
                .isEqualTo((long) number(coupling + " +\\d+ +\\d+ +(\\d+)", exported))
                .isLessThanOrEqualTo(limit.contains("two-qubit") ? Long.parseLong(limit.split(" ")[1]) : 500);
        assertThat(Files.readString(folder.resolve("c.qasm.py"))).contains("LocalSimulator", "c.counts.json");
        JsonNode sidecar = new ObjectMapper()
                .readTree(folder.resolve("c.qasm.sidecar.json").toFile());
        assertThat(sidecar.at("/circuit/layers").asInt()).isEqualTo(layers);
        assertThat(sidecar.at("/config/layers").asInt()).isEqualTo(layers);
        assertThat(sidecar.path("physical_qubits").size()).isEqualTo(coupling.equals("all-to-all") ? 0 : 6);
    }

    /** Beyond the state vector: written without a simulation, run as a matrix product state, brought back. */
    @Test
    void hundredQubitsGoAllTheWay() throws IOException {
        Commands commands = new Commands(folder);
        commands.run("shrinq generate maxcut --family gnp --n 90 --density 0.03 --seed 3 -o g.mc");
        String exported = commands.run(
                "shrinq export g.mc --qubits 70 --no-reduce --backend light-cone --init fixed -p 1 -o c.qasm");
        assertThat(exported).contains("on 70 qubits, 1 layer").containsPattern("mean energy -[\\d.]+ by light cones");
        String cut = commands.run(
                "shrinq export g.mc --qubits 40 --no-reduce --backend mps --bond 2 --init fixed -p 1 -o d.qasm");
        double fidelity = number("fidelity\\s+about\\s+(\\S+)", cut);
        assertThat(fidelity).isPositive().isLessThan(1);
        JsonNode sidecar = new ObjectMapper()
                .readTree(folder.resolve("d.qasm.sidecar.json").toFile());
        assertThat(sidecar.at("/circuit/fidelity").asDouble()).isCloseTo(fidelity, within(0.01 * fidelity));
        String simulated = commands.run("shrinq simulate c.qasm --backend mps --bond 16 --shots 300 -o counts.json");
        assertThat(simulated).contains("300 shots of 70 bits", "fidelity about");
        String decoded = commands.run("shrinq decode c.qasm.sidecar.json counts.json -o s.json");
        assertThat(decoded).contains("300 shots");
        commands.run("shrinq check g.mc s.json");
    }

    /** Wurtz and Lykov 2021, by the command. */
    @Test
    void anglesOfTreesAreCutAsPublished() {
        String printed = new Commands(folder).run("shrinq angles --degree 3 --layers 4");
        assertThat(printed.lines()).hasSize(5);
        assertThat(number("(0\\.\\d+)\\s*$", printed)).isCloseTo(0.8169, within(1e-4));
        assertThat(new Commands(folder).run("shrinq angles --degree dense -p 1"))
                .startsWith("dense\t1\t0.5000");
    }

    /** A text without its numbers, which may change with the training, and the plurals that go with them. */
    private String shape(String text) {
        return text.replace(folder + "/", "")
                .replaceAll("-?\\d+(\\.\\d+)?", "#")
                .replaceAll("# +(\\w+?)s?\\b", "# $1");
    }

    /**
     * The commands of docs/devices.md, in their order; what the page shows of an output is what comes, numbers aside.
     */
    @Test
    void thePageCanBeWalked() throws IOException {
        Commands commands = new Commands(folder);
        List<String> lines = Files.readAllLines(PAGE);
        int run = 0;
        String printed = "";
        boolean inside = false;
        boolean terminal = false; // a block without a language
        for (String line : lines) {
            if (line.startsWith("```")) {
                terminal = !inside && line.equals("```");
                inside = !inside;
            } else if (terminal && line.startsWith("$ ./shrinq ")) {
                printed = commands.run(line.substring(2));
                run++;
            } else if (terminal && run > 0 && !line.isBlank() && !line.startsWith("…")) {
                assertThat(shape(printed)).as("after %s", line).contains(shape(line));
            }
        }
        assertThat(run).isGreaterThanOrEqualTo(5);
    }
}
