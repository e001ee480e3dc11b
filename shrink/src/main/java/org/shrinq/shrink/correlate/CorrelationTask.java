package org.shrinq.shrink.correlate;

import java.util.List;
import java.util.Optional;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Ising;
import org.shrinq.qubo.QuadraticForm;
import org.shrinq.qubo.text.Brief;

/**
 * What a source is asked: correlations of the spins of a contracted form. Arrays are shared, not copied: read only.
 *
 * @param ising the contracted form
 * @param form the form before any step; explicit or implicit
 * @param variables for every spin the variable of {@code form} that represents its class; indices from {@code
 *     model.size()} on are slack variables
 * @param model the original model
 * @param partial per model variable 0, 1, or −1 when free
 * @param pairs the candidate pairs on which a sparse source must answer
 * @param pool good solutions as states of {@code ising}, best first
 * @param previous the carried-over answer to an earlier task, for warm starts
 * @param bound whether a lower bound of {@code ising} is wanted besides
 */
public record CorrelationTask(
        Ising ising,
        QuadraticForm form,
        int[] variables,
        BinaryModel model,
        byte[] partial,
        Pairs pairs,
        List<PoolState> pool,
        Optional<Previous> previous,
        Bound bound) {
    /** Whether a bound is wanted. */
    public enum Bound {
        WANTED,
        NOT_WANTED
    }

    /**
     * An earlier answer.
     *
     * @param correlations carried over to the present
     * @param index for every spin of the present task its index in the earlier one
     */
    public record Previous(Correlations correlations, int[] index) {
        @Override
        public String toString() {
            return Brief.of(this);
        }
    }

    /**
     * A good solution.
     *
     * @param state 0/1 per spin of the task's form
     * @param energy its energy in that form
     */
    public record PoolState(byte[] state, double energy) {
        @Override
        public String toString() {
            return Brief.of(this);
        }
    }

    /**
     * Candidate pairs i &lt; j by position.
     *
     * @param is smaller indices
     * @param js larger indices
     */
    public record Pairs(int[] is, int[] js) {
        public int count() {
            return is.length;
        }

        @Override
        public String toString() {
            return Brief.of(this);
        }
    }

    /** The same task with another warm start. */
    CorrelationTask withPrevious(Optional<Previous> value) {
        return new CorrelationTask(ising, form, variables, model, partial, pairs, pool, value, bound);
    }

    /** Number of spins. */
    public int size() {
        return ising.size();
    }

    @Override
    public String toString() {
        return Brief.of(this);
    }
}
