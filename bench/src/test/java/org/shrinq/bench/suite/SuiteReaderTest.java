package org.shrinq.bench.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shrinq.qubo.problem.ProblemKind;
import org.shrinq.solver.Method;
import org.shrinq.solver.SolverOptions;

class SuiteReaderTest {
    @TempDir
    private Path folder;

    private static List<String> problems(String yaml) {
        return catchThrowableOfType(SuiteException.class, () -> SuiteReader.parse(yaml, "s.yaml"))
                .problems();
    }

    private Plan plan(Suite suite) {
        return Plan.of(
                suite,
                new Plan.Folders(
                        Optional.of(Path.of("../instances/data")), Optional.of(folder), folder.resolve("made")));
    }

    @Test
    void anInstanceMayBringItsTimeLimit() {
        Suite suite = SuiteReader.parse("""
                folder: bundled
                instances:
                  - {files: mis/1tc.32.txt, time-limit: 3}
                  - {generate: mis, n: [20, 21], density: 0.2, time-limit: 2}
                  - maxcut/cubic.24.mc
                methods:
                  tabu: {method: tabu}
                  own: {method: tabu, time-limit: 7}
                """, "s.yaml");
        Plan plan = Plan.of(
                suite,
                new Plan.Folders(Optional.of(Path.of("../instances/data")), Optional.empty(), folder.resolve("made")));
        assertThat(plan.tasks().stream()
                        .map(t -> t.method() + " " + t.options().timeLimit().orElse(0)))
                .containsExactly(
                        "tabu 3.0", "own 7.0", "tabu 2.0", "own 7.0", "tabu 2.0", "own 7.0", "tabu 0.0", "own 7.0");
        assertThat(plan.tasks().get(0).configurationHash())
                .isNotEqualTo(plan.tasks().get(2).configurationHash())
                .isNotEqualTo(plan.tasks().get(6).configurationHash());
        assertThat(problems("instances: [{files: a.txt, time-limit: soon}]\nmethods: {a: }"))
                .containsExactly(
                        "s.yaml:1: 'time-limit' is a positive number of seconds, or a time such as 10s or 2m.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../x", "/tmp/x", "a/b", "a\\\\b", "..", ".hidden", "a\\u001b[31m", "-o", ""})
    void aSuitesNameIsNoPath(String name) {
        assertThat(problems("title: t\nsuite: \"" + name + "\"\ninstances: [a.txt]\nmethods: {a: }"))
                .singleElement()
                .asString()
                .startsWith("s.yaml:2: '")
                .contains("is no name for a suite. Expected letters");
        assertThat(SuiteReader.parse("suite: größe 1.0_b-c+d\ninstances: [a.txt]\nmethods: {a: }", "s.yaml")
                        .name())
                .isEqualTo("größe 1.0_b-c+d");
    }

    @Test
    void bundledFilesStandBesideTheSuitesFolder() {
        Suite suite = SuiteReader.parse("""
                folder: given
                missing: skip
                instances: [{bundled: "maxcut/*.mc", problem: maxcut}, {files: none.txt}]
                methods: {tabu: {method: tabu}}
                """, "s.yaml");
        Plan plan = Plan.of(
                suite,
                new Plan.Folders(
                        Optional.of(Path.of("..", "instances", "data")),
                        Optional.of(folder),
                        folder.resolve("generated")));
        assertThat(plan.instances()).isNotEmpty().allMatch(i -> i.kind() == ProblemKind.MAX_CUT);
        assertThat(plan.skipped()).singleElement().asString().contains("none.txt");
    }

    @Test
    void thePeersAreLeftOutVisiblyWhereTheirFilesAreAbsent() {
        Suite suite = BundledSuites.find("peers").orElseThrow();
        List<InstanceSpec> files = suite.instances().stream()
                .filter(InstanceSpec.Files.class::isInstance)
                .toList();
        assertThat(files).allMatch(f -> f.timeLimit().isPresent());
        assertThat(suite.missing()).isEqualTo(Suite.Missing.SKIP);
    }

    @Test
    void sweepsAreEveryCombination() {
        Suite suite = SuiteReader.parse("""
                instances: [a.txt]
                settings: {rounds: 1, qubits: 8}
                methods:
                  plain:
                  p: {layers: [1, 2], qubits: [4, 6], objective: cvar}
                  tabu: {method: tabu, only: [qap, mis]}
                seeds: [3, 7..9]
                limits: {seconds: 2.5, threads: 2}
                """, "s.yaml");
        assertThat(suite.methods().stream().map(MethodSpec::name))
                .containsExactly(
                        "plain",
                        "p/layers=1,qubits=4",
                        "p/layers=1,qubits=6",
                        "p/layers=2,qubits=4",
                        "p/layers=2,qubits=6",
                        "tabu");
        assertThat(suite.methods().get(4).options().quantum().layers()).isEqualTo(2);
        assertThat(suite.methods().get(4).options().qubits()).isEqualTo(6);
        assertThat(suite.methods().get(0).options().qubits()).isEqualTo(8);
        assertThat(suite.methods().get(5).options().method()).isEqualTo(Method.TABU);
        assertThat(suite.methods().get(5).runsOn(ProblemKind.KNAPSACK)).isFalse();
        assertThat(suite.seeds()).containsExactly(3L, 7L, 8L, 9L);
        assertThat(suite.limits()).isEqualTo(new Suite.Limits(2.5, 2, 0));
        assertThat(suite.options(suite.methods().get(0), 9).seed()).isEqualTo(9);
        assertThat(suite.options(suite.methods().get(0), 9).threads()).isEqualTo(2);
    }

    @Test
    void everyProblemIsToldAtOnceWithItsLine() {
        List<String> problems = problems("""
                instances: [a.txt]
                settings: {qbits: 8}
                methods:
                  one: {layers: two}
                  two: {seed: 4}
                seeds: 5..1
                repeats: 0
                limits: {minutes: 3}
                sweep: yes
                """);
        assertThat(problems)
                .contains(
                        "s.yaml:2: no setting is called 'qbits'. Maybe 'qubits'?",
                        "s.yaml:4: layers is 'two', expected a whole number.",
                        "s.yaml:5: 'seed' belongs to the suite, not to a method. Set seeds at the top.",
                        "s.yaml:6: expected seeds. Such as 7, [1, 2, 3] or 1..10.",
                        "s.yaml:8: no limit is called 'minutes'. Known are seconds, threads, workers.")
                .anyMatch(p -> p.startsWith("s.yaml:9: a suite has no 'sweep'."))
                .anyMatch(p -> p.startsWith("s.yaml:7: 'repeats' is a whole number of at least 1."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'methods: {a: {}}' | s.yaml:1: a suite has a list of instances",
                "'instances: [a]' | s.yaml:1: a suite has methods",
                "'instances: [a]\nmethods: {a: {layers: 3}, b: {p: 3}}' | s.yaml:2: methods 'a' and 'b' are the "
                        + "same configuration",
                "'instances: [[a]]\nmethods: {a: }' | s.yaml:1: an instance is a path",
                "'instances: [{files: a, index: x}]\nmethods: {a: }' | s.yaml:1: 'index: x' says nothing",
                "'instances: [a\nmethods: {a: }' | s.yaml:2: ",
                "'instances: [a]\nmethods: {a: {only: sat}}' | s.yaml:2: no kind of problem is called 'sat'",
                "'instances: [a]\nmethods: {a: }\nmethods: {b: }' | s.yaml:3: Duplicate",
                "'' | s.yaml:1: the suite is empty"
            })
    void wrongSuites(String yaml, String message) {
        assertThat(problems(yaml == null ? "" : yaml)).anyMatch(p -> p.startsWith(message.strip()));
    }

    @Test
    void controlsRunUnlessASuiteSaysNo() {
        String suite = "instances: [a.txt]\nmethods: {plain: {rounds: 1}, tabu: {method: tabu}}\n";
        assertThat(SuiteReader.parse(suite, "s.yaml").methods())
                .allSatisfy(m -> assertThat(m.options().controls()).isEqualTo(SolverOptions.Stage.ON));
        assertThat(SuiteReader.parse(suite + "controls: false\n", "s.yaml").methods())
                .allSatisfy(m -> assertThat(m.options().controls()).isEqualTo(SolverOptions.Stage.OFF));
    }

    @Test
    void bundledSuitesAreValid() {
        for (String name : BundledSuites.names()) {
            Suite suite = BundledSuites.find(name).orElseThrow();
            assertThat(suite.name()).isEqualTo(name);
            assertThat(suite.methods()).isNotEmpty();
        }
        assertThat(BundledSuites.find("other")).isEmpty();
    }

    @Test
    void bundledInstancesOfBundledSuitesAreThere() {
        for (String name : List.of("quick", "shrinking", "choices", "simulators", "scaling")) {
            Suite suite = BundledSuites.find(name).orElseThrow();
            Plan plan = Plan.of(
                    suite,
                    new Plan.Folders(
                            Optional.of(Path.of("../instances/data")), Optional.empty(), folder.resolve(name)));
            assertThat(plan.skipped()).isEmpty();
            long pairs = plan.instances().stream()
                    .mapToLong(i -> suite.methods().stream()
                            .filter(m -> m.runsOn(i.kind()))
                            .count())
                    .sum();
            assertThat(plan.tasks()).hasSize((int) pairs * suite.seeds().size());
            assertThat(plan.tasks().get(0).seed())
                    .isEqualTo(plan.tasks().get(plan.instances().size()).seed());
        }
    }

    @Test
    void withoutItsFolderThePaperSuiteIsSkippedVisibly() {
        Plan plan = Plan.of(
                BundledSuites.find("paper").orElseThrow(),
                new Plan.Folders(Optional.empty(), Optional.empty(), folder));
        assertThat(plan.tasks()).isEmpty();
        assertThat(plan.skipped()).hasSize(4).allMatch(s -> s.contains("--instances FOLDER"));
    }

    @Test
    void missingUnreadableAndDoubledInstancesAreProblems() throws IOException {
        Files.writeString(folder.resolve("k4.txt"), "p edge 3 2\ne 1 2\ne 2 3\n");
        Files.writeString(folder.resolve("bad.txt"), "p edge 3 2\ne 1 2\ne 2 9\n");
        Suite suite = SuiteReader.parse("""
                instances:
                  - k4.txt
                  - bad.txt
                  - gone.txt
                  - {files: "k*.txt"}
                  - {files: "none/*.txt"}
                  - {generate: mdkp, n: 5, tightness: 7}
                  - {generate: sat, n: 5}
                  - {generate: mis, rows: 5}
                methods: {a: }
                """, "s.yaml");
        assertThatExceptionOfType(SuiteException.class)
                .isThrownBy(() -> plan(suite))
                .satisfies(e -> assertThat(e.problems())
                        .anyMatch(p -> p.startsWith("s.yaml:3: cannot be read: bad.txt:3:"))
                        .anyMatch(p -> p.startsWith("s.yaml:4: there is no file"))
                        .anyMatch(p -> p.startsWith("s.yaml:5:") && p.contains("same instance"))
                        .anyMatch(p -> p.startsWith("s.yaml:6: nothing under"))
                        .anyMatch(p -> p.startsWith("s.yaml:7: tightness"))
                        .anyMatch(p -> p.startsWith("s.yaml:8: no kind"))
                        .anyMatch(p -> p.startsWith("s.yaml:9: generated mis instances have no parameter 'rows'"))
                        .hasSize(7));
    }

    @Test
    void generatedInstancesAreWrittenOnceAndDiffer() {
        Suite suite = SuiteReader.parse("""
                instances:
                  - {generate: mdkp, n: [8, 9], m: 2, seed: 1..2}
                  - {generate: qap, family: known, rows: 2, columns: 3}
                  - {generate: mis, family: 1dc, n: 4}
                  - {generate: maxcut, n: 8}
                  - {generate: market-share, n: 6, m: 2}
                  - {generate: qubo, n: 6}
                methods: {a: }
                """, "s.yaml");
        Plan first = plan(suite);
        Plan second = plan(suite);
        assertThat(first.instances()).hasSize(9);
        assertThat(second.instances()).isEqualTo(first.instances());
        assertThat(second.tasks().stream().map(RunTask::label))
                .containsExactlyElementsOf(
                        first.tasks().stream().map(RunTask::label).toList());
        assertThat(first.instances().stream().map(BenchInstance::name)).doesNotHaveDuplicates();
    }

    @Test
    void theHashLeavesOutSeedAndThreadsAndNothingElse() {
        Suite suite = SuiteReader.parse("instances: [a]\nmethods: {a: , b: {shots: 1023}}", "s.yaml");
        MethodSpec a = suite.methods().get(0);
        assertThat(MethodSpec.hash(a.options().withSeed(99).withThreads(7))).isEqualTo(a.configurationHash());
        assertThat(suite.methods().get(1).configurationHash()).isNotEqualTo(a.configurationHash());
    }
}
