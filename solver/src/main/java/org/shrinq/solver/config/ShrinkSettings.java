package org.shrinq.solver.config;

import static org.shrinq.solver.config.Setting.Kind.SWITCH;
import static org.shrinq.solver.config.Setting.Kind.VALUE;
import static org.shrinq.solver.config.Setting.Scope.ENCODING;
import static org.shrinq.solver.config.Setting.Scope.FORECAST;
import static org.shrinq.solver.config.Setting.Scope.REDUCTION;
import static org.shrinq.solver.config.Setting.Scope.SHRINKING;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.shrinq.qubo.encode.InequalityEncoding;
import org.shrinq.qubo.encode.PenaltyPolicy;
import org.shrinq.shrink.AssignmentCode;
import org.shrinq.shrink.Recalculation;
import org.shrinq.shrink.ShrinkOptions;
import org.shrinq.shrink.StopRule;
import org.shrinq.shrink.Threshold;
import org.shrinq.solver.CorrelationChoice;
import org.shrinq.solver.SolverOptions;

/** Reductions, encoding and shrinking. */
final class ShrinkSettings {
    private static final double STANDARD_CHANCE = 0.9;
    private static final double STANDARD_EPSILON = 0.5;

    private ShrinkSettings() {}

    static List<Setting> list() {
        return List.of(
                new Setting(
                        "reduce",
                        List.of(),
                        SWITCH,
                        Set.of(REDUCTION),
                        "",
                        "Exact reductions before encoding.",
                        o -> Boolean.toString(o.reduce().isOn()),
                        (o, v) -> o.withReduce(RunSettings.stage(v))),
                new Setting(
                        "encoding",
                        List.of(),
                        VALUE,
                        Set.of(ENCODING, FORECAST),
                        "NAME",
                        "Capacity rows as penalties: slack-free, lagrangian, unbalanced or slack-binary.",
                        o -> o.encoding().orElse(InequalityEncoding.SLACK_FREE).id(),
                        (o, v) -> o.withEncoding(
                                Values.oneOf(v, Arrays.asList(InequalityEncoding.values()), InequalityEncoding::id))),
                new Setting(
                        "penalty",
                        List.of(),
                        VALUE,
                        Set.of(ENCODING, FORECAST),
                        "auto|tight|W",
                        "Penalty weights: small ones, the smallest proven ones, or one number.",
                        o -> penalty(o.penalty()),
                        (o, v) -> o.withPenalty(penalty(v))),
                new Setting(
                        "shrink",
                        List.of(),
                        SWITCH,
                        Set.of(SHRINKING),
                        "",
                        "Graph shrinking to the qubit budget.",
                        o -> Boolean.toString(o.shrink().isOn()),
                        (o, v) -> o.withShrink(RunSettings.stage(v))),
                new Setting(
                        "correlations",
                        List.of(),
                        VALUE,
                        Set.of(SHRINKING),
                        "NAME",
                        "What decides merges: " + String.join(", ", CorrelationChoice.ids()) + ".",
                        SolverOptions::correlationsId,
                        (o, v) -> o.withCorrelations(
                                Values.oneOf(v, Arrays.asList(CorrelationChoice.values()), CorrelationChoice::id))),
                new Setting(
                        "shrinkings",
                        List.of(),
                        VALUE,
                        Set.of(SHRINKING),
                        "N",
                        "Different shrinkings a round makes; shots go to the promising half.",
                        o -> Integer.toString(o.shrinkings()),
                        (o, v) -> o.withShrinkings(Values.integer(v))),
                shrinking(
                        "assignment-code",
                        VALUE,
                        "NAME",
                        "How qubits hold what is left of an assignment: one-hot, binary or permutation.",
                        s -> s.assignmentCode().id(),
                        (s, v) -> s.withAssignmentCode(
                                Values.oneOf(v, Arrays.asList(AssignmentCode.values()), AssignmentCode::id))),
                shrinking(
                        "threshold",
                        VALUE,
                        "NAME[:X]",
                        "Which pairs are eligible: proportional, mean, median, quantile, clustering or decay.",
                        s -> s.threshold().kind().id() + ":"
                                + Values.text(s.threshold().parameter()),
                        (s, v) -> s.withThreshold(threshold(v))),
                shrinking(
                        "recalculate",
                        VALUE,
                        "EVERY|auto|never",
                        "Correlations anew after so many merges, when they have become stale, or never.",
                        s -> recalculation(s.recalculation()),
                        (s, v) -> s.withRecalculation(recalculation(v))),
                shrinking(
                        "stop",
                        VALUE,
                        "NAME[:X]",
                        "When shrinking ends: size, spectral or confidence; \"advisory-\" before it may leave more "
                                + "qubits.",
                        ShrinkSettings::stop,
                        ShrinkSettings::stop),
                shrinking(
                        "constraint-aware",
                        SWITCH,
                        "",
                        "The guard that keeps merges from breaking constraints.",
                        s -> Boolean.toString(s.awareness() == ShrinkOptions.Awareness.CONSTRAINT_AWARE),
                        (s, v) -> s.withAwareness(
                                Values.truth(v)
                                        ? ShrinkOptions.Awareness.CONSTRAINT_AWARE
                                        : ShrinkOptions.Awareness.UNAWARE)),
                shrinking(
                        "similarity",
                        VALUE,
                        "A",
                        "Weight of structural similarity in a merge's score.",
                        s -> Values.text(s.similarityWeight()),
                        (s, v) -> s.withSimilarityWeight(Values.number(v))),
                shrinking(
                        "risk",
                        VALUE,
                        "B",
                        "Weight of the constraint risk that lowers a merge's score.",
                        s -> Values.text(s.riskWeight()),
                        (s, v) -> s.withRiskWeight(Values.number(v))),
                shrinking(
                        "backtracks",
                        VALUE,
                        "N",
                        "Merges that may be undone when the bound shows that they lost the incumbent.",
                        s -> Integer.toString(s.backtracks()),
                        (s, v) -> s.withBacktracks(Values.integer(v))));
    }

    private static Setting shrinking(
            String name,
            Setting.Kind kind,
            String placeholder,
            String help,
            Function<ShrinkOptions, String> get,
            BiFunction<ShrinkOptions, String, ShrinkOptions> set) {
        return new Setting(
                name,
                List.of(),
                kind,
                Set.of(SHRINKING),
                placeholder,
                help,
                o -> get.apply(o.shrinking()),
                (o, v) -> o.withShrinking(set.apply(o.shrinking(), v)));
    }

    private static String penalty(PenaltyPolicy policy) {
        return policy instanceof PenaltyPolicy.Fixed fixed
                ? Values.text(fixed.weight())
                : policy instanceof PenaltyPolicy.Tight ? "tight" : "auto";
    }

    private static PenaltyPolicy penalty(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "auto" -> PenaltyPolicy.auto();
            case "tight" -> PenaltyPolicy.tight();
            default -> PenaltyPolicy.fixed(weight(text));
        };
    }

    private static double weight(String text) {
        try {
            return Values.number(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("expected auto, tight or a positive number", e);
        }
    }

    private static Threshold threshold(String text) {
        Threshold.Kind kind =
                Values.oneOf(Values.name(text), Arrays.asList(Threshold.Kind.values()), Threshold.Kind::id);
        return new Threshold(kind, Values.parameter(text, Threshold.of(kind).parameter()));
    }

    private static String recalculation(Recalculation r) {
        return switch (r.every()) {
            case Recalculation.AUTO -> "auto";
            case Recalculation.NEVER -> "never";
            default -> Integer.toString(r.every());
        };
    }

    private static Recalculation recalculation(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "auto" -> Recalculation.auto();
            case "never" -> Recalculation.never();
            default -> Recalculation.every(Values.integer(text));
        };
    }

    private static String stop(ShrinkOptions options) {
        String name = options.stop() instanceof StopRule.Confidence c
                ? "confidence:" + Values.text(c.chance())
                : options.stop() instanceof StopRule.Spectral s ? "spectral:" + Values.text(s.epsilon()) : "size";
        return options.budget() == StopRule.Budget.ADVISORY ? "advisory-" + name : name;
    }

    private static ShrinkOptions stop(ShrinkOptions options, String text) {
        boolean advisory = text.startsWith("advisory-");
        String rule = advisory ? text.substring("advisory-".length()) : text;
        StopRule stop = switch (Values.name(rule)) {
            case "size" -> {
                if (rule.indexOf(':') >= 0) {
                    throw new IllegalArgumentException("expected no number after size; the budget is --qubits");
                }
                yield StopRule.size();
            }
            case "confidence" -> StopRule.confidence(Values.parameter(rule, STANDARD_CHANCE));
            case "spectral" -> StopRule.spectral(Values.parameter(rule, STANDARD_EPSILON));
            default -> throw new IllegalArgumentException("expected one of size, spectral, confidence");
        };
        return options.withStop(stop, advisory ? StopRule.Budget.ADVISORY : StopRule.Budget.ENFORCED);
    }
}
