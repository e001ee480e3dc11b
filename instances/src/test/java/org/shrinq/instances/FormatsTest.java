package org.shrinq.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.shrinq.instances.TestFiles.value;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shrinq.instances.text.InstanceException;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.Sense;
import org.shrinq.qubo.problem.MaxCut;
import org.shrinq.qubo.problem.MaximumIndependentSet;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.problem.ProblemKind;

/**
 * Each format's meaning, on texts small enough to work out by hand; those of models with constraints are in {@link
 * ModelFormatsTest}.
 */
class FormatsTest {
    private static Instance read(String content) {
        return TestFiles.read("f", content);
    }

    private static Instance read(String content, Format format) {
        return TestFiles.read("f", content, ReadOptions.defaults().withFormat(format));
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
        requireForm(read("# max\n# offset 0.5\n3 3\n1 1 1\n2 2 3\n1 3 -1\n"), Format.MQLIB, Sense.MAXIMIZE);
        // the sample of its own documentation: Q = [[5, −6, 0], [−6, 3, −1], [0, −1, 1]]
        Instance sample = read("# MQLib sample\n3 5\n1 1 5\n2 2 3\n3 3 1\n1 2 -6\n2 3 -1\n");
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
        rudy|3 1;2 2 1|2: expected two different vertices, found the loop 2 2. A loop is in no cut: leave loops out with --drop-loops. Maybe this is a QUBO: name its format with --format mqlib or biqmac.
        edge-list|1 1|1: expected two different vertices, found the loop 1 1. Leave loops out with --drop-loops. Maybe this is a QUBO: name its format with --format coo.
        edge-list|1 2;2|2: expected a second vertex, found the end of the file. Maybe the file is truncated.
        edge-list|a b;c|2: expected 2 columns as on the first line, found 1. Maybe the file is truncated.
        metis|3 2;2 3;1;2|1: expected every edge at both ends, found 1 – 3 only at 1. Maybe a line is missing.
        metis|3 2;2;1|3: expected the neighbours of vertex 3 of 3, found the end of the file. Maybe the file is truncated.
        metis|2 1;2;1;7|4: expected the end of the file after the lines of 2 vertices, found '7'. Maybe the file holds more than one problem, or was damaged.
        metis|2 1;1;2|2: expected a neighbour of vertex 1, found itself. A loop is in no cut, and its vertex in no independent set; leave loops out with --drop-loops.
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
}
