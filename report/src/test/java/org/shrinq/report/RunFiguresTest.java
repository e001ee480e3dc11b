package org.shrinq.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.shrinq.report.plot.Axes;
import org.shrinq.solver.result.ResultFile;
import org.shrinq.solver.result.ResultJson;

/** Marks of a run's plots lie inside the frame, also where there is one point alone. */
class RunFiguresTest {
    private static final double WIDTH = 720;
    private static final double HEIGHT = 340;

    private static List<double[]> dots(String svg) {
        List<double[]> dots = new ArrayList<>();
        Matcher m = Pattern.compile("<circle[^>]* cx=\"([\\d.]+)\" cy=\"([\\d.]+)\"")
                .matcher(svg);
        while (m.find()) {
            dots.add(new double[] {Double.parseDouble(m.group(1)), Double.parseDouble(m.group(2))});
        }
        return dots;
    }

    private static ResultFile read(String json) throws JsonProcessingException {
        return ResultJson.read(new ObjectMapper().readTree(json));
    }

    @Test
    void aSingleIncumbentIsALineInTheMiddleUntilTheEndOfTheRun() throws Exception {
        Figure figure = RunFigures.incumbent(
                read("{\"history\": [{\"seconds\": 1, \"objective\": 438}], \"timing\": {\"total_seconds\": 4}}"));
        List<double[]> dots = dots(figure.svg());
        assertThat(dots).hasSize(1);
        double inside = Axes.right(WIDTH) - Axes.left();
        assertThat(dots.get(0)[0]).isEqualTo(Axes.left() + inside / 4);
        assertThat(dots.get(0)[1]).isEqualTo((Axes.top() + Axes.bottom(HEIGHT)) / 2);
        assertThat(figure.svg()).contains("M224 162H704\">");
    }

    @Test
    void theTallestBarEndsBelowTheTopOfTheFrame() throws Exception {
        Figure figure = RunFigures.histograms(read("""
                {"stages": {
                  "verify": {"raw_histogram": [{"objective": 7, "count": 1}, {"objective": 9, "count": 3}]},
                  "repair": {"histogram": [{"objective": 9, "count": 900}]}}}
                """));
        assertThat(dots(figure.svg())).hasSize(3).allSatisfy(dot -> {
            assertThat(dot[0]).isBetween(Axes.left() + 5, Axes.right(WIDTH) - 5);
            assertThat(dot[1]).isBetween(Axes.top() + 10, Axes.bottom(HEIGHT) - 10);
        });
    }

    @Test
    void headingsStandOverTheirNumbers() {
        Table table = new Table(
                "t",
                "T",
                "",
                List.of("name", "value"),
                List.of(
                        List.of(Table.Cell.text("a"), Table.Cell.text("none")),
                        List.of(Table.Cell.text("b"), new Table.Cell("3 [2, 4]", 3))));
        assertThat(table.isNumeric(0)).isFalse();
        assertThat(table.isNumeric(1)).isTrue();
    }
}
