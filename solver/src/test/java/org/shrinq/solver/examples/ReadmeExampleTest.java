package org.shrinq.solver.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shrinq.qubo.problem.MultidimensionalKnapsack;
import org.shrinq.solver.Method;
import org.shrinq.solver.Shrinq;
import org.shrinq.solver.Solution;
import org.shrinq.solver.SolverOptions;

/** Runs the API example of the README and keeps both the same. */
class ReadmeExampleTest {
    @Test
    void theExampleRuns() {
        // begin README
        double[] values = {10, 13, 7, 8, 12, 4};
        double[][] weights = {{5, 6, 3, 4, 6, 1}, {3, 7, 2, 5, 4, 2}};
        double[] capacities = {14, 13};
        var knapsack = MultidimensionalKnapsack.of("mine", values, weights, capacities);

        SolverOptions options =
                SolverOptions.defaults().withMethod(Method.QAOA).withQubits(8).withSeed(42);
        Solution solution = Shrinq.with(options).run(knapsack);

        solution.x()
                .ifPresent(x -> System.out.println(
                        x + " is worth " + solution.objective().getAsDouble()));
        System.out.println(
                solution.status() + ", at most " + solution.bound().best().value());
        // end README
        assertThat(solution.objective()).hasValue(31);
    }

    @Test
    void theReadmeHoldsTheExample() throws IOException {
        String readme = Files.readString(Path.of("../README.md"));
        List<String> lines =
                Files.readAllLines(Path.of("src/test/java/org/shrinq/solver/examples/ReadmeExampleTest.java"));
        int begin = lines.indexOf("        // begin README");
        int end = lines.indexOf("        // end README");
        StringBuilder example = new StringBuilder();
        for (String line : lines.subList(begin + 1, end)) {
            example.append(line.strip().isEmpty() ? "" : line.substring(8)).append('\n');
        }
        assertThat(readme).contains("```java\n" + example + "```");
    }
}
