package org.shrinq.shrink.reduce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.Constraint;
import org.shrinq.qubo.Graph;
import org.shrinq.qubo.LinearAtMost;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.Sense;
import org.shrinq.qubo.problem.BinaryQuadraticProgram;
import org.shrinq.qubo.problem.LowAutocorrelation;
import org.shrinq.qubo.problem.MaximumIndependentSet;
import org.shrinq.qubo.problem.MultidimensionalKnapsack;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.problem.QuadraticAssignment;
import org.shrinq.qubo.problem.VariableTable;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.shrink.RandomModels;

/** Enumeration before and after: an optimum survives every rule by itself and all of them together. */
class ReducerTest {
    private static final Set<ReductionRule> NEEDING_AN_INCUMBENT =
            EnumSet.of(ReductionRule.MDKP_REDUCED_COST, ReductionRule.QAP_GILMORE_LAWLER);

    @ParameterizedTest
    @EnumSource(ReductionRule.class)
    void everyRuleAloneKeepsAnOptimumAndApplies(ReductionRule rule) {
        int applied = 0;
        for (long seed = 1; seed <= 60; seed++) {
            SplittableRandom rng = new SplittableRandom(seed * 31 + rule.ordinal());
            for (Problem problem : problems(rng, rule)) {
                ReduceOptions options = ReduceOptions.defaults().withComponentLimit(4);
                Set<ReductionRule> rules = EnumSet.of(rule);
                if (rule == ReductionRule.PROBING) {
                    rules.add(ReductionRule.PROPAGATION);
                }
                options = options.withRules(rules.toArray(ReductionRule[]::new));
                applied += check(problem, options, seed).getOrDefault(rule, 0);
            }
        }
        if (!NEEDING_AN_INCUMBENT.contains(rule)) {
            assertThat(applied).as("applications of %s", rule.id()).isPositive();
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void allRulesTogetherKeepAnOptimum(long seed) {
        SplittableRandom rng = new SplittableRandom(seed);
        Map<ReductionRule, Integer> counts = new EnumMap<>(ReductionRule.class);
        for (int trial = 0; trial < 40; trial++) {
            for (Problem problem : problems(rng)) {
                check(problem, ReduceOptions.defaults().withComponentLimit(3), seed)
                        .forEach((r, c) -> counts.merge(r, c, Integer::sum));
            }
        }
        assertThat(counts).isNotEmpty();
    }

    /** Only the kinds that the rule is for. */
    private static List<Problem> problems(SplittableRandom rng, ReductionRule rule) {
        String family = rule.id().substring(0, rule.id().indexOf('-') + 1);
        return problems(rng).stream()
                .filter(p -> switch (family) {
                    case "mis-" -> p instanceof MaximumIndependentSet;
                    case "mdkp-" -> p instanceof MultidimensionalKnapsack;
                    case "qap-" -> p instanceof QuadraticAssignment;
                    default ->
                        rule == ReductionRule.SYMMETRY
                                ? p instanceof LowAutocorrelation
                                : p instanceof BinaryQuadraticProgram;
                })
                .toList();
    }

    private static List<Problem> problems(SplittableRandom rng) {
        List<Problem> problems = new ArrayList<>();
        problems.add(set(rng, false));
        problems.add(set(rng, true));
        problems.add(knapsack(rng));
        problems.add(RandomModels.assignment(rng, rng.nextInt(1, 5)));
        Sense sense = rng.nextBoolean() ? Sense.MINIMIZE : Sense.MAXIMIZE;
        problems.add(new BinaryQuadraticProgram(
                "q",
                new BinaryModel(
                        sense, RandomModels.qubo(rng, rng.nextInt(1, 11), 0.1 + 0.4 * rng.nextDouble()), List.of())));
        problems.add(LowAutocorrelation.of("s", rng.nextInt(1, 9)));
        problems.add(new BinaryQuadraticProgram("m", RandomModels.model(rng, rng.nextInt(3, 10))));
        return problems;
    }

    static MaximumIndependentSet set(SplittableRandom rng, boolean weighted) {
        int n = rng.nextInt(2, 14);
        double density = 0.1 + 0.4 * rng.nextDouble();
        List<int[]> edges = new ArrayList<>();
        for (int u = 0; u < n; u++) {
            for (int v = u + 1; v < n; v++) {
                if (rng.nextDouble() < density) {
                    edges.add(new int[] {u, v});
                }
            }
        }
        Graph graph = Graph.of(
                n,
                edges.stream().mapToInt(e -> e[0]).toArray(),
                edges.stream().mapToInt(e -> e[1]).toArray());
        if (!weighted) {
            return MaximumIndependentSet.of("g", graph);
        }
        double[] weights = rng.doubles(n).map(d -> Math.floor(8 * d) - 1).toArray();
        return MaximumIndependentSet.weighted("g", graph, weights);
    }

    static MultidimensionalKnapsack knapsack(SplittableRandom rng) {
        int n = rng.nextInt(2, 11);
        int m = rng.nextInt(1, 4);
        double[] values = new double[n];
        double[][] weights = new double[m][n];
        double[] capacities = new double[m];
        for (int i = 0; i < n; i++) {
            values[i] = rng.nextInt(-1, 20);
        }
        for (int k = 0; k < m; k++) {
            double sum = 0;
            for (int i = 0; i < n; i++) {
                weights[k][i] = rng.nextInt(0, 10);
                sum += weights[k][i];
            }
            capacities[k] = Math.floor(sum * (0.2 + rng.nextDouble()));
        }
        return MultidimensionalKnapsack.of("k", values, weights, capacities);
    }

    private static Map<ReductionRule, Integer> check(Problem problem, ReduceOptions options, long seed) {
        double optimum = optimum(problem, new byte[0]);
        Reduced reduced = Reducer.reduce(problem, options, Deadline.never());
        assertThat(reduced.outcome()).isEqualTo(Reduced.Outcome.OPEN);
        byte[] fixed = reduced.fixed();
        double rest = optimum(reduced.problem(), fixed);
        assertThat(rest + reduced.offset()).as("seed %d, %s", seed, reduced).isCloseTo(optimum, within(1e-9));
        for (byte[] x : RandomModels.feasiblePoints(reduced.problem().model())) {
            if (agrees(x, fixed)) {
                Bits lifted = reduced.lift(Bits.of(x));
                byte[] full = lifted.toArray();
                assertThat(problem.model().isFeasible(full)).isTrue();
                if (Math.abs(reduced.problem().model().value(x) - rest) < 1e-9) {
                    assertThat(problem.model().value(full))
                            .as("seed %d, %s", seed, reduced)
                            .isCloseTo(optimum, within(1e-9));
                }
            }
        }
        return reduced.counts();
    }

    private static boolean agrees(byte[] x, byte[] fixed) {
        for (int v = 0; v < fixed.length; v++) {
            if (fixed[v] >= 0 && fixed[v] != x[v]) {
                return false;
            }
        }
        return true;
    }

    private static double optimum(Problem problem, byte[] fixed) {
        if (problem instanceof QuadraticAssignment qap && fixed.length == 0 && qap.order() == 0) {
            return 0;
        }
        double best = problem.sense().worst();
        for (byte[] x : RandomModels.feasiblePoints(problem.model())) {
            double value = problem.model().value(x);
            if (agrees(x, fixed) && problem.sense().isBetter(value, best)) {
                best = value;
            }
        }
        return best;
    }

    @Test
    void whereTimeIsUpNothingIsReduced() {
        Qubo form = Qubo.builder(3).addLinear(0, 5).add(1, 2, -1).build();
        Problem problem = new BinaryQuadraticProgram("late", new BinaryModel(Sense.MINIMIZE, form, List.of()));
        Reduced late = Reducer.reduce(
                problem, ReduceOptions.defaults(), Deadline.never().withChecks(0));
        assertThat(late.problem()).isSameAs(problem);
        assertThat(Reducer.reduce(problem, ReduceOptions.defaults(), Deadline.never())
                        .freeVariables())
                .isZero();
    }

    /** What is left of an integer after its upper bits were fixed has the integer's value in every point. */
    @Test
    void integersKeepTheirValuesAndLoseTheirFixedBits() {
        VariableTable.Variable i = VariableTable.Variable.between("i", -2, 30, 0);
        VariableTable.Variable j = VariableTable.Variable.between("j", 1, 100, i.coefficients().length);
        int n = i.coefficients().length + j.coefficients().length;
        int[] bits = new int[n];
        double[] both = new double[n];
        for (int b = 0; b < n; b++) {
            bits[b] = b;
            both[b] = b < j.firstBit() ? i.coefficients()[b] : j.coefficients()[b - j.firstBit()];
        }
        Constraint row = LinearAtMost.of("sum", bits, both, 11);
        Problem problem = new BinaryQuadraticProgram(
                "integers",
                new BinaryModel(Sense.MAXIMIZE, Qubo.builder(n).addLinear(0, 1).build(), List.of(row)),
                new VariableTable(List.of(i, j), List.of()));
        Reduced reduced = Reducer.reduce(problem, ReduceOptions.defaults(), Deadline.never());
        Problem rest = reduced.problem();
        List<VariableTable.Variable> kept = rest.variables().variables();
        assertThat(rest.size()).isLessThan(n);
        assertThat(kept).extracting(VariableTable.Variable::name).containsExactly("i", "j");
        SplittableRandom random = new SplittableRandom(1);
        for (int trial = 0; trial < 50; trial++) {
            byte[] x = new byte[rest.size()];
            for (int b = 0; b < x.length; b++) {
                x[b] = (byte) random.nextInt(2);
            }
            byte[] whole = reduced.lift(Bits.of(x)).toArray();
            assertThat(kept.get(0).value(x)).isEqualTo(i.value(whole));
            assertThat(kept.get(1).value(x)).isEqualTo(j.value(whole));
        }
    }
}
