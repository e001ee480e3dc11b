package org.shrinq.qubo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BitsTest {
    /** The sizes around one and two words. */
    @ParameterizedTest(name = "{0} bits")
    @ValueSource(ints = {0, 1, 5, 63, 64, 65, 127, 128, 129, 200})
    void everyFormSaysTheSame(int size) {
        byte[] x = Cases.state(new SplittableRandom(size), size);
        byte[] given = x.clone();
        Bits bits = Bits.of(x);
        StringBuilder text = new StringBuilder();
        int ones = 0;
        for (int i = 0; i < size; i++) {
            assertThat(bits.get(i)).isEqualTo(x[i]);
            text.append(x[i]);
            ones += x[i];
        }
        assertThat(x).isEqualTo(given);
        assertThat(bits.size()).isEqualTo(size);
        assertThat(bits.ones()).isEqualTo(ones);
        assertThat(bits).hasToString(text.toString());
        assertThat(bits.toArray()).isEqualTo(x);
        assertThat(Bits.parse(text.toString())).isEqualTo(bits).hasSameHashCodeAs(bits);
        assertThat(Bits.zeros(size).ones()).isZero();
        assertThat(Bits.zeros(size).size()).isEqualTo(size);
        assertThat(Bits.zeros(size)).isEqualTo(Bits.of(new byte[size]));
        assertThat(bits.hammingDistance(Bits.zeros(size))).isEqualTo(ones);
        assertThatThrownBy(() -> bits.get(size)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> bits.get(-1)).isInstanceOf(IndexOutOfBoundsException.class);
        for (int i = 0; i < size; i++) {
            assertThat(bits.with(i, 1 - x[i]).hammingDistance(bits)).isEqualTo(1);
            assertThat(bits.with(i, 1 - x[i]).get(i)).isEqualTo(1 - x[i]);
            assertThat(bits.with(i, x[i])).isEqualTo(bits);
        }
        assertThat(bits.toArray()).as("with() leaves the original alone").isEqualTo(x);
    }

    @Test
    void variableZeroIsTheLeastSignificantBit() {
        assertThat(Bits.ofIndex(4, 0b0010)).hasToString("0100");
        assertThat(Bits.parse("1000").toIndex()).isEqualTo(1);
        assertThat(Bits.parse("0001").toIndex()).isEqualTo(8);
        assertThat(Bits.ofIndex(0, 5)).isEqualTo(Bits.zeros(0));
        assertThat(Bits.zeros(0).toIndex()).isZero();
        assertThat(Bits.ofIndex(64, -1).ones()).isEqualTo(64);
        assertThat(Bits.ofIndex(64, Long.MIN_VALUE).get(63)).isEqualTo(1);
        assertThat(Bits.ofIndex(64, Long.MIN_VALUE).toIndex()).isEqualTo(Long.MIN_VALUE);
        assertThat(Bits.ofIndex(3, -1).toIndex()).as("higher bits are cut off").isEqualTo(7);
        assertThat(Bits.ofIndex(3, -1)).isEqualTo(Bits.parse("111"));
        for (int index = 0; index < 32; index++) {
            assertThat(Bits.ofIndex(5, index).toIndex()).isEqualTo(index);
        }
    }

    @Test
    void whatIsNoBitIsRefused() {
        assertThatThrownBy(() -> Bits.of(new byte[] {0, 2})).hasMessageContaining("bit 1 is 2");
        assertThatThrownBy(() -> Bits.of(new byte[] {-1})).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Bits.parse("01x")).hasMessageContaining("character 3 is 'x'");
        assertThatThrownBy(() -> Bits.parse("/")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Bits.parse("2")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Bits.ofIndex(65, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Bits.ofIndex(-1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Bits.zeros(65).toIndex()).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> Bits.zeros(2).hammingDistance(Bits.zeros(3)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Bits.zeros(2).with(2, 1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> Bits.zeros(2).with(0, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Bits.zeros(2).with(0, 256)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("org.shrinq.qubo.Cases#seeds20")
    void orderIsThatOfUnsignedNumbers(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int size = 1 + random.nextInt(140);
        Bits a = Bits.of(Cases.state(random, size));
        Bits b = random.nextBoolean() ? Bits.of(Cases.state(random, size)) : a.with(random.nextInt(size), 1);
        int expected = number(a).compareTo(number(b));
        assertThat(Integer.signum(a.compareTo(b))).isEqualTo(expected);
        assertThat(Integer.signum(b.compareTo(a))).isEqualTo(-expected);
        assertThat(a.equals(b)).isEqualTo(expected == 0);
        assertThat(a.hammingDistance(b)).isEqualTo(number(a).xor(number(b)).bitCount());
        Bits longer = Bits.zeros(size + 1);
        assertThat(a.compareTo(longer)).isNegative();
        assertThat(longer.compareTo(a)).isPositive();
        assertThat(Bits.zeros(size)).isNotEqualTo(longer);
    }

    @Test
    void hashCodesTellSizesAndBitsApart() {
        assertThat(Bits.parse("10").hashCode()).isNotEqualTo(Bits.parse("01").hashCode());
        assertThat(Bits.zeros(2).hashCode()).isNotEqualTo(Bits.zeros(3).hashCode());
        assertThat(Bits.zeros(2)).isNotEqualTo("00");
    }

    private static BigInteger number(Bits bits) {
        BigInteger sum = BigInteger.ZERO;
        for (int i = 0; i < bits.size(); i++) {
            sum = bits.get(i) == 1 ? sum.setBit(i) : sum;
        }
        return sum;
    }
}
