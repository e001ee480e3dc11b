package org.shrinq.bench.shrinking;

import java.util.ArrayList;
import java.util.List;
import org.shrinq.shrink.Elimination;
import org.shrinq.shrink.EliminationLog;
import org.shrinq.shrink.EliminationRule;

/**
 * Which steps of a log lost the optimum: a step is right when an optimal solution that survived all steps before it
 * survives it.
 */
public final class StepLabels {
    private StepLabels() {}

    /**
     * A judged step.
     *
     * @param strength |X| of the candidate when it was taken
     * @param lead by which it led the runner-up
     * @param right whether an optimum survived it
     */
    public record Label(double strength, double lead, boolean right) {}

    /**
     * Of the steps that the source decided, up to the one that lost the last optimum.
     *
     * @param optima every optimal solution over the model's variables; not modified
     */
    static List<Label> of(EliminationLog log, List<byte[]> optima) {
        List<Label> labels = new ArrayList<>();
        List<byte[]> alive = optima;
        for (Elimination e : log.entries()) {
            int size = alive.get(0).length;
            if (e.i() >= size || e.j() >= size) {
                continue;
            }
            List<byte[]> left = alive.stream().filter(x -> agrees(e, x)).toList();
            boolean decided = e.rule() == EliminationRule.CORRELATION || e.rule() == EliminationRule.PLACEMENT;
            if (decided) {
                labels.add(new Label(Math.min(1, Math.abs(e.correlation())), e.margin(), !left.isEmpty()));
            }
            if (left.isEmpty()) {
                return labels;
            }
            alive = left;
        }
        return labels;
    }

    /** Whether an optimum agrees with every entry of the log. */
    static boolean survives(EliminationLog log, List<byte[]> optima) {
        return optima.stream()
                .anyMatch(x ->
                        log.entries().stream().allMatch(e -> e.i() >= x.length || e.j() >= x.length || agrees(e, x)));
    }

    static boolean agrees(Elimination e, byte[] x) {
        return e.kind() == Elimination.Kind.FIX ? x[e.i()] == e.value() : (x[e.i()] == x[e.j()]) == (e.sign() > 0);
    }
}
