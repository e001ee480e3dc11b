package org.shrinq.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shrinq.instances.codec.WriteOptions;
import org.shrinq.instances.text.InstanceException;

/** OPB texts; optima by enumeration. */
class OpbTest {
    private static Instance read(String text) {
        return TestFiles.read("f", text.replace('|', '\n') + "\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '@', textBlock = """
        -4@* #variable= 3 #constraint= 2|min: -3 x1 -2 x2 +1 x3 ;|-1 x1 -1 x2 +1 x3 >= -1 ;|+2 x1 +1 x2 >= 1 ;
        3@min: +1 x1 +1 ~x2 +1 x3;|+1 x1 +1 x2 +1 x3 = 2;|1 ~x2 >= 1;
        3@max: 2 x1 +1 x2 ;|+1 x1 +1 x2 <= 2 ;
        -5@min: -5 x1 x2 x3 +2 x4 ;|+1 x1 +1 x2 +1 x3 -1 x4 >= 2 ;
        1@min: +1 x1 x2 +1 ~x1 ~x2 x3 ;|+1 x1 +1 x2 +1 x3 >= 2 ;|+1 x1 x3 >= 1 ;|+1 x2 >= 1 ;
        0@* no objective|+1 x1 +1 x2 >= 1 ;
        """)
    void optima(double optimum, String text) {
        Instance instance = read(text);
        assertThat(instance.format()).isEqualTo(Format.OPB);
        assertThat(Optima.of(instance)).as(text).hasValue(optimum);
    }

    @Test
    void theHeaderNumbersTheVariables() {
        Instance instance = read("* #variable= 3 #constraint= 1|min: +1 x3 -1 x2 ;|+1 x3 +1 x2 >= 1 ;");
        assertThat(instance.problem().size()).isEqualTo(3);
        assertThat(instance.variableNames()).isEmpty();
        assertThat(instance.problem().objective(new byte[] {0, 1, 0})).isEqualTo(-1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '@', textBlock = """
        * #variable= 1 #constraint= 1|soft: 6 ;|[2] +1 x1 >= 1 ;@f:2: expected a hard constraint, found a weighted one (WBO). Give it a new binary that costs its weight and satisfies it.
        min: +1 x1 ;|[2] +1 x1 >= 1 ;@f:2: expected a hard constraint, found a weighted one (WBO). Give it a new binary that costs its weight and satisfies it.
        * #variable= 1 #constraint= 1|min: +99999999999999999999 x1 ;@f:2: expected a number that a double holds exactly, found '+99999999999999999999'.
        * #variable= 2 #constraint= 1|min: +1 x1|+1 x2 >= 1 ;@f:3: expected ; at the end of it, found '>='.
        * #variable= 2 #constraint= 1|min: +1 x1 ;|+1 x2 > 1 ;@f:3: expected >=, <= or =, found '>'.
        * #variable= 2 #constraint= 1|min: +1 x1 ;|+1 x2 >= y ;@f:3: expected a right-hand side, found 'y'.
        * #variable= 2 #constraint= 1|min: +1 x1 ;|+1 x2 >= 1@f:3: expected ; at the end of it, found the end of the file. Maybe the file is truncated.
        """)
    void refusals(String text, String message) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(InstanceException.class)
                .hasMessage(message);
    }

    /** Negated literals leave a constant, which is written with both literals of a variable. */
    @Test
    void constantsAreWritten() {
        Instance read = read("* #variable= 2 #constraint= 1|max: +3 ~x1 -2 x2 ;|+1 x1 +1 ~x2 >= 1 ;");
        byte[] written = Instances.bytes(Format.OPB, read.problem(), WriteOptions.defaults());
        Instance again = TestFiles.read("f", new String(written, StandardCharsets.UTF_8));
        assertThat(new String(written, StandardCharsets.UTF_8)).contains("-3 x1 -3 ~x1");
        for (int code = 0; code < 4; code++) {
            byte[] x = {(byte) (code & 1), (byte) (code >> 1)};
            assertThat(again.problem().objective(x)).isEqualTo(-read.problem().objective(x));
            assertThat(again.problem().model().isFeasible(x))
                    .isEqualTo(read.problem().model().isFeasible(x));
        }
    }

    /** Products of random literals, in the objective and in rows, against their own arithmetic. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void productsHaveTheirValues(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = 5;
        int[][][] literals = new int[2][4][];
        int[][] coefficients = new int[2][4];
        StringBuilder text = new StringBuilder("* #variable= 5 #constraint= 1\nmin:");
        for (int part = 0; part < 2; part++) {
            for (int t = 0; t < 4; t++) {
                coefficients[part][t] = random.nextInt(-5, 6);
                literals[part][t] = random.ints(1 + random.nextInt(4), -n, n)
                        .map(v -> v >= 0 ? v + 1 : v)
                        .toArray();
                text.append(coefficients[part][t] < 0 ? " " : " +").append(coefficients[part][t]);
                for (int literal : literals[part][t]) {
                    text.append(literal < 0 ? " ~x" : " x").append(Math.abs(literal));
                }
            }
            text.append(part == 0 ? " ;\n" : " >= 1 ;\n");
        }
        Instance instance = TestFiles.read("f", text.toString());
        for (int code = 0; code < 1 << n; code++) {
            double[] sums = new double[2];
            for (int part = 0; part < 2; part++) {
                for (int t = 0; t < 4; t++) {
                    boolean all = true;
                    for (int literal : literals[part][t]) {
                        boolean one = (code >>> Math.abs(literal) - 1 & 1) == 1;
                        all &= literal < 0 ? !one : one;
                    }
                    sums[part] += all ? coefficients[part][t] : 0;
                }
            }
            byte[] x = new byte[instance.problem().size()];
            for (int i = 0; i < n; i++) {
                x[i] = (byte) (code >>> i & 1);
            }
            instance.table().setProducts(x);
            String as = "seed " + seed + "\n" + text + code;
            assertThat(instance.problem().objective(x)).as(as).isEqualTo(sums[0]);
            assertThat(instance.problem().model().isFeasible(x)).as(as).isEqualTo(sums[1] >= 1);
        }
    }
}
