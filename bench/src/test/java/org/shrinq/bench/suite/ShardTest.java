package org.shrinq.bench.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.shrinq.instances.ReadOptions;
import org.shrinq.qubo.Sense;
import org.shrinq.qubo.problem.ProblemKind;
import org.shrinq.solver.SolverOptions;

class ShardTest {
    private static final SolverOptions OPTIONS = SolverOptions.defaults().withTimeLimit(1e6);

    /** A run that is forecast to take its limit. */
    static RunTask task(String instance, String method, int seed, double seconds) {
        BenchInstance i = new BenchInstance(
                instance,
                instance,
                Path.of(instance),
                ReadOptions.defaults(),
                ProblemKind.MAX_CUT,
                Sense.MAXIMIZE,
                10,
                0,
                0,
                java.util.OptionalDouble.empty(),
                java.util.OptionalDouble.empty());
        return new RunTask(i, method, "hash-" + method, OPTIONS.withSeed(seed), 1, seconds, 1);
    }

    private static List<RunTask> random(SplittableRandom random) {
        List<RunTask> tasks = new ArrayList<>();
        int instances = 1 + random.nextInt(30);
        for (int seed = 1; seed <= 1 + random.nextInt(4); seed++) {
            for (int i = 0; i < instances; i++) {
                for (int m = 0; m <= random.nextInt(3); m++) {
                    tasks.add(task("i" + i, "m" + m, seed, Math.exp(3 * random.nextDouble()) * 1e-3));
                }
            }
        }
        return tasks;
    }

    @Test
    void shardsAreDisjointTogetherAllAndInTheOrderOfThePlan() {
        for (long seed = 1; seed <= 50; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<RunTask> tasks = random(random);
            int n = 1 + random.nextInt(20);
            List<RunTask> all = new ArrayList<>();
            for (int k = 1; k <= n; k++) {
                List<RunTask> part = new Shard(k, n).of(tasks);
                assertThat(part).isEqualTo(new Shard(k, n).of(tasks)).isSubsetOf(tasks);
                assertThat(part).isSortedAccordingTo((a, b) -> Integer.compare(tasks.indexOf(a), tasks.indexOf(b)));
                all.addAll(part);
            }
            assertThat(all).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(tasks);
        }
    }

    @Test
    void noShardIsLongerThanAnEvenPartAndAQuarterOrARun() {
        for (long seed = 1; seed <= 50; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<RunTask> tasks = random(random);
            int n = 1 + random.nextInt(20);
            double even = tasks.stream().mapToDouble(RunTask::forecastSeconds).sum() / n;
            double longest =
                    tasks.stream().mapToDouble(RunTask::forecastSeconds).max().orElse(0);
            for (int k = 1; k <= n; k++) {
                double load = new Shard(k, n)
                        .of(tasks).stream()
                                .mapToDouble(RunTask::forecastSeconds)
                                .sum();
                assertThat(load)
                        .as("seed %d, shard %d of %d", seed, k, n)
                        .isLessThanOrEqualTo((even + Math.max(0.25 * even, longest)) * (1 + 1e-12));
            }
        }
    }

    @Test
    void runsOfASmallInstanceStayTogether() {
        List<RunTask> tasks = new ArrayList<>();
        for (int seed = 1; seed <= 3; seed++) {
            for (int i = 0; i < 40; i++) {
                tasks.add(task("i" + i, "m", seed, 1e-3));
            }
        }
        for (int k = 1; k <= 4; k++) {
            assertThat(new Shard(k, 4)
                            .of(tasks).stream()
                                    .map(t -> t.instance().id())
                                    .distinct()
                                    .count())
                    .isEqualTo(10);
        }
    }

    @Test
    void isReadFromItsText() {
        assertThat(Shard.parse("3/16")).contains(new Shard(3, 16));
        assertThat(new Shard(3, 16)).hasToString("3/16");
        for (String wrong : List.of("0/4", "5/4", "3", "3/", "/4", "a/b", "-1/4", "3/16/2", "", "9999999/9999999")) {
            assertThat(Shard.parse(wrong)).as(wrong).isEqualTo(Optional.empty());
        }
        assertThatIllegalArgumentException().isThrownBy(() -> new Shard(5, 4)).withMessageContaining("1/4 to 4/4");
    }
}
