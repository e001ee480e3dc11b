package org.shrinq.qubo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shrinq.qubo.QuadraticForm.Domain;

/** What every {@link QuadraticForm} promises, judged by its dense twin; an implementation inherits all of it. */
abstract class QuadraticFormContract {
    static final String SEEDS = "org.shrinq.qubo.Cases#seeds20";

    /** A form and the dense form that says the same. */
    record Case(QuadraticForm form, DenseForm twin) {}

    /** At most 10 variables, coefficients that are exact in doubles. */
    abstract Case draw(SplittableRandom random);

    private Case draw(long seed) {
        return draw(new SplittableRandom(seed));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource(SEEDS)
    void coefficientsAreThoseOfTheTwin(long seed) {
        Case c = draw(seed);
        assertThat(c.form().size()).isEqualTo(c.twin().size());
        assertThat(c.form().domain()).isEqualTo(c.twin().domain);
        assertThat(c.form().offset()).isEqualTo(c.twin().offset);
        for (int i = 0; i < c.twin().size(); i++) {
            assertThat(c.form().linear(i)).as("linear %d", i).isEqualTo(c.twin().linear[i]);
            for (int j = 0; j < c.twin().size(); j++) {
                assertThat(c.form().coupling(i, j)).as("coupling %d %d", i, j).isEqualTo(c.twin().coupling[i][j]);
            }
        }
        assertThat(c.form().maxAbsCoefficient()).isEqualTo(c.twin().maxAbsCoefficient());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource(SEEDS)
    void neighborsAreTheNonZeroCouplingsInOrder(long seed) {
        Case c = draw(seed);
        int n = c.twin().size();
        List<List<Number>> pairs = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            List<List<Number>> expected = new ArrayList<>();
            for (int j = 0; j < n; j++) {
                if (c.twin().coupling[i][j] != 0) {
                    expected.add(List.of(j, c.twin().coupling[i][j]));
                    if (j > i) {
                        pairs.add(List.of(i, j, c.twin().coupling[i][j]));
                    }
                }
            }
            List<List<Number>> seen = new ArrayList<>();
            c.form().forEachNeighbor(i, (j, value) -> seen.add(List.of(j, value)));
            assertThat(seen).isEqualTo(expected);
            assertThat(c.form().degree(i)).isEqualTo(expected.size());
        }
        List<List<Number>> seen = new ArrayList<>();
        c.form().forEachCoupling((i, j, value) -> seen.add(List.of(i, j, value)));
        assertThat(seen).isEqualTo(pairs);
        assertThat(c.form().couplings()).isEqualTo(pairs.size());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource(SEEDS)
    void energyAndFlipDeltaOnEveryState(long seed) {
        Case c = draw(seed);
        int n = c.twin().size();
        Cases.forEachState(n, x -> {
            byte[] before = x.clone();
            assertThat(c.form().energy(x)).isEqualTo(c.twin().energy(x));
            for (int i = 0; i < n; i++) {
                assertThat(c.form().flipDelta(x, i)).isEqualTo(c.twin().flipDelta(x, i));
            }
            assertThat(x).isEqualTo(before);
        });
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource(SEEDS)
    void productWithVectors(long seed) {
        Case c = draw(seed);
        int n = c.twin().size();
        SplittableRandom random = new SplittableRandom(~seed);
        for (int rank = 1; rank <= 3; rank++) {
            double[] vectors = new double[n * rank];
            Arrays.setAll(vectors, k -> Cases.quarter(random));
            double[] given = vectors.clone();
            double[] out = new double[n * rank];
            Arrays.fill(out, 99);
            c.form().multiply(vectors, rank, out);
            double[] expected = c.twin().multiply(vectors, rank);
            assertThat(out).isEqualTo(expected);
            for (int i = 0; i < n; i++) {
                double[] row = new double[rank];
                Arrays.fill(row, 99);
                c.form().multiplyRow(i, vectors, rank, row);
                assertThat(row).as("row %d", i).isEqualTo(Arrays.copyOfRange(expected, i * rank, (i + 1) * rank));
            }
            assertThat(vectors).isEqualTo(given);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource(SEEDS)
    void restrictionKeepsTheEnergyOfEveryCompletion(long seed) {
        Case c = draw(seed);
        int n = c.twin().size();
        SplittableRandom random = new SplittableRandom(~seed);
        for (int free = 0; free <= n; free++) {
            byte[] fixed = Cases.partial(random, n, free);
            byte[] given = fixed.clone();
            Qubo small = c.form().restrict(fixed);
            assertThat(fixed).isEqualTo(given);
            assertThat(small.size()).isEqualTo(Cases.countFree(fixed));
            Cases.forEachState(
                    small.size(),
                    y -> assertThat(small.energy(y)).isEqualTo(c.twin().energy(Cases.complete(fixed, y))));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource(SEEDS)
    void spinFormHasTheInterpolatedCoefficients(long seed) {
        Case c = draw(seed);
        QuadraticForm spin = c.form().toSpin();
        DenseForm expected = c.twin().interpolatedSpin();
        assertThat(spin.domain()).isEqualTo(Domain.SPIN);
        assertThat(spin.toSpin()).isSameAs(spin);
        assertThat(spin.offset()).isEqualTo(expected.offset);
        for (int i = 0; i < expected.size(); i++) {
            assertThat(spin.linear(i)).isEqualTo(expected.linear[i]);
            for (int j = 0; j < expected.size(); j++) {
                assertThat(spin.coupling(i, j)).isEqualTo(expected.coupling[i][j]);
            }
        }
        assertThat(spin.maxAbsCoefficient()).isEqualTo(expected.maxAbsCoefficient());
        Cases.forEachState(expected.size(), x -> {
            assertThat(spin.energy(x)).isEqualTo(c.twin().energy(x));
            assertThat(expected.energy(x)).isEqualTo(c.twin().energy(x));
        });
    }

    /** The largest coefficient may be a linear term, a coupling, or none. */
    @Test
    void cubeOfCasesHasLinearAndCoupledMaxima() {
        int linear = 0;
        int coupled = 0;
        for (long seed = 0; seed < 20; seed++) {
            DenseForm twin = draw(seed).twin();
            double max = Arrays.stream(twin.linear).map(Math::abs).max().orElse(0);
            linear += max == twin.maxAbsCoefficient() ? 1 : 0;
            coupled += max < twin.maxAbsCoefficient() ? 1 : 0;
        }
        assertThat(linear).isPositive();
        assertThat(coupled).isPositive();
    }
}
