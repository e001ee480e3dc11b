package org.shrinq.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shrinq.instances.text.InstanceException;

/** LP texts as public bug reports and other programs have them; optima by enumeration. */
class LpDialectsTest {
    private static Instance read(String text) {
        return TestFiles.read("f", text.replace('|', '\n') + "\n");
    }

    private static OptionalDouble optimum(Instance instance) {
        return Optima.of(instance);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
        4.5;Minimize| obj: 2 x0 - 3 x1 + 7.5 k|Subject To| R0: x0 + x1 >= 1|Bounds| k = 1|Binaries| x0 x1|End
        7;max| obj: +3 x1 +2 x2 +4 ONE_VAR_CONSTANT|st| c: +1 x1 +1 x2 <= 1| d: +1 ONE_VAR_CONSTANT = 1.0|bounds| 1 <= ONE_VAR_CONSTANT <= 1|bin| x1 x2|end
        -2;Minimize| obj: x0 - 2 x1|Subject To| c0: x0 + x1 >= 1| c2: <= 9|Binary| x0 x1|End
        3;max|obj: +3 a +2 b|st|con1: +1 a +1 b <= 1|bounds|bin|a b|gen|semi|end
        2;Maximize| obj: a + 2 b|Subject To| r: -inf <= a + b <= 1|Binary| a b|End
        18;Maximize| obj: 3 i + 2 a|Subject To| r: 2 i + 5 a <= 13|Bounds| 0 <= i <= 9|Generals| i|Binary| a|End
        2;Maximize| obj: a + 2 b|Subject To:| r: a + b <= 1|Binary:| a b|End
        2;Maximize| obj: a + 2 b|Subject To| r: a + b <= +inf|Lazy Constraints| l: a + b <= 1|User Cuts| u: a + b <= 0| v: a <= 0|Binary| a b|End
        4;Maximize| obj: 3 a + 2 b - z|Subject To| i: z = 0 -> a + b <= 1| r: z >= 0|Binary| a b z|End
        6.5;Minimize| obj: x + 2 y + __ObjOffset@37|Subject To| r: x + y >= 1|Bounds|__ObjOffset@37 = 5.5|Binary| x y|End
        3;Maximize| obj: a + b + c|Subject To| q: a + [ 2 a * b + 2 b * c ] <= 5|Binary| a b c|End
        2;Maximize| obj: a + b + c|Subject To| q: [ a * b + b * c + a * c ] <= 1|Binary| a b c|End
        -9;Minimize| obj: i + 2 j|Bounds|-5 <= i <= 3|-2 <= j <= 4|Generals| i j|End
        4;Minimize| obj: [ 2 i ^ 2 ] / 2|Subject To| r: i >= 1.5|Bounds| i <= 4|Generals| i|End
        1;Maximize| obj: x(1,_2) + 2 y[a,b][1].z - 3 t_x#1~2|Subject To| c_e_x_: x(1,_2) + y[a,b][1].z = 1| 2 y[a,b][1].z <= 1|Binaries| x(1,_2) y[a,b][1].z t_x#1~2|End
        2;Maximize| obj: a + 2 b|Subject To| e: a + b <= 1|Bounds| -infinity <= z <= inf| z = 0|Binary| a b|SOS|End
        3;Maximize| obj: a + 2 b|Subject To| e: a + b <= 1e30| -1e30 <= a - b|Binary| a b|End
        """)
    void optima(double optimum, String text) {
        assertThat(optimum(read(text))).as(text).hasValue(optimum);
    }

    @Test
    void aRowThatCannotHoldMakesTheModelInfeasible() {
        assertThat(optimum(read("max|obj: a|st|c: 0 >= 1|d: a <= 1|bin|a|end"))).isEmpty();
        assertThat(optimum(read("max|obj: a|st|c: >= 1|bin|a|end"))).isEmpty();
        assertThat(optimum(read("max|obj: a|st|c: 0 <= 1|bin|a|end"))).hasValue(1);
        assertThat(optimum(read("max|obj: a|st|c: 2 k >= 3|bounds|k = 1|bin|a|end")))
                .isEmpty();
    }

    /** 1e30 on either side of a row is infinity; a row that can reach it keeps it. */
    @Test
    void largeNumbersAreInfinityOnBothSides() {
        String rows = "max|obj: a|st|c: -1e30 <= a - b|d: -1e30 <= a + b <= 1e30|e: a + b >= -1e20|bin|a b|end";
        assertThat(read(rows).problem().model().constraints()).isEmpty();
        assertThat(read(rows).warnings()).containsExactly("3 constraints without bounds were left out");
        String reached = "max|obj: a + b|st|c: 1e25 <= 1e25 a - b|bin|a b|end";
        assertThat(read(reached).problem().model().constraints()).hasSize(1);
        assertThatThrownBy(() -> read("max|obj: a|st|c: 1e30 <= a + b|bin|a b|end"))
                .hasMessageContaining("expected a finite bound of c, found infinity");
    }

    @Test
    void whatWasDoneIsTold() {
        Instance cuts =
                read("max|obj: a + b|st|c: a + b <= 1|user cuts|u: a <= 0|lazy constraints|l: a >= 0|bin|a b|end");
        assertThat(cuts.warnings()).containsExactly("1 user cut was skipped");
        assertThat(cuts.problem().model().constraints()).hasSize(2);
        Instance indicator =
                read("max|obj: a + i|st|c: a = 1 -> i <= 2|d: a = 0 -> i = 1|bounds|i <= 6|gen|i|bin|a|end");
        assertThat(indicator.warnings())
                .contains("2 indicator constraints became rows with M from the bounds of the variables");
        assertThat(optimum(indicator)).hasValue(3);
        Instance products = read("max|obj: a|st|q: [ a * b - b * c ] >= 1|bin|a b c|end");
        assertThat(products.warnings())
                .containsExactly("2 products of variables became variables with three rows each");
        assertThat(products.problem().size()).isEqualTo(5);
        assertThat(products.variableNames()).containsExactly("a", "b", "c", "product@1", "product@2");
        Instance implied = read("min|obj: s|st|r: 3 a + 5 b + s = 6|bounds|0 <= s <= +inf|bin|a b|gen|s|end");
        assertThat(implied.warnings()).contains("bounds of 1 integer follow from the rows");
        assertThat(optimum(implied)).hasValue(1);
        assertThat(read("max|obj: 3 x-1|st|r: x <= 1|bin|x|end").warnings())
                .containsExactly("line 2: 'x-1' was read as x - 1");
        assertThat(read("max|obj: 3 x - 1|st|r: x <= 1|bin|x|end").warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '@', textBlock = """
        max|obj: a + y|st|r: y - 2 a - b = 0|bin|a b|end@f: expected binary or integer variables, found 'y' continuous. Row 'r' makes it whole, but nothing declares it so: list it in Generals, with bounds.
        max|obj: a + y|st|r: y - 2 a <= 0|bin|a|end@f: expected binary or integer variables, found 'y' continuous. Maybe it is missing from the section Binaries or Generals; values between whole numbers cannot be searched here.
        max|obj: i|gen|i|end@f: expected integers with at most 1048576 values, found 'i' between 0 and inf. Give it closer bounds.
        max|obj: i|bounds|i <= 1048576|gen|i|end@f: expected integers with at most 1048576 values, found 'i' between 0 and 1048576. Give it closer bounds.
        max|obj: k|bounds|k = 2|gen|k|end@f: expected a variable to decide, found all 1 fixed by their bounds.
        max|obj: a|st|c: a <= 1|bin|a|sos|s1: S1:: a:1 b:2|end@f:8: expected the section 'sos' to be empty. Write an SOS1 of binaries as a row 'their sum <= 1'; an SOS2 needs a row for each pair that is not adjacent.
        max|obj: a|st|c: a <= 1|bin|a|semi-continuous|x|end@f:8: expected the section 'semi' to be empty. Write x = 0 or l <= x <= u with a binary z: l z <= x <= u z.
        max|obj: a|st|c: a <= 1|bin|a|general constraints|g: r = MAX ( a , b )|end@f:8: expected the section 'general' to be empty. Write min, max, and, or and abs as rows with binaries.
        Minimize multi-objectives| OBJ0: Priority=2| a|st|c: a <= 1|bin|a|end@f:1: expected one objective, found several. Write their weighted sum as one objective, or solve for the first alone.
        max: 3x+2y;|c1: x + y <= 4;|int x;@f:1: expected Minimize or Maximize, found lp_solve's dialect. Convert it, for instance with 'lp_solve -parse -wlp' to CPLEX's xli format or to MPS.
        /* test */|max: 3x;@f:1: expected Minimize or Maximize, found lp_solve's dialect. Convert it, for instance with 'lp_solve -parse -wlp' to CPLEX's xli format or to MPS.
        max|obj: 9e307 a + 9e307 a + 9e307 a|st|c: a <= 1|bin|a|end@f: expected sums within ±1.8e308, found larger coefficients.
        max|obj: a|st|c: a = 2 -> b <= 1|bin|a b|end@f:4: expected an indicator 'z = 1 ->' or 'z = 0 ->' before the arrow.
        max|obj: a|st|c: i = 1 -> a <= 0|bounds|i <= 3|gen|i|bin|a|end@f: expected the indicator i to be binary.
        """)
    void refusals(String text, String message) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(InstanceException.class)
                .hasMessage(message);
    }

    @Test
    void twentyBitsAreTaken() {
        Instance wide = read("max|obj: i|bounds|i <= 1048575|gen|i|end");
        assertThat(wide.problem().size()).isEqualTo(20);
        byte[] ones = new byte[20];
        java.util.Arrays.fill(ones, (byte) 1);
        assertThat(wide.problem().objective(ones)).isEqualTo(1048575);
        assertThat(wide.variableNames().get(19)).isEqualTo("i@20");
        assertThat(wide.table().meanings()).hasSize(20).containsEntry(3, "adds 8 to the integer i, 0 to 1048575");
    }

    /** Every value within the bounds has a string of bits, and every string a value within them. */
    @Test
    void theCodeOfAnIntegerIsBoundedAndComplete() {
        for (int range = 1; range <= 40; range++) {
            Instance one = read("min|obj: i|bounds|-7 <= i <= " + (range - 7) + "|gen|i|end");
            List<Double> values = new ArrayList<>();
            int n = one.problem().size();
            for (int code = 0; code < 1 << n; code++) {
                byte[] x = new byte[n];
                for (int k = 0; k < n; k++) {
                    x[k] = (byte) (code >>> k & 1);
                }
                double value = one.problem().objective(x);
                assertThat(value).isBetween(-7.0, range - 7.0);
                values.add(value);
                byte[] back = new byte[n];
                if (n > 0 && !one.table().isEmpty()) {
                    assertThat(one.table().variables().get(0).set(back, value)).isTrue();
                    assertThat(one.problem().objective(back)).isEqualTo(value);
                }
            }
            assertThat(values.stream().distinct()).hasSize(range + 1);
        }
    }
}
