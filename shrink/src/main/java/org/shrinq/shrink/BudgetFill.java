package org.shrinq.shrink;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shrinq.qubo.run.Deadline;

/**
 * Spends the qubits that a shrinking has left unused because more followed from its last steps than the budget
 * demanded: the weakest heuristic steps are taken back, one after the other, as long as what follows from the others
 * still fits the budget. A step less only adds states, so that nothing that was kept is lost. Placements of an
 * assignment stay: one of them alone frees nothing.
 */
final class BudgetFill {
    /**
     * Variables, constraints and steps that all trials together may go through, and how many once the deadline has
     * passed.
     */
    private static final int WORK = 400_000;

    private static final int LATE_WORK = 20_000;

    private static final Set<EliminationRule> IMPLIED =
            EnumSet.of(EliminationRule.GIVEN, EliminationRule.PROPAGATION, EliminationRule.PROBING);
    private static final Set<EliminationRule> WEIGHED = EnumSet.of(
            EliminationRule.CORRELATION,
            EliminationRule.PERSISTENCY,
            EliminationRule.DOMINANCE,
            EliminationRule.WITNESS);

    private final ShrinkInput input;
    private final ShrinkOptions options;
    private final Deadline deadline;

    /** @param input with a feasible point in its pool that agrees with all steps */
    BudgetFill(ShrinkInput input, ShrinkOptions options, Deadline deadline) {
        this.input = input;
        this.options = options;
        this.deadline = deadline;
    }

    /** A finished shrinking without its weakest steps; empty when none can be spared. */
    Optional<ShrinkState> run(EliminationLog log) {
        List<Elimination> all = log.entries();
        if (all.stream().anyMatch(e -> e.rule() == EliminationRule.BACKTRACK)) {
            return Optional.empty(); // its proof rests on all steps before it
        }
        List<Elimination> first = decided(all.subList(0, log.substituted()));
        List<Elimination> steps = decided(all.subList(log.substituted(), all.size()));
        List<Elimination> weakest = steps.stream()
                .filter(e -> !e.proven() && WEIGHED.contains(e.rule()))
                .sorted(Comparator.comparingDouble(e -> e.correlation() * e.sign()))
                .toList();
        int trial = 1
                + all.size()
                + input.model().size()
                + input.model().constraints().size();
        boolean late = deadline.expired();
        int trials = (late ? LATE_WORK : WORK) / trial;
        boolean spared = false;
        int free = log.variables() - all.size();
        for (int k = 0; k < Math.min(weakest.size(), trials) && free < input.qubits(); k++) {
            if (!late && deadline.expired()) {
                break; // what has been spared stays
            }
            List<Elimination> rest = new ArrayList<>(steps);
            rest.remove(weakest.get(k));
            ShrinkState without = new ShrinkState(input, options, deadline);
            without.repeat(first);
            finish(without, rest, late ? Deadline.never() : deadline);
            if (without.free() <= input.qubits()) {
                steps = rest;
                free = without.free();
                spared = true;
            }
        }
        if (!spared) {
            return Optional.empty();
        }
        ShrinkState fuller = new ShrinkState(input, options, deadline);
        fuller.repeat(first);
        fuller.makeExplicit();
        finish(fuller, steps, Deadline.never()); // it has to come to what its trial came to
        return Optional.of(fuller);
    }

    private static List<Elimination> decided(List<Elimination> entries) {
        return entries.stream().filter(e -> !IMPLIED.contains(e.rule())).toList();
    }

    private void finish(ShrinkState state, List<Elimination> steps, Deadline until) {
        state.repeat(steps);
        if (options.probing() == ShrinkOptions.Probing.ON) {
            state.probeAll(until);
        }
    }
}
