package org.shrinq.instances.solution;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shrinq.instances.text.Text;
import org.shrinq.instances.text.TextErrors;
import org.shrinq.instances.text.Tokens;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.problem.Problem;

/**
 * Solutions as MIP solvers write them: "name value" per line, what follows on the line is passed over; comments start with #.
 * Status lines that end in a colon's text, and {@code =obj=} lines, are understood where they give the objective.
 */
final class SolSolution {
    private static final Pattern OBJECTIVE =
            Pattern.compile("(?i)#?\\s*(?:=obj=|objective(?: value)?\\s*[:=])\\s*([-+0-9.eE]+)\\s*");
    private static final double TOLERANCE = 1e-5;

    private SolSolution() {}

    static SolutionFile read(Text text, Problem problem, List<String> names) {
        Map<String, Integer> index = new HashMap<>();
        for (int i = 0; i < problem.size(); i++) {
            index.put(names.isEmpty() ? "x" + (i + 1) : names.get(i), i);
        }
        byte[] x = new byte[problem.size()];
        boolean[] seen = new boolean[problem.size()];
        List<String> notes = new ArrayList<>();
        OptionalDouble claimed = OptionalDouble.empty();
        double rounded = 0;
        int found = 0;
        Tokens in = new Tokens(text);
        while (in.hasNext()) {
            int start = in.position();
            String line = in.restOfLine();
            Matcher objective = OBJECTIVE.matcher(line);
            if (objective.matches()) {
                in.moveTo(start + line.indexOf(objective.group(1), objective.start(1)));
                claimed = OptionalDouble.of(in.number("an objective value"));
            } else if (!line.startsWith("#") && !line.toLowerCase(Locale.ROOT).startsWith("solution status")) {
                in.moveTo(start);
                String name = in.word("a variable");
                Integer i = index.get(name);
                if (i == null) {
                    throw in.invalid(
                            "expected the name of a variable, found " + TextErrors.quote(name),
                            "The variables are " + some(problem, names) + ".");
                }
                if (seen[i]) {
                    throw in.invalid("expected every variable once, found " + TextErrors.quote(name) + " twice", "");
                }
                seen[i] = true;
                in.requireMore("the value of " + name);
                double value = in.number("the value of " + name);
                double bit = Math.rint(value);
                if (Math.abs(value - bit) > TOLERANCE || bit < 0 || bit > 1) {
                    throw in.unexpected("0 or 1");
                }
                rounded = Math.max(rounded, Math.abs(value - bit));
                x[i] = (byte) bit;
                found++;
                in.restOfLine();
            }
        }
        if (found == 0) {
            throw in.ended("at least one line 'name value'");
        }
        if (rounded > 0) {
            notes.add(String.format(Locale.ROOT, "values up to %.2g from 0 or 1 were rounded", rounded));
        }
        if (found < problem.size()) {
            int left = problem.size() - found;
            notes.add(left == 1 ? "1 variable is not named and is 0" : left + " variables are not named and are 0");
        }
        return new SolutionFile(Bits.of(x), SolutionForm.SOL, SolutionFile.Claims.of(claimed), notes);
    }

    private static String some(Problem problem, List<String> names) {
        int n = problem.size();
        String first = names.isEmpty() ? "x1" : names.get(0);
        String last = names.isEmpty() ? "x" + n : names.get(n - 1);
        return n == 1 ? first : first + " to " + last;
    }
}
