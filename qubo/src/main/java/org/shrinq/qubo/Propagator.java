package org.shrinq.qubo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Constraint propagation to a fixpoint over a partial assignment, with a trail for undoing. Sound: it never removes a
 * feasible completion; not complete: a fixpoint without contradiction may still have no completion. Mutable, one
 * thread.
 *
 * <p>Use: {@code int mark = p.mark(); if (!p.assign(i, 1)) p.undo(mark);}
 */
public final class Propagator {
    /** Extra consequences beyond the model's constraints, such as literals known to be equal, or a perfect matching. */
    public interface Rule {
        /** Called once for every assigned variable; returns false on contradiction. Modifies p through imply. */
        default boolean onAssign(Propagator p, int variable, int value) {
            return true;
        }

        /** Called whenever the constraint queue has run empty after changes; returns false on contradiction. */
        default boolean onFixpoint(Propagator p) {
            return true;
        }
    }

    private final BinaryModel model;
    private final byte[] value;
    private final int[] trail;
    private int trailSize;
    private final int[] occurrenceStart;
    private final int[] occurrence;
    private final List<Rule> rules = new ArrayList<>();
    private final int[] queue;
    private final boolean[] queued;
    private int queueHead;
    private int queueCount;
    private int processed;

    public Propagator(BinaryModel model) {
        this.model = model;
        int n = model.size();
        value = new byte[n];
        Arrays.fill(value, (byte) -1);
        trail = new int[n];
        List<Constraint> constraints = model.constraints();
        occurrenceStart = new int[n + 1];
        for (Constraint c : constraints) {
            for (int k = 0; k < c.arity(); k++) {
                occurrenceStart[c.variable(k) + 1]++;
            }
        }
        for (int i = 0; i < n; i++) {
            occurrenceStart[i + 1] += occurrenceStart[i];
        }
        occurrence = new int[occurrenceStart[n]];
        int[] cursor = Arrays.copyOf(occurrenceStart, n);
        for (int c = 0; c < constraints.size(); c++) {
            Constraint constraint = constraints.get(c);
            for (int k = 0; k < constraint.arity(); k++) {
                occurrence[cursor[constraint.variable(k)]++] = c;
            }
        }
        queue = new int[constraints.size()];
        queued = new boolean[constraints.size()];
    }

    /** Adds a rule; it sees assignments from now on. */
    public void addRule(Rule rule) {
        rules.add(rule);
    }

    public BinaryModel model() {
        return model;
    }

    /** 0, 1, or −1 when unassigned. */
    public int value(int variable) {
        return value[variable];
    }

    /** Number of assigned variables; the k-th in order of assignment is {@link #trail}(k). */
    public int assigned() {
        return trailSize;
    }

    public int trail(int k) {
        if (k >= trailSize) {
            throw new IndexOutOfBoundsException("trail position " + k + " of " + trailSize);
        }
        return trail[k];
    }

    /** A copy of the partial assignment, −1 for unassigned. */
    public byte[] values() {
        return value.clone();
    }

    /** Position to return to with {@link #undo}. */
    public int mark() {
        return trailSize;
    }

    /** Unassigns everything assigned since the mark. */
    public void undo(int mark) {
        while (trailSize > mark) {
            value[trail[--trailSize]] = -1;
        }
        processed = trailSize;
        while (queueCount > 0) {
            queued[pop()] = false;
        }
    }

    /**
     * Assigns a variable and propagates to a fixpoint.
     *
     * @return false on contradiction; the partial consequences stay on the trail until {@link #undo}
     */
    public boolean assign(int variable, int newValue) {
        return imply(variable, newValue) && drain();
    }

    /** Propagates every constraint once from the present assignment; the entry point before any assignment. */
    public boolean propagateAll() {
        for (int c = 0; c < queued.length; c++) {
            push(c);
        }
        return drain();
    }

    /**
     * Records a consequence during propagation, without propagating further by itself; for {@link Constraint#propagate}
     * and rules.
     *
     * @return false when the variable already has the other value
     */
    public boolean imply(int variable, int newValue) {
        if (value[variable] >= 0) {
            return value[variable] == newValue;
        }
        value[variable] = (byte) newValue;
        trail[trailSize++] = variable;
        return true;
    }

    private boolean drain() {
        while (true) {
            while (processed < trailSize || queueCount > 0) {
                while (processed < trailSize) {
                    int v = trail[processed++];
                    for (Rule rule : rules) {
                        if (!rule.onAssign(this, v, value[v])) {
                            return false;
                        }
                    }
                    for (int o = occurrenceStart[v]; o < occurrenceStart[v + 1]; o++) {
                        push(occurrence[o]);
                    }
                }
                if (queueCount > 0) {
                    int c = pop();
                    queued[c] = false;
                    if (!model.constraints().get(c).propagate(this)) {
                        return false;
                    }
                }
            }
            int before = trailSize;
            for (Rule rule : rules) {
                if (!rule.onFixpoint(this)) {
                    return false;
                }
            }
            if (trailSize == before) {
                return true;
            }
        }
    }

    private void push(int c) {
        if (!queued[c]) {
            queued[c] = true;
            int tail = queueHead + queueCount;
            queue[tail >= queue.length ? tail - queue.length : tail] = c;
            queueCount++;
        }
    }

    private int pop() {
        int c = queue[queueHead];
        queueHead = queueHead + 1 == queue.length ? 0 : queueHead + 1;
        queueCount--;
        return c;
    }
}
