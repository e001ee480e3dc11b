package org.shrinq.repair.optaplanner;

import java.util.Random;
import org.shrinq.qubo.problem.LowAutocorrelation;
import org.shrinq.search.sequence.SequenceState;

/** The energy of a binary sequence, which no quadratic form can hold; O(n) a flip. */
final class SequenceCosts implements BitCosts {
    private final SequenceState state;

    SequenceCosts(LowAutocorrelation problem) {
        state = new SequenceState(problem.length());
    }

    @Override
    public void load(byte[] x) {
        state.load(x);
    }

    @Override
    public void flip(int variable) {
        state.flip(variable);
    }

    @Override
    public int[] chain(int variable, Random random) {
        return new int[] {variable};
    }

    @Override
    public int value(int variable) {
        return state.value(variable);
    }

    @Override
    public double violation() {
        return 0;
    }

    @Override
    public double cost() {
        return state.energy();
    }

    @Override
    public double violationScale() {
        return 1;
    }

    @Override
    public double costScale() {
        return 1;
    }
}
