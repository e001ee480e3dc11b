package org.shrinq.relax.roof;

import java.util.Arrays;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.run.Deadline;

/**
 * Roof duality of a QUBO (Hammer, Hansen and Simeone 1984; Boros, Hammer and Tavares 2006): f is written as a constant
 * plus a posiform, whose implication network has a node per literal; the maximum flow gives the roof-dual bound, and
 * literals that the source still reaches take the value 1 in every minimiser.
 */
public final class RoofDual {
    private final double bound;
    private final byte[] fixed;

    private RoofDual(double bound, byte[] fixed) {
        this.bound = bound;
        this.fixed = fixed;
    }

    /** A lower bound of f over its 0/1 states, less the rounding error of the flow. */
    public double bound() {
        return bound;
    }

    /** Per variable the value that all minimisers share, −1 where there is none. */
    public byte[] fixed() {
        return fixed.clone();
    }

    /**
     * One maximum flow on 2n + 2 nodes and 2 arcs per term. At the deadline the flow so far gives a bound that is valid
     * but less tight, and no variable is fixed.
     */
    public static RoofDual of(Qubo f, Deadline deadline) {
        int n = f.size();
        // Literal x_i is node 2i, its complement 2i + 1; the constant 1 is node 2n (source), its complement 2n + 1
        // (sink).
        MinCut network = new MinCut(2 * n + 2);
        double[] linear = new double[n];
        for (int i = 0; i < n; i++) {
            linear[i] += f.linear(i);
        }
        f.forEachCoupling((i, j, q) -> {
            if (q > 0) {
                addTerm(network, 2 * i, 2 * j, q);
            } else {
                // q x_i x_j = q x_j + |q| (1 − x_i) x_j
                linear[j] += q;
                addTerm(network, 2 * i + 1, 2 * j, -q);
            }
        });
        double constant = f.offset();
        for (int i = 0; i < n; i++) {
            if (linear[i] > 0) {
                addTerm(network, 2 * i, 2 * n, linear[i]);
            } else if (linear[i] < 0) {
                constant += linear[i];
                addTerm(network, 2 * i + 1, 2 * n, -linear[i]);
            }
        }
        byte[] fixed = new byte[n];
        Arrays.fill(fixed, (byte) -1);
        boolean isMaximum = network.maximise(2 * n, 2 * n + 1, deadline);
        boolean[] one = network.sourceSide(2 * n);
        for (int i = 0; isMaximum && i < n; i++) {
            if (one[2 * i] != one[2 * i + 1]) {
                fixed[i] = (byte) (one[2 * i] ? 1 : 0);
            }
        }
        return new RoofDual(constant + network.value() - network.error(), fixed);
    }

    /** The term weight·u·v: u = 1 forces v = 0 and the other way round. */
    private static void addTerm(MinCut network, int u, int v, double weight) {
        network.addArc(u, v ^ 1, weight / 2);
        network.addArc(v, u ^ 1, weight / 2);
    }
}
