package org.shrinq.instances.solution;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.shrinq.qubo.Bits;

/**
 * A solution as a file gives it; nothing here says that it is feasible.
 *
 * @param x one bit per variable of the problem
 * @param form how the file gives it
 * @param claims what the file says of it
 * @param notes what had to be assumed, such as "the permutation counts from 0"; empty when nothing was
 */
public record SolutionFile(Bits x, SolutionForm form, Claims claims, List<String> notes) {
    public SolutionFile {
        notes = List.copyOf(notes);
    }

    /**
     * What a file says of its solution; none of it has been checked.
     *
     * @param objective the objective
     * @param bound the bound on the optimum
     * @param status the status word
     * @param feasible whether it is feasible
     * @param sha256 digest of the instance file that it solves
     */
    public record Claims(
            OptionalDouble objective,
            OptionalDouble bound,
            Optional<String> status,
            Optional<Boolean> feasible,
            Optional<String> sha256) {
        /** No claims but that of an objective, where there is one. */
        public static Claims of(OptionalDouble objective) {
            return new Claims(objective, OptionalDouble.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    /** The objective that the file claims. */
    public OptionalDouble claimed() {
        return claims.objective();
    }
}
