package org.shrinq.quantum.lightcone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.shrinq.qubo.Ising;
import org.shrinq.qubo.run.Deadline;

/** The example of docs/light-cone.md: its code block is the body of the first test. */
final class LightConeExampleTest {
    @Test
    void example() {
        // begin
        Ising.Builder b = Ising.builder(1000);
        for (int i = 0; i < 1000; i++) {
            b.add(i, (i + 1) % 1000, 1).add(i, (i + 7) % 1000, -0.5).addField(i, 0.1);
        }
        double[] gamma = {0.3, 0.5};
        double[] beta = {-0.5, -0.25};
        LightConeQaoa circuit = LightConeQaoa.of(b.build(), 2, ConeLimits.DEFAULTS, 1, Deadline.never())
                .orElseThrow();
        LightConeQaoa.Expectations e =
                circuit.expectations(gamma, beta, () -> false).orElseThrow();
        double energy = e.energy();
        double first = e.pair()[0]; // ⟨Z_0Z_1⟩
        // end
        assertThat(circuit.differentCones()).isEqualTo(3); // one of the spins, two of the bonds
        assertThat(energy)
                .isCloseTo(1000 * (first - 0.5 * e.pair()[1] + 0.1 * e.single()[0]), within(1e-6))
                .isNegative();
    }

    @Test
    void thePageShowsIt() throws IOException {
        Path page = Path.of("..", "docs", "light-cone.md");
        Path source =
                Path.of("src", "test", "java", "org", "shrinq", "quantum", "lightcone", "LightConeExampleTest.java");
        assumeTrue(Files.exists(page) && Files.exists(source), "run from the module's folder of a checkout");
        String code = between(Files.readString(source), "// begin\n", "        // end\n");
        String block = between(Files.readString(page), "```java\n", "```\n");
        assertThat(words(block)).isEqualTo(words(code));
    }

    private static String between(String text, String start, String end) {
        int from = text.indexOf(start) + start.length();
        return text.substring(from, text.indexOf(end, from));
    }

    private static String words(String code) {
        return code.replaceAll("\\s+(?=\\.)", "").replaceAll("\\s+", " ").strip();
    }
}
