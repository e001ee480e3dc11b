package org.shrinq.qubo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shrinq.qubo.QuadraticForm.Domain;

class QuboTest extends QuadraticFormContract {
    @Override
    Case draw(SplittableRandom random) {
        DenseForm dense = ExplicitForms.dense(random, Domain.BINARY);
        return new Case(ExplicitForms.qubo(dense, random), dense);
    }

    private Qubo qubo(long seed) {
        return (Qubo) draw(new SplittableRandom(seed)).form();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource(SEEDS)
    void conversionToIsingAndBackIsExact(long seed) {
        Qubo q = qubo(seed);
        Ising ising = q.toIsing();
        assertThat(q.toSpin()).isEqualTo(ising);
        assertThat(ising.toQubo()).isEqualTo(q);
        Cases.forEachState(q.size(), x -> assertThat(ising.energy(x)).isEqualTo(q.energy(x)));
    }

    /** With coefficients that are no dyadic fractions the round trip is exact to rounding. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource(SEEDS)
    void conversionOfArbitraryCoefficients(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = 8;
        Qubo.Builder b = Qubo.builder(n).addOffset(random.nextDouble(-1, 1));
        for (int i = 0; i < n; i++) {
            b.addLinear(i, random.nextDouble(-1, 1));
            for (int j = 0; j < i; j++) {
                b.add(i, j, random.nextDouble(-1, 1));
            }
        }
        Qubo q = b.build();
        Qubo back = q.toIsing().toQubo();
        Cases.forEachState(n, x -> {
            assertThat(q.toIsing().energy(x)).isCloseTo(q.energy(x), within(1e-13));
            assertThat(back.energy(x)).isCloseTo(q.energy(x), within(1e-13));
        });
        assertThat(back.matrix()).isEqualTo(q.matrix());
    }

    /** Constants are part of the energy, through every conversion: the reference scripts dropped them. */
    @Test
    void additiveConstantsAreNeverDropped() {
        Qubo q = Qubo.builder(2)
                .addOffset(100)
                .addLinear(0, 2)
                .addLinear(1, -4)
                .add(0, 1, 8)
                .build();
        byte[] none = {0, 0};
        byte[] both = {1, 1};
        assertThat(q.energy(none)).isEqualTo(100);
        assertThat(q.energy(both)).isEqualTo(106);
        assertThat(q.toIsing().offset()).isEqualTo(100 + 1 - 2 + 2);
        assertThat(q.toIsing().energy(both)).isEqualTo(106);
        assertThat(MaxCutView.of(q.toIsing()).constant()).isEqualTo(100);
        assertThat(q.restrict(both).offset()).isEqualTo(106);
        assertThat(q.restrict(new byte[] {1, -1}).offset()).isEqualTo(102);
        assertThat(q.restrict(new byte[] {1, -1}).linear(0)).isEqualTo(4);
        assertThat(q.restrict(new byte[] {0, -1}).linear(0)).isEqualTo(-4);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource(SEEDS)
    void aSquareIsTheSquare(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = 6;
        int[] variables = {4, 0, 3, 5};
        double[] coefficients = new double[4];
        for (int k = 0; k < 4; k++) {
            coefficients[k] = Cases.quarter(random);
        }
        double[] given = coefficients.clone();
        double constant = Cases.quarter(random);
        double weight = Cases.quarter(random);
        Qubo q = Qubo.builder(n)
                .addOffset(1)
                .addSquare(weight, variables, coefficients, constant)
                .build();
        assertThat(coefficients).isEqualTo(given);
        assertThat(variables).containsExactly(4, 0, 3, 5);
        Cases.forEachState(n, x -> {
            double sum = constant;
            for (int k = 0; k < 4; k++) {
                sum += coefficients[k] * x[variables[k]];
            }
            assertThat(q.energy(x)).isEqualTo(1 + weight * sum * sum);
        });
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource(SEEDS)
    void addingAFormAddsItsEnergy(long seed) {
        Qubo q = qubo(seed);
        Qubo sum = Qubo.builder(q.size() + 1)
                .addOffset(7)
                .addLinear(q.size(), 3)
                .addForm(q, -2)
                .build();
        Cases.forEachState(
                q.size() + 1,
                x -> assertThat(sum.energy(x))
                        .isEqualTo(7 + 3 * x[q.size()] - 2 * q.energy(java.util.Arrays.copyOf(x, q.size()))));
        assertThatThrownBy(() -> Qubo.builder(q.size()).addForm(q.toIsing(), 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource(SEEDS)
    void packedVectorsHaveTheSameEnergy(long seed) {
        Qubo q = qubo(seed);
        Cases.forEachState(q.size(), x -> {
            assertThat(q.energy(Bits.of(x))).isEqualTo(q.energy(x));
            assertThat(q.toIsing().energy(Bits.of(x))).isEqualTo(q.energy(x));
        });
    }

    @Test
    void aBuilderGoesOnAfterBuilding() {
        Qubo.Builder b = Qubo.builder(2).add(0, 1, 1).addLinear(0, 1);
        Qubo first = b.build();
        Qubo second = b.add(1, 0, 1).addLinear(0, 1).addOffset(1).build();
        assertThat(first.coupling(0, 1)).isEqualTo(1);
        assertThat(first.linear(0)).isEqualTo(1);
        assertThat(first.offset()).isZero();
        assertThat(second.coupling(0, 1)).isEqualTo(2);
        assertThat(second.linear(0)).isEqualTo(2);
        assertThat(second.offset()).isEqualTo(1);
    }

    /** More entries than a builder's first room, with and without notice. */
    @Test
    void manyCouplings() {
        int n = 40;
        Qubo.Builder grown = Qubo.builder(n);
        Qubo.Builder expected = Qubo.builder(n).expectCouplings(n * (n - 1) / 2).expectCouplings(1);
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                grown.add(i, j, i + n * j);
                expected.add(i, j, i + n * j);
            }
        }
        Qubo q = grown.build();
        assertThat(q).isEqualTo(expected.build());
        assertThat(q.couplings()).isEqualTo(n * (n - 1) / 2);
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                assertThat(q.coupling(j, i)).isEqualTo(i + n * j);
            }
        }
    }

    @Test
    void indicesAreChecked() {
        Qubo.Builder b = Qubo.builder(2);
        assertThatThrownBy(() -> b.add(0, 2, 1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> b.add(2, 0, 1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> b.add(-1, 0, 1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> b.add(0, -1, 1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> b.addLinear(2, 1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void comparesByValue() {
        Qubo q = Qubo.builder(2).addOffset(1).addLinear(0, 2).add(0, 1, 3).build();
        assertThat(q)
                .isEqualTo(Qubo.builder(2)
                        .add(1, 0, 3)
                        .addLinear(0, 2)
                        .addOffset(1)
                        .build());
        assertThat(q)
                .hasSameHashCodeAs(Qubo.builder(2)
                        .add(1, 0, 3)
                        .addLinear(0, 2)
                        .addOffset(1)
                        .build());
        assertThat(q).isNotEqualTo(Qubo.builder(2).addLinear(0, 2).add(0, 1, 3).build());
        assertThat(q)
                .isNotEqualTo(Qubo.builder(2)
                        .addOffset(1)
                        .addLinear(1, 2)
                        .add(0, 1, 3)
                        .build());
        assertThat(q)
                .isNotEqualTo(Qubo.builder(2)
                        .addOffset(1)
                        .addLinear(0, 2)
                        .add(0, 1, 4)
                        .build());
        assertThat(q).isNotEqualTo(q.toIsing());
        assertThat(q).hasToString("Qubo[2 variables, 1 couplings, offset 1.0]");
        assertThat(q.hashCode()).isNotEqualTo(Qubo.builder(2).build().hashCode());
    }

    /** −0 is 0: two ways to the same QUBO give equal objects. */
    @Test
    void thereIsNoNegativeZero() {
        Qubo a = Qubo.builder(1).addLinear(0, -0.0).addOffset(-0.0).build();
        assertThat(a).isEqualTo(Qubo.builder(1).build());
        assertThat(Double.doubleToRawLongBits(Qubo.builder(1).build().toIsing().linear(0)))
                .isZero();
        assertThat(Double.doubleToRawLongBits(Ising.builder(1).build().toQubo().linear(0)))
                .isZero();
    }
}
