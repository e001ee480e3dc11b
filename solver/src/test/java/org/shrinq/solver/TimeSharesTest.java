package org.shrinq.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.shrinq.solver.TimeShares.Part;

class TimeSharesTest {
    private static final Set<Part> ALL = EnumSet.allOf(Part.class);

    /** Runs a thousand slices of equal cost; returns how many each part had. */
    private static Map<Part, Integer> slices(Set<Part> parts, Set<Part> fruitful) {
        TimeShares shares = new TimeShares(1);
        Map<Part, Integer> count = new EnumMap<>(Part.class);
        for (int k = 0; k < 1000; k++) {
            Part part = shares.next(parts);
            count.merge(part, 1, Integer::sum);
            shares.record(part, 0.1, fruitful.contains(part));
        }
        return count;
    }

    @Test
    void sharesSumToOne() {
        TimeShares shares = new TimeShares(1);
        shares.record(Part.BRANCH, 2, true);
        for (Set<Part> parts : Set.of(ALL, EnumSet.of(Part.ROUND), EnumSet.of(Part.TABU, Part.BRANCH))) {
            assertThat(parts.stream().mapToDouble(p -> shares.share(p, parts)).sum())
                    .isCloseTo(1, within(1e-12));
        }
    }

    @Test
    void thePartThatEarnsGetsMostAndNoneIsGivenUp() {
        for (Part best : Part.values()) {
            Map<Part, Integer> count = slices(ALL, EnumSet.of(best));
            for (Part part : Part.values()) {
                assertThat(count.get(part)).as("%s, %s earns", part, best).isGreaterThanOrEqualTo(40);
                assertThat(count.get(part)).as("%s, %s earns", part, best).isLessThanOrEqualTo(count.get(best));
            }
        }
    }

    @Test
    void withoutGainsThePriorsStand() {
        Map<Part, Integer> count = slices(ALL, Set.of());
        assertThat(count.get(Part.TABU)).isBetween(380, 460);
        assertThat(count.get(Part.LOCAL_SEARCH)).isBetween(120, 180);
    }

    @Test
    void costlySlicesComeSeldom() {
        TimeShares shares = new TimeShares(100);
        double[] spent = new double[Part.values().length];
        for (int k = 0; k < 1000; k++) {
            Part part = shares.next(ALL);
            double cost = part == Part.ROUND ? 5 : 0.1;
            spent[part.ordinal()] += cost;
            shares.record(part, cost, false);
        }
        assertThat(spent[Part.ROUND.ordinal()] / spent[Part.BRANCH.ordinal()]).isBetween(0.7, 1.4);
    }

    @Test
    void withoutPartsThereIsNoNext() {
        assertThatThrownBy(() -> new TimeShares(1).next(Set.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
