package org.shrinq.solver.config;

import static org.shrinq.solver.config.Setting.Kind.SWITCH;
import static org.shrinq.solver.config.Setting.Kind.VALUE;
import static org.shrinq.solver.config.Setting.Scope.ENCODING;
import static org.shrinq.solver.config.Setting.Scope.FORECAST;
import static org.shrinq.solver.config.Setting.Scope.LIMIT;
import static org.shrinq.solver.config.Setting.Scope.MACHINE;
import static org.shrinq.solver.config.Setting.Scope.REPAIR;
import static org.shrinq.solver.config.Setting.Scope.REPETITION;
import static org.shrinq.solver.config.Setting.Scope.ROUNDS;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.shrinq.solver.Polish;
import org.shrinq.solver.SolverOptions.Stage;

/** Repair, rounds, limits and controls. */
final class RunSettings {
    private RunSettings() {}

    static List<Setting> list() {
        return List.of(
                new Setting(
                        "repair",
                        List.of(),
                        SWITCH,
                        Set.of(REPAIR),
                        "",
                        "Repair of samples; without it only feasible samples count.",
                        o -> Boolean.toString(o.repair().isOn()),
                        (o, v) -> o.withRepair(stage(v))),
                new Setting(
                        "feasibility-tolerance",
                        List.of(),
                        VALUE,
                        Set.of(ENCODING),
                        "T",
                        "By how much a linear row may be missed; at most a quarter of its smallest coefficient counts.",
                        o -> Values.text(o.feasibilityTolerance()),
                        (o, v) -> o.withFeasibilityTolerance(Values.number(v))),
                new Setting(
                        "polish",
                        List.of(),
                        VALUE,
                        Set.of(ROUNDS),
                        "TIME|auto|none",
                        "Local search after repair, in each round.",
                        o -> o.polish().toString(),
                        (o, v) -> o.withPolish(polish(v))),
                new Setting(
                        "rounds",
                        List.of(),
                        VALUE,
                        Set.of(ROUNDS),
                        "N|auto",
                        "Most rounds; auto is 5, or any number when only the time is limited.",
                        o -> o.rounds().isPresent()
                                ? Integer.toString(o.rounds().getAsInt())
                                : "auto",
                        (o, v) -> v.equals("auto") ? o.withAutomaticRounds() : o.withRounds(Values.integer(v))),
                new Setting(
                        "time-limit",
                        List.of(),
                        VALUE,
                        Set.of(LIMIT),
                        "TIME|auto",
                        "Wall time of the run; auto counts work instead, so that results repeat (a safety ends it "
                                + "after two minutes).",
                        o -> o.timeLimit().isPresent()
                                ? Values.text(o.timeLimit().getAsDouble())
                                : "auto",
                        (o, v) -> v.equals("auto") ? o.withAutomaticTimeLimit() : o.withTimeLimit(Values.seconds(v))),
                new Setting(
                        "bounds",
                        List.of(),
                        SWITCH,
                        Set.of(ROUNDS),
                        "",
                        "Relaxation bounds and branch and bound.",
                        o -> Boolean.toString(o.bounds().isOn()),
                        (o, v) -> o.withBounds(stage(v))),
                new Setting(
                        "controls",
                        List.of(),
                        SWITCH,
                        Set.of(ROUNDS),
                        "",
                        "What random bits, greedy, annealing and enumeration reach in the circuit's place.",
                        o -> Boolean.toString(o.controls().isOn()),
                        (o, v) -> o.withControls(stage(v))),
                new Setting(
                        "pool",
                        List.of(),
                        VALUE,
                        Set.of(ROUNDS),
                        "N",
                        "Most solutions to return: of as many objective values, and diverse.",
                        o -> Integer.toString(o.pool()),
                        (o, v) -> o.withPool(Values.integer(v))),
                new Setting(
                        "portfolio",
                        List.of(),
                        VALUE,
                        Set.of(ROUNDS),
                        "N",
                        "Runs that share what they find, each with its own seed, correlations and threshold.",
                        o -> Integer.toString(o.portfolio()),
                        (o, v) -> o.withPortfolio(Values.integer(v))),
                new Setting(
                        "seed",
                        List.of(),
                        VALUE,
                        Set.of(REPETITION, FORECAST),
                        "S",
                        "Root of all random numbers.",
                        o -> Long.toString(o.seed()),
                        (o, v) -> o.withSeed(Values.longInteger(v))),
                new Setting(
                        "threads",
                        List.of(),
                        VALUE,
                        Set.of(MACHINE),
                        "N",
                        "Most threads; auto: two with a time limit alone, else one. Without a time limit the result "
                                + "does not depend on it.",
                        o -> o.chosenThreads().isPresent()
                                ? Integer.toString(o.chosenThreads().getAsInt())
                                : "auto",
                        (o, v) -> v.equals("auto") ? o.withAutomaticThreads() : o.withThreads(Values.integer(v))));
    }

    private static Polish polish(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "none" -> Polish.none();
            case "auto" -> Polish.auto();
            default -> {
                double seconds = seconds(text);
                yield seconds == 0 ? Polish.none() : Polish.seconds(seconds);
            }
        };
    }

    private static double seconds(String text) {
        try {
            return Values.seconds(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("expected a number of seconds, auto or none", e);
        }
    }

    static Stage stage(String value) {
        return Values.truth(value) ? Stage.ON : Stage.OFF;
    }
}
