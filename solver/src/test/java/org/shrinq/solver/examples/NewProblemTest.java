package org.shrinq.solver.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shrinq.solver.Shrinq;
import org.shrinq.solver.Solution;
import org.shrinq.solver.Status;

/** Runs what docs/new-problem.md tells, and keeps the page and the code the same. */
class NewProblemTest {
    private static final Path FOLDER = Path.of("src/test/java/org/shrinq/solver/examples");

    @Test
    void setPackingIsSolvedFromItsModelAlone() {
        // begin use
        double[] values = {6, 5, 4, 4, 3};
        int[][] sets = {{0, 1, 2}, {2, 3}, {0, 4}, {1, 3}, {4}};
        Solution solution = Shrinq.solve(new SetPacking(values, sets, 5));
        System.out.println(
                solution.x().orElseThrow() + " is worth " + solution.objective().orElseThrow());
        // end use
        assertThat(solution.objective()).hasValue(9);
        assertThat(solution.status()).isEqualTo(Status.OPTIMAL);
    }

    @Test
    void thePageHoldsTheCode() throws IOException {
        String page = Files.readString(Path.of("../docs/new-problem.md"));
        assertThat(page)
                .contains("```java\n" + section("SetPacking.java", "class", 0) + "```")
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
