package org.shrinq.quantum.mps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.shrinq.quantum.circuit.Circuit;
import org.shrinq.quantum.circuit.QaoaCircuit;
import org.shrinq.quantum.lightcone.ConeLimits;
import org.shrinq.quantum.lightcone.LightConeQaoa;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.Ising;
import org.shrinq.qubo.run.Deadline;

/** The example of docs/matrix-product-state.md: its code block is the body of the first test. */
final class MpsExampleTest {
    @Test
    void example() {
        // begin
        Ising.Builder b = Ising.builder(100);
        for (int i = 0; i + 1 < 100; i++) {
            b.add(i, i + 1, 1).addField(i, 0.3);
        }
        Ising ising = b.build();
        Circuit circuit = QaoaCircuit.of(ising, new double[] {0.3, 0.5}, new double[] {-0.5, -0.25});
        MpsState state = MpsState.run(circuit, MpsOptions.DEFAULTS.withBond(16), () -> false)
                .orElseThrow();
        double fidelity = state.fidelity();
        MpsState.Expectations e = state.expectations(ising, () -> false).orElseThrow();
        List<Bits> strings = state.sample(1000, new SplittableRandom(1), () -> false);
        // end
        assertThat(fidelity).isGreaterThan(0.99999); // two layers of a chain have bonds of at most 16
        double mean = strings.stream().mapToDouble(ising::energy).average().orElseThrow();
        assertThat(mean).isCloseTo(e.energy(), within(2.0));
    }

    /** At a hundred qubits light cones are exact where matrix product states are cut. */
    @Test
    void energiesAreThoseOfLightConesWithinWhatWasLost() {
        SplittableRandom r = new SplittableRandom(12);
        for (int n = 100; n <= 400; n += 100) {
            Ising.Builder b = Ising.builder(n);
            for (int i = 0; i < n; i++) {
                b.addField(i, r.nextDouble(-1, 1)).add(i, (i + 1) % n, r.nextDouble(-1, 1));
            }
            for (int k = 0; k < n / 10; k++) {
                int i = r.nextInt(n - 6);
                b.add(i, i + 2 + r.nextInt(4), r.nextDouble(-1, 1));
            }
            Ising ising = b.build();
            double scale = ising.maxAbsCoefficient();
            double[] gamma = {0.5, 0.8};
            double[] beta = {-0.5, -0.3};
            double exact = LightConeQaoa.of(ising, 2, ConeLimits.DEFAULTS, 1, Deadline.never())
                    .orElseThrow()
                    .energy(gamma, beta, () -> false);
            Circuit circuit = QaoaCircuit.of(ising, new double[] {gamma[0] / scale, gamma[1] / scale}, beta);
            MpsState state = MpsState.run(circuit, MpsOptions.DEFAULTS.withBond(12), () -> false)
                    .orElseThrow();
            double energy = state.expectations(ising, () -> false).orElseThrow().energy();
            double[] largest = {0};
            for (int i = 0; i < n; i++) {
                largest[0] += Math.abs(ising.linear(i));
            }
            ising.forEachCoupling((i, j, c) -> largest[0] += Math.abs(c));
            assertThat(energy)
                    .as("n = %d, fidelity %s", n, state.fidelity())
                    .isCloseTo(exact, within(2 * largest[0] * Math.sqrt(1 - state.fidelity()) + 1e-9));
            assertThat(state.fidelity()).isLessThan(1 - 1e-9);
        }
    }

    @Test
    void thePageShowsIt() throws IOException {
        Path page = Path.of("..", "docs", "matrix-product-state.md");
        Path source = Path.of("src", "test", "java", "org", "shrinq", "quantum", "mps", "MpsExampleTest.java");
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
