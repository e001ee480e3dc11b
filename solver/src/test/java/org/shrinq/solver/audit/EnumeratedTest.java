package org.shrinq.solver.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The oracle's fast arithmetic against its plain one. */
class EnumeratedTest {
    @Test
    void wholeNumbersEvaluateAsDecimals() {
        int held = 0;
        for (int seed = 0; seed < 200; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Specimen specimen = Specimens.draw(random);
            Optional<WholeSpecimen> whole = WholeSpecimen.of(specimen);
            held += whole.isPresent() ? 1 : 0;
            for (int t = 0; t < 20 && whole.isPresent(); t++) {
                byte[] x = new byte[specimen.variables()];
                for (int i = 0; i < x.length; i++) {
                    x[i] = (byte) random.nextInt(2);
                }
                assertThat(whole.get().isFeasible(x)).as("seed %d", seed).isEqualTo(specimen.isFeasible(x));
                assertThat(whole.get().objective(x)).as("seed %d", seed).isEqualByComparingTo(specimen.objective(x));
            }
        }
        assertThat(held).isGreaterThan(100);
    }
}
