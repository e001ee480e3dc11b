package org.shrinq.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shrinq.qubo.AtMostOne;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.Conflict;
import org.shrinq.qubo.ExactlyOne;
import org.shrinq.qubo.LinearAtMost;
import org.shrinq.qubo.LinearEqual;
import org.shrinq.qubo.Sense;
import org.shrinq.qubo.problem.MaxCut;
import org.shrinq.qubo.problem.MaximumIndependentSet;
import org.shrinq.qubo.problem.MultidimensionalKnapsack;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.problem.ProblemKind;

/** Each format's meaning, on texts small enough to work out by hand. */
class FormatsTest {
    private static Instance read(String content) {
        return TestFiles.read("f", content);
    }

    private static Instance read(String content, Format format) {
        return TestFiles.read("f", content, ReadOptions.defaults().withFormat(format));
    }

    private static double value(Instance instance, String bits) {
        return instance.problem().model().value(Bits.parse(bits).toArray());
    }

    // x0 + 3 x1 − 2 x0 x2, worked out per format

    private static void requireForm(Instance instance, Format format, Sense sense) {
        assertThat(instance.format()).isEqualTo(format);
        Problem p = instance.problem();
        assertThat(p.kind()).isEqualTo(ProblemKind.BINARY_QUADRATIC);
        assertThat(p.sense()).isEqualTo(sense);
        assertThat(p.size()).isEqualTo(3);
        assertThat(value(instance, "000")).isEqualTo(0.5);
        assertThat(value(instance, "100")).isEqualTo(1.5);
        assertThat(value(instance, "010")).isEqualTo(3.5);
        assertThat(value(instance, "001")).isEqualTo(0.5);
        assertThat(value(instance, "101")).isEqualTo(-0.5);
        assertThat(value(instance, "111")).isEqualTo(2.5);
    }

    @Test
    void qbsolv() {
        requireForm(
                read("c any words\nc offset 0.5\np qubo 0 3 2 1\n0 0 1\n1 1 +3.\nc more\n0 2 -2e0\n"),
                Format.QBSOLV,
                Sense.MINIMIZE);
        Instance warned = read("p qubo unconstrained 3 2 2\n0 0 1\n0 0 1\n0 2 -1\n2 0 -1\n");
        assertThat(warned.warnings())
                .containsExactly(
                        "2 repeated entries were added up",
                        "1 entries below the diagonal were taken as entries above it");
        assertThat(value(warned, "101")).isEqualTo(0);
    }

    @Test
    void coo() {
        requireForm(read("# vartype=BINARY\n# offset=0.5\n0 0 1\n1 1 3\n0 2 -2\n"), Format.COO, Sense.MINIMIZE);
        requireForm(read("0 0 1\n1 1 3\n0 2 -2\n# offset=.5\n"), Format.COO, Sense.MINIMIZE);
        // s = 2x − 1: 2 s0 + s0 s1
        Instance spin = read("# vartype=SPIN\n0 0 2\n0 1 1\n");
        assertThat(value(spin, "00")).isEqualTo(-2 + 1);
        assertThat(value(spin, "10")).isEqualTo(2 - 1);
        assertThat(value(spin, "01")).isEqualTo(-2 - 1);
        assertThat(value(spin, "11")).isEqualTo(2 + 1);
        assertThat(read("# vartype=BINARY\n1 1 1\n3 3 1\n").warnings())
                .containsExactly("2 variables have no entry, the first of them 0; maybe the file counts from 1");
    }

    @Test
    void mqlibMaximisesAndCountsPairsTwice() {
        requireForm(read("# offset 0.5\n3 3\n1 1 1\n2 2 3\n1 3 -1\n"), Format.MQLIB, Sense.MAXIMIZE);
        // the sample of its own documentation: Q = [[5, −6, 0], [−6, 3, −1], [0, −1, 1]]
        Instance sample = read("# Sample\n3 5\n1 1 5\n2 2 3\n3 3 1\n1 2 -6\n2 3 -1\n");
        assertThat(value(sample, "110")).isEqualTo(5 + 3 - 12);
        assertThat(value(sample, "111")).isEqualTo(5 + 3 + 1 - 12 - 2);
        assertThat(value(sample, "101")).isEqualTo(6);
    }

    @Test
    void bqpjson() {
        String terms =
                "\"version\": \"1.0.0\", \"id\": 7, \"metadata\": {\"a\": [1, {}]}, \"scale\": 2, \"offset\": 0.25,\n"
                        + "\"variable_ids\": [0, 1, 2], \"variable_domain\": \"boolean\",\n"
                        + "\"linear_terms\": [{\"id\": 0, \"coeff\": 0.5}, {\"coeff\": 1.5, \"id\": 1}],\n"
                        + "\"quadratic_terms\": [{\"id_tail\": 2, \"id_head\": 0, \"coeff\": -1}]";
        Instance instance = read("{" + terms + "}");
        requireForm(instance, Format.BQPJSON, Sense.MINIMIZE);
        assertThat(instance.variableNames()).isEmpty();
        Instance named = read("{"
                + terms.replace("[0, 1, 2]", "[5, 9, 2]")
                        .replace("\"id\": 0", "\"id\": 5")
                        .replace("\"id\": 1", "\"id\": 9")
                        .replace("\"id_head\": 0", "\"id_head\": 5")
                + ", \"solutions\": [{\"id\": 0, \"evaluation\": -3, \"assignment\": []}, {\"evaluation\": -4}]}");
        assertThat(named.variableNames()).containsExactly("5", "9", "2");
        assertThat(named.bestKnown()).hasValue(-4);
        assertThat(value(named, "111")).isEqualTo(2.5);
        // 2 (1.5 s0 − s0 s1 + 0.25)
        Instance spin = read("{\"variable_ids\": [0, 1], \"variable_domain\": \"spin\", \"scale\": 2, \"offset\": 0.25,"
                + "\"linear_terms\": [{\"id\": 0, \"coeff\": 1.5}],"
                + "\"quadratic_terms\": [{\"id_tail\": 0, \"id_head\": 1, \"coeff\": -1}]}");
        assertThat(value(spin, "00")).isEqualTo(2 * (-1.5 - 1 + 0.25));
        assertThat(value(spin, "10")).isEqualTo(2 * (1.5 + 1 + 0.25));
        assertThat(value(spin, "11")).isEqualTo(2 * (1.5 - 1 + 0.25));
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
        String wide =
                bounds.replace("1 # default upper\n0", "1 # default upper\n1").replace("others\n1 #", "others\n1 #")
                        + "2 7\n";
        assertThatThrownBy(() -> read(QPLIB_HEAD.replace("LBL", "LIL") + wide + QPLIB_TAIL))
                .hasMessageContaining("expected binary variables, found variable 2 between 0 and 7")
                .hasMessageEndingWith("Write an integer variable as a sum of binaries, such as y = y1 + 2 y2 + 4 y3.");
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
        assertThat(instance.variableNames()).containsExactly("x", "y", "z");
        BinaryModel model = instance.problem().model();
        assertThat(model.sense()).isEqualTo(Sense.MAXIMIZE);
        assertThat(value(instance, "111")).isEqualTo(3 + 2.5 - 1 + 2 - 1 + 7);
        assertThat(value(instance, "110")).isEqualTo(3 + 2.5 + 2 + 7);
        assertThat(model.constraints()).hasSize(9);
        assertThat(model.constraints().get(0)).isInstanceOf(LinearAtMost.class);
        assertThat(model.constraints().get(0).name()).isEqualTo("cap");
        assertThat(model.constraints().get(1).name()).isEqualTo("c2");
        assertThat(model.constraints().get(1).bound()).isEqualTo(-1);
        assertThat(model.constraints().get(2)).isInstanceOf(AtMostOne.class);
        assertThat(model.constraints().get(3)).isEqualTo(new Conflict(0, 1));
        assertThat(model.constraints().get(4)).isInstanceOf(ExactlyOne.class);
        assertThat(model.constraints().get(5).bound()).isEqualTo(0);
        assertThat(model.constraints().get(6).bound()).isEqualTo(1);
        assertThat(model.constraints().get(7)).isInstanceOf(LinearEqual.class);
        assertThat(model.constraints().get(7).bound()).isEqualTo(2);
        assertThat(model.constraints().get(8).name()).isEqualTo("fix_z");
        assertThat(model.isFeasible(Bits.parse("010").toArray())).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Binaries; x y|Binaries; x|f: expected binary variables, found 'y' continuous. Maybe it is missing from the section Binaries.
            ; z;End|; z w;End|f: expected binary variables, found the general integer 'w' between 0 and inf. Write it as a sum of binaries, such as y = y1 + 2 y2 + 4 y3.
            ] / 2|] + 7|f:4: expected / 2 after the bracket, found '+'. The format halves what stands in brackets: write [ … ] / 2.
            one: x|one: [ x * y ] + x|f:8: expected a linear constraint, found a quadratic one. Products of binaries in constraints can be replaced by new binaries.
            z <= 4|z <= 4 + y|f:6: expected the next constraint after the right-hand side, found '+'. Move variables to the left.
            z <= 4|z <= y|f:6: expected a number on the right-hand side, found 'y'. Move variables to the left.
            3 x + 2.5y|3 x 2.5y|f:3: expected + or -, found '2.5'.
            3 x + 2.5y|3 x * y|f:3: expected +, -, a comparison or a section, found '*'. Products stand in brackets, as in [ 2 x * y + z ^ 2 ] / 2.
            z^2|z^3|f:4: expected the power 2, found '3'.
            0 <= x <= 1|2 <= x <= 3|f: expected bounds of 'x' that allow 0 or 1, found 2 to 3.
            -1 <= x - y <= 0|1 <= x - y <= 0|f:12: expected a range, found 1 above 0 in c6.
            Generals|Semi-Continuous|f:18: expected constraints, bounds, binaries or generals, found the section 'Semi'. Such models cannot be solved here.
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

    @Test
    void rudy() {
        MaxCut p = (MaxCut) read("3 2\n1 2 1.5\n3 2 -1\n").problem();
        assertThat(p.vertices()).isEqualTo(3);
        assertThat(p.objective(Bits.parse("010").toArray())).isEqualTo(0.5);
        assertThat(p.objective(Bits.parse("100").toArray())).isEqualTo(1.5);
        Instance parallel = read("3 3\n1 2 1\n2 1 1\n2 3 1\n");
        assertThat(parallel.warnings()).containsExactly("weights of 1 repeated edges were added up");
        assertThat(parallel.problem().objective(Bits.parse("100").toArray())).isEqualTo(2);
        Instance set = TestFiles.read(
                "f", "3 2\n1 2 1.5\n3 2 -1\n", ReadOptions.defaults().withKind(ProblemKind.INDEPENDENT_SET));
        assertThat(set.problem().kind()).isEqualTo(ProblemKind.INDEPENDENT_SET);
        assertThat(set.warnings()).hasSize(1);
        assertThat(((MaxCut) read("3 0\n", Format.RUDY).problem()).edges()).isZero();
    }

    @Test
    void metis() {
        MaximumIndependentSet p =
                (MaximumIndependentSet) read("% c\n4 2\n2 3\n1\n1\n\n").problem();
        assertThat(p.graph().vertices()).isEqualTo(4);
        assertThat(p.graph().hasEdge(0, 2)).isTrue();
        assertThat(p.graph().edges()).isEqualTo(2);
        Instance short_ = read("4 2\n2 3\n1\n1", Format.METIS);
        assertThat(short_.warnings()).containsExactly("the last 1 vertices have no line and no neighbours");
        MaximumIndependentSet weighted = (MaximumIndependentSet)
                read("3 2 110 1\n9 5 2\n9 6 1 3\n9 7 2\n").problem();
        assertThat(weighted.weight(1)).isEqualTo(6);
        assertThat(weighted.graph().hasEdge(1, 2)).isTrue();
        MaxCut cut = (MaxCut) read("3 2 1\n2 1.5\n1 1.5 3 -2\n2 -2\n").problem();
        assertThat(cut.objective(Bits.parse("010").toArray())).isEqualTo(-0.5);
        // every vertex with two neighbours: as many lines as edges
        Instance ring = read("4 4\n2 4\n1 3\n2 4\n1 3\n");
        assertThat(ring.format()).isEqualTo(Format.METIS);
        assertThat(((MaximumIndependentSet) ring.problem()).graph().hasEdge(0, 2))
                .isFalse();
    }

    @Test
    void edgeLists() {
        Instance labels = read("# a comment\n7 3\n7 12\n% another\n3 900000000\n");
        MaximumIndependentSet p = (MaximumIndependentSet) labels.problem();
        assertThat(p.size()).isEqualTo(4);
        assertThat(labels.variableNames()).containsExactly("3", "7", "12", "900000000");
        assertThat(p.graph().hasEdge(0, 3)).isTrue();
        assertThat(labels.warnings()).hasSize(1);
        Instance zero = read("0 1\n1 2\n");
        assertThat(zero.variableNames()).containsExactly("0", "1", "2");
        assertThat(zero.warnings()).isEmpty();
        Instance header = read("5 2\n1 2\n2 3\n");
        assertThat(header.problem().size()).isEqualTo(5);
        Instance weighted = read("1 2 0.5\n2 3 -1\n", Format.EDGE_LIST);
        assertThat(weighted.problem().kind()).isEqualTo(ProblemKind.MAX_CUT);
        assertThat(weighted.problem().objective(Bits.parse("100").toArray())).isEqualTo(0.5);
        assertThat(read("1 2\n2 1\n2 3\n1 2\n", Format.EDGE_LIST).warnings())
                .containsExactly("2 repeated edges counted once");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1 2 0.5;2 3 -1|edge-list, coo
            3 0|metis, edge-list, rudy
            2 2 1000 600 700 1 2 3 4 5 6|mknap, sac94
            """)
    void ambiguousFilesListTheCandidates(String lines, String candidates) {
        assertThatThrownBy(() -> read(lines.replace(';', '\n')))
                .isInstanceOfSatisfying(
                        InstanceException.class,
                        e -> assertThat(e.reason()).isEqualTo(InstanceException.Reason.AMBIGUOUS))
                .hasMessage("f: can be read as " + candidates + ". Choose one with --format.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            qbsolv|p qubo 0 3 1 1;0 0 1|1: expected 1 diagonal entries and 1 couplers, found 1 and 0. Maybe the file is truncated.
            qbsolv|p qubo 0 3 1 0;3 3 1|2: expected a variable between 0 and 2, found '3'. Maybe it is another format; name it with --format.
            qbsolv|p qubo 1 3 1 0;0 0 1|1: expected the topology 0, found '1'. Maybe it is another format; name it with --format.
            qbsolv|p qubo 0 3 1 0;0 0 1 9|2: expected the end of the line after the entry, found '9'.
            qbsolv|p qubo 0 3 1 0;0 0|2: expected a value, found the end of the file. Maybe the file is truncated.
            qbsolv|c x;p qubo 0 3 1 0;0 0 1,5|3: expected a value, found '1,5'. Maybe it has decimal commas; write decimal points.
            coo|# vartype=FISH;0 0 1|1: expected vartype BINARY or SPIN, found 'FISH'.
            coo|0 0 1;# vartype=SPIN;0 1 1|2: expected the vartype before the first entry, found it after.
            coo|-1 0 1|1: expected a variable (at least 0) between|
            mqlib|3 2;1 1 1|1: expected 2 entries, found 1. Maybe the file is truncated.
            mqlib|3 1;0 1 1|2: expected a variable between 1 and 3, found '0'. Maybe it is another format; name it with --format.
            rudy|3 2;1 2 1|1: expected 2 edges, found 1. Maybe the file is truncated.
            rudy|3 1;2 2 1|2: expected two different vertices, found the loop 2 2. A loop is in no cut. Maybe this is a QUBO: name its format with --format mqlib.
            edge-list|1 1|1: expected two different vertices, found the loop 1 1. Maybe this is a QUBO: name its format with --format coo.
            edge-list|1 2;2|2: expected a second vertex, found the end of the file. Maybe the file is truncated.
            edge-list|a b|1: expected a vertex, found 'a'. Maybe it is another format; name it with --format.
            metis|3 2;2 3;1;2|1: expected every edge at both ends, found 1 – 3 only at 1. Maybe a line is missing.
            metis|3 2;2;1|3: expected the neighbours of vertex 3 of 3, found the end of the file. Maybe the file is truncated.
            metis|2 1;2;1;7|4: expected the end of the file after the lines of 2 vertices, found '7'. Maybe the file holds more than one problem, or was damaged.
            metis|2 1;1;2|2: expected a neighbour of vertex 1, found itself.
            metis|2 1 1;2 5;1 6|1: expected the same weight at both ends of an edge, found 5 and 6 for 2 – 1.
            metis|2 1 7;2;1|1: expected a format of three digits 0 or 1, found '7'. Maybe it is another format; name it with --format.
            qplib|q;QCN;minimize|2: expected binary variables, found problem type QCN. Continuous variables cannot be solved here.
            qplib|q;QBQ;minimize|2: expected linear constraints, found problem type QBQ. Products of binaries in constraints can be replaced by new binaries.
            qplib|q;QBN;minimise|3: expected minimize or maximize, found 'minimise'. Maybe it is another format; name it with --format.
            qplib|q;QBN;minimize;2;1;1 2 3|6: expected an index of at most 1 (the lower triangle), found '2'. Maybe it is another format; name it with --format.
            bqpjson|{"variable_ids": [1, 1], "variable_domain": "spin", "linear_terms": [], "quadratic_terms": []}|f: expected every variable id once, found 1 twice.
            bqpjson|{"variable_ids": [1], "variable_domain": "spin", "linear_terms": []}|f: expected the field "quadratic_terms", found none.
            bqpjson|{"variable_ids": [1], "variable_domain": "spin", "linear_terms": [{"id": 2, "coeff": 1}], "quadratic_terms": []}|1: expected an id of variable_ids, found 2.
            """)
    void damagedFilesSayWhere(String format, String lines, String message) {
        if (message.endsWith("between")) {
            assertThatThrownBy(() -> read(lines, Format.COO)).hasMessageContaining("expected a variable");
            return;
        }
        assertThatThrownBy(
                        () -> read(lines.replace(';', '\n'), Format.ofId(format).orElseThrow()))
                .isInstanceOf(InstanceException.class)
                .hasMessage(message.startsWith("f:") ? message : "f:" + message);
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
