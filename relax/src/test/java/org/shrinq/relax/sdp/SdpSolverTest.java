package org.shrinq.relax.sdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shrinq.qubo.Ising;
import org.shrinq.qubo.KroneckerForm;
import org.shrinq.qubo.QuadraticForm;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.run.Deadline;

class SdpSolverTest {
    private static final SdpOptions PROVEN = SdpOptions.defaults().withBounding(SdpOptions.Bounding.PROVEN, 1e-6);

    @Test
    void boundsOfRandomFormsAreValidAndMeetTheRelaxation() {
        for (int seed = 0; seed < 500; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Qubo form = RandomForms.qubo(1 + random.nextInt(11), random);
            SdpSolution s = SdpSolver.of(form, PROVEN, random).solve(Deadline.never());
            assertThat(s.bound().isProven()).as("seed %d", seed).isTrue();
            assertThat(s.bound().value()).as("seed %d", seed).isLessThanOrEqualTo(RandomForms.minimum(form));
            assertThat(s.gap()).as("seed %d", seed).isBetween(-1e-12, 1e-4);
        }
    }

    @Test
    void roughVectorsStillGiveValidBounds() {
        for (int seed = 0; seed < 200; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Qubo form = RandomForms.qubo(1 + random.nextInt(11), random);
            SdpOptions rough = PROVEN.withMaxSweeps(1 + random.nextInt(3)).withRankCap(2 + random.nextInt(3));
            SdpBound bound =
                    SdpSolver.of(form, rough, random).solve(Deadline.never()).bound();
            assertThat(bound.value()).as("seed %d", seed).isLessThanOrEqualTo(RandomForms.minimum(form));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 5, 7, 9})
    void anOddRingHasItsKnownValue(int n) {
        Ising.Builder b = Ising.builder(n);
        for (int i = 0; i < n; i++) {
            b.add(i, (i + 1) % n, 1);
        }
        SdpSolution s = SdpSolver.of(b.build(), PROVEN, new SplittableRandom(n)).solve(Deadline.never());
        double exact = n * Math.cos(Math.PI * (n - 1) / n); // neighbours at equal angles that close the ring
        assertThat(s.value()).isCloseTo(exact, within(1e-5));
        assertThat(s.bound().value()).isBetween(exact - 1e-4, exact + 1e-9);
        assertThat(s.pair(0, 1)).isCloseTo(Math.cos(Math.PI * (n - 1) / n), within(1e-2));
    }

    @Test
    void aFormWithoutCouplingsIsSolvedExactly() {
        Qubo form =
                Qubo.builder(3).addOffset(2).addLinear(0, -3).addLinear(2, 5).build();
        SdpSolution s = SdpSolver.of(form, PROVEN, new SplittableRandom(1)).solve(Deadline.never());
        assertThat(s.value()).isCloseTo(-1, within(1e-9));
        assertThat(s.bound().value()).isCloseTo(-1, within(1e-9));
        assertThat(s.single(0)).isCloseTo(-1, within(1e-6));
        assertThat(s.single(2)).isCloseTo(1, within(1e-6));
    }

    @Test
    void emptyAndConstantForms() {
        SdpSolution empty = SdpSolver.of(Qubo.builder(0).addOffset(7).build(), PROVEN, new SplittableRandom(1))
                .solve(Deadline.never());
        assertThat(empty.value()).isEqualTo(7);
        assertThat(empty.bound().value()).isCloseTo(7, within(1e-9)).isLessThanOrEqualTo(7);
        SdpSolution constant = SdpSolver.of(Qubo.builder(4).addOffset(-2).build(), PROVEN, new SplittableRandom(1))
                .solve(Deadline.never());
        assertThat(constant.bound().value()).isCloseTo(-2, within(1e-9)).isLessThanOrEqualTo(-2);
    }

    @Test
    void contractionKeepsTheBoundValidAndEqualsANewSolve() {
        for (int seed = 0; seed < 60; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Qubo form = RandomForms.qubo(9, random);
            SdpSolver solver = SdpSolver.of(form, PROVEN, random);
            solver.solve(Deadline.never());
            Qubo.Builder merged = Qubo.builder(9).addForm(form, 1);
            double big = 1e5;
            for (int step = 0; step < 4; step++) {
                int i = random.nextInt(9);
                int j = random.nextInt(10);
                int sign = random.nextBoolean() ? 1 : -1;
                if (i == j || !(j == 9 ? solver.fix(i, (1 - sign) / 2) : solver.merge(i, j, sign))) {
                    continue;
                }
                if (j == 9) {
                    merged.addSquare(big, new int[] {i}, new double[] {1}, (sign - 1) / 2.0);
                } else { // x_i = x_j or x_i + x_j = 1
                    merged.addSquare(big, new int[] {i, j}, new double[] {1, -sign}, (sign - 1) / 2.0);
                }
                SdpSolution s = solver.solve(Deadline.never());
                assertThat(s.bound().value())
                        .as("seed %d", seed)
                        .isLessThanOrEqualTo(RandomForms.minimum(merged.build()) + 1e-9);
                assertThat(s.gap()).as("seed %d", seed).isLessThan(1e-3);
                double x = j == 9 ? s.single(i) : s.pair(i, j);
                assertThat(x).as("seed %d", seed).isCloseTo(sign, within(1e-9));
            }
        }
    }

    @Test
    void mergingEverythingLeavesTheEnergyOfOneState() {
        for (int seed = 0; seed < 40; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Qubo form = RandomForms.qubo(8, random);
            SdpSolver solver = SdpSolver.of(form, PROVEN, random);
            byte[] x = new byte[8];
            for (int i = 0; i < 8; i++) {
                x[i] = (byte) random.nextInt(2);
            }
            for (int i = 7; i > 0; i--) {
                int j = random.nextInt(i);
                assertThat(solver.merge(i, j, x[i] == x[j] ? 1 : -1)).isTrue();
                assertThat(solver.free()).isEqualTo(i);
            }
            solver.fix(3, x[3]);
            assertThat(solver.representative(5)).isEqualTo(-1);
            SdpSolution s = solver.solve(Deadline.never());
            assertThat(s.value()).as("seed %d", seed).isCloseTo(form.energy(x), within(1e-8));
            assertThat(s.bound().value()).as("seed %d", seed).isCloseTo(form.energy(x), within(1e-6));
            assertThat(solver.merge(2, 5, 1)).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void implicitFormsGiveWhatExplicitOnesGive(int kind) {
        for (int seed = 0; seed < 20; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            KroneckerForm form = RandomForms.kronecker(3 + seed % 4, kind, random);
            SdpSolver implicit = SdpSolver.of(form, PROVEN, new SplittableRandom(seed));
            SdpSolver explicit = SdpSolver.of(RandomForms.explicit(form), PROVEN, new SplittableRandom(seed + 1000));
            for (int step = 0; step < 3; step++) {
                SdpSolution a = implicit.solve(Deadline.never());
                SdpSolution b = explicit.solve(Deadline.never());
                assertThat(a.value())
                        .as("seed %d step %d", seed, step)
                        .isCloseTo(b.value(), within(1e-3 + 1e-4 * Math.abs(b.value())));
                assertThat(a.bound().value()).isLessThanOrEqualTo(b.value() + 1e-9);
                int i = random.nextInt(form.size());
                assertThat(implicit.fix(i, seed & 1)).isEqualTo(explicit.fix(i, seed & 1));
            }
            assertThat(implicit.merge(0, form.size() - 1, -1)).isEqualTo(explicit.merge(0, form.size() - 1, -1));
            double a = implicit.solve(Deadline.never()).value();
            double b = explicit.solve(Deadline.never()).value();
            assertThat(a).as("seed %d", seed).isCloseTo(b, within(1e-3 + 1e-4 * Math.abs(b)));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void anImplicitSweepIsTheExplicitOne(int kind) {
        SplittableRandom random = new SplittableRandom(kind);
        KroneckerForm form = RandomForms.kronecker(4, kind, random);
        KroneckerSpins implicit = new KroneckerSpins(form);
        SparseSpins explicit = SparseSpins.of(form);
        for (int round = 0; round < 3; round++) {
            double[] v = VectorRows.random(17, 5, random);
            double[] a = new double[v.length];
            double[] b = new double[v.length];
            implicit.multiply(v, 5, a);
            explicit.multiply(v, 5, b);
            assertThat(a).usingComparatorWithPrecision(1e-9).containsExactly(b);
            if (round == 0) {
                double[] copy = v.clone();
                double gainA = implicit.sweep(v, 5).gain();
                double gainB = explicit.sweepFrom(1, copy, 5).gain();
                assertThat(v).usingComparatorWithPrecision(1e-9).containsExactly(copy);
                assertThat(gainA).isCloseTo(gainB, within(1e-8));
            }
            double[] w = v.clone();
            double sum = explicit.sweep(w, 5).sum();
            explicit.multiply(w, 5, b);
            assertThat(sum).isCloseTo(org.shrinq.relax.linalg.Dense.dot(w, 0, b, 0, b.length) / 2, within(1e-9));
            int u = 1 + random.nextInt(16);
            if (implicit.isAlive(u)) {
                implicit.fix(u, -1);
                explicit.merge(u, 0, -1);
            }
            assertThat(implicit.constant()).isCloseTo(explicit.constant(), within(1e-9));
        }
    }

    @Test
    void aWarmStartOnAContractedFormIsTaken() {
        SplittableRandom random = new SplittableRandom(5);
        Qubo form = RandomForms.qubo(40, random);
        SdpSolution cold = SdpSolver.of(form, SdpOptions.defaults(), random).solve(Deadline.never());
        byte[] fixed = new byte[40];
        java.util.Arrays.fill(fixed, (byte) -1);
        fixed[39] = (byte) (cold.single(39) > 0 ? 0 : 1);
        double[] rows = java.util.Arrays.copyOf(cold.vectors(), 40 * cold.rank());
        SdpSolver warm = SdpSolver.from(form.restrict(fixed), SdpOptions.defaults(), cold.rank(), rows, random);
        SdpSolution after = warm.solve(Deadline.never());
        assertThat(after.vectors()).isSameAs(rows);
        assertThat(after.sweeps()).isLessThan(cold.sweeps());
        SdpSolution again = SdpSolver.of(form.restrict(fixed), SdpOptions.defaults(), random)
                .solve(Deadline.never());
        assertThat(after.value()).isCloseTo(again.value(), within(1e-2 * Math.abs(again.value())));
    }

    @Test
    void sameSeedSameVectors() {
        Qubo form = RandomForms.qubo(20, new SplittableRandom(3));
        double[] a = SdpSolver.of(form, PROVEN, new SplittableRandom(7))
                .solve(Deadline.never())
                .vectors();
        double[] b = SdpSolver.of(form, PROVEN, new SplittableRandom(7))
                .solve(Deadline.never())
                .vectors();
        assertThat(a).containsExactly(b);
    }

    @Test
    void anExpiredDeadlineLeavesTheBoundOfTheCoefficients() {
        Qubo form = RandomForms.qubo(10, new SplittableRandom(4));
        Deadline expired = Deadline.never().withChecks(0);
        SdpSolution s = SdpSolver.of(form, PROVEN, new SplittableRandom(7)).solve(expired);
        assertThat(s.sweeps()).isEqualTo(1);
        assertThat(s.bound().proof()).isEqualTo(SdpBound.Proof.COEFFICIENTS);
        assertThat(s.bound().value()).isLessThanOrEqualTo(RandomForms.minimum(form));
    }

    @Test
    void aProbableBoundOfAnImplicitFormHolds() {
        KroneckerForm form = RandomForms.kronecker(3, 0, new SplittableRandom(6));
        KroneckerSpins spins = new KroneckerSpins(form);
        double[] y = new double[10];
        java.util.Arrays.fill(y, 3.0);
        QuadraticForm explicit = RandomForms.explicit(form);
        SdpBound bound = new Certificate(spins, y, new SplittableRandom(1))
                .prove(SdpOptions.Bounding.PROBABLE, Deadline.never());
        assertThat(bound.value()).isLessThanOrEqualTo(RandomForms.minimum(explicit));
    }

    @Test
    void refusesWhatIsNoVector() {
        Qubo form = Qubo.builder(3).build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SdpSolver.from(form, PROVEN, 4, new double[15], new SplittableRandom(1)));
        SdpSolver solver = SdpSolver.of(form, PROVEN, new SplittableRandom(1));
        assertThatIllegalArgumentException().isThrownBy(() -> solver.merge(0, 1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> solver.fix(0, 2));
    }
}
