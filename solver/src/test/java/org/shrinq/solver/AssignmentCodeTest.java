package org.shrinq.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shrinq.instances.generate.AssignmentGenerator;
import org.shrinq.quantum.QuantumOptions;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.problem.QuadraticAssignment;
import org.shrinq.qubo.run.RandomStreams;
import org.shrinq.shrink.CompactCode;
import org.shrinq.solver.config.Settings;

/** Runs with assignments in a binary or permutation code. */
class AssignmentCodeTest {
    private static final QuadraticAssignment PROBLEM = AssignmentGenerator.uniform("u", 6, new RandomStreams(3));

    private static SolverOptions options(String... settings) {
        SolverOptions options = SolverOptions.defaults()
                .withReduce(SolverOptions.Stage.OFF)
                .withBounds(SolverOptions.Stage.OFF)
                .withQubits(10)
                .withQuantum(QuantumOptions.defaults().withShots(100).withMaxEvaluations(40))
                .withRounds(1)
                .withPolish(Polish.none());
        for (String s : settings) {
            options = Settings.set(options, s.split("=")[0], s.split("=")[1]);
        }
        return options;
    }

    private static List<Double> allCosts() {
        List<Double> costs = new ArrayList<>();
        collect(new int[] {0, 1, 2, 3, 4, 5}, 0, costs);
        return costs;
    }

    private static void collect(int[] p, int k, List<Double> costs) {
        if (k == p.length) {
            costs.add(PROBLEM.cost(p));
            return;
        }
        for (int j = k; j < p.length; j++) {
            int[] q = p.clone();
            q[k] = p[j];
            q[j] = p[k];
            collect(q, k + 1, costs);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "qaoa, permutation",
        "grover-qaoa, permutation",
        "xy-qaoa, binary",
        "annealing, permutation",
        "greedy, permutation",
        "random, permutation",
        "exact, permutation",
        "qaoa, binary",
        "random, binary"
    })
    void everyStringIsAPermutation(String method, String code) {
        Solution solution = Shrinq.with(options("method=" + method, "assignment-code=" + code, "controls=true"))
                .run(PROBLEM);
        Trace.Round round = solution.trace().rounds().get(0);
        CompactCode used = round.shrink().orElseThrow().shrunk().code().orElseThrow();
        assertThat(round.search().qubits()).isEqualTo(used.qubits()).isLessThanOrEqualTo(10);
        assertThat(round.search().method()).isEqualTo(method.equals("qaoa") ? "xy-qaoa" : method);
        assertThat(round.evaluation().statistics().feasibleFraction()).isEqualTo(1);
        Map<String, Control> controls = solution.controls().stream().collect(Collectors.toMap(Control::name, c -> c));
        assertThat(controls).doesNotContainKey("product_state");
        for (String name : List.of("random_bits", "greedy", "annealing", "exact")) {
            assertThat(controls.get(name).feasibleFraction()).as(name).isEqualTo(1);
            assertThat(controls.get(name).strings()).as(name).isLessThanOrEqualTo(100);
        }
        if (code.equals("permutation")) { // all facilities are open: the best of all 720
            double least = allCosts().stream().mapToDouble(c -> c).min().orElseThrow();
            assertThat(used.strings()).isEqualTo(720);
            assertThat(controls.get("exact").raw().orElseThrow()).isEqualTo(least);
            assertThat(controls.get("exact").bestEnergy().orElseThrow()).isCloseTo(least, within(1e-6));
            assertThat(controls.get("annealing").raw().orElseThrow()).isEqualTo(least);
        }
        assertThat(solution.isFeasible()).isTrue();
    }

    @Test
    void laterRoundsAndSeveralShrinkingsHaveCodesToo() {
        QuadraticAssignment large = AssignmentGenerator.uniform("u", 9, new RandomStreams(4));
        SolverOptions options = options("assignment-code=permutation", "shrinkings=3", "correlations=samples")
                .withRounds(3)
                .withQubits(5)
                .withControls(SolverOptions.Stage.ON);
        Solution solution = Shrinq.with(options).run(large);
        assertThat(solution.trace().rounds()).isNotEmpty().allSatisfy(r -> {
            assertThat(r.shrink().orElseThrow().shrunk().code()).isPresent();
            assertThat(r.shrink().orElseThrow().alternatives()).allMatch(a -> a.qubits() <= 5);
            assertThat(r.evaluation().statistics().feasibleFraction()).isEqualTo(1);
        });
        assertThat(solution.controls()).anyMatch(c -> c.name().equals("exact_union"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "method=vqe",
                "method=ma-qaoa",
                "method=ws-qaoa",
                "method=qrao",
                "method=pce",
                "backend=mps",
                "backend=light-cone",
                "backend=closed-form",
                "backend=strange",
                "noise=superconducting",
                "objective=repaired"
            })
    void whatHasNoSuchCircuitIsRefusedEarly(String setting) {
        SolverOptions options = options("assignment-code=permutation", setting);
        assertThatThrownBy(() -> Shrinq.with(options).run(PROBLEM))
                .isInstanceOf(RefusedException.class)
                .hasMessageStartingWith("--assignment-code permutation: ")
                .hasMessageEndingWith("or --assignment-code one-hot.");
        assertThatThrownBy(() -> Shrinq.with(options).prepare(PROBLEM)).isInstanceOf(RefusedException.class);
    }

    @Test
    void circuitsAreNotWrittenDown() {
        Shrinq shrinq = Shrinq.with(options("assignment-code=binary"));
        SmallProblem small = shrinq.prepare(PROBLEM);
        assertThatThrownBy(() -> shrinq.train(small))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("is known as a circuit of a useful size");
    }

    /** Other problems, and searches of the whole problem, have no code and take no notice. */
    @Test
    void otherProblemsTakeNoNotice() {
        for (Problem problem : TestProblems.small(1)) {
            if (problem instanceof QuadraticAssignment) {
                continue;
            }
            SmallProblem with = Shrinq.with(options("assignment-code=permutation", "method=ws-qaoa", "qubits=5"))
                    .prepare(problem);
            SmallProblem without =
                    Shrinq.with(options("method=ws-qaoa", "qubits=5")).prepare(problem);
            assertThat(with.shrunk().code()).isEmpty();
            assertThat(with.qubo()).isEqualTo(without.qubo());
        }
        Solution solution = Shrinq.with(options("assignment-code=permutation", "method=tabu"))
                .run(PROBLEM);
        assertThat(solution.isFeasible()).isTrue();
    }

    /** The code names what is left: an optimum that the log keeps is a string. */
    @Test
    void decodedStringsAreWhatTheShrinkingLeaves() {
        SmallProblem small =
                Shrinq.with(options("assignment-code=permutation", "qubits=7")).prepare(PROBLEM);
        CompactCode code = small.shrunk().code().orElseThrow();
        for (long s : code.table().strings()) {
            Bits state = code.decode(Bits.ofIndex(code.qubits(), s)).orElseThrow();
            Bits x = small.expand(state);
            assertThat(small.shrunk().project(x)).contains(state);
            assertThat(PROBLEM.permutation(x.toArray())).isPresent();
        }
    }
}
