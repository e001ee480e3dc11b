package org.shrinq.qubo;

import java.util.SplittableRandom;
import org.shrinq.qubo.QuadraticForm.Domain;

/** The spin view of an implicit form, against the interpolated coefficients of its function. */
class SpinViewTest extends QuadraticFormContract {
    @Override
    Case draw(SplittableRandom random) {
        DenseForm dense = ExplicitForms.dense(random, Domain.BINARY);
        return new Case(new SpinView(ExplicitForms.qubo(dense, random)), dense.interpolatedSpin());
    }
}
