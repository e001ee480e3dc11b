package org.shrinq.bench.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class RaceTest {
    private static double[][] costs(Race race, IntToDoubleFunction cost) {
        double[][] costs = new double[race.racing().size()][race.to() - race.from()];
        for (int k = 0; k < costs.length; k++) {
            for (int b = 0; b < costs[k].length; b++) {
                costs[k][b] = cost.applyAsDouble(race.racing().get(k));
            }
        }
        return costs;
    }

    @Test
    void theBestOfManyWinsForFarFewerRuns() {
        int right = 0;
        for (long seed = 1; seed <= 40; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int best = random.nextInt(16);
            Race race = new Race(16, 64, 4);
            int runs = 0;
            while (!race.isOver()) {
                runs += race.racing().size() * (race.to() - race.from());
                race.round(costs(race, c -> (c == best ? 0 : 0.6) + random.nextDouble()));
            }
            right += race.racing().get(0) == best ? 1 : 0;
            assertThat(runs).as("seed %d", seed).isLessThan(16 * 64 / 2);
            assertThat(race.departures().size() + race.racing().size()).isEqualTo(16);
        }
        assertThat(right).as("races won by the best of 16").isGreaterThanOrEqualTo(36);
    }

    @Test
    void whatFailsAlwaysLeavesByTheTest() {
        Race race = new Race(3, 16, 8);
        race.round(costs(race, c -> c == 1 ? Double.POSITIVE_INFINITY : c));
        assertThat(race.departures()).hasSize(2);
        assertThat(race.departures())
                .extracting(Race.Departure::configuration, Race.Departure::reason)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2, Race.Reason.TEST),
                        org.assertj.core.groups.Tuple.tuple(1, Race.Reason.TEST));
        assertThat(race.racing()).containsExactly(0);
        assertThat(race.isOver()).isTrue();
    }

    @Test
    void equalsStayTogetherUntilTheBlocksAreUsedUp() {
        Race race = new Race(4, 20, 4);
        while (!race.isOver()) {
            race.round(costs(race, c -> 1));
        }
        assertThat(race.racing()).containsExactly(0, 1, 2, 3);
        assertThat(race.from()).isEqualTo(20);
    }

    @Test
    void roundsDoubleAndEndWithTheBlocks() {
        Race race = new Race(2, 10, 3);
        assertThat(List.of(race.from(), race.to())).containsExactly(0, 3);
        race.round(costs(race, c -> 1));
        assertThat(List.of(race.from(), race.to())).containsExactly(3, 6);
        race.round(costs(race, c -> 1));
        assertThat(List.of(race.from(), race.to())).containsExactly(6, 10);
        assertThatIllegalArgumentException().isThrownBy(() -> new Race(0, 1, 1));
    }
}
