package org.shrinq.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shrinq.instances.codec.Loops;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.problem.MaximumIndependentSet;
import org.shrinq.qubo.problem.ProblemKind;

/** Graph files as other programs publish them: names, headers, tables, loops, counts in both directions. */
class EdgeTablesTest {
    private static Instance read(String content) {
        return TestFiles.read("f", content);
    }

    private static Instance readDropping(String content) {
        return TestFiles.read("f", content, ReadOptions.defaults().withLoops(Loops.DROPPED));
    }

    private static int edges(Instance instance) {
        return ((MaximumIndependentSet) instance.problem()).graph().edges();
    }

    @Test
    void aDimacsHeaderMayCountEveryEdgeTwice() {
        Instance c5 = read("p edge 5 10\ne 1 2\ne 2 3\ne 3 4\ne 4 5\ne 5 1\n");
        assertThat(edges(c5)).isEqualTo(5);
        assertThat(c5.warnings()).containsExactly("the header counts every edge twice, each is listed once");
        assertThatThrownBy(() -> read("p edge 5 9\ne 1 2\ne 2 3\ne 3 4\ne 4 5\ne 5 1\n"))
                .hasMessage("f:1: expected 9 edges, found 5. Maybe the file is truncated.");
        assertThat(edges(read("p edge 3 4\ne 1 2\ne 2 1\ne 2 3\ne 3 2\n"))).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        p edge 3 3;e 1 2;e 2 2;e 2 3
        p edge 3 2;e 1 2;e 2 2;e 2 3
        3 2;2;1 2 3;2
        7 2;2 2;2 9;9 2;7 2
        """)
    void loopsAreRefusedOrDropped(String lines) {
        String text = lines.replace(';', '\n') + "\n";
        ReadOptions metis =
                lines.startsWith("3 2") ? ReadOptions.defaults().withFormat(Format.METIS) : ReadOptions.defaults();
        assertThatThrownBy(() -> TestFiles.read("f", text, metis)).hasMessageContaining("--drop-loops");
        Instance dropped = TestFiles.read("f", text, metis.withLoops(Loops.DROPPED));
        assertThat(edges(dropped)).isEqualTo(2);
        assertThat(dropped.warnings()).contains("1 loop was left out");
    }

    @Test
    void loopsOfCutsAreDropped() {
        ReadOptions rudy = ReadOptions.defaults().withFormat(Format.RUDY).withLoops(Loops.DROPPED);
        Instance cut = TestFiles.read("f", "3 3\n1 2 2\n2 2 9\n2 3 -1\n", rudy);
        assertThat(cut.problem().objective(Bits.parse("010").toArray())).isEqualTo(1);
    }

    @Test
    void namesAndHeaderWords() {
        Instance names = read("anna bert\nbert carl\n# a comment\ncarl anna\ncarl dora\n");
        assertThat(names.format()).isEqualTo(Format.EDGE_LIST);
        assertThat(names.variableNames()).containsExactly("anna", "bert", "carl", "dora");
        assertThat(edges(names)).isEqualTo(4);
        Instance header = read("source target weight\n1 2 0.5\n10 2 3\n");
        assertThat(header.problem().kind()).isEqualTo(ProblemKind.MAX_CUT);
        assertThat(header.variableNames()).containsExactly("1", "2", "10");
        assertThat(header.problem().objective(Bits.parse("010").toArray())).isEqualTo(3.5);
    }

    @Test
    void csv() {
        Instance plain = read("1,2\n2,3\n3,1\n");
        assertThat(edges(plain)).isEqualTo(3);
        Instance gephi =
                read("\"Source\",\"Target\",\"Type\",\"Weight\"\r\n\"a, b\",c,Undirected,2\r\nc,d,Undirected,1.5\r\n");
        assertThat(gephi.variableNames()).containsExactly("a, b", "c", "d");
        assertThat(gephi.problem().objective(Bits.parse("010").toArray())).isEqualTo(3.5);
        Instance semicolons = read("x;y;2\ny;z;-1\n");
        assertThat(semicolons.problem().objective(Bits.parse("010").toArray())).isEqualTo(1);
        assertThatThrownBy(() -> read("u,v,weight\n1,2,3\n2,3\n"))
                .hasMessageContaining("expected 3 columns as on the first line, found 2");
    }

    @Test
    void aListOfLoopsAloneIsNoGraph() {
        assertThatThrownBy(() -> TestFiles.read(
                        "f",
                        "7 7\n9 9\n",
                        ReadOptions.defaults().withFormat(Format.EDGE_LIST).withLoops(Loops.DROPPED)))
                .hasMessageContaining("expected an edge that is no loop");
    }

    @Test
    void konect() {
        Instance plain = read("% sym unweighted\n% 3 3 3\n1 2 1 1082040961\n2 3 1 1082155839\n1 3 1 1082414391\n");
        assertThat(edges(plain)).isEqualTo(3);
        Instance signed = read("% asym signed\n1 2 -1 5\n2 3 1 6\n");
        assertThat(signed.problem().objective(Bits.parse("001").toArray())).isEqualTo(1);
        assertThatThrownBy(() -> read("% bip unweighted\n1 1\n1 2\n"))
                .hasMessageContaining("found a bipartite network");
    }

    @Test
    void percentCommentsInWeightedLists() {
        Instance list = read("% weights\n1 2 0.5\n2 3 -1\n");
        assertThat(list.format()).isEqualTo(Format.EDGE_LIST);
        assertThat(list.problem().objective(Bits.parse("100").toArray())).isEqualTo(0.5);
    }

    @Test
    void otherTextsAreNoTables() {
        for (String text :
                new String[] {"x1 1\nx2 0\nx3 1\n", "a line of prose\nand another\n", "one two\n", "e 1 2\ne 2 3\n"}) {
            assertThatThrownBy(() -> readDropping(text))
                    .isInstanceOf(org.shrinq.instances.text.InstanceException.class);
        }
    }
}
