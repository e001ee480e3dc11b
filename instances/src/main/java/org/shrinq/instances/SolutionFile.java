package org.shrinq.instances;

import java.util.List;
import java.util.OptionalDouble;
import org.shrinq.qubo.Bits;

/**
 * A solution as a file gives it; nothing here says that it is feasible.
 *
 * @param x one bit per variable of the problem
 * @param form how the file gives it
 * @param claimed the objective that the file claims
 * @param notes what had to be assumed, such as "the permutation counts from 0"; empty when nothing was
 */
public record SolutionFile(Bits x, SolutionForm form, OptionalDouble claimed, List<String> notes) {
    public SolutionFile {
        notes = List.copyOf(notes);
    }
}
