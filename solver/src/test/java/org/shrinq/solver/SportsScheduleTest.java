package org.shrinq.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shrinq.instances.Instances;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.repair.Construct;
import org.shrinq.search.Hints;

/** Sports schedules, whose published solutions all have the objective 0: any feasible point is as good. */
class SportsScheduleTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Addition_003_Tiny",
                "Addition_005_Tiny",
                "Addition_007_Tiny",
                "Early_005_Tiny",
                "Late_005_Tiny",
                "Middle_002_Tiny",
                "Middle_002_Small"
            })
    void scheduleIsFoundInCountedSteps(String name) {
        Path file = Path.of("../../shared/instances/qoblib/05-sports", name + ".lp.xz");
        assumeTrue(Files.exists(file), file + " is not there");
        Problem problem = Instances.read(file).problem();
        Bits found = Construct.greedy(problem, Hints.none(), new SplittableRandom(1));
        byte[] x = found.toArray();
        assertThat(problem.model().isFeasible(x)).isTrue();
        assertThat(problem.objective(x)).isZero();
    }
}
