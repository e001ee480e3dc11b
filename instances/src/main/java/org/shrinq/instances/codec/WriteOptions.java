package org.shrinq.instances.codec;

import java.util.List;
import java.util.OptionalDouble;
import org.shrinq.qubo.text.Brief;

/**
 * What a file may hold besides the problem; formats without a place for it leave it out.
 *
 * @param bestKnown best known objective
 * @param variableNames one name per variable, or empty
 * @param comments lines of free text, written at the top where the format has comments
 */
public record WriteOptions(OptionalDouble bestKnown, List<String> variableNames, List<String> comments) {
    private static final WriteOptions DEFAULTS = new WriteOptions(OptionalDouble.empty(), List.of(), List.of());

    public WriteOptions {
        variableNames = List.copyOf(variableNames);
        comments = List.copyOf(comments);
        for (String comment : comments) {
            if (comment.indexOf('\n') >= 0 || comment.indexOf('\r') >= 0) {
                throw new IllegalArgumentException("a comment holds a line end: " + comment);
            }
        }
    }

    public static WriteOptions defaults() {
        return DEFAULTS;
    }

    public WriteOptions withBestKnown(double value) {
        return new WriteOptions(OptionalDouble.of(value), variableNames, comments);
    }

    public WriteOptions withVariableNames(List<String> names) {
        return new WriteOptions(bestKnown, names, comments);
    }

    public WriteOptions withComments(String... lines) {
        return new WriteOptions(bestKnown, variableNames, List.of(lines));
    }

    @Override
    public String toString() {
        return Brief.of(this);
    }
}
