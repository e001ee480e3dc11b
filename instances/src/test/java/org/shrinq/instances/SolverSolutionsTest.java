package org.shrinq.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shrinq.instances.solution.SolutionFile;
import org.shrinq.instances.solution.SolutionForm;
import org.shrinq.instances.solution.Solutions;
import org.shrinq.qubo.Bits;

/** Solution files as each solver writes them, of a model with an integer, a constant and a product. */
class SolverSolutionsTest {
    static final String MODEL = "Maximize\n obj: 3 i + 2 a - b + k\nSubject To\n r: 2 i + 5 a <= 13\n"
            + " q: [ a * b ] <= 0\nBounds\n i <= 9\n k = 1.5\nGenerals\n i\nBinaries\n a b\nEnd\n";

    private static SolutionFile read(String lines) {
        Instance instance = TestFiles.read("m.lp", MODEL);
        return Solutions.read(
                TestFiles.text("s.sol", lines.replace('|', '\n') + "\n"),
                instance.problem(),
                instance.variableNames(),
                instance.table());
    }

    /** i = 4, a = 1: worth 12 + 2 + 1.5; the solver's name, an @ and its file. */
    private static final String FORMS = """
        HiGHS@Model status|Optimal||# Primal solution values|Feasible|Objective 15.5|Objective_bound 15.5|MIP_rel_gap 0|# Columns 4|i 4|a 1|b 0|k 1.5|# Rows 2|r 13|q 0||# Dual solution values|None
        SCIP@solution status: optimal solution found|objective value:                                 15.5|i                                                   4 \t(obj:3)|a                                                   1 \t(obj:2)|k                                                 1.5 \t(obj:1)
        CBC@Optimal - objective value 15.50000000|      0 i                      4                       3|      1 a                      1                       2|      3 k                    1.5                       1
        Gurobi@# Solution for model obj|# Objective value = 15.5|i 4.0000001|a 0.99999998|b 0|k 1.5
        CPLEX@<?xml version = "1.0"?>|<CPLEXSolution version="1.2">| <header problemName="m.lp" objectiveValue="15.5"|  solutionStatusString="integer optimal solution"/>| <variables>|  <variable name="i" index="0" value="4"/>|  <variable name="a" index="1" value="1"/>|  <variable name='k' value='1.5' index="3"/>| </variables>|</CPLEXSolution>
        MIPLIB@=obj= 15.5|i 4|a 1
        """;

    /** A file of every solver. */
    static List<String> forms() {
        return FORMS.lines()
                .map(l -> l.substring(l.indexOf('@') + 1).replace('|', '\n') + "\n")
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '@', textBlock = FORMS)
    void everySolversForm(String solver, String lines) {
        SolutionFile file = read(lines);
        Instance instance = TestFiles.read("m.lp", MODEL);
        byte[] x = file.x().toArray();
        assertThat(file.form()).isEqualTo(SolutionForm.SOL);
        assertThat(file.claimed()).as(solver).hasValue(15.5);
        assertThat(instance.problem().objective(x)).isEqualTo(15.5);
        assertThat(instance.problem().model().isFeasible(x)).isTrue();
        assertThat(instance.table().valueOf("i", x)).hasValue(4);
        assertThat(instance.table().integers(x)).containsEntry("i", 4.0).containsEntry("k", 1.5);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '@', textBlock = """
        i 10@s.sol:1: expected a whole number between 0 and 9 for 'i', found 10.
        i 2.5@s.sol:1: expected a whole number between 0 and 9 for 'i', found 2.5.
        k 2@s.sol:1: expected k = 1.5, which its bounds say, found 2.
        i 1|j 2@s.sol:2: expected the name of a variable, found 'j'. The variables are i to k.
        i 1|i 1@s.sol:2: expected every variable once, found 'i' twice.
        no solution available@s.sol:1: there is no solution in it.
        <CPLEXSolution><variables><variable name="i" value="x"/>@s.sol:1: expected a number, found 'x'.
        <CPLEXSolution><variables>@s.sol:1: expected at least one <variable name=… value=…/>, found the end of the file. Maybe the file is truncated.
        """)
    void refusals(String lines, String message) {
        assertThatThrownBy(() -> read(lines)).hasMessage(message);
    }

    @Test
    void productsFollowTheirFactors() {
        Instance instance = TestFiles.read("m.lp", MODEL);
        byte[] x = read("a 1|b 1").x().toArray();
        assertThat(instance.problem().model().isFeasible(x)).isFalse();
        assertThat(instance.problem().objective(x)).isEqualTo(2 - 1 + 1.5);
    }

    @Test
    void whatIsWrittenReadsBack(@TempDir Path folder) throws IOException {
        Instance instance = TestFiles.read("m.lp", MODEL);
        Bits x = read("i 4|a 1").x();
        Path file = folder.resolve("s.sol");
        Solutions.write(file, SolutionForm.SOL, instance, x);
        assertThat(Files.readString(file)).isEqualTo("# objective value = 15.5\ni 4\na 1\nb 0\nk 1.5\n");
        assertThat(Solutions.read(file, instance).x()).isEqualTo(x);
        assertThat(Solutions.read(file, instance).notes()).isEmpty();
    }

    @Test
    void numbersMayHaveComments() {
        Instance path = TestFiles.read("g", "p edge 3 2\ne 1 2\ne 2 3\n");
        SolutionFile file = Solutions.read(
                TestFiles.text("s", "# Solution for model obj\n# Objective value = 2\n1\n3\n"),
                path.problem(),
                java.util.List.of());
        assertThat(file.x()).isEqualTo(Bits.parse("101"));
        assertThat(file.claimed()).hasValue(2);
    }
}
