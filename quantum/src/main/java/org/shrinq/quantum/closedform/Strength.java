package org.shrinq.quantum.closedform;

import org.shrinq.qubo.Ising;

/** How strongly a spin feels the others: the root mean square over i of √(h_i² + Σ_j J_ij²). */
public final class Strength {
    private Strength() {}

    /** 0 for a constant model. */
    public static double of(Ising ising) {
        int n = ising.size();
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += ising.linear(i) * ising.linear(i);
            for (int e = ising.matrix().rowStart(i); e < ising.matrix().rowEnd(i); e++) {
                sum += ising.matrix().value(e) * ising.matrix().value(e);
            }
        }
        return n == 0 ? 0 : Math.sqrt(sum / n);
    }
}
