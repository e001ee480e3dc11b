package org.shrinq.shrink.correlate;

import java.util.OptionalDouble;
import org.shrinq.shrink.contract.Step;

/** What a linear relaxation said of every variable of the model, and how it looks from the spins of one task. */
final class RelaxedCorrelations implements Correlations {
    /** An answer is stale when one variable in so many of the free ones has been fixed since. */
    private static final int STALE = 4;

    private final SparseCorrelations values;
    private final double[] strengths;
    private final byte[] partial;
    private final double operations;

    /**
     * @param values by spin of the task
     * @param strengths X_0v by variable of the model
     * @param partial what was fixed when the relaxation was solved
     * @param operations that this answer cost; 0 for one that was passed on
     */
    RelaxedCorrelations(SparseCorrelations values, double[] strengths, byte[] partial, double operations) {
        this.values = values;
        this.strengths = strengths;
        this.partial = partial.clone();
        this.operations = operations;
    }

    double[] strengths() {
        return strengths;
    }

    /**
     * Whether everything fixed since then has the value that the relaxation favoured, so that its optimum is unchanged,
     * and is no more than a quarter of what was free, so that what was said of the others is not stale.
     */
    boolean agrees(byte[] now) {
        int free = 0;
        int fixed = 0;
        for (int v = 0; v < now.length; v++) {
            free += partial[v] < 0 ? 1 : 0;
            if (now[v] >= 0 && partial[v] < 0) {
                fixed++;
                if (strengths[v] * (1 - 2 * now[v]) <= 0) {
                    return false;
                }
            }
        }
        return STALE * fixed <= free;
    }

    @Override
    public OptionalDouble operations() {
        return OptionalDouble.of(operations);
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
