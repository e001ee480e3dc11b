package org.shrinq.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Bits;

/**
 * What one round works on: a model over some of the variables of the reduced problem while the others keep given
 * values.
 */
final class Subproblem {
    private final BinaryModel model;
    private final byte[] known;
    private final byte[] outer;
    private final int[] free;

    private Subproblem(BinaryModel model, byte[] known, byte[] outer, int[] free) {
        this.model = model;
        this.known = known;
        this.outer = outer;
        this.free = free;
    }

    /**
     * The whole model.
     *
     * @param known per variable 0, 1, or −1: values that are known from reductions and stay variables of the model
     */
    static Subproblem whole(BinaryModel model, byte[] known) {
        byte[] open = new byte[model.size()];
        Arrays.fill(open, (byte) -1);
        return new Subproblem(model, known.clone(), open, indices(open));
    }

    /**
     * The model restricted to some variables.
     *
     * @param outer per variable 0 or 1 to hold it there, −1 to leave it free
     * @param known per variable 0, 1, or −1 as for {@link #whole}
     */
    static Subproblem around(BinaryModel model, byte[] outer, byte[] known) {
        int[] free = indices(outer);
        byte[] inner = new byte[free.length];
        for (int k = 0; k < free.length; k++) {
            inner[k] = known[free[k]];
        }
        return new Subproblem(model.restrict(outer), inner, outer.clone(), free);
    }

    private static int[] indices(byte[] outer) {
        int count = 0;
        for (byte b : outer) {
            count += b < 0 ? 1 : 0;
        }
        int[] free = new int[count];
        count = 0;
        for (int v = 0; v < outer.length; v++) {
            if (outer[v] < 0) {
                free[count++] = v;
            }
        }
        return free;
    }

    BinaryModel model() {
        return model;
    }

    /** Values of model variables that are known; not copied. */
    byte[] known() {
        return known;
    }

    /** Number of variables that are really to be decided. */
    int freeVariables() {
        int count = 0;
        for (byte b : known) {
            count += b < 0 ? 1 : 0;
        }
        return count;
    }

    /** The variable of the reduced problem that model variable k is. */
    int variable(int k) {
        return free[k];
    }

    /** The full vector of the reduced problem for values of the model's variables. */
    byte[] complete(byte[] inner) {
        byte[] x = outer.clone();
        for (int k = 0; k < free.length; k++) {
            x[free[k]] = inner[k];
        }
        return x;
    }

    /**
     * Those of the solutions of the reduced problem that agree with the fixed values, restricted to the model's
     * variables.
     */
    List<Bits> restrict(List<Bits> solutions) {
        List<Bits> inner = new ArrayList<>();
        for (Bits x : solutions) {
            byte[] values = x.toArray();
            boolean agrees = true;
            for (int v = 0; v < outer.length && agrees; v++) {
                agrees = outer[v] < 0 || outer[v] == values[v];
            }
            if (agrees) {
                byte[] part = new byte[free.length];
                for (int k = 0; k < part.length; k++) {
                    part[k] = values[free[k]];
                }
                inner.add(Bits.of(part));
            }
        }
        return inner;
    }
}
