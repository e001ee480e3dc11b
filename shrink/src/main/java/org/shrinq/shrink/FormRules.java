package org.shrinq.shrink;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.shrinq.shrink.Elimination.Evidence;
import org.shrinq.shrink.Elimination.Proof;
import org.shrinq.shrink.contract.Contraction;
import org.shrinq.shrink.contract.LocalRules;
import org.shrinq.shrink.contract.Step;
import org.shrinq.shrink.guard.GuardVerdict;

/**
 * First-order persistency and dominance on the contracted form, to a fixpoint: |h_i| ≥ Σ_j |J_ij| gives z_i =
 * −sign(h_i), and |J_ij| ≥ Σ_{k≠j} |J_ik| + |h_i| gives z_i = −sign(J_ij) z_j in some minimiser of the form. Slack
 * variables are left alone.
 */
final class FormRules {
    /** Vertices of higher degree are looked at by {@link #sweepAll} only, not after every step. */
    private static final int LOCAL_DEGREE = 64;

    private final ShrinkState state;
    private final ToDoubleFunction<Step> evidence;
    private final ArrayDeque<Integer> queue = new ArrayDeque<>();
    private final boolean[] queued;

    /** @param evidence the correlation in use of a step's variables */
    FormRules(ShrinkState state, int variables, ToDoubleFunction<Step> evidence) {
        this.state = state;
        this.evidence = evidence;
        queued = new boolean[variables];
    }

    /** Looks at every remaining vertex. */
    void sweepAll(int target) {
        for (int v : state.contraction().liveVertices()) {
            push(v);
        }
        drain(target);
    }

    /** Looks at the vertices that were pushed since. */
    void drain(int target) {
        while (!queue.isEmpty()) {
            int v = queue.remove();
            queued[v] = false;
            if (state.free() > target && state.contraction().isLive(v) && !state.isSlack(v)) {
                examine(v);
            }
        }
    }

    /** To be called before a step is contracted: its neighbourhood will change. */
    void before(Step step) {
        Contraction c = state.contraction();
        if (c.degree(step.i()) <= LOCAL_DEGREE) {
            for (int k : c.row(step.i()).sortedKeys()) {
                pushLocal(k);
            }
        }
        if (!step.isFix()) {
            pushLocal(step.j());
        }
    }

    private void pushLocal(int v) {
        if (state.contraction().degree(v) <= LOCAL_DEGREE) {
            push(v);
        }
    }

    private void push(int v) {
        if (!queued[v]) {
            queued[v] = true;
            queue.add(v);
        }
    }

    private void examine(int v) {
        Contraction c = state.contraction();
        Optional<Step> fix = LocalRules.persistency(c, v);
        if (fix.isPresent()) {
            // Where both values are as good, the witness's is the one that cannot do harm.
            int witness = c.field(v) != 0
                    ? -1
                    : state.guard().map(g -> g.witnessValue(v)).orElse(-1);
            propose(
                    witness >= 0 ? Step.fix(v, witness) : fix.get(),
                    EliminationRule.PERSISTENCY,
                    Math.abs(c.field(v)) - c.strength(v));
            return;
        }
        LocalRules.dominance(c, v, k -> !state.isSlack(k))
                .ifPresent(merge -> propose(
                        merge,
                        EliminationRule.DOMINANCE,
                        2 * Math.abs(c.coupling(merge.i(), merge.j())) - c.strength(v) - Math.abs(c.field(v))));
    }

    /** @param margin by how much the rule's inequality holds; what rounding could undo is no proof */
    private void propose(Step step, EliminationRule rule, double margin) {
        GuardVerdict verdict = state.judge(step);
        if (!verdict.isVeto()) {
            Proof proof = margin >= state.contraction().rounding() ? state.formProof() : Proof.HEURISTIC;
            Evidence known = proof == Proof.PROVEN ? Evidence.NONE : new Evidence(evidence.applyAsDouble(step), 0, 0);
            state.accept(verdict, rule, known, proof);
        }
    }
}
