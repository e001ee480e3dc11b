package org.shrinq.report.run;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shrinq.solver.result.StageEntries.ShrinkEntry;

/**
 * Names for the variables of the QUBO of a run: those of the variables of the problem that they decide, where the
 * result tells.
 */
final class VariableNames {
    private static final int MOST = 3;

    private final List<List<Integer>> decides;
    private final List<String> names;

    /** @param names of the problem's variables; empty where they have numbers only */
    VariableNames(@Nullable ShrinkEntry shrink, List<String> names) {
        List<List<Integer>> told = shrink == null ? null : shrink.decides();
        this.decides = told == null ? List.of() : told;
        this.names = List.copyOf(names);
    }

    /** Such as "x7", "7, 9", or "QUBO 12" where nothing is known. */
    String of(int variable) {
        if (variable >= decides.size()) {
            return "QUBO " + (variable + 1);
        }
        List<Integer> own = decides.get(variable);
        if (own.isEmpty()) {
            return "slack " + (variable + 1);
        }
        return own.stream()
                        .limit(MOST)
                        .map(i -> i < names.size() && !names.get(i).isEmpty() ? names.get(i) : Integer.toString(i + 1))
                        .collect(Collectors.joining(", "))
                + (own.size() > MOST ? ", …" : "");
    }
}
