package org.shrinq.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.shrinq.instances.TestFiles.value;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shrinq.instances.text.InstanceException;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.Conflict;
import org.shrinq.qubo.ExactlyOne;
import org.shrinq.qubo.LinearAtMost;
import org.shrinq.qubo.LinearEqual;
import org.shrinq.qubo.Sense;
import org.shrinq.qubo.problem.MaximumIndependentSet;
import org.shrinq.qubo.problem.MultidimensionalKnapsack;
import org.shrinq.qubo.problem.ProblemKind;

/** QPLIB and CPLEX LP, which hold models with constraints, on texts small enough to work out by hand. */
class ModelFormatsTest {
    private static Instance read(String content) {
        return TestFiles.read("f", content);
    }

    private static final String QPLIB_HEAD = """
        # a comment
        tiny
        LBL # problem type
        maximize # sense
        3 # number of variables
        2 # number of constraints
        1.0 # default value for linear coefficients in objective
        1 # number of non-default linear coefficients in objective
        2 -5.0
        7.5 # objective constant
        5 # number of linear terms in all constraints
        1 1 1.0
        1 2 1.0
        2 2 2.0
        2 3 -1.0
        2 1 3
        1e20 # value for infinity
        -1e20 # default left-hand-side value
        1 # number of non-default left-hand-sides
        2 0.5
        1e20 # default right-hand-side value
        2 # number of non-default right-hand-sides
        1 1
        2 4
        """;
    private static final String QPLIB_TAIL = """
        0.0 # default variable primal value in starting point
        0 # number of non-default variable primal values in starting point
        0.0 # default constraint dual value in starting point
        1 # number of non-default constraint dual values in starting point
        2 3.0
        0.0 # default variable bound dual value in starting point
        0 # number of non-default variable bound dual values in starting point
        2 # number of non-default variable names
        1 flow
        3 yield
        1 # number of non-default constraint names
        2 demand
        """;

    @Test
    void qplib() {
        Instance instance = read(QPLIB_HEAD + QPLIB_TAIL);
        assertThat(instance.format()).isEqualTo(Format.QPLIB);
        BinaryModel model = instance.problem().model();
        assertThat(model.sense()).isEqualTo(Sense.MAXIMIZE);
        assertThat(instance.variableNames()).containsExactly("flow", "x2", "yield");
        assertThat(value(instance, "111")).isEqualTo(1 - 5 + 1 + 7.5);
        assertThat(model.constraints()).hasSize(3);
        assertThat(model.constraints().get(0)).isEqualTo(new Conflict(0, 1));
        assertThat(model.constraints().get(1)).isInstanceOf(LinearAtMost.class);
        assertThat(model.constraints().get(1).name()).isEqualTo("demand");
        assertThat(model.isFeasible(Bits.parse("101").toArray()))
                .as("0.5 ≤ 3 − 1 ≤ 4")
                .isTrue();
        assertThat(model.isFeasible(Bits.parse("001").toArray())).as("−1 < 0.5").isFalse();
    }

    @Test
    void qplibHalvesTheWholeLowerTriangle() {
        // ½ (2 x1 − 4 x2 x1 + 6 x3)
        Instance instance = read("q\nQBN\nminimize\n3\n3\n1 1 2\n2 1 -4\n3 3 6\n0\n0\n0\n1e20\n0\n0\n0\n0\n0\n0\n");
        assertThat(value(instance, "100")).isEqualTo(1);
        assertThat(value(instance, "110")).isEqualTo(1 - 2);
        assertThat(value(instance, "001")).isEqualTo(3);
    }

    @Test
    void qplibIntegersBetweenZeroAndOneAreBinary() {
        String bounds = "0 # default lower\n0 # others\n1 # default upper\n0 # others\n";
        assertThat(read(QPLIB_HEAD.replace("LBL", "LIL") + bounds + QPLIB_TAIL)
                        .problem()
                        .size())
                .isEqualTo(3);
        String wide = bounds.replace("1 # default upper\n0 # others", "1 # default upper\n1 # others\n2 7");
        Instance instance = read(QPLIB_HEAD.replace("LBL", "LIL") + wide + QPLIB_TAIL);
        assertThat(instance.problem().size()).isEqualTo(5);
        assertThat(instance.table().variables().get(1).most()).isEqualTo(7);
        assertThat(instance.variableNames()).startsWith("flow", "x2@1", "x2@2", "x2@3");
    }

    /** ½ (2 i² − 4 ij) + i, 2 ≤ i + j + k ≤ 6 with 0 ≤ i ≤ 3, −2 ≤ j ≤ 2, k = 1.5 continuous, or binary. */
    @Test
    void qplibIntegersBecomeBits() {
        String text = "q\nQGL\nminimize\n3\n1\n2\n1 1 2\n2 1 -4\n0\n1\n1 1\n0.5\n3\n1 1 1\n1 2 1\n1 3 1\n1e20\n"
                + "2\n0\n6\n0\n0\n2\n2 -2\n3 1.5\n3\n2\n2 2\n3 1.5\n1\n1\n3 0\n0\n0\n0\n0\n0\n0\n0\n0\n";
        Instance instance = read(text);
        assertThat(instance.warnings()).contains("1 variable that its bounds fix is a constant");
        double best = Double.POSITIVE_INFINITY;
        for (int i = 0; i <= 3; i++) {
            for (int j = -2; j <= 2; j++) {
                boolean feasible = i + j + 1.5 >= 2 && i + j + 1.5 <= 6;
                best = feasible ? Math.min(best, i * i - 2 * i * j + i + 0.5) : best;
            }
        }
        assertThat(Optima.of(instance)).hasValue(best);
        assertThatThrownBy(() -> read(text.replace("3 1.5\n1\n1\n3 0", "3 2.5\n1\n1\n3 0")))
                .hasMessageContaining("expected binary or integer variables, found 'x3' continuous");
        assertThatThrownBy(() -> read(text.replace("1\n1\n3 0", "1\n1\n3 4")))
                .hasMessageContaining("expected a variable type 0, 1 or 2, found 4 for variable 3");
        assertThat(read(text.replace("1\n1\n3 0", "1\n1\n3 2")).problem().size())
                .isEqualTo(2 + 3 + 1);
    }

    private static final String LP = """
        \\ a comment
        Maximize
         obj: 3 x + 2.5y - z
          + [ 4 x * y - 2 z^2 ] / 2 + 7
        Subject To
         cap: 2 x + 3y + z <= 4
         x + z >= 1
         one: x + y + z < 1
         pair: x + y =< 1
         pick: y + z = 1
         -1 <= x - y <= 0
         even: 2x + y + 1 = 3
        Bounds
         0 <= x <= 1
         z = 0
        Binaries
         x y
        Generals
         z
        End
        """;

    @Test
    void cplexLp() {
        Instance instance = read(LP);
        assertThat(instance.format()).isEqualTo(Format.CPLEX_LP);
        assertThat(instance.variableNames()).containsExactly("x", "y");
        BinaryModel model = instance.problem().model();
        assertThat(model.sense()).isEqualTo(Sense.MAXIMIZE);
        assertThat(value(instance, "11")).isEqualTo(3 + 2.5 + 2 + 7);
        assertThat(value(instance, "01")).isEqualTo(2.5 + 7);
        assertThat(instance.warnings()).containsExactly("1 variable that its bounds fix is a constant");
        assertThat(model.constraints()).hasSize(8);
        assertThat(model.constraints().get(0)).isInstanceOf(LinearAtMost.class);
        assertThat(model.constraints().get(0).name()).isEqualTo("cap");
        assertThat(model.constraints().get(1).name()).isEqualTo("c2");
        assertThat(model.constraints().get(1).bound()).isEqualTo(-1);
        assertThat(model.constraints().get(2)).isEqualTo(new Conflict(0, 1));
        assertThat(model.constraints().get(3)).isEqualTo(new Conflict(0, 1));
        assertThat(model.constraints().get(4)).isInstanceOf(ExactlyOne.class);
        assertThat(model.constraints().get(5).bound()).isEqualTo(0);
        assertThat(model.constraints().get(6).bound()).isEqualTo(1);
        assertThat(model.constraints().get(7)).isInstanceOf(LinearEqual.class);
        assertThat(model.constraints().get(7).bound()).isEqualTo(2);
        assertThat(model.isFeasible(Bits.parse("01").toArray())).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Binaries; x y|Binaries; x|f: expected binary or integer variables, found 'y' continuous. Row 'pick' makes it whole, but nothing declares it so: list it in Generals, with bounds.
        ; z;End|; z w;End|f: expected integers with at most 1048576 values, found 'w' between 0 and inf. Give it closer bounds.
        ] / 2|] + 7|f:4: expected / 2 after the bracket, found '+'. The format halves what stands in brackets: write [ … ] / 2.
        one: x|one: [ x * y ] / 3 + x|f:8: expected / 2 or nothing after the bracket, found '3'.
        z <= 4|z <= 4 + y|f:6: expected the next constraint after the right-hand side, found '+'. Move variables to the left.
        z <= 4|z <= y|f:6: expected a number on the right-hand side, found 'y'. Move variables to the left.
        3 x + 2.5y|3 x 2.5y|f:3: expected + or -, found '2.5'.
        3 x + 2.5y|3 x * y|f:3: expected +, -, a comparison or a section, found '*'. Products stand in brackets, as in [ 2 x * y + z ^ 2 ] / 2.
        z^2|z^3|f:4: expected the power 2, found '3'.
        0 <= x <= 1|2 <= x <= 3|f: expected bounds of 'x' that allow 0 or 1, found 2 to 3.
        -1 <= x - y <= 0|1 <= x - y <= 0|f:12: expected a range, found 1 above 0 in c6.
        Generals|Semi-Continuous|f:19: expected the section 'Semi' to be empty. Write x = 0 or l <= x <= u with a binary z: l z <= x <= u z.
        End;|;|f:20: expected a section such as Subject To, Bounds, Binaries or End, found the end of the file. Maybe the file is truncated.
        End;|End;x;|f:21: expected the end of the file after End, found 'x'.
        Maximize|Maximize;Minimize|f:3: expected a section such as Subject To, Bounds, Binaries or End, found the end of the file
        """)
    void lpErrorsSayWhere(String from, String to, String message) {
        String text = LP.replace(from.replace(';', '\n'), to.replace(';', '\n'));
        assertThat(text).isNotEqualTo(LP);
        if (from.equals("Maximize")) {
            assertThatThrownBy(() -> read(text)).hasMessageContaining("expected one objective, found 'Minimize'");
            return;
        }
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(InstanceException.class)
                .hasMessage(message);
    }

    @Test
    void lpModelsThatAreKnapsacksOrGraphs() {
        String knapsack = "max\n 2 a + 3 b\nst\n 4 a + 5 b <= 6\n a + b <= 1\nbin\n a b\nend\n";
        MultidimensionalKnapsack p = (MultidimensionalKnapsack)
                TestFiles.read("k", knapsack, ReadOptions.defaults().withKind(ProblemKind.KNAPSACK))
                        .problem();
        assertThat(p.rows()).isEqualTo(2);
        assertThat(p.weight(0, 1)).isEqualTo(5);
        assertThatThrownBy(() ->
                        TestFiles.read("k", knapsack, ReadOptions.defaults().withKind(ProblemKind.INDEPENDENT_SET)))
                .hasMessage("k: the model is no maximum independent set problem: constraint c1 is not of the form"
                        + " 'at most one of these'. Leave out --problem to solve it as a general model.");
        String packing = "max\n 2 a + b + c\nst\n a + b + c <= 1\n c + d <= 1\nbin\n a b c d\nend\n";
        MaximumIndependentSet mis = (MaximumIndependentSet)
                TestFiles.read("k", packing, ReadOptions.defaults().withKind(ProblemKind.INDEPENDENT_SET))
                        .problem();
        assertThat(mis.graph().edges()).isEqualTo(4);
        assertThat(mis.weight(0)).isEqualTo(2);
        assertThat(mis.weight(3)).isEqualTo(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "qbsolv",
                "coo",
                "mqlib",
                "bqpjson",
                "rudy",
                "dimacs",
                "mknap",
                "qaplib",
                "edge-list",
                "metis",
                "market-share-json"
            })
    void whatCannotBeHeldIsRefusedWithTheReason(String id) {
        Instance model = read(LP);
        assertThat(Instances.obstacle(model.problem(), Format.ofId(id).orElseThrow()))
                .hasValueSatisfying(why -> assertThat(why).startsWith("it "));
    }
}
