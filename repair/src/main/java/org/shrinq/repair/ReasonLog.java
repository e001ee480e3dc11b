package org.shrinq.repair;

import org.shrinq.search.FlipLog;
import org.shrinq.search.Reason;

/** The last reason given for each variable. One thread. */
final class ReasonLog implements FlipLog {
    private final Reason[] reason;
    private final int[] index;
    private final double[] amount;

    ReasonLog(int variables) {
        reason = new Reason[variables];
        index = new int[variables];
        amount = new double[variables];
        java.util.Arrays.fill(reason, Reason.IMPROVED);
    }

    @Override
    public void set(int variable, Reason why, int constraint, double howMuch) {
        reason[variable] = why;
        index[variable] = constraint;
        amount[variable] = howMuch;
    }

    /** The variables in which two points differ, with the reasons last given. Arrays are not modified. */
    Delta delta(byte[] before, byte[] after) {
        int count = 0;
        for (int v = 0; v < before.length; v++) {
            count += before[v] == after[v] ? 0 : 1;
        }
        Delta delta = new Delta(new int[count], new byte[count], new Reason[count], new int[count], new double[count]);
        count = 0;
        for (int v = 0; v < before.length; v++) {
            if (before[v] != after[v]) {
                delta.variables[count] = v;
                delta.from[count] = before[v];
                delta.reasons[count] = reason[v];
                delta.indices[count] = index[v];
                delta.amounts[count++] = amount[v];
            }
        }
        return delta;
    }

    /** Changed variables in compact form; turned into {@link Change}s only when somebody reads them. */
    record Delta(int[] variables, byte[] from, Reason[] reasons, int[] indices, double[] amounts) {
        int size() {
            return variables.length;
        }

        Change change(int k, org.shrinq.repair.verify.Verifier names) {
            return new Change(
                    variables[k], from[k], 1 - from[k], reasons[k].text(names::constraint, indices[k], amounts[k]));
        }
    }
}
