package org.shrinq.report.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shrinq.qubo.problem.ProblemKind;
import org.shrinq.report.Headline;
import org.shrinq.report.Report.Fact;
import org.shrinq.report.ReportNumbers;
import org.shrinq.solver.SolverOptions;
import org.shrinq.solver.config.Setting;
import org.shrinq.solver.config.Settings;
import org.shrinq.solver.result.Replay;
import org.shrinq.solver.result.ResultFile;

/** What a page about a run says in words and single numbers. */
final class RunWords {
    private RunWords() {}

    /** "at most 10 (clique-cover)"; empty without a bound. */
    static String bound(ResultFile result) {
        Double bound = result.bound();
        return bound == null ? "" : bound(result.sense(), bound, result.boundKind());
    }

    /** "at most 438 (lp)". */
    static String bound(String sense, double bound, @Nullable String kind) {
        return (sense.equals("maximize") ? "at most " : "at least ")
                + ReportNumbers.exact(bound)
                + (kind == null ? "" : " (" + kind + ")");
    }

    /** @param unit what the objective is */
    static Headline headline(ResultFile result, String unit) {
        ResultFile.InstanceEntry instance = result.instance();
        Double objective = result.objective();
        String kind =
                ProblemKind.ofId(instance.problem()).map(ProblemKind::title).orElse(instance.problem());
        return new Headline(
                kind + " · " + ReportNumbers.count(instance.variables(), "variable")
                        + (instance.constraints() == 0
                                ? ""
                                : " · " + ReportNumbers.count(instance.constraints(), "constraint")),
                badge(result.status()),
                objective == null ? noAnswer(result) : ReportNumbers.exact(objective),
                objective == null ? "" : unit,
                bar(result),
                metrics(result),
                command(result));
    }

    private static String noAnswer(ResultFile result) {
        return result.status().equals("INFEASIBLE") ? "No solution exists" : "No feasible solution was found";
    }

    private static Headline.Badge badge(String status) {
        Headline.Tone tone = switch (status) {
            case "OPTIMAL" -> Headline.Tone.GOOD;
            case "FEASIBLE" -> Headline.Tone.PLAIN;
            case "INFEASIBLE" -> Headline.Tone.BAD;
            default -> Headline.Tone.WARN;
        };
        String lower = status.toLowerCase(Locale.ROOT);
        return new Headline.Badge(
                lower.isEmpty() ? "no status" : lower.substring(0, 1).toUpperCase(Locale.ROOT) + lower.substring(1),
                tone);
    }

    /** Objective and bound from 0, where both are on one side of it. */
    private static Optional<Headline.Bar> bar(ResultFile result) {
        Double objective = result.objective();
        Double bound = result.bound();
        if (objective == null || bound == null || objective * bound < 0) {
            return Optional.empty();
        }
        double most = Math.max(Math.abs(objective), Math.abs(bound));
        String own = "objective " + ReportNumbers.exact(objective);
        boolean first = Math.abs(objective) <= Math.abs(bound);
        return Optional.of(new Headline.Bar(
                most == 0 ? 1 : Math.min(Math.abs(objective), Math.abs(bound)) / most,
                first ? own : bound(result),
                first ? bound(result) : own,
                gap(result)));
    }

    private static String gap(ResultFile result) {
        Double gap = result.gap();
        return gap == null ? "" : "gap " + ReportNumbers.percent(gap) + " %";
    }

    private static List<Fact> metrics(ResultFile result) {
        List<Fact> metrics = new ArrayList<>();
        Double gap = result.gap();
        if (bar(result).isEmpty() && !result.status().equals("INFEASIBLE")) {
            metrics.add(new Fact("bound", result.bound() == null ? "none" : bound(result)));
            if (gap != null) {
                metrics.add(new Fact("gap to the bound", ReportNumbers.percent(gap) + " %"));
            }
        }
        Double known = result.instance().bestKnown();
        if (known != null) {
            metrics.add(new Fact("best known", ReportNumbers.exact(known)));
        }
        metrics.add(new Fact("time", ReportNumbers.seconds(result.timing().totalSeconds())));
        if (result.origin() != null && !result.history().isEmpty()) {
            metrics.add(new Fact(
                    "found by",
                    result.origin() + ", "
                            + ReportNumbers.seconds(result.history()
                                    .get(result.history().size() - 1)
                                    .seconds())));
        }
        if (result.stages().shrink() != null && !result.setting("qubits").isEmpty()) {
            metrics.add(new Fact(
                    "qubits", result.stages().shrink().qubits() + " of " + result.setting("qubits") + " allowed"));
        }
        String finished = result.timing().finished();
        if (finished != null) {
            metrics.add(new Fact("date", finished.replace('T', ' ').replaceAll(":\\d\\d(\\.\\d+)?Z$", " UTC")));
        }
        return metrics;
    }

    /** The command line that repeats the run; empty where there is no file, or the settings are not known here. */
    static String command(ResultFile result) {
        ResultFile.InstanceEntry instance = result.instance();
        if (instance.source().isEmpty()) {
            return "";
        }
        Map<String, String> changed;
        try {
            SolverOptions options = Replay.options(result.config());
            changed = Settings.changed(options);
            changed.remove("seed");
            // as many as the machine has; they change no result
            changed.remove("threads");
        } catch (IllegalArgumentException e) {
            return "";
        }
        StringBuilder text = new StringBuilder("shrinq solve ").append(quoted(instance.source()));
        text.append(" --problem ").append(instance.problem());
        if (instance.index() != null) {
            text.append(" --index ").append(instance.index());
        }
        if (Boolean.TRUE.equals(instance.complement())) {
            text.append(" --complement");
        }
        if (Boolean.TRUE.equals(instance.dropLoops())) {
            text.append(" --drop-loops");
        }
        changed.forEach((name, value) -> {
            boolean isSwitch = Settings.find(name)
                    .filter(s -> s.kind() == Setting.Kind.SWITCH)
                    .isPresent();
            if (isSwitch) {
                text.append(value.equals("true") ? " --" : " --no-").append(name);
            } else {
                text.append(" --").append(name).append(' ').append(quoted(value));
            }
        });
        return text.append(" --seed ").append(result.setting("seed")).toString();
    }

    private static String quoted(String word) {
        return word.matches("[\\w./:=,+@%-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    /** Sentences below the numbers. */
    static List<String> summary(ResultFile result) {
        List<String> sentences = new ArrayList<>();
        if (result.verdict() != null) {
            sentences.add(result.verdict());
        }
        if (result.credit() != null) {
            sentences.add(result.credit());
        }
        List<String> limits = result.limitedBy();
        if (limits != null && limits.contains("time")) {
            sentences.add("Time was up: stages were cut short, and another run may differ.");
        }
        if (limits != null && limits.contains("memory")) {
            sentences.add("A stage lacked memory.");
        }
        result.failures().forEach(f -> sentences.add("Failed: " + f.stage() + ": " + f.message()));
        sentences.add("Stopped: " + result.stop() + ", after "
                + ReportNumbers.count(result.rounds().size(), "round") + ".");
        return sentences;
    }
}
