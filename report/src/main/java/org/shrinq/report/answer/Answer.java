package org.shrinq.report.answer;

import java.util.List;
import org.shrinq.qubo.Bits;

/**
 * A solution that is to be shown.
 *
 * @param x one bit per variable of the problem
 * @param names of the variables; empty where they have numbers only
 */
public record Answer(Bits x, List<String> names) {
    public Answer {
        names = List.copyOf(names);
    }

    boolean isChosen(int i) {
        return x.get(i) == 1;
    }

    /** The name of a variable, or its number from 1. */
    public String name(int i) {
        return i < names.size() && !names.get(i).isEmpty() ? names.get(i) : Integer.toString(i + 1);
    }
}
