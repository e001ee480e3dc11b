package org.shrinq.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.shrinq.bench.execute.BenchRunner;
import org.shrinq.bench.execute.RunExecutor;
import org.shrinq.bench.store.Csv;
import org.shrinq.bench.store.QoblibExport;
import org.shrinq.bench.store.RunStore;
import org.shrinq.bench.suite.Plan;
import org.shrinq.bench.suite.SuiteReader;
import org.shrinq.instances.Instances;
import org.shrinq.instances.solution.Solutions;
import org.shrinq.report.HtmlReport;
import org.shrinq.report.Report;

/** The page of real runs, as a browser sees it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageTest {
    private static final String SUITE = """
            suite: page
            instances:
              - {generate: mdkp, n: 14, m: 2, seed: 1..3}
              - {generate: mis, n: 16, density: 0.3, seed: 1..2}
            settings: {rounds: 1, qubits: 5, layers: 1, maxiter: 5, shots: 32, polish: none, bounds: false, reduce: false}
            methods: {qaoa: , random: {method: random}, tabu: {method: tabu}, q: {qubits: [3, 7]}}
            seeds: 1..2
            controls: true
            """;

    private Path folder = Path.of("");

    private Path page = Path.of("");
    private int figures;

    @BeforeAll
    void write(@TempDir Path shared) throws IOException {
        folder = shared;
        Plan plan = Plan.of(
                SuiteReader.parse(SUITE, "page.yaml"),
                new Plan.Folders(Optional.empty(), Optional.empty(), folder.resolve("made")));
        StringBuilder published = new StringBuilder(
                "problem,instance,method,run_set,objective_raw,raw_feasible,objective_after_postprocessing,feasible\n");
        plan.instances()
                .forEach(i -> published.append(i.kind().id() + "," + i.name() + ",vqe,hardware,1,true,2,true\n"));
        Path reference = Files.writeString(folder.resolve("published.csv"), published.toString());
        try (RunStore store = RunStore.open(folder.resolve("t.db"))) {
            new BenchRunner(plan, store, RunExecutor.local(2, 1L << 30)).run("test", (t, o) -> {}, () -> false);
            Report report =
                    SuiteReport.of(ReportData.of(store, Optional.of("page"), Reference.read(List.of(reference))));
            figures = report.figures().size();
            page = Files.writeString(folder.resolve("page.html"), HtmlReport.of(report));
        }
    }

    @Test
    void needsNothingFromElsewhere() throws IOException {
        String html = Files.readString(page);
        assertThat(html).doesNotContain("http://", "https://", "@import", "url(");
        Matcher links = Pattern.compile("(?:href|src)=\"([^\"]*)\"").matcher(html);
        while (links.find()) {
            assertThat(links.group(1)).matches("#.*|data:,");
            if (links.group(1).startsWith("#")) {
                assertThat(html).contains("id=\"" + links.group(1).substring(1) + "\"");
            }
        }
    }

    @Test
    void nothingIsCutOffPaleOrEmptyAtAnyWidthInAnyLight() throws IOException, InterruptedException {
        String html = Files.readString(page);
        String second =
                html.replace("value=\"0\" checked>", "value=\"0\">").replace("value=\"2\">", "value=\"2\" checked>");
        assertThat(second).isNotEqualTo(html);
        for (boolean dark : new boolean[] {false, true}) {
            for (Browser.Seen seen : new Browser(folder).lookAt(Map.of("suite", Files.readString(page)), dark)) {
                assertThat(seen.findings())
                        .as(seen.page() + (dark ? " dark" : " light"))
                        .isEmpty();
                assertThat(seen.plots()).as(seen.page()).isEqualTo(figures);
            }
        }
    }

    @Test
    void aPictureOfItIsNotEmpty() throws IOException, InterruptedException {
        Path picture = folder.resolve("page.png");
        new Browser(folder).run(page, "--window-size=1200,3000", "--hide-scrollbars", "--screenshot=" + picture);
        assertThat(Files.size(picture)).isGreaterThan(50_000);
    }

    @Test
    void submissionsHaveTheLibrarysColumnsAndSolutionsThatVerify() throws IOException {
        Path out = folder.resolve("qoblib");
        try (RunStore store = RunStore.open(folder.resolve("t.db"))) {
            QoblibExport.Written written = new QoblibExport(
                            new QoblibExport.Submitter("Jane Doe, John Roe", "U, V", "none", "2026-01-01"), "a machine")
                    .write(store.runs(Optional.empty()), out);
            assertThat(written).isEqualTo(new QoblibExport.Written(25, 0, 25));
        }
        Path instance = folder.resolve("made").resolve("cb.14x2-50-s1.dat");
        Path own = out.resolve("qaoa").resolve("cb.14x2-50-s1");
        List<String> lines = Files.readAllLines(own.resolve("cb.14x2-50-s1_summary.csv"));
        List<String> header = Csv.fields(lines.get(0));
        List<String> values = Csv.fields(lines.get(1));
        // misc/ci/check_submission.py of the library, which wants them in this order
        String columns =
                "Problem,Submitter,Affiliation,Date,Reference,Best Objective Value,Optimality Bound,Modeling Approach,"
                        + "# Decision Variables,# Binary Variables,# Integer Variables,# Continuous Variables,"
                        + "# Non-Zero Coefficients,Coefficients Type,Coefficients Range,Workflow,Algorithm "
                        + "Type,Paradigm,# Runs,# Feasible Runs,# Successful Runs,Success Threshold,Hardware "
                        + "Specifications,Total Runtime,Time to Solution,CPU Runtime,GPU Runtime,QPU Runtime,Other "
                        + "HW Runtime,Remarks";
        assertThat(header).containsExactly(columns.split(","));
        assertThat(values.get(header.indexOf("Algorithm Type"))).isIn("Deterministic", "Stochastic");
        assertThat(values.get(header.indexOf("Paradigm"))).isIn("Classical", "Quantum Simulator", "Quantum Hardware");
        assertThat(values).hasSize(30).startsWith("cb.14x2-50-s1", "Jane Doe, John Roe", "U, V", "2026-01-01");
        assertThat(values.get(header.indexOf("# Runs"))).isEqualTo("2");
        assertThat(values.get(header.indexOf("Remarks")))
                .contains("reproduce with: shrinq solve cb.14x2-50-s1.dat --problem mdkp --format mknap ")
                .endsWith(" --seed 1");
        // 14 values and two full rows of weights
        assertThat(values.get(header.indexOf("# Non-Zero Coefficients"))).isEqualTo("42");
        var problem = Instances.read(instance).problem();
        byte[] x = Solutions.read(own.resolve("cb.14x2-50-s1_solution.sol"), problem)
                .x()
                .toArray();
        assertThat(problem.model().isFeasible(x)).isTrue();
        assertThat(problem.objective(x))
                .isEqualTo(Double.parseDouble(values.get(header.indexOf("Best Objective Value"))));
        // the library's files number their variables: a string of bits
        assertThat(Files.readString(own.resolve("cb.14x2-50-s1_solution.sol"))).matches("[01]{14}\n");
        for (JsonNode run : new ObjectMapper()
                .readTree(
                        own.resolve("cb.14x2-50-s1_objective_time_series.json").toFile())) {
            double last = Double.NEGATIVE_INFINITY;
            for (JsonNode point : run) {
                assertThat(point.get("Time").isNumber()).isTrue();
                assertThat(point.get("Incumbent").doubleValue()).isGreaterThanOrEqualTo(last);
                last = point.get("Incumbent").doubleValue();
            }
            assertThat(last).isPositive();
        }
    }
}
