package org.shrinq.quantum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.shrinq.quantum.ansatz.AnsatzMethods;
import org.shrinq.quantum.circuit.Circuit;
import org.shrinq.quantum.device.BitOrder;
import org.shrinq.quantum.device.CountsReader;
import org.shrinq.quantum.device.Coupling;
import org.shrinq.quantum.device.OpenQasm;
import org.shrinq.quantum.device.Router;
import org.shrinq.quantum.noise.NoiseModel;
import org.shrinq.quantum.noise.NoisySampler;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.SampleSet;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.run.RandomStreams;

/** The walk of docs/circuits.md: its code block is the body of the first test. */
final class DeviceLoopExampleTest {
    @Test
    void trainExportRunElsewhereReadBack() {
        // example
        Qubo qubo = Qubo.builder(4)
                .addLinear(0, -3)
                .addLinear(1, -2)
                .addLinear(2, -2)
                .addLinear(3, -1)
                .add(0, 1, 4)
                .add(1, 2, 4)
                .add(2, 3, 4)
                .build();
        QuantumTask task = QuantumTask.of(qubo, QuantumOptions.defaults(), new RandomStreams(1));

        CircuitMethod method = AnsatzMethods.warmStartQaoa();
        QuantumRun run = method.run(task);
        Circuit circuit = method.circuit(task, run.parameters());
        String program = OpenQasm.write(Router.route(circuit, Coupling.linear(4)), OpenQasm.Version.V3);

        // … run the program on a device; here a noisy simulation stands in for it …
        long[] shots = NoisySampler.sample(
                circuit, NoiseModel.parse("superconducting"), 500, new RandomStreams(2), Deadline.never());
        Map<String, Long> counts = new TreeMap<>();
        for (long shot : shots) { // as Qiskit prints them: variable 0 last
            counts.merge(BitOrder.FIRST_VARIABLE_LAST.format(Bits.ofIndex(4, shot)), 1L, Long::sum);
        }

        SampleSet back =
                SampleSet.ofCounts(4, CountsReader.read(counts, 4, BitOrder.FIRST_VARIABLE_LAST), qubo::energy);
        // end
        assertThat(program).startsWith("OPENQASM 3.0;").contains("c[3] = measure q[");
        assertThat(back.shots()).isEqualTo(500);
        assertThat(back.best().bits()).isEqualTo(Bits.parse("1010"));
        assertThat(back.best().energy()).isEqualTo(-5);
        assertThat(LongStream.of(shots).filter(z -> z == 5).count())
                .isEqualTo(back.best().count());
    }

    @Test
    void thePageShowsThisCode() throws IOException {
        Path page = Path.of("..", "docs", "circuits.md");
        Path source = Path.of("src", "test", "java", "org", "shrinq", "quantum", "DeviceLoopExampleTest.java");
        assumeTrue(Files.exists(page) && Files.exists(source), "run from the module's folder of a checkout");
        String code = between(Files.readString(source), "// example\n", "        // end\n");
        String block = between(Files.readString(page), "```java\n", "```\n");
        assertThat(words(block)).isEqualTo(words(code));
    }

    private static String between(String text, String start, String end) {
        int from = text.indexOf(start) + start.length();
        return text.substring(from, text.indexOf(end, from));
    }

    private static String words(String code) {
        return code.replaceAll("\\s+", " ").strip();
    }
}
