package org.shrinq.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shrinq.bench.store.Campaign;
import org.shrinq.bench.store.Csv;
import org.shrinq.bench.store.Export;
import org.shrinq.bench.store.Place;
import org.shrinq.bench.store.RunKey;
import org.shrinq.bench.store.RunStore;
import org.shrinq.bench.store.StoreException;
import org.shrinq.bench.store.StoredRun;
import org.shrinq.bench.store.StoredRun.Ended;
import org.shrinq.bench.suite.MethodSpec;
import org.shrinq.qubo.Sense;
import org.shrinq.report.HtmlReport;
import org.shrinq.report.Report;
import org.shrinq.report.Table;
import org.shrinq.solver.SolverOptions;
import org.shrinq.solver.result.ResultJson;

/** Tables of hand-made runs, against values worked out by hand. */
class ReportTest {
    @TempDir
    private Path folder;

    private RunStore store;

    @BeforeEach
    void fill() {
        store = RunStore.open(folder.resolve("t.db"));
        store.begin(new Campaign(0, "s", "", "shrinq bench run s", "2026-01-01T00:00:00Z", "0.1.0", 2, "a machine"));
        for (int i = 1; i <= 8; i++) {
            for (long seed = 1; seed <= 3; seed++) {
                // the circuit is i per cent from 100 in the mean, the control one point more; the other method 2 points
                // more
                store.add("s", run("i" + i, "circuit", seed, 100 - (seed == 3 ? i : 0), 100 - i, 99 - i));
                store.add("s", run("i" + i, "other|x", seed, 98 - i, 98 - i, 97 - i));
            }
        }
    }

    private static StoredRun run(
            String instance, String method, long seed, double objective, double mean, double controlMean) {
        ObjectNode result = new ObjectMapper().createObjectNode();
        ObjectNode stages = result.putObject("stages");
        stages.putObject("shrink").put("variables_before", 20).put("source", "lp");
        stages.putObject("quantum").put("variables", 5).put("qubits", 5);
        stages.putObject("verify").put("raw_feasible_fraction", 0.5).put("raw_best_objective", 90);
        stages.putObject("repair")
                .put("objective_after", objective)
                .put("mean_objective", mean)
                .put("mean_repair_distance", 1.5);
        result.putObject("config")
                .put("correlations", method.equals("circuit") ? "auto" : "random")
                .put("constraint-aware", true)
                .put("recalculate", "auto");
        ObjectNode controls = result.putObject("controls");
        controls.putObject("random_bits")
                .put("raw_feasible_fraction", 0.25)
                .put("repaired", objective)
                .put("mean_repaired", controlMean);
        controls.putObject("exact")
                .put("raw_feasible_fraction", 1)
                .put("raw", 96)
                .put("repaired", 97)
                .put("mean_repaired", 97);
        // of three seeds the first has its solution from a sample, the others had it before
        result.put("origin", seed == 1 ? "repair" : seed == 2 ? "search" : "pool");
        result.putObject("known_before_circuit")
                .put("construction", objective - 2)
                .put("pool", seed == 1 ? objective - 1 : objective)
                .put("pool_energy", 1e6);
        result.putArray("history").addObject().put("seconds", 0.25).put("objective", objective);
        return new StoredRun(
                new RunKey("id-" + instance, "conf-" + method, seed, 1, "0.1.0"),
                method,
                new StoredRun.InstanceRow(
                        "id-" + instance, instance, "mdkp", Sense.MAXIMIZE, 20, 2, "x.dat", OptionalDouble.empty()),
                1,
                "2026-01-01T00:00:00Z",
                2,
                Ended.DONE,
                Optional.empty(),
                Optional.of("FEASIBLE"),
                OptionalDouble.of(objective),
                OptionalDouble.empty(),
                OptionalInt.of(5),
                Optional.of(ResultJson.read(result)),
                new Place("node", "a machine"));
    }

    private static StoredRun failed(String instance, String method, long seed) {
        StoredRun like = run(instance, method, seed, 0, 0, 0);
        return new StoredRun(
                like.key(),
                method,
                like.instance(),
                1,
                like.started(),
                1,
                Ended.FAILED,
                Optional.of("it <broke>"),
                Optional.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                new Place("node", "a machine"));
    }

    private Reference reference() throws IOException {
        StringBuilder known = new StringBuilder("problem,instance,n,m,sense,best_known,proven_optimal\n");
        for (int i = 1; i <= 8; i++) {
            known.append("mdkp,i").append(i).append(",20,2,max,100,true\n");
        }
        Path best = Files.writeString(folder.resolve("best_known.csv"), known.toString());
        Path runs = Files.writeString(folder.resolve("published_runs.csv"), """
                problem,instance,method,run_set,qubits,shots,objective_raw,raw_feasible,objective_after_postprocessing,feasible,optimum_or_bkv,relative_gap_percent,runtime_s
                mdkp,i1,qaoa,published_hardware,60,1000,50,true,90,true,100,10,5
                mdkp,i1,vqe,published_hardware,60,1000,50,false,95,true,100,5,5
                mdkp,i2,vqe,published_hardware,60,1000,,false,120,false,100,,5
                mdkp,i3,vqe,simulator_table,60,1000,100,true,100,true,100,0,5
                mdkp,i4,vqe,simulator_table,,,,,,true,100,12.5,
                mdkp,i5,vqe,simulator_table,,,,,,true,100,,
                """);
        return Reference.read(List.of(best, runs));
    }

    private ReportData data() throws IOException {
        return ReportData.of(store, Optional.of("s"), reference());
    }

    private static List<String> cells(Table table, int row) {
        return table.rows().get(row).stream().map(Table.Cell::text).toList();
    }

    @Test
    void methodsTable() throws IOException {
        Table table = MethodTables.methods(data());
        assertThat(cells(table, 0)).startsWith("circuit", "mdkp", "24", "0", "100", "66.7");
        // gaps: 0 for two thirds of the runs, then 1 to 8 per cent
        assertThat(cells(table, 0).get(6)).startsWith("0 [0, ");
        assertThat(cells(table, 0).get(7)).isEqualTo("8");
        // p = 2/3: 2 s · ln 0.01 / ln(1/3)
        assertThat(cells(table, 0).get(11)).isEqualTo("8.384");
        assertThat(cells(table, 1).get(11)).isEqualTo("∞");
        assertThat(cells(table, 0).get(12)).as("one seed of three").isEqualTo("33.3");
    }

    @Test
    void csvTellsWhatWasKnownBeforeTheCircuit() throws IOException {
        Path file = folder.resolve("runs.csv");
        Export.csv(store.runs(Optional.of("s")), file);
        List<String> lines = Files.readAllLines(file);
        List<String> head = Csv.fields(lines.get(0));
        for (String line : lines.subList(1, lines.size())) {
            List<String> fields = Csv.fields(line);
            double objective = Double.parseDouble(fields.get(head.indexOf("objective")));
            boolean first = fields.get(head.indexOf("seed")).equals("1");
            assertThat(Double.parseDouble(fields.get(head.indexOf("known_before_circuit"))))
                    .isEqualTo(first ? objective - 1 : objective);
            assertThat(fields.get(head.indexOf("nobody_had_before"))).isEqualTo(Boolean.toString(first));
        }
    }

    @Test
    void differencesAreTestedOnInstances() throws IOException {
        Table table = MethodTables.tests(data());
        // medians 0 against 3..10 per cent: eight pairs of one sign, p = 2/2^8
        assertThat(cells(table, 0))
                .containsExactly("circuit", "other|x", "8", "8", "0", "0", "−6.5", "0.0078", "0.0078");
    }

    @Test
    void averageStringsAreTestedToo() throws IOException {
        // gaps of the means: i against i + 2 per cent
        assertThat(cells(MethodTables.stringTests(data()), 0))
                .containsExactly("circuit", "other|x", "8", "8", "0", "0", "−2", "0.0078", "0.0078");
    }

    @Test
    void liftIsTheDifferenceToTheControlOfTheSameRun() throws IOException {
        List<ControlComparison.Lift> lifts = ControlComparison.of(data());
        ControlComparison.Lift overRandom = lifts.get(0);
        assertThat(overRandom.control()).isEqualTo("random_bits");
        assertThat(overRandom.mean().estimate()).isCloseTo(0.01, org.assertj.core.api.Assertions.within(1e-12));
        assertThat(overRandom.best().estimate()).isZero();
        assertThat(overRandom.feasible()).isEqualTo(0.25);
        assertThat(overRandom.better()).isEqualTo(8);
        assertThat(overRandom.means()).hasSize(8);
        assertThat(cells(ControlComparison.table(data()), 0))
                .as("four tests, 2 / 2^8 each")
                .endsWith("0.0313");
        // random bits had no feasible raw string, the method had
        assertThat(overRandom.raw()).isEqualTo(Double.POSITIVE_INFINITY);
        ControlComparison.Lift overExact = lifts.get(1);
        // control 97, the circuit 100 − i: lifts 2 … −5, median −1.5 points
        assertThat(overExact.mean().estimate()).isCloseTo(-0.015, org.assertj.core.api.Assertions.within(1e-12));
        assertThat(overExact.better()).isEqualTo(2);
        assertThat(overExact.equal()).isEqualTo(1);
        assertThat(overExact.worse()).isEqualTo(5);
    }

    @Test
    void stringsOfTheMethodAndItsControls() throws IOException {
        Table table = StringsTable.of(data());
        // raw strings of 90 of 100; those of enumeration of 96, which is not the best known value either
        assertThat(cells(table, 0)).startsWith("circuit", "the method", "24", "50", "10", "0");
        assertThat(cells(table, 1)).startsWith("circuit", "random bits", "24", "25", "none", "0");
        assertThat(cells(table, 2)).startsWith("circuit", "exact", "24", "100", "4", "0", "0", "3", "3");
    }

    @Test
    void shrinkingBesideRandomCorrelations() throws IOException {
        Table table = ShrinkTable.of(data());
        assertThat(cells(table, 0))
                .startsWith("mdkp", "lp", "on", "auto", "24", "20", "5", "50", "10", "4", "0", "3", "1.500", "0");
        assertThat(cells(table, 1)).contains("random").endsWith("–");
        assertThat(cells(table, 0)).endsWith("1.0000");
    }

    @Test
    void publishedRunsStandBesideOurs() throws IOException {
        Table table = PublishedTable.table(data());
        assertThat(cells(table, 0))
                .containsExactly(
                        "mdkp",
                        "i1",
                        "100",
                        "2",
                        "1",
                        "2",
                        "5",
                        "vqe (published hardware)",
                        "0",
                        "1",
                        "ahead with every seed");
        assertThat(cells(table, 1)).contains("none", "ahead with every seed");
        assertThat(cells(table, 2)).contains("vqe (simulator table)", "equal");
        assertThat(cells(table, 3)).contains("12.5", "ahead with every seed");
        assertThat(cells(table, 4)).contains("not stated", "undecided");
        assertThat(table.note()).contains("best_known.csv, published_runs.csv").contains("circuit");
    }

    /** A run of limit 4: of the default, or of another method. */
    private static StoredRun timed(String instance, String method, boolean whole, double objective) {
        StoredRun like = run(instance, method, 1, objective, 0, 0);
        ObjectNode result = new ObjectMapper().createObjectNode();
        result.putObject("config").put("time-limit", 4);
        String configuration = whole ? MethodSpec.hash(SolverOptions.defaults().withTimeLimit(4)) : "conf-" + method;
        return new StoredRun(
                new RunKey(like.key().instance(), configuration, 1, 1, "0.1.0"),
                method,
                like.instance(),
                1,
                like.started(),
                4,
                Ended.DONE,
                Optional.empty(),
                Optional.of("FEASIBLE"),
                OptionalDouble.of(objective),
                OptionalDouble.empty(),
                OptionalInt.empty(),
                Optional.of(ResultJson.read(result)),
                new Place("node", "a machine"));
    }

    @Test
    void theDefaultStandsBesideItsParts() throws IOException {
        double[][] objectives = {{100, 100, 97}, {98, 99, 90}, {100, 96, 97}};
        for (int k = 0; k < 3; k++) {
            store.add("p", timed("i" + (k + 1), "default/time-limit=4", true, objectives[k][0]));
            store.add("p", timed("i" + (k + 1), "part/method=tabu,time-limit=4", false, objectives[k][1]));
            store.add("p", timed("i" + (k + 1), "part/method=exact,time-limit=4", false, objectives[k][2]));
        }
        ReportData data = ReportData.of(store, Optional.of("p"), reference());
        // gaps 0, 2, 0 against 0, 1, 4 and 3, 10, 3
        assertThat(cells(PartsTable.table(data), 0)).containsExactly("mdkp 4 s", "3", "1", "0.67", "1.67", "tabu");
        assertThat(PartsTable.behind(data).rows()).hasSize(1);
        assertThat(cells(PartsTable.behind(data), 0)).containsExactly("mdkp", "i2", "1", "4", "2", "1", "tabu");
        assertThat(Summary.of(data))
                .anyMatch(s -> s.contains("in 1 of 3 (instance, seed, limit), 33.3 %") && s.contains("on no family"));
        assertThat(PartsTable.sentence(data())).as("no default among the runs").isEmpty();
    }

    @Test
    void failuresCountAndAreShown() throws IOException {
        for (int i = 1; i <= 8; i++) {
            for (long seed = 4; seed <= 8; seed++) {
                store.add("s", failed("i" + i, "circuit", seed));
            }
        }
        ReportData data = data();
        List<String> row = cells(MethodTables.methods(data), 0);
        assertThat(row).startsWith("circuit", "mdkp", "64", "40", "37.5", "25");
        assertThat(row.get(6)).startsWith("none");
        Table failures = MethodTables.failures(data);
        assertThat(failures.rows()).hasSize(40);
        assertThat(HtmlReport.of(SuiteReport.of(data))).contains("it &lt;broke&gt;");
        assertThat(Summary.of(data)).anyMatch(s -> s.startsWith("40 of 88 runs failed"));
    }

    @Test
    void withoutBestKnownValuesTheBestFoundIsTheTargetAndSaidSo() {
        ReportData data = ReportData.of(store, Optional.empty(), Reference.none());
        assertThat(data.guessedTargets()).hasSize(8);
        assertThat(cells(MethodTables.instances(data), 0)).contains("100 (here)");
        assertThat(Summary.of(data)).anyMatch(s -> s.contains("best found in these runs"));
    }

    @Test
    void markdownNamesEverythingAndEscapes() throws IOException {
        Report report = SuiteReport.of(data());
        String text = MarkdownReport.of(report, Set.of());
        assertThat(text)
                .contains("# Benchmark s", "shrinq bench run s", "a machine", "seeds: 1..3", "shrinq 0.1.0")
                .contains("## Shrinking", "## Lift over the controls", "other\\|x");
        assertThat(MarkdownReport.of(report, Set.of("shrinking")))
                .contains("## Shrinking")
                .doesNotContain("## Lift over");
        for (String line : text.lines().filter(l -> l.startsWith("|")).toList()) {
            assertThat(line).endsWith("|");
        }
    }

    @Test
    void wrongReferencesNameTheLine() throws IOException {
        Path other = Files.writeString(folder.resolve("o.csv"), "a,b\n1,2\n");
        Path broken = Files.writeString(folder.resolve("b.csv"), "problem,instance,best_known\nmis,x,7\nmis,y,seven\n");
        Path narrow = Files.writeString(folder.resolve("n.csv"), "problem,instance,best_known\nmis,x\n");
        for (Path file : List.of(other, broken, narrow)) {
            assertThatExceptionOfType(StoreException.class)
                    .isThrownBy(() -> Reference.read(List.of(file)))
                    .withMessageContaining(file.getFileName() + ":");
        }
    }

    @Test
    void csvFieldsRoundTrip() {
        List<String> fields = List.of("", "a", "b,c", "d\"e", "f g");
        assertThat(Csv.fields(Csv.line(fields))).isEqualTo(fields);
    }
}
