package org.shrinq.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.shrinq.instances.Instance;
import org.shrinq.instances.Instances;
import org.shrinq.instances.ReadOptions;
import org.shrinq.qubo.problem.ProblemKind;
import org.shrinq.report.HtmlReport;
import org.shrinq.report.run.RunReport;
import org.shrinq.solver.Shrinq;
import org.shrinq.solver.Solution;
import org.shrinq.solver.SolverOptions;
import org.shrinq.solver.config.Settings;
import org.shrinq.solver.result.ResultFile;
import org.shrinq.solver.result.ResultJson;

/** Pages of real runs of every family, as a browser sees them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RunPageTest {
    private static final Path DATA = Path.of("../instances/data");

    private final Map<String, String> pages = new LinkedHashMap<>();
    private final Map<String, ResultFile> results = new LinkedHashMap<>();
    private Path folder = Path.of("");

    @BeforeAll
    void solve(@TempDir Path shared) {
        folder = shared;
        solve("mis", "mis/1tc.32.txt", ReadOptions.defaults());
        solve("maxcut", "maxcut/signed.20.mc", ReadOptions.defaults().withKind(ProblemKind.MAX_CUT));
        solve("mdkp", "mdkp/cb.20x5-25.dat", ReadOptions.defaults());
        solve("qap", "qap/grid.3x3.dat", ReadOptions.defaults());
        solve("market", "market-share/ms.2x10.json", ReadOptions.defaults());
        solve("lp", "lp/gap.4x10.lp", ReadOptions.defaults());
        solve("qubo", "qubo/random.20.qubo", ReadOptions.defaults());
    }

    private void solve(String name, String file, ReadOptions read) {
        Instance instance = Instances.read(DATA.resolve(file), read);
        SolverOptions options = SolverOptions.defaults();
        for (String setting : List.of(
                "rounds=1",
                "qubits=6",
                "layers=1",
                "maxiter=5",
                "shots=32",
                "polish=none",
                "controls=true",
                "method=qaoa",
                "seed=3")) {
            options = Settings.set(options, setting.split("=")[0], setting.split("=")[1]);
        }
        Solution solution = Shrinq.with(options).run(instance.problem());
        ResultFile result = ResultJson.of(instance, read, solution, 0.01, Instant.parse("2026-03-01T10:20:30Z"));
        results.put(name, result);
        pages.put(name, HtmlReport.of(RunReport.of(result, instance)));
    }

    @Test
    void nothingIsCutOffPaleOrEmptyAtAnyWidthInAnyLight() throws IOException, InterruptedException {
        Browser browser = new Browser(folder);
        for (boolean dark : new boolean[] {false, true}) {
            for (Browser.Seen seen : browser.lookAt(pages, dark)) {
                assertThat(seen.findings())
                        .as(seen.page() + (dark ? " dark" : " light"))
                        .isEmpty();
                assertThat(seen.plots()).as(seen.page()).isGreaterThanOrEqualTo(4);
            }
        }
    }

    @Test
    void theAnswerIsDrawnAndTheHeadSaysItAll() {
        pages.forEach((name, page) -> {
            ResultFile result = results.get(name);
            assertThat(page).as(name).contains("id=\"answer\"", "class=\"badge", "2026-03-01 10:20 UTC");
            assertThat(page).contains("shrinq solve " + result.instance().source(), " --seed 3<");
            assertThat(page.indexOf("digest")).isGreaterThan(page.indexOf("</main>"));
            // needs nothing from elsewhere
            assertThat(page).doesNotContain("http://", "https://", "@import", "url(");
        });
        assertThat(pages.get("mis")).contains("Chosen vertices");
        assertThat(pages.get("mdkp")).contains("capacity 5");
        assertThat(pages.get("lp")).contains("agent1", "slack");
    }

    @Test
    void withoutTheInstanceThePageSaysThatTheAnswerIsNotDrawn() {
        assertThat(HtmlReport.of(RunReport.of(results.get("mis"))))
                .contains("Not drawn: the answer (its instance file");
    }

    @Test
    void theSamePageComesFromTheSameRun() {
        Instance instance = Instances.read(DATA.resolve("mis/1tc.32.txt"));
        assertThat(HtmlReport.of(RunReport.of(results.get("mis"), instance))).isEqualTo(pages.get("mis"));
    }
}
