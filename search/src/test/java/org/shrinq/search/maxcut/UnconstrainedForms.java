package org.shrinq.search.maxcut;

import java.util.SplittableRandom;
import org.shrinq.qubo.Qubo;

/** Random forms without constraints. */
public final class UnconstrainedForms {
    private UnconstrainedForms() {}

    /** A form with that share of the couplings; whole coefficients fit single precision, thirds do not. */
    public static Qubo form(int n, double density, double unit, SplittableRandom random) {
        Qubo.Builder b = Qubo.builder(n).addOffset(random.nextInt(9));
        for (int i = 0; i < n; i++) {
            b.addLinear(i, unit * (random.nextInt(19) - 9));
            for (int j = i + 1; j < n; j++) {
                if (random.nextDouble() < density) {
                    b.add(i, j, unit * (1 + random.nextInt(9)) * (random.nextBoolean() ? 1 : -1));
                }
            }
        }
        return b.build();
    }
}
