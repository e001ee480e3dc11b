package org.shrinq.report.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shrinq.report.answer.Answer;
import org.shrinq.solver.result.StageEntries.ShrinkEntry;

/** Names for the variables of the QUBO of a run: those of the variables of the problem that they decide, where the result tells. */
final class VariableNames {
    private static final int MOST = 3;

    private final List<List<Integer>> decides;
    private final Optional<Answer> answer;

    VariableNames(@Nullable ShrinkEntry shrink, Optional<Answer> answer) {
        List<List<Integer>> told = shrink == null ? null : shrink.decides();
        this.decides = told == null ? List.of() : told;
        this.answer = answer;
    }

    /** Such as "x7", "7, 9", or "QUBO 12" where nothing is told. */
    String of(int variable) {
        if (variable >= decides.size()) {
            return "QUBO " + (variable + 1);
        }
        List<Integer> own = decides.get(variable);
        if (own.isEmpty()) {
            return "slack " + (variable + 1);
        }
        List<String> names = new ArrayList<>();
        own.stream()
                .limit(MOST)
                .forEach(i -> names.add(answer.map(a -> a.name(i)).orElse(Integer.toString(i + 1))));
        return names.stream().collect(Collectors.joining(", ")) + (own.size() > MOST ? ", …" : "");
    }
}
