package org.shrinq.search;

import java.util.function.IntFunction;

/**
 * Why a search or a repair changed a variable; {c} stands for a constraint's name, {i} for an index, {a} for an amount.
 */
public enum Reason {
    EXCEEDED("{c} exceeded by {a}"),
    RESTORED("fits after all"),
    FITS("fits, worth {a}"),
    EXCHANGE("exchange worth {a}"),
    FLIP("improves the objective by {a}"),
    CONFLICTS("in conflict with {a} chosen neighbours"),
    FREE("no chosen neighbour, worth {a}"),
    WORTHLESS("worth {a}"),
    SURPLUS("{c} had {a} too many"),
    COMPLETES("{c} had none"),
    MOVED("moved to complete the assignment"),
    VIOLATED("{c} violated by {a}"),
    CUSTOM("by a custom repair"),
    SEARCHED("search for a feasible point"),
    IMPROVED("search for a better objective");

    private final String template;

    Reason(String template) {
        this.template = template;
    }

    /** The reason in words. */
    public String text(IntFunction<String> constraint, int index, double amount) {
        String text = template.replace("{a}", number(amount)).replace("{i}", Integer.toString(index));
        return text.contains("{c}") ? text.replace("{c}", constraint.apply(index)) : text;
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
