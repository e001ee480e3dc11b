package org.shrinq.instances;

import java.util.List;
import java.util.OptionalDouble;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.problem.VariableTable;

/**
 * A problem and the file it came from.
 *
 * @param problem what was read
 * @param source the path as it was given
 * @param format what the file was read as
 * @param sha256 hexadecimal digest of the file's raw bytes (of the compressed bytes for a .gz)
 * @param bestKnown best known objective in the problem's own sense: from the file itself, or from an index.json beside
 *     or above it that lists a file with this digest
 * @param variableNames one name per variable where the file gives names or its own numbers, else empty
 * @param table how the file's variables became the problem's, where integers or constants are among them
 * @param warnings what was tolerated, such as "2 repeated edges counted once"; empty when nothing was
 */
public record Instance(
        Problem problem,
        String source,
        Format format,
        String sha256,
        OptionalDouble bestKnown,
        List<String> variableNames,
        VariableTable table,
        List<String> warnings) {
    /** Of a file whose variables are the problem's. */
    public Instance(
            Problem problem,
            String source,
            Format format,
            String sha256,
            OptionalDouble bestKnown,
            List<String> variableNames,
            List<String> warnings) {
        this(problem, source, format, sha256, bestKnown, variableNames, VariableTable.none(), warnings);
    }

    public Instance {
        variableNames = List.copyOf(variableNames);
        warnings = List.copyOf(warnings);
        if (!variableNames.isEmpty() && variableNames.size() != problem.size()) {
            throw new IllegalArgumentException(
                    variableNames.size() + " variable names for " + problem.size() + " variables");
        }
    }

    /** Short name of the problem: the file name without its extensions, and "-k" for the k-th of several. */
    public String name() {
        return problem.name();
    }

    /** Name of variable i, counted from 0: the file's own, or "x" and the number counted from 1. */
    public String variableName(int i) {
        return variableNames.isEmpty() ? "x" + (i + 1) : variableNames.get(i);
    }

    /** What it is and the file that it is from. */
    @Override
    public String toString() {
        return problem + ", from " + source;
    }
}
