package org.shrinq.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shrinq.instances.generate.AssignmentGenerator;
import org.shrinq.instances.generate.CodeGraph;
import org.shrinq.instances.solution.SolutionFile;
import org.shrinq.instances.solution.SolutionForm;
import org.shrinq.instances.solution.Solutions;
import org.shrinq.instances.text.InstanceException;
import org.shrinq.instances.text.TextSink;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.problem.QuadraticAssignment;
import org.shrinq.qubo.run.RandomStreams;

class SolutionsTest {
    private static final QuadraticAssignment QAP = AssignmentGenerator.uniform("q", 4, new RandomStreams(3));
    private static final Problem MIS = CodeGraph.ONE_TRANSPOSITION.problem(3);

    private static SolutionFile read(String content, Problem problem) {
        return Solutions.read(TestFiles.text("s", content), problem, List.of());
    }

    private static Bits assignment(int... locations) {
        return Bits.of(QAP.assignment(locations));
    }

    @ParameterizedTest
    @CsvSource({"2 4 1 3", "1 3 0 2"})
    void permutationsCountFromOneOrZeroAndSaySo(String numbers) {
        SolutionFile file = read(numbers, QAP);
        assertThat(file.form()).isEqualTo(SolutionForm.PERMUTATION);
        assertThat(file.x()).isEqualTo(assignment(1, 3, 0, 2));
        assertThat(file.notes()).hasSize(numbers.contains("0") ? 1 : 0);
    }

    @Test
    void slnFilesAreCheckedAgainstTheirOwnValue() {
        int[] p = {1, 3, 0, 2};
        int[] inverse = {2, 0, 3, 1};
        String value = TextSink.text(QAP.cost(p));
        SolutionFile right = read("4 " + value + "\n 2 4\n 1 3\n", QAP);
        assertThat(right.form()).isEqualTo(SolutionForm.SLN);
        assertThat(right.x()).isEqualTo(assignment(p));
        assertThat(right.claimed()).hasValue(QAP.cost(p));
        assertThat(right.notes()).isEmpty();
        assertThat(QAP.cost(inverse)).isNotEqualTo(QAP.cost(p));
        SolutionFile inverted = read("4 " + value + "\n3 1 4 2\n", QAP);
        assertThat(inverted.x()).isEqualTo(assignment(p));
        assertThat(inverted.notes()).singleElement().asString().contains("inverted");
        SolutionFile wrong = read("4 5\n2 4 1 3\n", QAP);
        assertThat(wrong.x()).isEqualTo(assignment(p));
        assertThat(wrong.notes()).containsExactly("the file claims 5, its permutation costs " + value);
        SolutionFile zero = read("4 " + value + "\n1 3 0 2\n", QAP);
        assertThat(zero.x()).isEqualTo(assignment(p));
        assertThat(zero.notes()).containsExactly("the permutation counts from 0");
        assertThatThrownBy(() -> read("4 5\n2 4 1 5\n", QAP))
                .hasMessageContaining("s:2: expected a location between 1 and 4, found '5'");
        assertThatThrownBy(() -> read("4 5\n2 4 1 0\n", QAP)).hasMessageContaining("found 0 and 4");
    }

    /** A location that is taken twice is for the verification to find, whatever the form. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "4 5;2 4 1 1 | 1 3 0 0",
                "2 4 1 1 | 1 3 0 0",
                "0 3 3 1 | 0 3 3 1",
                "{\"permutation\": [2, 4, 1, 1]} | 1 3 0 0"
            })
    void permutationsThatAreNoneAreReadAsTheyStand(String content, String locations) {
        byte[] x = new byte[16];
        int facility = 0;
        for (String location : locations.split(" ")) {
            x[4 * facility++ + Integer.parseInt(location)] = 1;
        }
        assertThat(read(content.replace(';', '\n'), QAP).x()).isEqualTo(Bits.of(x));
    }

    @Test
    void commasSeparateToo() {
        assertThat(read("4,7\n2,4, 1,3\n", QAP).x()).isEqualTo(assignment(1, 3, 0, 2));
        assertThat(read("1,4,7", MIS).x()).isEqualTo(Bits.parse("10010010"));
    }

    @Test
    void resultFilesMakeClaims() {
        SolutionFile.Claims claims = read("""
                        {"instance": {"name": "a", "sha256": "0f"}, "status": "OPTIMAL", "objective": 3, "bound": 4.5,
                         "feasible": true, "solution": {"x": [1,0,0,1,0,0,1,0], "selected": [1, 4, 7]}}
                        """, MIS).claims();
        assertThat(claims.objective()).hasValue(3);
        assertThat(claims.bound()).hasValue(4.5);
        assertThat(claims.status()).hasValue("OPTIMAL");
        assertThat(claims.feasible()).hasValue(true);
        assertThat(claims.sha256()).hasValue("0f");
        assertThat(read("1 4 7", MIS).claims()).isEqualTo(SolutionFile.Claims.of(java.util.OptionalDouble.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10010010",
                "1 0 0 1\n0 0 1 0\n",
                "1 4 7",
                "0 3 6",
                "[1,0,0,1,0,0,1,0]",
                "{\"x\": [1,0,0,1,0,0,1,0]}",
                "{\"objective\": 3, \"solution\": {\"x\": null, \"selected\": [1, 4, 7], \"permutation\": null}, "
                        + "\"stages\": {\"x\": 1}}",
                "# comment\nx1 1\nx2 0 \t(obj:1)\nx4 0.9999999\nx7 1\n"
            })
    void everyFormGivesTheSameBits(String content) {
        SolutionFile file = read(content, MIS);
        assertThat(file.x()).isEqualTo(Bits.parse("10010010"));
        assertThat(file.notes().isEmpty()).isEqualTo(!content.startsWith("0 3") && !content.startsWith("#"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1 4 9|s:1: expected a variable between 1 and 8, found '9'
            1 4 4|s:1: expected every variable once, found '4' twice
            1 2.5|s:1: expected a variable between 1 and 8, found '2.5'
            x1 0.5|s:1: expected 0 or 1, found '0.5'
            x1 1;x1 1|s:2: expected every variable once, found 'x1' twice
            x9 1|s:1: expected the name of a variable, found 'x9'. The variables are x1 to x8.
            x1|s:1: expected the value of x1, found the end of the file
            [1,0]|s: expected 8 bits, found 2
            [1,0,0,1,0,0,1,2]|s: expected bits between 0 and 1, found 2
            1 0 0 1 0 0 1|s:1: expected 8 bits, found 7
            100100101|s:1: expected 8 bits, found 9
            0100|s:1: expected 8 bits, found 4
            {"x": [1,0,0,1,0,0,1,0], "selected": [1, 4]}|s: variable 7 is 1 in "x" and 0 in "selected"
            {"selected": [1, 4, 1]}|s: expected every variable once, found 1 twice
            {"status": "UNKNOWN", "solution": null}|s: there is no solution in it, its status is UNKNOWN
            {}|s: expected a solution with "x", "permutation" or "selected", found none
            {"selected": [0]}|s: expected variables between 1 and 8, found 0
            [1,0|s:1: expected more JSON, found the end of the file
            """)
    void damagedSolutionsSayWhere(String content, String message) {
        assertThatThrownBy(() -> read(content.replace(';', '\n'), MIS))
                .isInstanceOf(InstanceException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void solverFilesMayNameTheirObjective() {
        assertThat(read("# Objective value = 3\nx1 1\n", MIS).claimed()).hasValue(3);
        assertThat(read("=obj= 2.5\nx1 1\n", MIS).claimed()).hasValue(2.5);
        assertThat(read("solution status: optimal\nobjective value:    3\nx1    1 \t(obj:1)\n", MIS)
                        .claimed())
                .hasValue(3);
        SolutionFile named = Solutions.read(
                TestFiles.text("s", "b 1\n"),
                CodeGraph.ONE_TRANSPOSITION.problem(3),
                List.of("a", "b", "c", "d", "e", "f", "g", "h"));
        assertThat(named.x()).isEqualTo(Bits.parse("01000000"));
        assertThat(named.notes()).containsExactly("7 variables are not named and are 0");
    }

    @ParameterizedTest
    @EnumSource(SolutionForm.class)
    void writtenSolutionsReadBack(SolutionForm form, @TempDir Path folder) {
        Path path = folder.resolve("solution");
        Bits x = assignment(1, 3, 0, 2);
        if (form == SolutionForm.JSON) {
            assertThatThrownBy(() -> Solutions.write(path, form, QAP, List.of(), x))
                    .hasMessageContaining("result file");
            assertThat(path).doesNotExist();
            return;
        }
        Solutions.write(path, form, QAP, List.of(), x);
        SolutionFile read = Solutions.read(path, QAP);
        assertThat(read.x()).isEqualTo(x);
        assertThat(read.form()).isEqualTo(form);
        assertThat(read.notes()).isEmpty();
        if (form == SolutionForm.SLN || form == SolutionForm.SOL) {
            assertThat(read.claimed()).hasValue(QAP.objective(x.toArray()));
        }
    }

    @Test
    void infeasibleAssignmentsHaveNoPermutation() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        TextSink out = new TextSink(bytes);
        assertThatThrownBy(() -> Solutions.write(out, "s", SolutionForm.SLN, QAP, List.of(), Bits.zeros(16)))
                .hasMessage("s: the solution cannot be written as sln: it holds feasible solutions of quadratic "
                        + "assignments only.");
        assertThat(new String(bytes.toByteArray(), StandardCharsets.UTF_8)).isEmpty();
    }
}
