package org.shrinq.shrink.correlate;

import java.util.List;
import java.util.OptionalDouble;
import org.shrinq.shrink.contract.Step;

/**
 * How strongly spins are expected to agree in good solutions: X_ij and X_0i in [−1, 1], where z = 1 − 2x and vertex 0
 * has z = +1 (so X_0i &gt; 0 speaks for x_i = 0). Indices are those of the {@link CorrelationTask} that was answered.
 * Sparse or low-rank, never an n×n array for large n.
 *
 * <p>Between recalculations the values are <i>carried over</i>: {@link #carry} is called for every step and replaces
 * the vectors of a merged pair by their re-normalised sum.
 */
public interface Correlations {
    /** Number of spins n. */
    int size();

    /** X_0i. */
    double single(int i);

    /** X_ij; 0 for a pair of which nothing is known. */
    double pair(int i, int j);

    /** Takes a step into account; i and j of the step are indices here. Modifies this object. */
    void carry(Step step);

    /** A valid lower bound of the form that was asked about, when one was asked for and is known. */
    default OptionalDouble lowerBound() {
        return OptionalDouble.empty();
    }

    /**
     * Complete assignments of the task's spins that were evaluated on the way to the answer, best first; empty where
     * the source looks at none.
     */
    default List<CorrelationTask.PoolState> states() {
        return List.of();
    }

    /**
     * Elementary operations that this answer cost, where that is known better than {@link CorrelationSource#operations}
     * does.
     */
    default OptionalDouble operations() {
        return OptionalDouble.empty();
    }

    /** For an ensemble the present weight of each member, in order; empty otherwise. */
    default List<Double> weights() {
        return List.of();
    }
}
