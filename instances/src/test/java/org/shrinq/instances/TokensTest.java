package org.shrinq.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shrinq.instances.text.EightBytes;
import org.shrinq.instances.text.InstanceException;
import org.shrinq.instances.text.Limits;
import org.shrinq.instances.text.Text;
import org.shrinq.instances.text.Tokens;

class TokensTest {
    private static Tokens over(String text) {
        return new Tokens(Text.ofBytes("t", text.getBytes(StandardCharsets.UTF_8), Limits.ofThisJava()));
    }

    /** Numbers of every length, with and without sign, point and exponent, to the last bit as Java reads them. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void numbersAreThoseOfJava(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<String> written = new ArrayList<>();
        for (int k = 0; k < 20_000; k++) {
            String whole = digits(random, random.nextInt(0, 12));
            String fraction = digits(random, random.nextInt(whole.isEmpty() ? 1 : 0, 12));
            String point = fraction.isEmpty() && random.nextBoolean() ? "" : "." + fraction;
            String sign = List.of("", "-", "+").get(random.nextInt(3));
            String exponent = random.nextInt(4) == 0 ? "e" + random.nextInt(-20, 20) : "";
            written.add(sign + whole + point + exponent);
        }
        Tokens in = over(String.join(" ", written));
        for (String number : written) {
            assertThat(in.number("a number")).as(number).isEqualTo(Double.parseDouble(number) + 0.0);
        }
        assertThat(in.hasNext()).isFalse();
    }

    private static String digits(SplittableRandom random, int count) {
        StringBuilder digits = new StringBuilder();
        for (int k = 0; k < count; k++) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return digits.toString();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void integersOfEveryLength(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int k = 0; k < 5_000; k++) {
            int value = random.nextInt() >>> random.nextInt(1, 32);
            String text = String.format(Locale.ROOT, "%0" + (1 + random.nextInt(12)) + "d", value);
            // at the end of the text too, where no eight bytes are left
            assertThat(over(text).integer("an integer", 0, Integer.MAX_VALUE))
                    .as(text)
                    .isEqualTo(value);
            assertThat(over(text + "\t17 18 19").integer("an integer", 0, Integer.MAX_VALUE))
                    .as(text)
                    .isEqualTo(value);
            assertThatThrownBy(() -> over(text + " 17 18 19").integer("an integer", value + 1, Integer.MAX_VALUE))
                    .hasMessageContaining("'" + text + "'");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1:2",
                "12a",
                "1.2.3",
                "1.2/",
                "/1",
                ":",
                "1,5",
                "--1",
                "-",
                ".",
                "1e",
                "0x10",
                "１２",
                "1234567:",
                "1.234567:"
            })
    void whatIsNoNumberIsRefused(String word) {
        assertThatThrownBy(() -> over(word + " and more text").number("a number"))
                .isInstanceOf(InstanceException.class)
                .hasMessageContaining(word);
    }

    /** Every byte at every place of the eight. */
    @Test
    void digitsAmongEightBytes() {
        for (int place = 0; place < 8; place++) {
            for (int value = 0; value < 256; value++) {
                byte[] bytes = "12345678".getBytes(StandardCharsets.US_ASCII);
                bytes[place] = (byte) value;
                boolean digit = value >= '0' && value <= '9';
                long eight = EightBytes.at(bytes, 0);
                assertThat(EightBytes.digits(eight))
                        .as("byte %d at %d", value, place)
                        .isEqualTo(digit ? 8 : place);
                assertThat(EightBytes.holdControl(eight))
                        .as("byte %d at %d", value, place)
                        .isEqualTo(value < 9);
                if (digit || place > 0) {
                    int digits = digit ? 8 : place;
                    assertThat(EightBytes.number(eight, digits))
                            .isEqualTo(Integer.parseInt(new String(bytes, 0, digits, StandardCharsets.US_ASCII)));
                }
            }
        }
    }
}
