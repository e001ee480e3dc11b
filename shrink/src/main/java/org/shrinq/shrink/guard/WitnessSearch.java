package org.shrinq.shrink.guard;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Propagator;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.shrink.contract.LiteralClasses;

/**
 * Looks for a feasible completion of the present partial assignment. First the hint is patched: assignment groups that
 * it breaks by now are matched anew with the fewest augmenting paths, which is all that a quadratic assignment ever
 * needs. Where that is not enough, depth first with propagation: the ones of the hint first, since they decide most,
 * then its zeros, given up after a number of contradictions. Sound and deterministic; not complete beyond its limit.
 */
final class WitnessSearch {
    /** Decisions between two questions to the deadline. */
    private static final int ASK_EVERY = 256;

    private final BinaryModel model;
    private final LiteralClasses classes;
    private final Propagator propagator;
    private final List<AssignmentRule> assignments;
    private final int failLimit;
    private final Deadline deadline;
    private final int[] order;
    private final int[] decision;
    private final int[] decisionMark;
    private final boolean[] second;

    /**
     * @param classes literals that are tied to each other; read only
     * @param assignments the assignment structures among the propagator's rules
     * @param deadline ends a search without a witness
     */
    WitnessSearch(
            BinaryModel model,
            LiteralClasses classes,
            Propagator propagator,
            List<AssignmentRule> assignments,
            int failLimit,
            Deadline deadline) {
        this.model = model;
        this.classes = classes;
        this.propagator = propagator;
        this.assignments = assignments;
        this.failLimit = failLimit;
        this.deadline = deadline;
        order = new int[model.size()];
        decision = new int[model.size()];
        decisionMark = new int[model.size()];
        second = new boolean[model.size()];
    }

    /**
     * The propagator is left as it was.
     *
     * @param hint preferred values; not modified
     */
    Optional<byte[]> find(byte[] hint) {
        Optional<byte[]> patched = patch(hint);
        return patched.isPresent() ? patched : descend(hint);
    }

    /** The hint with what is decided by now, broken assignments matched anew; empty unless that is feasible. */
    private Optional<byte[]> patch(byte[] hint) {
        byte[] x = hint.clone();
        for (AssignmentRule assignment : assignments) {
            if (!assignment.rematch(propagator, x)) {
                return Optional.empty();
            }
        }
        for (int k = 0; k < propagator.assigned(); k++) {
            int v = propagator.trail(k);
            x[v] = (byte) propagator.value(v);
        }
        return isLinked(x) && model.isFeasible(x) ? Optional.of(x) : Optional.empty();
    }

    private boolean isLinked(byte[] x) {
        for (int v = 0; v < x.length; v++) {
            int next = classes.isFree(v) ? classes.nextMember(v) : v;
            if (next != v && (x[v] == x[next]) != (classes.sign(v) == classes.sign(next))) {
                return false;
            }
        }
        return true;
    }

    private Optional<byte[]> descend(byte[] hint) {
        int base = propagator.mark();
        int depth = 0;
        int fails = 0;
        int n = model.size();
        sortOnesFirst(hint);
        int scan = 0;
        for (int decisions = 1; ; decisions++) {
            if (decisions % ASK_EVERY == 0 && deadline.expired()) {
                propagator.undo(base);
                return Optional.empty();
            }
            while (scan < n && propagator.value(order[scan]) >= 0) {
                scan++;
            }
            if (scan == n) {
                byte[] x = propagator.values();
                propagator.undo(base);
                return model.isFeasible(x) ? Optional.of(x) : Optional.empty();
            }
            decision[depth] = scan;
            decisionMark[depth] = propagator.mark();
            second[depth] = false;
            boolean alive = propagator.assign(order[scan], hint[order[scan]]);
            depth++;
            while (!alive) {
                fails++;
                while (depth > 0 && second[depth - 1]) {
                    depth--;
                }
                if (depth == 0 || fails > failLimit) {
                    propagator.undo(base);
                    return Optional.empty();
                }
                propagator.undo(decisionMark[depth - 1]);
                second[depth - 1] = true;
                scan = decision[depth - 1];
                alive = propagator.assign(order[scan], 1 - hint[order[scan]]);
            }
        }
    }

    private void sortOnesFirst(byte[] hint) {
        int count = 0;
        for (int value = 1; value >= 0; value--) {
            for (int v = 0; v < hint.length; v++) {
                if (hint[v] == value) {
                    order[count++] = v;
                }
            }
        }
    }

    /** Prefers zeros. */
    Optional<byte[]> find() {
        byte[] zeros = new byte[model.size()];
        Arrays.fill(zeros, (byte) 0);
        return find(zeros);
    }
}
