package org.shrinq.relax.branch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.shrinq.qubo.problem.LowAutocorrelation;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.relax.Bounds;

/** The exact search for binary sequences against published optima. */
class SequenceBranchingTest {
    /** Least energies for n = 1 … 24 (Mertens 1996). */
    private static final int[] OPTIMA = {
        0, 1, 1, 2, 2, 7, 3, 8, 12, 13, 5, 10, 6, 19, 15, 24, 32, 25, 29, 26, 26, 39, 47, 36
    };

    @Test
    void provesPublishedOptima() {
        for (int n = 1; n <= OPTIMA.length; n++) {
            LowAutocorrelation p = LowAutocorrelation.of("s", n);
            BranchResult found = BranchSearch.search(p, Double.POSITIVE_INFINITY, 0, Deadline.never())
                    .orElseThrow();
            assertThat(found.finished()).isTrue();
            assertThat(found.bound()).as("n = %d", n).isEqualTo(OPTIMA[n - 1]);
            assertThat(p.objective(found.better().orElseThrow().toArray())).isEqualTo(OPTIMA[n - 1]);
            BranchResult again =
                    BranchSearch.search(p, OPTIMA[n - 1], 0, Deadline.never()).orElseThrow();
            assertThat(again.better()).isEmpty();
            assertThat(again.finished()).isTrue();
            assertThat(Bounds.of(p, Deadline.never()).best().value()).isBetween(0.0, (double) OPTIMA[n - 1]);
        }
    }

    @Test
    void endsWithTheRootsBoundWhenLate() {
        LowAutocorrelation p = LowAutocorrelation.of("s", 40);
        BranchResult late =
                BranchSearch.search(p, 200, 20, Deadline.never().withChecks(10)).orElseThrow();
        assertThat(late.finished()).isFalse();
        assertThat(late.bound()).isEqualTo(20);
        assertThat(BranchSearch.applies(LowAutocorrelation.of("s", 61))).isFalse();
    }
}
