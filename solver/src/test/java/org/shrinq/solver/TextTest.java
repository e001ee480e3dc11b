package org.shrinq.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shrinq.instances.Instance;
import org.shrinq.instances.Instances;
import org.shrinq.qubo.encode.Encoding;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.run.RandomStreams;

/** What a debugger or a log shows of the types that a user meets: a line that says what it is. */
class TextTest {
    @Test
    void everyTypeOfTheApiReadsAsALine() {
        List<Object> all = new ArrayList<>();
        for (Problem problem : TestProblems.small(7)) {
            all.add(problem);
            all.add(problem.model());
            all.add(problem.model().objective());
            all.addAll(problem.model().constraints());
            all.add(problem.normalForm());
        }
        Problem problem = TestProblems.small(7).get(0);
        Shrinq solver = Shrinq.with(SolverOptions.defaults().withQubits(4));
        Solution solution = solver.run(problem);
        all.addAll(List.of(solver, solver.options(), solution, solution.bound(), solution.trace()));
        solution.trace().rounds().forEach(all::add);
        all.add(solution.verification().orElseThrow());
        all.addAll(solution.history());
        Encoding encoding = solver.encode(problem);
        SmallProblem small = solver.prepare(problem);
        all.addAll(List.of(
                encoding, encoding.form(), small, small.shrunk(), small.shrunk().log()));
        all.addAll(List.of(Deadline.never(), new RandomStreams(3)));
        Instance instance = Instances.read(Path.of("../instances/data/mis/1dc.64.txt"));
        all.add(instance);
        assertThat(all)
                .allSatisfy(o -> assertThat(o.toString())
                        .doesNotContain("@")
                        .hasSizeLessThan(320)
                        .doesNotContain("\n"));
        assertThat(instance)
                .hasToString("maximum independent set '1dc.64': 64 variables, 543 constraints, maximize, from "
                        + "../instances/data/mis/1dc.64.txt");
        assertThat(solver).hasToString("Shrinq[qaoa on 4 qubits, seed 1]");
        assertThat(solution.toString())
                .startsWith("OPTIMAL: 6313, bound 6313, gap 0 %, x = 00100010110111 (knapsack, ");
    }
}
