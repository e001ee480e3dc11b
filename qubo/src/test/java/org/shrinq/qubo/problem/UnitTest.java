package org.shrinq.qubo.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class UnitTest {
    private static final BigDecimal MOST = new BigDecimal(1L << 52);

    private static Unit unit(double... values) {
        return Unit.of(numbers -> {
            for (double value : values) {
                numbers.accept(value, 1);
            }
        });
    }

    /** The largest e such that 10^e divides the shortest decimals of all values, by big decimals; 0 for zeros. */
    private static int exponent(double... values) {
        int least = Integer.MAX_VALUE;
        for (double value : values) {
            if (value != 0) {
                BigDecimal decimal = new BigDecimal(Double.toString(value)).stripTrailingZeros();
                least = Math.min(least, -decimal.scale());
            }
        }
        return least == Integer.MAX_VALUE ? 0 : least;
    }

    @Test
    void isTheLargestPowerOfTenInWhichAllIsWhole() {
        for (long seed = 1; seed <= 400; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double scale = Math.pow(10, random.nextInt(12) - 4);
            double[] values = new double[1 + random.nextInt(5)];
            for (int k = 0; k < values.length; k++) {
                double digits = random.nextInt(4) == 0 ? 10 * random.nextInt(-50, 50) : random.nextInt(-999, 999);
                values[k] = Double.parseDouble((long) digits + "e" + (int) Math.rint(Math.log10(scale)));
            }
            int exponent = exponent(values);
            BigDecimal sum = BigDecimal.ZERO;
            for (double value : values) {
                sum = sum.add(new BigDecimal(Double.toString(value)).abs().scaleByPowerOfTen(-exponent));
            }
            assertThat(sum).isLessThan(MOST);
            assertThat(unit(values)).as("seed %d", seed).isEqualTo(new Unit(exponent, true));
        }
    }

    @Test
    void multiplesOfTenBehindOthersChangeNothing() {
        assertThat(unit(7, 10, 20)).isEqualTo(Unit.ONE);
        assertThat(unit(10, 20, 7)).isEqualTo(Unit.ONE);
        assertThat(unit(10, 200)).isEqualTo(new Unit(1, true));
        assertThat(unit(0, 0)).isEqualTo(Unit.ONE);
        assertThat(unit(10, 0.5)).isEqualTo(new Unit(-1, true));
    }

    /** No long holds them: their sums round. */
    @Test
    void largeNumbersRound() {
        assertThat(unit(1, 0x1p60).exact()).isFalse();
        assertThat(unit(1, 1e30).exact()).isFalse();
        assertThat(unit(1e30, 2e30)).isEqualTo(new Unit(30, true));
    }
}
