package org.shrinq.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.shrinq.instances.family.FileFamilies;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.encode.Encoding;
import org.shrinq.qubo.problem.LowAutocorrelation;
import org.shrinq.repair.verify.Verifier;
import org.shrinq.shrink.reduce.ReductionRule;

/**
 * Binary sequences through the pipeline: squares of quadratic forms in the encoding, the energy itself everywhere else.
 */
class SequenceRunTest {
    private static final LowAutocorrelation BARKER = LowAutocorrelation.of("barker", 13);

    private static SolverOptions options() {
        return SolverOptions.defaults().withQubits(8).withSeed(2).withRounds(2);
    }

    @Test
    void barkersSequenceIsProven() {
        Solution solution = Shrinq.with(options()).run(BARKER);
        assertThat(solution.status()).isEqualTo(Status.OPTIMAL);
        assertThat(solution.objective()).hasValue(6);
        Bits x = solution.x().orElseThrow();
        assertThat(Verifier.of(BARKER).verify(x).objective()).isEqualTo(6);
        assertThat(solution.trace().reduce().orElseThrow().rules()).containsEntry(ReductionRule.SYMMETRY, 2);
        Trace.Round round = solution.trace().rounds().get(0);
        assertThat(round.encode().slack()).isEqualTo(78);
        assertThat(round.evaluation().statistics().feasibleFraction()).isEqualTo(1);
        assertThat(FileFamilies.words(BARKER, x).orElseThrow()).contains("merit factor 14.0833");
    }

    /** Rounds around an incumbent hold elements, so that only products of free ones are variables. */
    @Test
    void roundsWithoutBoundsReachTheOptimum() {
        LowAutocorrelation p = LowAutocorrelation.of("s", 24);
        Solution solution = Shrinq.with(options().withRounds(3).withBounds(SolverOptions.Stage.OFF))
                .run(p);
        assertThat(solution.objective().orElseThrow()).isBetween(36.0, 60.0);
    }

    @Test
    void verifierAndModelAgree() {
        SplittableRandom random = new SplittableRandom(4);
        LowAutocorrelation p = LowAutocorrelation.of("s", 17);
        Encoding encoding = Shrinq.with(options()).encode(p);
        for (int k = 0; k < 50; k++) {
            byte[] x = new byte[17];
            for (int i = 0; i < x.length; i++) {
                x[i] = (byte) random.nextInt(2);
            }
            Bits bits = Bits.of(x);
            double energy = Verifier.of(p).verify(bits).objective();
            assertThat(energy)
                    .isEqualTo(p.objective(x))
                    .isEqualTo(encoding.form().energy(encoding.encode(bits).toArray()));
        }
    }
}
