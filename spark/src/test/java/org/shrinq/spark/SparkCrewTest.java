package org.shrinq.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.shrinq.bench.portfolio.CrewProvider;
import org.shrinq.bench.portfolio.RemoteCrew;
import org.shrinq.bench.portfolio.RemotePortfolio;
import org.shrinq.instances.Instance;
import org.shrinq.instances.Instances;
import org.shrinq.instances.ReadOptions;
import org.shrinq.quantum.QuantumOptions;
import org.shrinq.solver.Polish;
import org.shrinq.solver.RunEvent;
import org.shrinq.solver.RunListener;
import org.shrinq.solver.Shrinq;
import org.shrinq.solver.Solution;
import org.shrinq.solver.SolverOptions;
import org.shrinq.solver.SolverOptions.Stage;
import org.shrinq.solver.result.Replay;
import org.shrinq.solver.result.ResultFile;
import org.shrinq.solver.result.ResultJson;

/** A portfolio on Spark inside this process; executors of their own are tested by {@link ClusterIT}. */
@ExtendWith(QuietSpark.class)
class SparkCrewTest {
    private static final SolverOptions OPTIONS = SolverOptions.defaults()
            .withQubits(5)
            .withRounds(2)
            .withBounds(Stage.OFF)
            .withPolish(Polish.none())
            .withQuantum(QuantumOptions.defaults().withMaxEvaluations(5).withShots(64))
            .withPortfolio(3);

    @TempDir
    private Path folder;

    private Instance instance(String text) throws IOException {
        return Instances.read(Files.writeString(folder.resolve("k.dat"), text), ReadOptions.defaults());
    }

    private static RemoteCrew crew(Instance instance, SolverOptions options) {
        return CrewProvider.find("spark")
                .orElseThrow()
                .open(
                        Optional.of("local[2,3]"),
                        RemotePortfolio.of(instance, ReadOptions.defaults(), options),
                        RemotePortfolio.content(instance));
    }

    /** One knapsack of 20 items and 2 rows. */
    private static String knapsack() {
        StringBuilder text = new StringBuilder("1\n20 2 0\n");
        for (int row = 0; row < 3; row++) {
            for (int i = 0; i < 20; i++) {
                text.append(10 + (i * (17 + 6 * row) + 5 * row) % 41).append(' ');
            }
            text.append('\n');
        }
        return text.append("300 280\n").toString();
    }

    @Test
    void givesTheResultOfThreadsOfOneProcess() throws IOException {
        Instance instance = instance(knapsack());
        Solution here = Shrinq.with(OPTIONS.withThreads(2)).run(instance.problem());
        RemoteCrew crew = crew(instance, OPTIONS);
        Solution there = Shrinq.with(OPTIONS).crew(crew).run(instance.problem());
        int finder = there.portfolio().stream()
                .filter(m -> m.finder())
                .findFirst()
                .orElseThrow()
                .number();
        ResultFile result = ResultJson.of(instance, ReadOptions.defaults(), there, 0)
                .withStagesOf(crew.result(finder - 1).orElseThrow());
        ResultFile expected = ResultJson.of(instance, ReadOptions.defaults(), here, 0);
        assertThat(Replay.differences(ResultJson.tree(expected), ResultJson.tree(result)))
                .isEmpty();
        assertThat(there.portfolio())
                .hasSize(3)
                .allSatisfy(m -> assertThat(m.place()).isNotEmpty());
    }

    @Test
    void aCancelEndsItWithTheBestSoFar() throws IOException {
        Instance instance = instance(knapsack());
        SolverOptions options = OPTIONS.withRounds(1_000);
        AtomicBoolean found = new AtomicBoolean();
        Solution solution = Shrinq.with(options)
                .crew(crew(instance, options))
                .listener(RunListener.of(event -> found.set(found.get() || event instanceof RunEvent.Improved)))
                .run(instance.problem(), found::get);
        assertThat(solution.stop()).isEqualTo(Solution.Stop.CANCELLED);
        assertThat(solution.isFeasible()).isTrue();
        assertThat(solution.failures()).isEmpty();
    }
}
