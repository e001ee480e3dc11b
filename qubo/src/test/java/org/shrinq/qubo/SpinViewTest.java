package org.shrinq.qubo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.shrinq.qubo.QuadraticForm.Domain;

/** The spin view of an implicit form, against the interpolated coefficients of its function. */
class SpinViewTest extends QuadraticFormContract {
    @Override
    Case draw(SplittableRandom random) {
        DenseForm dense = ExplicitForms.dense(random, Domain.BINARY);
        return new Case(new SpinView(ExplicitForms.qubo(dense, random)), dense.interpolatedSpin());
    }

    @Test
    void keepsAFieldAVertexBesidesTheBinaryForm() {
        Qubo binary = Qubo.builder(3).add(0, 1, 1).add(1, 2, 2).build();
        assertThat(new SpinView(binary).storedNumbers()).isEqualTo(3 + 2 + 3);
    }
}
