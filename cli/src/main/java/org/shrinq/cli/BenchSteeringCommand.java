package org.shrinq.cli;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.shrinq.bench.steering.Steering;
import org.shrinq.bench.steering.SteeringStudy;
import org.shrinq.bench.steering.SteeringTables;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code bench steering}: searches that go by correlations beside the same searches without them. */
@Command(
        name = "steering",
        header = "Searches with correlations of every source of a suite, beside plain ones, in flips.",
        sortOptions = true,
        footer = {
            "",
            "Tabu search that begins on the correlations in place of the couplings, and",
            "annealing with moves of clusters, against the same searches with equal work.",
            "",
            "Examples:",
            "  shrinq bench steering steering --seeds 1 --markdown steering.md",
            "  shrinq bench steering mine.yaml"
        })
final class BenchSteeringCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private StudyFlags flags = new StudyFlags();

    @Override
    public Integer call() throws IOException {
        return flags.run(spec, (plan, command, cancelled) -> {
            List<Steering> all = new SteeringStudy(plan).run(cancelled);
            flags.write(SteeringTables.of(plan.suite().name(), command, all), Set.of());
            if (!flags.isQuiet()) {
                SteeringTables.sentences(all).forEach(spec.commandLine().getOut()::println);
            }
        });
    }
}
