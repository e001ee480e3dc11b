package org.shrinq.repair.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.Constraint;
import org.shrinq.qubo.Graph;
import org.shrinq.qubo.problem.LowAutocorrelation;
import org.shrinq.qubo.problem.MaximumIndependentSet;
import org.shrinq.qubo.problem.MultidimensionalKnapsack;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.problem.QuadraticAssignment;
import org.shrinq.repair.RandomProblems;

class VerifierTest {
    /** The problem's own data and its typed model are two independent statements of the same rules. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void agreesWithTheTypedConstraintsOfEveryModel(long seed) {
        for (Problem problem : RandomProblems.all(seed)) {
            Verifier verifier = Verifier.of(problem);
            List<Constraint> constraints = problem.model().constraints();
            assertThat(verifier.constraints()).as(problem.name()).isEqualTo(constraints.size());
            for (int c = 0; c < constraints.size(); c++) {
                assertThat(verifier.constraint(c)).isEqualTo(constraints.get(c).name());
            }
            SplittableRandom random = new SplittableRandom(seed);
            for (int t = 0; t < 50; t++) {
                byte[] x = RandomProblems.bits(random, problem.size());
                Verification v = verifier.verify(x);
                assertThat(v.feasible())
                        .as(problem.name())
                        .isEqualTo(problem.model().isFeasible(x));
                assertThat(verifier.isFeasible(x)).isEqualTo(v.feasible());
                assertThat(v.totalViolation()).isEqualTo(problem.model().totalViolation(x));
                assertThat(v.objective()).isEqualTo(problem.objective(x));
                assertThat(v.violated()).isEqualTo((int)
                        constraints.stream().filter(c -> !c.isSatisfied(x)).count());
                assertThat(v.violations().stream().map(Violation::constraint))
                        .containsExactlyElementsOf(constraints.stream()
                                .filter(c -> !c.isSatisfied(x))
                                .map(Constraint::name)
                                .limit(Verifier.LISTED)
                                .toList());
            }
        }
    }

    /** Energies of all sequences of eight spins, added up by shifts; the least is 8 (published). */
    @Test
    void sequencesAreWorthTheirAutocorrelations() {
        Verifier verifier = Verifier.of(LowAutocorrelation.of("labs", 8));
        assertThat(verifier.size()).isEqualTo(8);
        assertThat(verifier.constraints()).isZero();
        double least = Double.POSITIVE_INFINITY;
        for (int index = 0; index < 256; index++) {
            byte[] x = new byte[8];
            int[] spins = new int[8];
            for (int i = 0; i < 8; i++) {
                x[i] = (byte) (index >> i & 1);
                spins[i] = 1 - 2 * x[i];
            }
            double energy = 0;
            for (int shift = 7; shift > 0; shift--) {
                int sum = 0;
                for (int i = shift; i < 8; i++) {
                    sum += spins[i - shift] * spins[i];
                }
                energy += Math.pow(sum, 2);
            }
            assertThat(verifier.objective(x)).isEqualTo(energy);
            assertThat(verifier.verify(Bits.of(x)).feasible()).isTrue();
            least = Math.min(least, energy);
        }
        assertThat(least).isEqualTo(8);
    }

    @Test
    void saysExactlyWhatIsWrong() {
        Problem knapsack =
                MultidimensionalKnapsack.of("k", new double[] {1, 2}, new double[][] {{3, 4}}, new double[] {5});
        assertThat(Verifier.of(knapsack).verify(new byte[] {1, 1}).violations())
                .containsExactly(new Violation("c1", 2, "load 7 exceeds capacity 5 by 2"));

        Problem path = MaximumIndependentSet.of("p", Graph.of(3, new int[] {0, 1}, new int[] {1, 2}));
        assertThat(Verifier.of(path).verify(new byte[] {0, 1, 1}).violations())
                .containsExactly(
                        new Violation("edge(2,3)", 1, "vertices 2 and 3 are both chosen but joined by an edge"));

        Problem qap = QuadraticAssignment.of("q", new double[2][2], new double[2][2]);
        assertThat(Verifier.of(qap).verify(new byte[] {1, 1, 0, 0}).violations())
                .containsExactly(
                        new Violation("facility 1", 1, "facility 1 has 2 locations, expected exactly one"),
                        new Violation("facility 2", 1, "facility 2 has no location, expected exactly one"));
    }

    @Test
    void listsABoundedNumberButCountsAll() {
        int n = 30;
        int[] us = new int[n * (n - 1) / 2];
        int[] vs = new int[us.length];
        int e = 0;
        for (int u = 0; u < n; u++) {
            for (int v = u + 1; v < n; v++) {
                us[e] = u;
                vs[e++] = v;
            }
        }
        Problem clique = MaximumIndependentSet.of("clique", Graph.of(n, us, vs));
        byte[] all = new byte[n];
        java.util.Arrays.fill(all, (byte) 1);
        Verification v = Verifier.of(clique).verify(all);
        assertThat(v.violated()).isEqualTo(435);
        assertThat(v.totalViolation()).isEqualTo(435);
        assertThat(v.violations()).hasSize(Verifier.LISTED);
    }

    @Test
    void toleratesRoundingInFractionalDataOnly() {
        Problem fractional = MultidimensionalKnapsack.of(
                "f", new double[] {1, 1, 1}, new double[][] {{0.1, 0.1, 0.1}}, new double[] {0.3});
        assertThat(Verifier.of(fractional).isFeasible(new byte[] {1, 1, 1})).isTrue();
        Problem tight =
                MultidimensionalKnapsack.of("t", new double[] {1}, new double[][] {{0.3000001}}, new double[] {0.3});
        assertThat(Verifier.of(tight).isFeasible(new byte[] {1})).isFalse();
    }

    @Test
    void refusesWhatIsNoSolution() {
        Verifier verifier = Verifier.of(QuadraticAssignment.of("q", new double[2][2], new double[2][2]));
        assertThatThrownBy(() -> verifier.verify(new byte[3])).hasMessageContaining("3 variables");
        assertThatThrownBy(() -> verifier.verify(new byte[] {0, 2, 0, 0})).hasMessageContaining("variable 1 is 2");
    }

    @Test
    void statisticsCountEverySampleAsOftenAsItWasSeen() {
        Problem knapsack = MultidimensionalKnapsack.of(
                "k", new double[] {1, 2}, new double[][] {{3, 4}, {1, 9}}, new double[] {5, 8});
        Verifier verifier = Verifier.of(knapsack);
        SampleStatistics s = SampleStatistics.collector(verifier)
                .add(new byte[] {1, 1}, 3) // violates both
                .add(new byte[] {0, 1}, 1) // violates the second
                .add(new byte[] {1, 0}, 2)
                .add(new byte[] {0, 0}, 3)
                .add(new byte[] {1, 0}, 1)
                .finish();
        assertThat(s.bestFraction()).isEqualTo(0.3);
        assertThat(s.in(v -> 2 * v).bestFraction()).isEqualTo(0.3);
        assertThat(s.samples()).isEqualTo(10);
        assertThat(s.feasibleFraction()).isEqualTo(0.6);
        assertThat(s.violatedFraction(0)).isEqualTo(0.3);
        assertThat(s.violatedConstraints()).isEqualTo(2);
        assertThat(s.mostViolated(1)).containsExactly(new SampleStatistics.ConstraintShare("c2", 0.4));
        assertThat(s.bestObjective()).hasValue(1);
        assertThat(s.best()).contains(Bits.parse("10"));

        SampleStatistics none = SampleStatistics.of(verifier, List.of(Bits.parse("11")));
        assertThat(none.best()).isEmpty();
        assertThat(none.bestFraction()).isZero();
        SampleStatistics empty = SampleStatistics.of(verifier, List.of());
        assertThat(List.of(empty.feasibleFraction(), empty.violatedFraction(0), empty.bestFraction()))
                .containsOnly(0.0);
        assertThat(none.bestObjective()).isEmpty();
        assertThat(none.feasible()).isZero();
    }
}
