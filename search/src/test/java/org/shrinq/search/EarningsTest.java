package org.shrinq.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class EarningsTest {
    @Test
    void withoutEarningsTheShareIsTheGivenOne() {
        Earnings earnings = new Earnings(0.3, 0.7);
        assertThat(earnings.shares()[0]).isCloseTo(0.1 + 0.8 * 0.3, within(1e-12));
        SplittableRandom random = new SplittableRandom(1);
        int first = 0;
        for (int k = 0; k < 2000; k++) {
            first += earnings.choose(random) == 0 ? 1 : 0;
            earnings.learn(0, 0, 1);
            earnings.learn(1, 0, 1);
        }
        assertThat(first / 2000.0).isCloseTo(0.34, within(0.04));
    }

    @Test
    void whatEarnsMorePerWorkIsChosenMoreOftenAndTheOtherKeepsATenth() {
        Earnings earnings = new Earnings(0.5, 0.5);
        for (int k = 0; k < 100; k++) {
            earnings.learn(0, 1, 1);
            earnings.learn(1, 1, 3);
        }
        assertThat(earnings.shares()[0]).isCloseTo(0.1 + 0.8 * 0.75, within(0.02));
        for (int k = 0; k < 100; k++) {
            earnings.learn(0, 1, 1);
            earnings.learn(1, 0, 1);
        }
        assertThat(earnings.shares()[1]).isCloseTo(0.1, within(0.01));
    }

    @Test
    void refusesSharesThatAreNone() {
        for (double share : new double[] {0, 1, -1, 0.4, Double.NaN}) {
            assertThatThrownBy(() -> new Earnings(share, 0.5)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
