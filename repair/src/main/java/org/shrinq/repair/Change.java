package org.shrinq.repair;

import org.shrinq.qubo.Bits;

/**
 * One changed variable.
 *
 * @param variable index, 0-based
 * @param from value before, 0 or 1
 * @param to value after, 1 − from
 * @param reason why, such as "c2 exceeded by 14"
 */
public record Change(int variable, int from, int to, String reason) {
    /**
     * Replays changes on a candidate.
     *
     * @throws IllegalArgumentException when a change starts from another value than the one it finds
     */
    public static Bits replay(Bits start, Iterable<Change> changes) {
        byte[] x = start.toArray();
        for (Change c : changes) {
            if (x[c.variable()] != c.from()) {
                throw new IllegalArgumentException(
                        "variable " + c.variable() + " is " + x[c.variable()] + ", the change starts from " + c.from());
            }
            x[c.variable()] = (byte) c.to();
        }
        return Bits.of(x);
    }
}
