package org.shrinq.search;

/** Receives every flip that a descent or a repair makes, and why. */
@FunctionalInterface
public interface FlipLog {
    /** Forgets everything. */
    FlipLog NONE = (variable, why, constraint, amount) -> {};

    /**
     * A variable was flipped.
     *
     * @param constraint what the reason's {c} stands for; 0 where it has none
     * @param amount what the reason's {a} stands for; 0 where it has none
     */
    void set(int variable, Reason why, int constraint, double amount);
}
