package org.shrinq.shrink.guard;

import java.util.Arrays;
import java.util.Optional;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Propagator;

/**
 * Looks for a feasible completion of the present partial assignment: depth first with propagation, values of a hint
 * first, given up after a number of contradictions. Sound and deterministic; not complete beyond its limit.
 */
final class WitnessSearch {
    private final BinaryModel model;
    private final Propagator propagator;
    private final int failLimit;
    private final int[] decision;
    private final int[] decisionMark;
    private final boolean[] second;

    WitnessSearch(BinaryModel model, Propagator propagator, int failLimit) {
        this.model = model;
        this.propagator = propagator;
        this.failLimit = failLimit;
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
        int base = propagator.mark();
        int depth = 0;
        int fails = 0;
        int n = model.size();
        int scan = 0;
        while (true) {
            while (scan < n && propagator.value(scan) >= 0) {
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
            boolean alive = propagator.assign(scan, hint[scan]);
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
                alive = propagator.assign(scan, 1 - hint[scan]);
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
