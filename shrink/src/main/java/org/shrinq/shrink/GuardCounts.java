package org.shrinq.shrink;

import java.util.EnumMap;
import java.util.Map;
import org.shrinq.shrink.guard.GuardVerdict;
import org.shrinq.shrink.guard.VetoReason;

/** What the guard did to proposed steps: which it vetoed, converted and reversed. */
final class GuardCounts {
    private final Map<VetoReason, Integer> vetoes = new EnumMap<>(VetoReason.class);
    private int converted;
    private int reversed;

    void veto(VetoReason reason) {
        vetoes.merge(reason, 1, Integer::sum);
    }

    void accepted(GuardVerdict.Kind kind) {
        converted += kind == GuardVerdict.Kind.CONVERT ? 1 : 0;
        reversed += kind == GuardVerdict.Kind.FORCED ? 1 : 0;
    }

    /** Adds the vetoes alone of a state that is repeated, which counts its steps itself. */
    void addVetoes(GuardCounts before) {
        before.vetoes.forEach((reason, count) -> vetoes.merge(reason, count, Integer::sum));
    }

    /** Adds all counts of a state that is replaced. */
    void add(GuardCounts before) {
        addVetoes(before);
        converted += before.converted;
        reversed += before.reversed;
    }

    Map<VetoReason, Integer> vetoes() {
        return vetoes;
    }

    int converted() {
        return converted;
    }

    int reversed() {
        return reversed;
    }

    @Override
    public String toString() {
        return vetoes.keySet().toString();
    }
}
