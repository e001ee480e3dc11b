package org.shrinq.solver.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.solver.Method;
import org.shrinq.solver.Polish;
import org.shrinq.solver.Shrinq;
import org.shrinq.solver.SolverOptions;
import org.shrinq.solver.SolverOptions.Stage;
import org.shrinq.solver.audit.Specimen.Kind;
import org.shrinq.solver.audit.Specimen.Pair;
import org.shrinq.solver.audit.Specimen.Row;
import org.shrinq.solver.audit.Specimen.Type;

/** The problems, as small as they could be made, by which the audit found faults. */
class FoundFaultsTest {
    private static List<BigDecimal> numbers(String... text) {
        return Arrays.stream(text).map(BigDecimal::new).toList();
    }

    private static Specimen specimen(Kind kind, int n, List<BigDecimal> linear, List<Pair> pairs, List<Row> rows) {
        return new Specimen(kind, n, true, BigDecimal.ZERO, linear, pairs, rows, List.of(), List.of());
    }

    private static Pair pair(int u, int v, String value) {
        return new Pair(u, v, new BigDecimal(value));
    }

    private static Row atMost(List<Integer> variables, String bound, String... w) {
        return new Row(Type.AT_MOST, variables, numbers(w), new BigDecimal(bound));
    }

    private static void checkRun(Specimen specimen, SolverOptions options) {
        Problem problem = specimen.problem();
        assertThat(RunCheck.fault(
                        new Enumerated(specimen), problem, Shrinq.with(options).run(problem)))
                .isEmpty();
    }

    /** A search held its cut to be proven within 10⁻¹¹ of the largest weight. */
    @Test
    void aSmallEdgeBesideALargeOne() {
        Specimen cut = specimen(
                Kind.CUT,
                4,
                List.of(),
                List.of(pair(0, 3, "4"), pair(1, 2, "7"), pair(1, 3, "1000000000000")),
                List.of());
        SolverOptions options = SolverOptions.defaults()
                .withMethod(Method.TABU)
                .withBounds(Stage.OFF)
                .withRounds(1);
        for (int seed = 0; seed < 10; seed++) {
            checkRun(cut, options.withSeed(seed));
        }
    }

    /** Rules swept before correlations left slack alone, and the next step fixed variable −1. */
    @Test
    void rulesThatLeaveSlackAlone() {
        Specimen knapsack = specimen(
                Kind.KNAPSACK,
                6,
                numbers("0", "2.217", "0", "1.091", "0", "2.775"),
                List.of(),
                List.of(
                        atMost(List.of(0, 4), "0.19", "0.04", "0.07"),
                        atMost(List.of(0, 2), "10000000000.15", "0.05", "10000000000.04"),
                        atMost(
                                List.of(0, 1, 2, 3, 5),
                                "10000000000.04",
                                "0.07",
                                "0.02",
                                "10000000000.00",
                                "0.04",
                                "0.03")));
        assertThat(new ProvenCheck().fault(new Enumerated(knapsack), new SplittableRandom(8060)))
                .isEmpty();
    }

    /** A row whose only coefficient is 0 was searched for a variable to flip. */
    @Test
    void aRowThatNothingCanMend() {
        Row row = new Row(Type.EQUAL, List.of(0), numbers("0"), new BigDecimal("2"));
        Specimen program = specimen(Kind.PROGRAM, 1, numbers("0"), List.of(), List.of(row));
        IntStream.range(0, 5)
                .forEach(seed -> checkRun(
                        program,
                        SolverOptions.defaults().withPolish(Polish.none()).withSeed(seed)));
    }
}
