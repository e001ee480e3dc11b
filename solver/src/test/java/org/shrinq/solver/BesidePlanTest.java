package org.shrinq.solver;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.shrinq.solver.BesidePlan.Share;

class BesidePlanTest {
    private static final double SMALL = 1e4;

    private static boolean alone(double limit, Share share, double found, double searched, double run) {
        return new BesidePlan(limit, SMALL).searchesAlone(share, found, searched, run);
    }

    /** The stages wait until 0.6 s, those after the bounds for all of a limit of a second, but never longer. */
    @Test
    void theFirstSecondIsTheSearchs() {
        for (double limit : new double[] {1, 4, 100}) {
            assertThat(alone(limit, Share.BEFORE_BOUNDS, 0.2, 0.25, 0.55)).isTrue();
            assertThat(alone(limit, Share.BEFORE_BOUNDS, 0.2, 0.25, 0.65)).isFalse();
            assertThat(alone(limit, Share.BEFORE_STAGES, 0.6, 0.65, 0.95)).isTrue();
            assertThat(alone(limit, Share.BEFORE_STAGES, 0.6, 0.65, 1.05)).isFalse();
        }
        assertThat(alone(0.5, Share.BEFORE_BOUNDS, 0.1, 0.1, 0.25)).isTrue();
        assertThat(alone(0.5, Share.BEFORE_BOUNDS, 0.1, 0.1, 0.35)).isFalse();
    }

    /** Nobody waits for a search that finds its best at once, as on small problems, and then nothing. */
    @Test
    void aSearchAtRestIsNotWaitedFor() {
        assertThat(alone(4, Share.BEFORE_BOUNDS, 0.01, 0.24, 0.4)).isTrue();
        assertThat(alone(4, Share.BEFORE_BOUNDS, 0.01, 0.27, 0.4)).isFalse();
        // three times as long as it took to find its best
        assertThat(alone(4, Share.BEFORE_STAGES, 0.15, 0.5, 0.8)).isTrue();
        assertThat(alone(4, Share.BEFORE_STAGES, 0.15, 0.65, 0.8)).isFalse();
    }

    @Test
    void stagesWaitWhereARoundSeesLittle() {
        BesidePlan plan = new BesidePlan(4, SMALL);
        assertThat(plan.waits(100)).isFalse();
        assertThat(plan.waits(250)).isTrue();
    }

    @Test
    void aSecondSearchGoesAheadForHalfOfShortLimits() {
        BesidePlan plan = new BesidePlan(4, SMALL);
        assertThat(plan.searchesOnAhead(1, 1.9)).isTrue();
        assertThat(plan.searchesOnAhead(2, 1.9)).isFalse();
        assertThat(plan.searchesOnAhead(0, 2.1)).isFalse();
        assertThat(new BesidePlan(1, SMALL).searchesOnAhead(0, 0.6)).isFalse();
    }
}
