package org.shrinq.quantum.statevector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.shrinq.quantum.KernelChoice;
import org.shrinq.quantum.Precision;
import org.shrinq.qubo.Ising;

/** The example of docs/state-vector.md: its code block is the body of the first test. */
final class SimulatorExampleTest {
    @Test
    void valueGradientAndMoments() {
        // example
        Ising ising =
                Ising.builder(3).add(0, 1, 1).add(1, 2, 1).addField(0, 0.5).build();
        double[] gamma = {0.4, 0.7};
        double[] beta = {-0.5, -0.25};
        double[] dGamma = new double[2];
        double[] dBeta = new double[2];
        try (QaoaSimulator simulator = QaoaSimulator.of(ising, Goal.energy(), Precision.DOUBLE, KernelChoice.AUTO, 1)) {
            double energy = simulator.gradient(gamma, beta, dGamma, dBeta, () -> false);
            simulator.value(gamma, beta, () -> false);
            SpinMoments moments = simulator.moments(); // ⟨Z_i⟩ and ⟨Z_iZ_j⟩
            // end
            assertThat(energy).isLessThan(-1.5);
            assertThat(moments.pair(0, 1) + moments.pair(1, 2) + 0.5 * moments.single(0))
                    .isCloseTo(energy, within(1e-12));
        }
    }

    @Test
    void thePageShowsThisCode() throws IOException {
        Path page = Path.of("..", "docs", "state-vector.md");
        Path source =
                Path.of("src", "test", "java", "org", "shrinq", "quantum", "statevector", "SimulatorExampleTest.java");
        assumeTrue(Files.exists(page) && Files.exists(source), "run from the module's folder of a checkout");
        String code = between(Files.readString(source), "// example\n", "            // end\n");
        String block = between(Files.readString(page), "```java\n", "```\n");
        assertThat(words(block)).isEqualTo(words(code) + " }");
    }

    private static String between(String text, String start, String end) {
        int from = text.indexOf(start) + start.length();
        return text.substring(from, text.indexOf(end, from));
    }

    private static String words(String code) {
        return code.replaceAll("\\s+", " ").strip();
    }
}
