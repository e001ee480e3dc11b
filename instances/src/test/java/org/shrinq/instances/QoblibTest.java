package org.shrinq.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shrinq.instances.solution.SolutionFile;
import org.shrinq.instances.solution.Solutions;
import org.shrinq.instances.text.Packing;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.problem.ProblemKind;

/**
 * The files of the Quantum Optimization Benchmarking Library (Koch et al., arXiv 2504.03832, 2025) as they are
 * published: every model is read, and the solutions beside them have the values that they say.
 */
class QoblibTest {
    private static Path library() {
        return TestFiles.shared("qoblib");
    }

    private static boolean isReadable(Path path) {
        String name = path.getFileName().toString();
        return Packing.isKnown(name);
    }

    static Stream<Path> models() {
        return TestFiles.files(library()).stream()
                .filter(p -> p.toString().matches(".*\\.(lp\\.xz|qs\\.xz|gph|gph\\.gz|dat)"))
                .filter(p ->
                        !p.toString().contains("solutions") && !p.toString().contains("topology/dat"))
                .filter(QoblibTest::isReadable);
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyModelIsRead(Path path) {
        Problem problem = Instances.read(path).problem();
        assertThat(problem.size()).isPositive();
    }

    @Test
    void theDataOfTopologiesAreNoModel() {
        Path data = library().resolve("10-topology/dat/topology_15_3.dat");
        assertThatThrownBy(() -> Instances.read(data)).hasMessageContaining("the numbers 15 3 and nothing else");
    }

    /** A solution, the files that it solves, and its objective. */
    record Solved(Path solution, List<Path> models, double objective) {}

    static Stream<Solved> solved() {
        Path library = library();
        return TestFiles.files(library).stream()
                .filter(p -> p.getFileName().toString().matches(".*\\.(opt|bst)\\.sol"))
                .map(p -> {
                    String stem = p.getFileName().toString().replaceAll("\\.(opt|bst)\\.sol$", "");
                    List<Path> models = models().filter(
                                    m -> m.getFileName().toString().startsWith(stem + "."))
                            // the rows of the model have slacks that the bits do not tell
                            .filter(m -> !m.toString().contains("marketsplit/lp"))
                            .filter(m -> !m.toString().contains("marketsplit/qubo-lp"))
                            .toList();
                    return new Solved(p, models, Double.NaN);
                })
                .filter(s -> !s.models().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("solved")
    void solutionsHaveTheValuesThatTheySay(Solved solved) {
        for (Path model : solved.models()) {
            Instance instance = Instances.read(model);
            SolutionFile file = Solutions.read(solved.solution(), instance);
            byte[] x = file.x().toArray();
            assertThat(instance.problem().model().isFeasible(x))
                    .as(model.toString())
                    .isTrue();
            double objective = instance.problem().objective(x);
            if (file.claimed().isPresent()) {
                assertThat(objective)
                        .as(model.toString())
                        .isEqualTo(file.claimed().getAsDouble());
            } else {
                // a set counts its vertices; of a market split every row is met
                boolean set = instance.problem().kind().equals(ProblemKind.INDEPENDENT_SET);
                assertThat(objective)
                        .as(model.toString())
                        .isEqualTo(set ? file.x().ones() : 0);
            }
        }
    }

    @Test
    void marketSplitsAreAbsoluteOrSquared() {
        Path data = library().resolve("01-marketsplit/dat/ms_03_050_002.dat");
        Instance absolute = Instances.read(data);
        Instance squared = Instances.read(data, ReadOptions.defaults().withKind(ProblemKind.BINARY_QUADRATIC));
        assertThat(absolute.format()).isEqualTo(Format.MARKET_SPLIT);
        byte[] none = new byte[20];
        assertThat(absolute.problem().objective(none)).isEqualTo(299 + 217 + 257);
        assertThat(squared.problem().objective(none)).isEqualTo(299 * 299 + 217 * 217 + 257 * 257);
        assertThat(Files.exists(data)).isTrue();
    }
}
