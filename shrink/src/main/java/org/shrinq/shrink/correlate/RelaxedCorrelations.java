package org.shrinq.shrink.correlate;

import org.shrinq.shrink.contract.Step;

/** What a linear relaxation said of every variable of the model, and how it looks from the spins of one task. */
final class RelaxedCorrelations implements Correlations {
    private final SparseCorrelations values;
    private final double[] strengths;
    private final byte[] partial;

    /**
     * @param values by spin of the task
     * @param strengths X_0v by variable of the model
     * @param partial what was fixed when the relaxation was solved
     */
    RelaxedCorrelations(SparseCorrelations values, double[] strengths, byte[] partial) {
        this.values = values;
        this.strengths = strengths;
        this.partial = partial.clone();
    }

    double[] strengths() {
        return strengths;
    }

    /** Whether everything fixed since then has the value that the relaxation favoured, so that its optimum is unchanged. */
    boolean agrees(byte[] now) {
        for (int v = 0; v < now.length; v++) {
            if (now[v] >= 0 && partial[v] < 0 && strengths[v] * (1 - 2 * now[v]) <= 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int size() {
        return values.size();
    }

    @Override
    public double single(int i) {
        return values.single(i);
    }

    @Override
    public double pair(int i, int j) {
        return values.pair(i, j);
    }

    @Override
    public void carry(Step step) {
        values.carry(step);
    }
}
