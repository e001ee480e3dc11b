package org.shrinq.bench.steering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shrinq.bench.report.MarkdownReport;
import org.shrinq.bench.suite.Plan;
import org.shrinq.bench.suite.SuiteReader;
import org.shrinq.report.Report;

final class SteeringStudyTest {
    private static final String SUITE = """
            suite: tiny
            title: Tiny
            instances:
              - {generate: maxcut, family: cubic, n: 20, seed: [1, 2]}
              - {generate: qap, family: uniform, n: 4, seed: 1}
            methods:
              source: {correlations: [random, sdp]}
            seeds: 3
            """;

    @TempDir
    private Path folder;

    private List<Steering> study() {
        Plan plan = Plan.of(
                SuiteReader.parse(SUITE, "tiny.yaml"), new Plan.Folders(Optional.empty(), Optional.empty(), folder));
        return new SteeringStudy(plan).run(() -> false);
    }

    @Test
    void everySourceStandsBesideTheSamePlainSearch() {
        List<Steering> all = study();
        assertThat(all).hasSize(3 * 2 * 2).isEqualTo(study());
        assertThat(all).extracting(Steering::family).contains("maxcut cubic.20", "qap uniform.4");
        for (Steering s : all) {
            assertThat(s.plainHits()).isBetween(1, s.reads());
            assertThat(s.hits()).isBetween(0, s.reads());
            assertThat(s.operations()).isPositive();
            Steering other = all.stream()
                    .filter(o -> o.instance().equals(s.instance())
                            && o.search() == s.search()
                            && !o.source().equals(s.source()))
                    .findFirst()
                    .orElseThrow();
            assertThat(other.plain()).isEqualTo(s.plain());
            // work is equal by design: work per hit differs as hits do
            assertThat(s.steered() * (s.hits() + 0.5))
                    .isCloseTo(s.plain() * (s.plainHits() + 0.5), within(0.25 * s.plain() * (s.plainHits() + 0.5)));
        }
        assertThat(new SteeringStudy(Plan.of(
                                SuiteReader.parse(SUITE, "tiny.yaml"),
                                new Plan.Folders(Optional.empty(), Optional.empty(), folder)))
                        .run(() -> true))
                .isEmpty();
    }

    @Test
    void tablesSayWhatHelps() {
        List<Steering> all = new ArrayList<>();
        for (int k = 1; k <= 20; k++) {
            all.add(pair("good", k, 0.5));
            all.add(pair("bad", k, 3));
            all.add(pair("even", k, k % 2 == 0 ? 0.9 : 1.1));
        }
        assertThat(SteeringTables.sentences(all))
                .containsExactly("maxcut cubic, preconditioned tabu: good helps, bad harms, even no difference");
        Report report = SteeringTables.of("tiny", "shrinq bench steering tiny", all);
        assertThat(MarkdownReport.of(report, Set.of()))
                .contains("| preconditioned tabu | maxcut cubic | good | 20 | 20 | 40 | 0.500 | 20 |")
                .contains("| helps |");
    }

    private static Steering pair(String source, int k, double ratio) {
        return new Steering(
                "maxcut cubic",
                "i" + k,
                source,
                SteeredSearch.PRECONDITIONED_TABU,
                100 + k,
                ratio * (100 + k),
                10,
                20,
                50,
                7);
    }
}
