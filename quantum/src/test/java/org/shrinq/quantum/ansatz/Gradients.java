package org.shrinq.quantum.ansatz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Compares exact gradients with central differences. */
final class Gradients {
    private Gradients() {}

    static void check(String name, Loss loss, double[] theta) {
        int m = loss.parameters();
        double[] gradient = new double[m];
        loss.valueAndGradient(theta, gradient, () -> false);
        double[] unused = new double[m];
        double step = 1e-5;
        for (int k = 0; k < m; k++) {
            double at = theta[k];
            theta[k] = at + step;
            double plus = loss.valueAndGradient(theta, unused, () -> false);
            theta[k] = at - step;
            double minus = loss.valueAndGradient(theta, unused, () -> false);
            theta[k] = at;
            assertThat(gradient[k])
                    .as("%s, parameter %d of %d", name, k, m)
                    .isCloseTo((plus - minus) / (2 * step), within(3e-6));
        }
    }
}
