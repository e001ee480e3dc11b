package org.shrinq.repair.optaplanner;

import java.util.Random;

/** A 0/1 point with its violation and its minimised objective, kept up to date under flips. One thread. */
interface BitCosts {
    /** Moves to a point. Not modified. */
    void load(byte[] x);

    /** Flips a variable. */
    void flip(int variable);

    /**
     * The flips of a variable and of random others that together lead from this feasible point to another one. The
     * point is as before afterwards.
     *
     * @return distinct variables, the given one first; empty when the chain would grow too long
     */
    int[] chain(int variable, Random random);

    /** The present value of a variable. */
    int value(int variable);

    /** Sum of the violated amounts, exactly 0 at a feasible point. */
    double violation();

    /** The objective, negated for a maximisation. */
    double cost();

    /** Score per unit of violation: 1 for whole-number constraints. */
    double violationScale();

    /** Score per unit of cost: 1 for whole-number objectives. */
    double costScale();
}
