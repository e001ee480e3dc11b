package org.shrinq.shrink;

import java.util.Arrays;
import java.util.List;
import org.shrinq.qubo.QuadraticForm;
import org.shrinq.shrink.contract.Contraction;
import org.shrinq.shrink.contract.LiteralClasses;

/**
 * The complete account of a shrinking, as plain data: enough to rebuild the small QUBO from the form byte for byte.
 *
 * @param variables number of variables of the form
 * @param substituted the first so many entries are fixes that were substituted in one go, before the form was made
 *     explicit; the others were contracted one by one (which matters for rounding only)
 * @param entries in the order in which they were taken
 */
public record EliminationLog(int variables, int substituted, List<Elimination> entries) {
    public EliminationLog {
        entries = List.copyOf(entries);
        if (substituted < 0 || substituted > entries.size()) {
            throw new IllegalArgumentException(substituted + " substituted entries of " + entries.size());
        }
        for (int k = 0; k < entries.size(); k++) {
            Elimination e = entries.get(k);
            if (e.i() >= variables || e.j() >= variables || (k < substituted && e.kind() != Elimination.Kind.FIX)) {
                throw new IllegalArgumentException("entry " + k + " does not fit a log over " + variables
                        + " variables with " + substituted + " substituted ones: " + e);
            }
        }
    }

    /** The first {@code count} entries. */
    public EliminationLog prefix(int count) {
        return new EliminationLog(variables, Math.min(substituted, count), entries.subList(0, count));
    }

    /**
     * Applies the log to the form it was written for. The result's QUBO equals that of the original run bit for bit.
     *
     * @throws IllegalArgumentException when the log does not fit the form
     */
    public Contraction replay(QuadraticForm form) {
        if (form.size() != variables) {
            throw new IllegalArgumentException(
                    "the log is for " + variables + " variables, the form has " + form.size());
        }
        byte[] fixed = new byte[variables];
        Arrays.fill(fixed, (byte) -1);
        for (Elimination e : entries.subList(0, substituted)) {
            fixed[e.i()] = (byte) e.value();
        }
        Contraction contraction = Contraction.of(form, fixed);
        for (Elimination e : entries.subList(substituted, entries.size())) {
            contraction.apply(e.step());
        }
        return contraction;
    }

    /** The literal classes that the log describes. */
    public LiteralClasses classes() {
        LiteralClasses classes = new LiteralClasses(variables);
        for (Elimination e : entries) {
            classes.apply(e.step());
        }
        return classes;
    }

    @Override
    public String toString() {
        return "EliminationLog[" + entries.size() + " steps on " + variables + " variables]";
    }
}
