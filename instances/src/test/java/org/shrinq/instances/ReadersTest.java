package org.shrinq.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shrinq.instances.codec.GraphReading;
import org.shrinq.instances.text.InstanceException;
import org.shrinq.instances.text.Shape;
import org.shrinq.instances.text.Text;
import org.shrinq.instances.text.Tokens;
import org.shrinq.qubo.problem.MarketShare;
import org.shrinq.qubo.problem.MaxCut;
import org.shrinq.qubo.problem.MaximumIndependentSet;
import org.shrinq.qubo.problem.MultidimensionalKnapsack;
import org.shrinq.qubo.problem.ProblemKind;
import org.shrinq.qubo.problem.QuadraticAssignment;

/** The first readers, on small texts whose content is known. */
class ReadersTest {
    private static final String MKNAP = "3 2 9\n5 4 3\n2 3 1\n4 1 2\n5 6\n";
    private static final String SAC94 = "2 3\n5 4 3\n5 6\n2 3 1\n4 1 2\n9\n";

    private static void requireSmallKnapsack(Instance instance) {
        MultidimensionalKnapsack p = (MultidimensionalKnapsack) instance.problem();
        assertThat(p.items()).isEqualTo(3);
        assertThat(p.rows()).isEqualTo(2);
        assertThat(new double[] {p.value(0), p.value(1), p.value(2)}).containsExactly(5, 4, 3);
        assertThat(new double[] {p.weight(0, 0), p.weight(0, 1), p.weight(0, 2)})
                .containsExactly(2, 3, 1);
        assertThat(new double[] {p.weight(1, 0), p.weight(1, 1), p.weight(1, 2)})
                .containsExactly(4, 1, 2);
        assertThat(new double[] {p.capacity(0), p.capacity(1)}).containsExactly(5, 6);
        assertThat(instance.bestKnown()).hasValue(9);
    }

    @Test
    void bothKnapsackLayoutsGiveTheSameProblem() {
        Instance mknap = TestFiles.read("a.dat", MKNAP);
        assertThat(mknap.format()).isEqualTo(Format.MKNAP);
        requireSmallKnapsack(mknap);
        Instance sac94 = TestFiles.read("a.dat", SAC94);
        assertThat(sac94.format()).isEqualTo(Format.SAC94);
        requireSmallKnapsack(sac94);
    }

    @Test
    void knapsackLayoutIsFoundWhateverTheLinesAre() {
        String square = "2 2 1000 600 700 1 2 3 4 5 6";
        assertThat(Codecs.candidates(new Shape(TestFiles.text("a.dat", square)), ReadOptions.defaults()))
                .as("both layouts are plausible, one line: nothing decides")
                .containsExactly(Format.MKNAP, Format.SAC94);
        String wrapped = SAC94.replace('\n', ' ');
        requireSmallKnapsack(TestFiles.read("a.dat", MKNAP.replace(' ', '\n'), forced(Format.MKNAP)));
        requireSmallKnapsack(TestFiles.read("a.dat", wrapped, forced(Format.SAC94)));
    }

    /** Found by fuzzing: weights that never fit made the other order of the header look more plausible. */
    @Test
    void knapsackWithALinePerRowIsReadByItsLines() {
        String implausible =
                "8 3\n0 0.5 1\n1 2.5 1e-8 1.25 7 0.75 4.875 1e-8\n4e18 0.25 1e-8\n0.75 3e-8 6\n7e18 8e18 7\n8e18 "
                        + "7e18 0.25\n4e-81 0.75 4e-8\n6 3e-8 3\n2e-8 6e18 8\n0.5 1e18 1e19\n0\n";
        MultidimensionalKnapsack problem = (MultidimensionalKnapsack)
                TestFiles.read("a.dat", implausible, forced(Format.SAC94)).problem();
        assertThat(problem.items()).isEqualTo(3);
        assertThat(problem.rows()).isEqualTo(8);
        assertThat(problem.value(2)).isEqualTo(1);
        assertThat(problem.weight(7, 2)).isEqualTo(1e19);
        assertThat(TestFiles.read("a.dat", implausible).format()).isEqualTo(Format.SAC94);
    }

    private static ReadOptions forced(Format format) {
        return ReadOptions.defaults().withFormat(format);
    }

    @Test
    void severalKnapsacksNeedAnIndex() {
        String two = "2\n" + MKNAP + "1 1 0\n7\n3\n2\n";
        assertThatThrownBy(() -> TestFiles.read("mknap.txt", two))
                .hasMessage("mknap.txt: holds 2 problems. Choose one with --index 1 to 2.");
        requireSmallKnapsack(
                TestFiles.read("mknap.txt", two, ReadOptions.defaults().withIndex(1)));
        Instance second =
                TestFiles.read("mknap.txt", two, ReadOptions.defaults().withIndex(2));
        assertThat(second.name()).isEqualTo("mknap-2");
        assertThat(second.bestKnown()).isEmpty();
        assertThatThrownBy(() ->
                        TestFiles.read("mknap.txt", two, ReadOptions.defaults().withIndex(3)))
                .hasMessage("mknap.txt: expected at least 3 problems, found 2. Choose one with --index 1 to 2.");
    }

    @Test
    void qaplibNumbersWrapAndMayCarryABestValue() {
        for (String text : new String[] {"2\n0 1\n2\n0\n\n0 3 4 0", "2 18\n0 1 2 0\n0 3\n4 0\n"}) {
            Instance instance = TestFiles.read("q.dat", text);
            QuadraticAssignment p = (QuadraticAssignment) instance.problem();
            assertThat(p.flow(0, 1)).isEqualTo(1);
            assertThat(p.flow(1, 0)).isEqualTo(2);
            assertThat(p.distance(0, 1)).isEqualTo(3);
            assertThat(p.distance(1, 0)).isEqualTo(4);
            assertThat(instance.bestKnown().isPresent()).isEqualTo(text.startsWith("2 18"));
        }
    }

    @Test
    void truncatedQaplibSaysWhere() {
        assertThatThrownBy(() -> TestFiles.read("nug3.dat", "3\n0 1 2\n1 0 1\n2 1 0\n\n0 1 2\n1 0 1\n2 1"))
                .hasMessage("nug3.dat:8: expected 9 distances, found 8. Maybe the file is truncated.");
        assertThatThrownBy(() -> TestFiles.read("nug3.dat", "3\n0 1 2\n1 0 1\n2 1\n"))
                .hasMessage("nug3.dat:4: expected 9 flows, found 8. Maybe the file is truncated.");
    }

    @Test
    void dimacsGraphs() {
        String text = "c a comment\np edge 4 3\ne 1 2\ne 2 3\ne 3 4\nn 2 2.5\n";
        Instance instance = TestFiles.read("g.txt", text);
        MaximumIndependentSet p = (MaximumIndependentSet) instance.problem();
        assertThat(p.graph().edges()).isEqualTo(3);
        assertThat(p.weight(1)).isEqualTo(2.5);
        assertThat(p.weight(0)).isEqualTo(1);
        Instance cut = TestFiles.read(
                "g.txt", text.replace("n 2 2.5\n", ""), ReadOptions.defaults().withKind(ProblemKind.MAX_CUT));
        assertThat(((MaxCut) cut.problem()).edges()).isEqualTo(3);
        Instance clique = TestFiles.read("g.txt", text, ReadOptions.defaults().withGraph(GraphReading.COMPLEMENT));
        assertThat(((MaximumIndependentSet) clique.problem()).graph().hasEdge(0, 3))
                .isTrue();
        assertThat(((MaximumIndependentSet) clique.problem()).graph().edges()).isEqualTo(3);
    }

    @Test
    void dimacsEdgesInBothDirectionsCountOnce() {
        for (String header : new String[] {"p col 3 2", "p edge 3 4"}) {
            Instance instance = TestFiles.read("g.col", header + "\ne 1 2\ne 2 1\ne 2 3\ne 3 2\n");
            assertThat(((MaximumIndependentSet) instance.problem()).graph().edges())
                    .isEqualTo(2);
            assertThat(instance.warnings()).containsExactly("2 repeated edges counted once");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            p edge 3 3;e 1 2|1: expected 3 edges, found 1. Maybe the file is truncated.
            p edge 3 1;e 1 4|2: expected a vertex between 1 and 3, found '4'. Maybe it is another format; name it with --format.
            p edge 3 1;e 1 0|2: expected a vertex between 1 and 3, found '0'. Maybe it is another format; name it with --format.
            p edge 3 1;e 2 2|2: expected two different vertices, found the loop 2 2. A loop is in no cut, and its vertex in no independent set; leave loops out with --drop-loops.
            p edge 3 1;e 1 2 7|2: expected the end of the line after the edge, found '7'.
            p edge 3 1;e 1;e 1 2|2: expected a vertex between 1 and 3, found the end of the line. Maybe the file is damaged.
            p edge 3 1;e 1 2;x|3: expected a line that starts with c, p, e or n, found 'x'. Maybe it is another format; name it with --format.
            p edge 3 1;p edge 3 1;e 1 2|2: expected one p line, found a second one. Maybe two files were put together.
            p edge 3;e 1 2|1: expected the number of edges, found the end of the line. Maybe the file is damaged.
            e 1 2|1: expected a line 'p edge VERTICES EDGES' before the first edge.
            """)
    void damagedDimacsSaysWhere(String lines, String message) {
        assertThatThrownBy(() -> TestFiles.read("g.txt", lines.replace(';', '\n')))
                .isInstanceOf(InstanceException.class)
                .hasMessage("g.txt:" + message);
    }

    @Test
    void marketShare() {
        String text = "{\"name\": \"m\", \"num_products\": 1, \"num_retailers\": 3,\n \"demands\": [[1, 2.5, 3e0]],"
                + " \"target_demands\": [3]}";
        MarketShare p = (MarketShare) TestFiles.read("m.json", text).problem();
        assertThat(p.products()).isEqualTo(1);
        assertThat(p.demand(0, 1)).isEqualTo(2.5);
        assertThat(p.target(0)).isEqualTo(3);
        assertThatThrownBy(() -> TestFiles.read("m.json", text.replace("2.5", "\"2.5\"")))
                .hasMessage("m.json:2: expected a number, found '2.5'.");
        assertThatThrownBy(() -> TestFiles.read("m.json", text.replace("[3]", "[3, 4]")))
                .hasMessage("m.json:2: expected 1 target demands, found 2.");
        assertThatThrownBy(() -> TestFiles.read("m.json", text.substring(0, text.length() - 3)))
                .hasMessage("m.json:2: expected more JSON, found the end of the file. Maybe the file is truncated.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e-5",
                "3.",
                "+7",
                ".5",
                "-0.25E+2",
                "123456789012345678901234567890",
                "5e-324",
                "1.7976931348623157e308",
                "0.1",
                "9007199254740993",
                "00000000000000000000007"
            })
    void numbersAreReadToTheLastBit(String number) {
        Tokens tokens = new Tokens(TestFiles.text("n", number));
        assertThat(tokens.number("a number")).isEqualTo(Double.parseDouble(number));
        tokens.requireEnd("the number");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1f", "0x10", "NaN", "inf", "1e", "1e+", ".", "+", "--1", "1..2", "1,5", "1e999", "１", "1_000"})
    void whatIsNoNumberIsRefused(String word) {
        Tokens tokens = new Tokens(TestFiles.text("n", " \n" + word + " 2"));
        assertThatThrownBy(() -> tokens.number("a number")).hasMessageStartingWith("n:2: expected a number");
    }

    @Test
    void lineEndsByteOrderMarkTabsAndGzip(@TempDir Path folder) throws IOException {
        String dos = "\uFEFF" + MKNAP.replace("\n", "\r\n").replace(' ', '\t');
        requireSmallKnapsack(TestFiles.read("a.dat", dos));
        requireSmallKnapsack(TestFiles.read("a.dat", MKNAP.replace('\n', '\r')));
        assertThatThrownBy(() -> TestFiles.read("a.dat", MKNAP.replace("\n", "\r\n") + "x"))
                .hasMessageStartingWith("a.dat");
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(dos.getBytes(StandardCharsets.UTF_8));
        }
        Path file = folder.resolve("small.dat.gz");
        Files.write(file, packed.toByteArray());
        Instance instance = Instances.read(file);
        requireSmallKnapsack(instance);
        assertThat(instance.name()).isEqualTo("small");
        assertThat(instance.sha256()).isEqualTo(Text.sha256(packed.toByteArray(), packed.size()));
        byte[] cut = java.util.Arrays.copyOf(packed.toByteArray(), packed.size() - 10);
        Files.write(file, cut);
        assertThatThrownBy(() -> Instances.read(file))
                .hasMessageStartingWith("small.dat.gz: the gzip data is damaged after")
                .hasMessageEndingWith("Maybe the file is truncated.");
    }

    @Test
    void missingEmptyBinaryAndUnknownFiles(@TempDir Path folder) throws IOException {
        assertThatThrownBy(() -> Instances.read(folder.resolve("none.dat")))
                .hasMessageStartingWith("none.dat: no such file.")
                .hasMessageEndingWith("none.dat.");
        Files.writeString(folder.resolve("nug12.dat"), "1");
        assertThatThrownBy(() -> Instances.read(folder.resolve("nug12.dta")))
                .hasMessageEndingWith(" Maybe 'nug12.dat'?");
        Path file = folder.resolve("f");
        Files.writeString(file, " \n");
        assertThatThrownBy(() -> Instances.read(file)).hasMessage("f: the file is empty. Maybe the download failed.");
        Files.write(file, new byte[] {'1', 0, 2});
        assertThatThrownBy(() -> Instances.read(file)).hasMessageContaining("found byte 0 at offset 1");
        Files.writeString(file, "hello world\n");
        assertThatThrownBy(() -> Instances.read(file)).hasMessageContaining("fits none of the formats");
        assertThatThrownBy(() -> Instances.read(folder)).hasMessageContaining("is a folder");
    }

    /** Finite numbers whose sums are not: of coefficients, of parallel edges, doubled, squared. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "p qubo 0 3 3 0\n0 0 -1e308\n1 1 -1e308\n2 2 -1e308\n",
                "# Biq Mac: minimise\n3 2\n1 1 3\n1 2 1e308\n",
                "# vartype=SPIN\n0 0 1\n0 1 1e308\n",
                "3 3\n1 2 1e308\n2 3 1e308\n1 3 1e308\n",
                "p edge 3 1\ne 1 2\nn 1 1e308\nn 2 1e308\nn 3 1e308\n",
                "q\nQBN\nminimize\n2\n1\n2 1 1\n0\n2\n1 1e308\n2 1e308\n0\n1e20\n0\n0\n0\n0\n0\n0\n",
                "min\nobj: 1e308 a + 1e308 b\nst\nc: a <= 1\nbin\na b\nend\n",
                "min\nobj: a\nst\nc: 1e308 a + 1e308 b - 1e308 d <= 1\nbin\na b d\nend\n"
            })
    void sumsBeyondTheNumbersOfJavaAreRefused(String text) {
        assertThatThrownBy(() -> TestFiles.read("f", text))
                .isInstanceOf(InstanceException.class)
                .hasMessageMatching("f(:[0-9]+)?: expected .*found larger numbers.*");
    }
}
