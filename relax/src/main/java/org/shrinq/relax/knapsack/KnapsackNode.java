package org.shrinq.relax.knapsack;

import java.util.Arrays;

/**
 * A node of a {@link KnapsackTree}: what it has fixed, and the {@linkplain KnapsackTableau tableau} of its linear
 * relaxation, which goes on from the parent's optimal basis. What pivots compute is only a proposal: {@link #certify}
 * and {@link #provesInfeasible} evaluate the {@linkplain KnapsackMultipliers multipliers} from the data. Mutable, one
 * thread.
 */
final class KnapsackNode {
    private final KnapsackCore core;
    private final int n;
    private final int m;
    /** 0, 1, or −1 where free. */
    final byte[] fixed;
    /** Capacities less what the items fixed to 1 weigh. */
    final double[] rest;
    /** Cost of the items fixed to 1. */
    double base;
    /** Items that are free. */
    int free;
    /** Certified lower bound, that of the parent included. */
    double bound;
    /** The bound to which {@link #reducedCost} belongs. */
    double certified;

    /** The item to branch on, its value in the first child, and how many children have been begun. */
    int item;

    int first;
    int tried;

    private final KnapsackTableau tableau;
    private final KnapsackMultipliers multipliers;

    KnapsackNode(KnapsackCore core) {
        this.core = core;
        n = core.n;
        m = core.rows;
        fixed = new byte[n];
        rest = new double[m];
        tableau = new KnapsackTableau(core, fixed);
        multipliers = new KnapsackMultipliers(core);
    }

    /** Nothing fixed, the basis of the slacks. */
    void root() {
        Arrays.fill(fixed, (byte) -1);
        System.arraycopy(core.b, 0, rest, 0, m);
        base = 0;
        free = n;
        tableau.root();
    }

    /** Overwrites this node with another, without the columns of its fixed items. */
    void copyOf(KnapsackNode parent) {
        System.arraycopy(parent.fixed, 0, fixed, 0, n);
        System.arraycopy(parent.rest, 0, rest, 0, m);
        base = parent.base;
        free = parent.free;
        tableau.copyOf(parent.tableau);
    }

    /** Fixes a free item. True when the relaxed solution has another value, so that it has to be solved again. */
    boolean fix(int item, int value) {
        fixed[item] = (byte) value;
        free--;
        if (value == 1) {
            base += core.cost[item];
            for (int k = 0; k < m; k++) {
                rest[k] -= core.a[k * n + item];
            }
        }
        return tableau.fix(item, value);
    }

    /** Whether the items fixed to 1 fit together. */
    boolean fits() {
        for (int k = 0; k < m; k++) {
            if (rest[k] < 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether a free item fits beside those fixed to 1. */
    boolean fits(int item) {
        for (int k = 0; k < m; k++) {
            if (core.a[k * n + item] > rest[k]) {
                return false;
            }
        }
        return true;
    }

    /** Optimises from the present basis; stops as soon as the objective exceeds the cutoff. */
    KnapsackTableau.Status solve(double cutoff, int most) {
        return tableau.solve(cutoff, most);
    }

    /** Relaxed values of the items, fixed ones included. */
    void values(double[] x) {
        tableau.values(x);
    }

    /** The item to branch on: {@link KnapsackTableau#branch}. */
    int branch() {
        return tableau.branch();
    }

    /** Computes the reduced costs and a valid lower bound, raised into {@link #bound}. O(m·n). */
    void certify() {
        multipliers.begin(core.cost);
        tableau.setDuals(multipliers);
        certified = base + multipliers.bound(fixed, rest, core.costSum);
        bound = certified > bound ? certified : bound; // a basis that went astray may lead to no number
    }

    /** What item i adds to {@link #certified} at least with the value against the sign. */
    double reducedCost(int i) {
        return multipliers.reduced(i);
    }

    /** The multiplier of a row in {@link #certified}. */
    double multiplier(int row) {
        return multipliers.get(row);
    }

    /** Whether the row at which the last solve got stuck proves that no point is left. O(m·n). */
    boolean provesInfeasible() {
        if (!tableau.isStuck()) {
            return false;
        }
        for (int sign = -1; sign <= 1; sign += 2) {
            multipliers.begin();
            tableau.setStuckRow(multipliers, sign);
            if (multipliers.bound(fixed, rest, 0) > 0) {
                return true;
            }
        }
        return false;
    }
}
