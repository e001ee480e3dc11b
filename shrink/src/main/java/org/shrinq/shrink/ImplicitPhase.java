package org.shrinq.shrink;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.shrink.Elimination.Evidence;
import org.shrinq.shrink.Elimination.Proof;
import org.shrinq.shrink.contract.Step;
import org.shrinq.shrink.guard.Guard;
import org.shrinq.shrink.guard.GuardVerdict;

/**
 * The first phase for implicit forms with too many variables to be written out, such as a quadratic assignment with
 * 10,000: variables are fixed to 0 by ascending marginal through the guard, half of what has to go at a time, until few
 * enough are left. Ones of the best known solution are spared, so that it stays reachable.
 */
final class ImplicitPhase {
    private final ShrinkInput input;
    private final ShrinkState state;
    private final int limit;
    private final Deadline deadline;

    ImplicitPhase(ShrinkInput input, ShrinkState state, int limit, Deadline deadline) {
        this.input = input;
        this.state = state;
        this.limit = limit;
        this.deadline = deadline;
    }

    void run() {
        while (modelFree() > limit) {
            if (deadline.expired()) {
                fixByWitness(freeVariables());
                return;
            }
            byte[] partial = state.partial();
            double[] p = MeanField.marginals(input.model(), partial, deadline);
            int before = modelFree();
            int goal = Math.max(limit, before / 2);
            Integer[] order = freeVariables();
            Arrays.sort(order, Comparator.<Integer>comparingDouble(v -> p[v]).thenComparing(v -> v));
            for (int v : order) {
                if (modelFree() <= goal || deadline.expired()) {
                    break;
                }
                if (state.classes().isFree(v) && !isSpared(v)) {
                    fix(v, p[v]);
                }
            }
            if (modelFree() == before && !deadline.expired()) {
                fixByWitness(order);
            }
        }
    }

    private Integer[] freeVariables() {
        return IntStream.range(0, input.model().size())
                .filter(state.classes()::isFree)
                .boxed()
                .toArray(Integer[]::new);
    }

    private int modelFree() {
        return state.free() - input.slackCount();
    }

    private boolean isSpared(int v) {
        return !input.pool().isEmpty()
                && state.guard().map(g -> g.witnessValue(v)).orElse(-1) == 1;
    }

    private void fix(int v, double p) {
        GuardVerdict verdict = state.judge(Step.fix(v, 0));
        state.accept(verdict, EliminationRule.MARGINAL, new Evidence(1 - 2 * p, 0, 0), Proof.HEURISTIC);
    }

    /**
     * Nothing could be fixed to 0, or no time is left: free variables are set as in the witness, its ones first since
     * most follows from them, or to 0 where none is known.
     */
    private void fixByWitness(Integer[] order) {
        Arrays.sort(
                order,
                Comparator.comparingInt(
                        v -> -state.guard().map(g -> g.witnessValue(v)).orElse(0)));
        for (int v : order) {
            if (modelFree() <= limit) {
                return;
            }
            if (state.classes().isFree(v)) {
                int value = Math.max(
                        0, state.guard().map((Guard g) -> g.witnessValue(v)).orElse(0));
                Step step = Step.fix(v, value);
                if (!state.accept(state.judge(step), EliminationRule.WITNESS, Evidence.NONE, Proof.HEURISTIC)) {
                    state.declareContradictory();
                    state.applyUnguarded(step, EliminationRule.WITNESS, Evidence.NONE, Proof.HEURISTIC);
                }
            }
        }
    }
}
