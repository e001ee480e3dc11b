package org.shrinq.report.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shrinq.instances.Instance;
import org.shrinq.qubo.Bits;
import org.shrinq.report.Figure;
import org.shrinq.report.Report;
import org.shrinq.report.Section;
import org.shrinq.report.answer.Answer;
import org.shrinq.report.answer.AnswerFamilies;
import org.shrinq.solver.result.ResultFile;

/**
 * The report of a single run: the answer, drawn where the instance is at hand, then how the run came to it, from its
 * result file.
 */
public final class RunReport {
    private RunReport() {}

    /** The report from the result file alone: the answer is not drawn. */
    public static Report of(ResultFile result) {
        return of(result, Optional.empty());
    }

    /**
     * The report.
     *
     * @param instance what was solved
     * @throws IllegalArgumentException when the result's solution is none of the instance
     */
    public static Report of(ResultFile result, Instance instance) {
        return of(result, Optional.of(instance));
    }

    private static Report of(ResultFile result, Optional<Instance> instance) {
        Optional<Answer> answer = instance.flatMap(i -> answer(result.solution(), i));
        List<Section> sections = new ArrayList<>();
        instance.ifPresentOrElse(
                i -> answer.ifPresent(a -> sections.addAll(AnswerFamilies.sections(i.problem(), a))),
                () -> sections.add(Figure.none(
                        "answer", "The answer", "its instance file is not at hand, or is another one now")));
        VariableNames names = new VariableNames(
                result.stages().shrink(), instance.map(Instance::variableNames).orElse(List.of()));
        sections.add(SampleFigures.known(result));
        sections.add(Curves.incumbents(result));
        sections.add(StageFigures.funnel(result));
        sections.add(StageFigures.times(result));
        sections.add(ShrinkTree.of(result, names));
        sections.add(SampleFigures.samples(result));
        sections.add(RunTables.controls(result));
        sections.add(Curves.training(result));
        sections.add(RunTables.violations(result.stages().verify()));
        sections.add(RunTables.changes(result.stages().repair(), answer));
        sections.add(RunTables.settings(result));
        String unit = instance.map(i -> AnswerFamilies.unit(i.problem()))
                .orElse("objective, " + (result.sense().equals("maximize") ? "maximised" : "minimised"));
        return new Report(
                result.instance().name().isEmpty() ? "A run" : result.instance().name(),
                Optional.of(RunWords.headline(result, unit)),
                List.of(),
                RunWords.summary(result),
                List.of(new Report.View("", sections)),
                List.of(),
                end(result));
    }

    private static Optional<Answer> answer(ResultFile.@Nullable SolutionEntry solution, Instance instance) {
        if (solution == null || solution.x().isEmpty()) {
            return Optional.empty();
        }
        int n = instance.problem().size();
        if (solution.x().size() != n) {
            throw new IllegalArgumentException(
                    "the solution has " + solution.x().size() + " values, the instance " + n + " variables");
        }
        byte[] x = new byte[n];
        for (int i = 0; i < n; i++) {
            x[i] = solution.x().get(i).byteValue();
        }
        return Optional.of(new Answer(Bits.of(x), instance.variableNames()));
    }

    private static List<Report.Fact> end(ResultFile result) {
        List<Report.Fact> facts = new ArrayList<>();
        facts.add(new Report.Fact(
                "made by",
                "shrinq " + result.tool().version() + " on Java "
                        + result.tool().java()));
        if (!result.instance().source().isEmpty()) {
            facts.add(new Report.Fact("file", result.instance().source()));
        }
        if (!result.instance().sha256().isEmpty()) {
            facts.add(new Report.Fact("digest (SHA-256)", result.instance().sha256()));
        }
        return facts;
    }
}
