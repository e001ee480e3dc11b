package org.shrinq.shrink.reduce;

import java.util.ArrayList;
import java.util.List;
import org.shrinq.qubo.Qubo;
import org.shrinq.shrink.contract.Step;

/**
 * Roof duality of a QUBO (Hammer, Hansen and Simeone 1984; Boros, Hammer and Tavares 2006): f is written as a constant plus a
 * posiform, whose implication network has a node per literal; the maximum flow gives the roof-dual bound, and literals that
 * the source still reaches take the value 1 in every minimiser.
 */
final class RoofDual {
    private final double bound;
    private final List<Step> fixes;

    private RoofDual(double bound, List<Step> fixes) {
        this.bound = bound;
        this.fixes = fixes;
    }

    /** A lower bound of f. */
    double bound() {
        return bound;
    }

    /** Variables with a value that all minimisers share. */
    List<Step> fixes() {
        return fixes;
    }

    static RoofDual of(Qubo f) {
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
        boolean[] one = network.sourceSide(2 * n, 2 * n + 1);
        List<Step> fixes = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            if (one[2 * i] != one[2 * i + 1]) {
                fixes.add(Step.fix(i, one[2 * i] ? 1 : 0));
            }
        }
        return new RoofDual(constant + network.value(), fixes);
    }

    /** The term weight·u·v: u = 1 forces v = 0 and the other way round. */
    private static void addTerm(MinCut network, int u, int v, double weight) {
        network.addArc(u, v ^ 1, weight / 2);
        network.addArc(v, u ^ 1, weight / 2);
    }
}
