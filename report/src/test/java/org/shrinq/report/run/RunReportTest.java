package org.shrinq.report.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.shrinq.report.Figure;
import org.shrinq.report.Headline;
import org.shrinq.report.plot.Axes;
import org.shrinq.solver.result.ResultFile;
import org.shrinq.solver.result.ResultJson;

/** What pages about runs say and draw, from result files written by hand. */
class RunReportTest {
    private static final double WIDE = 912;

    private static ResultFile read(String json) throws JsonProcessingException {
        return ResultJson.read(new ObjectMapper().readTree(json));
    }

    private static int count(String text, String what) {
        Matcher m = Pattern.compile(what).matcher(text);
        int count = 0;
        while (m.find()) {
            count++;
        }
        return count;
    }

    @Test
    void aSingleIncumbentIsALineInTheMiddleUntilTheEndOfTheRun() throws Exception {
        Figure figure = Curves.incumbents(
                read("{\"history\": [{\"seconds\": 1, \"objective\": 438}], \"timing\": {\"total_seconds\": 4}}"));
        Matcher dot = Pattern.compile("<circle[^>]* cx=\"([\\d.]+)\" cy=\"([\\d.]+)\"")
                .matcher(figure.wide());
        assertThat(dot.find()).isTrue();
        double inside = Axes.right(WIDE) - Axes.left();
        assertThat(Double.parseDouble(dot.group(1))).isEqualTo(Axes.left() + inside / 4);
        assertThat(Double.parseDouble(dot.group(2))).isEqualTo((Axes.top() + 10 + Axes.bottom(Curves.HEIGHT)) / 2);
        assertThat(figure.wide()).contains("H" + (int) Axes.right(WIDE));
        assertThat(dot.find()).isFalse();
    }

    @Test
    void boundsAreStepsAndThoseFarAwayMakeThePlotOneOfDistances() throws Exception {
        Figure figure = Curves.incumbents(read("""
                {"sense": "maximize", "objective": 438, "bound": 440, "bound_kind": "search",
                 "history": [{"seconds": 1, "objective": 400, "origin": "search"}, {"seconds": 2, "objective": 438, "origin": "search"}],
                 "bound_history": [{"seconds": 0.5, "bound": 9000, "kind": "trivial"},
                   {"seconds": 1, "bound": 460, "kind": "lp"}, {"seconds": 3, "bound": 440, "kind": "search"}],
                 "timing": {"total_seconds": 4}}
                """));
        Matcher steps = Pattern.compile(
                        "stroke c6 dash\" d=\"M([\\d.]+) ([\\d.]+)H([\\d.]+)V([\\d.]+)H([\\d.]+)V([\\d.]+)H([\\d.]+)\"")
                .matcher(figure.wide());
        assertThat(steps.find()).isTrue();
        double inside = Axes.right(WIDE) - Axes.left();
        assertThat(Double.parseDouble(steps.group(1))).isEqualTo(Axes.left() + inside / 8);
        assertThat(Double.parseDouble(steps.group(3))).isEqualTo(Axes.left() + inside / 4);
        assertThat(Double.parseDouble(steps.group(5))).isEqualTo(Axes.left() + 3 * inside / 4);
        assertThat(Double.parseDouble(steps.group(7))).isEqualTo(Axes.right(WIDE));
        assertThat(figure.wide())
                .contains(
                        "<title>at most 460 (lp) after 1 s<", "by its distance from 438", ">438<", ">+1000<", ">−10<");
        Figure near = Curves.incumbents(read("""
                {"sense": "maximize", "objective": 438, "bound": 440,
                 "history": [{"seconds": 1, "objective": 400}, {"seconds": 2, "objective": 438}],
                 "bound_history": [{"seconds": 1, "bound": 460, "kind": "lp"}, {"seconds": 3, "bound": 440, "kind": "search"}]}
                """));
        assertThat(near.wide()).doesNotContain("distance").contains(">420<");
        Figure none = Curves.incumbents(read("""
                {"sense": "minimize", "bound_history": [{"seconds": 1, "bound": 7, "kind": "lp"}], "bound": 7}
                """));
        assertThat(none.caption()).startsWith("No feasible solution was found");
        assertThat(none.wide()).contains("at least 7 (lp) after");
    }

    @Test
    void valuesThatHardlyDifferHaveLabelsThatFit() throws Exception {
        Figure figure = Curves.training(read("""
                {"stages": {"quantum": {"training_curve": [{"evaluation": 1, "objective": -8.08315}, {"evaluation": 9, "objective": -8.08331}]}}}
                """));
        Matcher labels =
                Pattern.compile("x=\"58\"[^>]*text-anchor=\"end\">([^<]*)<").matcher(figure.wide());
        assertThat(labels.results().map(m -> m.group(1)))
                .hasSizeGreaterThan(2)
                .allSatisfy(text -> assertThat(text.length()).isLessThanOrEqualTo(7));
    }

    @Test
    void aStateThatWasCutIsToldBesideItsSamples() throws Exception {
        String stages = """
                {"sense": "minimize", "objective": 3, "config": {"method": "qaoa"}, "stages": {
                 "quantum": {"method": "qaoa"%s},
                 "verify": {"raw_best_objective": 3, "raw_histogram": [{"objective": 3, "count": 2}]}}}
                """;
        assertThat(SampleFigures.samples(read(stages.formatted(", \"fidelity\": 2.03e-6")))
                        .caption())
                .contains("its fidelity to the state of the circuit is about 2.0e-06");
        assertThat(SampleFigures.samples(read(stages.formatted(""))).caption()).doesNotContain("fidelity");
    }

    @Test
    void theBarGoesToTheFartherOfObjectiveAndBound() throws Exception {
        Headline.Bar maximised = headline(
                        "\"status\": \"FEASIBLE\", \"sense\": \"maximize\", \"objective\": 75, \"bound\": 100, "
                                + "\"gap\": 0.25")
                .bar()
                .orElseThrow();
        assertThat(maximised).isEqualTo(new Headline.Bar(0.75, "objective 75", "at most 100", "gap 25 %"));
        Headline.Bar minimised = headline(
                        "\"status\": \"FEASIBLE\", \"sense\": \"minimize\", \"objective\": 100, \"bound\": 75, "
                                + "\"gap\": 0.25")
                .bar()
                .orElseThrow();
        assertThat(minimised).isEqualTo(new Headline.Bar(0.75, "at least 75", "objective 100", "gap 25 %"));
        assertThat(headline("\"sense\": \"minimize\", \"objective\": 1, \"bound\": -4")
                        .bar())
                .as("on both sides of 0")
                .isEmpty();
        Headline unknown = headline("\"status\": \"UNKNOWN\"");
        assertThat(unknown.badge()).isEqualTo(new Headline.Badge("Unknown", Headline.Tone.WARN));
        assertThat(unknown.value()).isEqualTo("No feasible solution was found");
    }

    private static Headline headline(String fields) throws JsonProcessingException {
        return RunWords.headline(read("{" + fields + "}"), "units");
    }

    @Test
    void theCommandHasWhatDiffersFromTheDefaultsAndQuotesForAShell() throws Exception {
        assertThat(RunWords.command(read("""
                        {"instance": {"source": "my data/it's.txt", "problem": "mis", "complement": true},
                         "config": {"qubits": 12, "controls": true, "reduce": false, "layers": 3, "seed": 7}}
                        """)))
                .isEqualTo("shrinq solve 'my data/it'\\''s.txt' --problem mis --complement --qubits 12 --no-reduce"
                        + " --controls --seed 7");
        assertThat(RunWords.command(read("{\"config\": {\"seed\": 7}}")))
                .as("from no file")
                .isEmpty();
    }

    @Test
    void theTreeNamesEveryQubitAndTellsProvenFromHeuristic() throws Exception {
        ResultFile result = read("""
                {"stages": {"shrink": {"variables_before": 5, "qubits": 2, "proven": 1, "heuristic": 2,
                  "decides": [[0], [1], [2, 5], [3], []],
                  "eliminations": [
                   {"kind": "merge", "i": 3, "j": 1, "sign": -1, "rule": "correlation", "proven": false},
                   {"kind": "fix", "i": 0, "sign": 1, "rule": "persistency", "proven": true},
                   {"kind": "fix", "i": 4, "sign": -1, "rule": "correlation", "proven": false}]}}}
                """);
        Figure tree = ShrinkTree.of(
                result, new VariableNames(result.stages().shrink(), List.of("a", "b", "c", "d", "e", "f")));
        assertThat(tree.wide())
                .contains("q1: b", "q2: c, f", ">slack 5<")
                .contains("d the opposite of b, step 1 by correlation, heuristic")
                .contains("a fixed to 0, step 2 by persistency, proven")
                .contains("slack 5 fixed to 1, step 3 by correlation, heuristic");
        assertThat(count(tree.wide(), "stroke c2 strong")).isEqualTo(2);
        assertThat(tree.caption()).contains("1 proven step, 2 heuristic");
    }

    @Test
    void theBarsOfTheSamplesStayInsideAndEveryControlIsNamed() throws Exception {
        Figure figure = SampleFigures.samples(read("""
                {"sense": "maximize", "config": {"method": "qaoa"},
                 "stages": {
                  "verify": {"raw_best_objective": 9, "raw_histogram": [{"objective": 7, "count": 1}, {"objective": 9, "count": 3}]},
                  "repair": {"objective_after": 9, "mean_objective": 8.5, "histogram": [{"objective": 9, "count": 900}]}},
                 "controls": {"random_bits": {"repaired": 8, "mean_repaired": 6}, "no_shrinking_annealing": {}}}
                """));
        for (String svg : List.of(figure.wide(), figure.narrow())) {
            assertThat(svg).contains(">qaoa<", ">random bits<", ">annealing wit");
            Matcher bars = Pattern.compile("<rect[^>]* x=\"([\\d.]+)\" y=\"([\\d.]+)\" width=\"([\\d.]+)\"")
                    .matcher(svg);
            int found = 0;
            while (bars.find()) {
                found++;
                assertThat(Double.parseDouble(bars.group(1))).isPositive();
                assertThat(Double.parseDouble(bars.group(2)))
                        .as("below the top")
                        .isGreaterThan(24);
            }
            assertThat(found).isEqualTo(3);
        }
    }
}
