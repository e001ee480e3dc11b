package org.shrinq.shrink.reduce;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.problem.Problem;

/**
 * A problem after exact reductions. {@link #lift} turns a solution of {@link #problem} into one of the original;
 * lifting an optimum gives an optimum, except that rules based on an incumbent keep only what is strictly better than
 * it. Immutable.
 */
public final class Reduced {
    private final Problem original;
    private final Problem problem;
    private final byte[] fixed;
    private final double offset;
    private final UnaryOperator<byte[]> lifting;
    private final Map<ReductionRule, Integer> counts;
    private final Outcome outcome;

    /** What is known once the rules have run. */
    public enum Outcome {
        /** Something is left to decide, or nothing; in any case a solution of the rest gives one of the original. */
        OPEN,
        /** No solution is feasible, or none is better than the incumbent. */
        NOTHING_BETTER
    }

    Reduced(
            Problem original,
            Problem problem,
            byte[] fixed,
            double offset,
            UnaryOperator<byte[]> lifting,
            Map<ReductionRule, Integer> counts,
            Outcome outcome) {
        this.original = original;
        this.problem = problem;
        this.fixed = fixed.clone();
        this.offset = offset;
        this.lifting = lifting;
        this.counts = counts.isEmpty() ? Map.of() : new EnumMap<>(counts);
        this.outcome = outcome;
    }

    /** Nothing reduced. */
    static Reduced identity(Problem problem, Outcome outcome) {
        byte[] free = new byte[problem.size()];
        Arrays.fill(free, (byte) -1);
        return new Reduced(problem, problem, free, 0, x -> x, Map.of(), outcome);
    }

    public Problem original() {
        return original;
    }

    /** What remains, of the same kind where that is possible, otherwise a binary quadratic program. */
    public Problem problem() {
        return problem;
    }

    /**
     * Values that the rules gave to variables of {@link #problem} which could not be removed from it (forbidden pairs
     * of an assignment): per variable 0, 1, or −1 when free. A copy.
     */
    public byte[] fixed() {
        return fixed.clone();
    }

    /** Variables of {@link #problem} that are still free. */
    public int freeVariables() {
        int free = 0;
        for (byte b : fixed) {
            free += b < 0 ? 1 : 0;
        }
        return free;
    }

    /**
     * The model's value (in its own sense) of a lifted solution minus that of the reduced one; for independent sets a
     * lower bound of it when the reduced solution is not optimal.
     */
    public double offset() {
        return offset;
    }

    /** How often each rule applied, for those that did. */
    public Map<ReductionRule, Integer> counts() {
        return Map.copyOf(counts);
    }

    public Outcome outcome() {
        return outcome;
    }

    /**
     * A solution of the original problem.
     *
     * @param x a solution of {@link #problem}
     */
    public Bits lift(Bits x) {
        if (x.size() != problem.size()) {
            throw new IllegalArgumentException(
                    "a solution of " + x.size() + " bits for a reduced problem of " + problem.size());
        }
        return Bits.of(lifting.apply(x.toArray()));
    }

    @Override
    public String toString() {
        return "Reduced[" + original.size() + " to " + freeVariables() + " variables by " + counts + "]";
    }
}
