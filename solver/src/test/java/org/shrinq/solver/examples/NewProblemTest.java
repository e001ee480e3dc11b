package org.shrinq.solver.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shrinq.instances.VariableMap;
import org.shrinq.instances.family.FileFamilies;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.encode.Encoder;
import org.shrinq.qubo.encode.EncodingOptions;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.repair.Change;
import org.shrinq.repair.Improvers;
import org.shrinq.repair.RepairMode;
import org.shrinq.repair.Repaired;
import org.shrinq.repair.Repairs;
import org.shrinq.repair.verify.Verification;
import org.shrinq.repair.verify.Verifier;
import org.shrinq.search.Hints;
import org.shrinq.search.Improvement;
import org.shrinq.search.SearchLimit;
import org.shrinq.solver.Shrinq;
import org.shrinq.solver.Solution;
import org.shrinq.solver.Status;
import org.shrinq.solver.TestProblems;

/** Runs what docs/new-problem.md tells, and keeps the page and the code the same. */
class NewProblemTest {
    private static final Path FOLDER = Path.of("src/test/java/org/shrinq/solver/examples");

    private static final Path SERVICES =
            Path.of("src/test/resources/META-INF/services/org.shrinq.qubo.problem.ProblemFamily");

    private static final String FILE = """
            5
            7 1 2 3
            5 3 4
            4 1 5
            4 2 4
            3 5
            """;

    @TempDir
    private Path folder;

    @Test
    void setPackingIsSolvedFromItsModelAlone() throws IOException {
        Path file = Files.writeString(folder.resolve("packing.txt"), FILE);
        // begin use
        SetPacking packing = SetPackingReader.read(file);
        Solution solution = Shrinq.solve(packing);
        System.out.println(solution.status() + ": sets " + solution.x().orElseThrow() + " are worth "
                + solution.objective().orElseThrow());
        // end use
        assertThat(solution.objective()).hasValue(TestProblems.optimum(packing)).hasValue(10);
        assertThat(solution.status()).isEqualTo(Status.OPTIMAL);
        assertThat(solution.x().orElseThrow().toString()).isEqualTo("10001");
    }

    /** The model against the definition: as many as there are subsets of sets. */
    @Test
    void theModelIsSetPacking() throws IOException {
        Path file = Files.writeString(folder.resolve("packing.txt"), FILE);
        SetPacking packing = SetPackingReader.read(file);
        int[][] sets = {{0, 1, 2}, {2, 3}, {0, 4}, {1, 3}, {4}};
        for (int z = 0; z < 32; z++) {
            Set<Integer> used = new HashSet<>();
            boolean disjoint = true;
            for (int s = 0; s < 5; s++) {
                for (int e : sets[s]) {
                    disjoint &= (z >> s & 1) == 0 || used.add(e);
                }
            }
            byte[] x = Bits.ofIndex(5, z).toArray();
            assertThat(packing.model().isFeasible(x)).as("subset %d", z).isEqualTo(disjoint);
            assertThat(packing.model().value(x)).isEqualTo(packing.objective(x));
        }
    }

    @Test
    void theVerifierKnowsTheRules() throws IOException {
        SetPacking packing = SetPackingReader.read(Files.writeString(folder.resolve("packing.txt"), FILE));
        Verification verdict = Verifier.of(packing).verify(Bits.of(new byte[] {1, 1, 1, 0, 0}));
        assertThat(verdict.feasible()).isFalse();
        assertThat(verdict.objective()).isEqualTo(16);
        assertThat(verdict.constraints()).isEqualTo(5);
        assertThat(verdict.violations().toString()).contains("element 1", "element 3", "in 2 chosen sets");
        for (int z = 0; z < 32; z++) {
            byte[] x = Bits.ofIndex(5, z).toArray();
            assertThat(Verifier.of(packing).isFeasible(x))
                    .isEqualTo(packing.model().isFeasible(x));
        }
    }

    @Test
    void repairAndSearchKnowTheFamily() throws IOException {
        SetPacking packing = SetPackingReader.read(Files.writeString(folder.resolve("packing.txt"), FILE));
        SplittableRandom random = new SplittableRandom(1);
        Repaired repaired = Repairs.forProblem(packing, Hints.none(), RepairMode.FEASIBLE_ONLY)
                .repair(new byte[] {1, 1, 1, 0, 0}, random, Deadline.never());
        assertThat(repaired.solution().toString()).isEqualTo("10000");
        assertThat(repaired.changes()).extracting(Change::reason).containsOnly("in conflict with 1 chosen neighbours");
        Improvement found = Improvers.tabu(packing, Hints.none())
                .improve(Bits.of(new byte[5]), random, SearchLimit.iterations(200));
        assertThat(found.objective()).isEqualTo(10);
        assertThat(found.iterations()).isEqualTo(200);
    }

    @Test
    void filesKnowTheFamily() throws IOException {
        SetPacking packing = SetPackingReader.read(Files.writeString(folder.resolve("packing.txt"), FILE));
        assertThat(packing.kind().title()).isEqualTo("set packing");
        assertThat(FileFamilies.listsSelected(packing)).isTrue();
        VariableMap map = VariableMap.of(
                packing,
                List.of(),
                Encoder.encode(packing.normalForm().problem().model(), EncodingOptions.defaults()));
        assertThat(map.kind().id()).isEqualTo("set-packing");
        assertThat(map.entries().get(1).meaning()).isEqualTo("set 2 is chosen");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x | packing.txt:1: expected a number of elements, found 'x'",
                "3~1 4 | packing.txt:2: expected an element, found '4'",
                "3~1 2~-1 2 | packing.txt:3: expected the worth of a set, found '-1'"
            })
    void theReaderTellsTheLine(String text, String message) throws IOException {
        Path file = Files.writeString(folder.resolve("packing.txt"), text.replace('~', '\n'));
        assertThatThrownBy(() -> SetPackingReader.read(file)).hasMessageContaining(message);
    }

    @Test
    void thePageHoldsTheCode() throws IOException {
        String page = Files.readString(Path.of("../docs/new-problem.md"));
        assertThat(page)
                .contains("```\n" + FILE + "```")
                .contains("```java\n" + section("SetPacking.java", "class", 0) + "```")
                .contains("```java\n" + section("SetPackingReader.java", "reader", 0) + "```")
                .contains("```java\n" + section("SetPackingRules.java", "rules", 0) + "```")
                .contains("```java\n" + section("SetPackingRepair.java", "repair", 0) + "```")
                .contains("```java\n" + section("SetPackingFamily.java", "family", 0) + "```")
                .contains("```\n" + Files.readString(SERVICES) + "```")
                .contains("```java\n" + section("NewProblemTest.java", "use", 8) + "```");
    }

    private static String section(String file, String name, int indent) throws IOException {
        List<String> lines = Files.readAllLines(FOLDER.resolve(file));
        int begin = lines.indexOf(" ".repeat(indent) + "// begin " + name);
        int end = lines.indexOf(" ".repeat(indent) + "// end " + name);
        StringBuilder text = new StringBuilder();
        for (String line : lines.subList(begin + 1, end)) {
            text.append(line.isEmpty() ? "" : line.substring(indent)).append('\n');
        }
        return text.toString();
    }
}
