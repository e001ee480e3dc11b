package org.shrinq.qubo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shrinq.qubo.QuadraticForm.Domain;

class IsingTest extends QuadraticFormContract {
    @Override
    Case draw(SplittableRandom random) {
        DenseForm dense = ExplicitForms.dense(random, Domain.SPIN);
        return new Case(ExplicitForms.ising(dense, random), dense);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource(SEEDS)
    void conversionToQuboAndBackIsExact(long seed) {
        Ising ising = (Ising) draw(new SplittableRandom(seed)).form();
        Qubo q = ising.toQubo();
        assertThat(q.toIsing()).isEqualTo(ising);
        Cases.forEachState(ising.size(), x -> assertThat(q.energy(x)).isEqualTo(ising.energy(x)));
    }

    /** z = +1 is x = 0. */
    @Test
    void signConvention() {
        Ising field = Ising.builder(1).addField(0, 3).build();
        assertThat(field.energy(new byte[] {0})).isEqualTo(3);
        assertThat(field.energy(new byte[] {1})).isEqualTo(-3);
        assertThat(field.toQubo().offset()).isEqualTo(3);
        assertThat(field.toQubo().linear(0)).isEqualTo(-6);
    }

    @Test
    void indicesAreChecked() {
        Ising.Builder b = Ising.builder(2);
        assertThatThrownBy(() -> b.add(0, 2, 1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> b.add(2, 0, 1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> b.add(5, 5, 1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> b.addField(2, 1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void comparesByValue() {
        Ising a = Ising.builder(2).addOffset(1).addField(0, 2).add(0, 1, 3).build();
        Ising same = Ising.builder(2).add(1, 0, 3).addField(0, 2).addOffset(1).build();
        assertThat(a).isEqualTo(same).hasSameHashCodeAs(same);
        assertThat(a).isNotEqualTo(Ising.builder(2).addField(0, 2).add(0, 1, 3).build());
        assertThat(a).isNotEqualTo(Ising.builder(2).addOffset(1).add(0, 1, 3).build());
        assertThat(a).isNotEqualTo(Ising.builder(2).addOffset(1).addField(0, 2).build());
        assertThat(a).isNotEqualTo(a.toQubo());
        assertThat(a.hashCode()).isNotEqualTo(Ising.builder(2).build().hashCode());
        assertThat(a).hasToString("Ising[2 spins, 1 couplings, offset 1.0]");
    }
}
