package org.shrinq.instances.solution;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shrinq.instances.text.InstanceException;
import org.shrinq.instances.text.Text;
import org.shrinq.instances.text.Tokens;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.problem.VariableTable;

/**
 * Solutions as MIP solvers write them: lines "name value", what follows on the line is passed over. HiGHS has them
 * between "# Columns" and "# Rows", CBC puts a number before the name, SCIP and Gurobi say the objective in a line of
 * its own, MIPLIB in {@code =obj=}. Comments start with #.
 */
final class SolSolution {
    private static final Pattern OBJECTIVE =
            Pattern.compile("(?i)#?\\s*(?:=obj=|objective(?: value)?\\s*[:=]?)\\s*([-+0-9.eE]+)\\s*");
    private static final Pattern CBC = Pattern.compile("(?i)([a-z ()]+?) - objective value\\s+([-+0-9.eE]+)\\s*");
    private static final Pattern CBC_LINE =
            Pattern.compile("(\\*\\*)?\\s*[0-9]+\\s+(\\S+)\\s+([-+0-9.eE]+)(\\s+[-+0-9.eE]+)?\\s*");
    private static final Pattern STATUS = Pattern.compile("(?i)solution status\\s*:\\s*(.*)");

    private final Text text;
    private final Tokens in;
    private final NamedValues values;
    private final List<String> notes = new ArrayList<>();
    private OptionalDouble claimed = OptionalDouble.empty();
    private Optional<String> status = Optional.empty();
    private boolean cbc;

    private SolSolution(Text text, NamedValues values) {
        this.text = text;
        this.values = values;
        in = new Tokens(text);
    }

    static SolutionFile read(Text text, Problem problem, List<String> names, VariableTable table) {
        return new SolSolution(text, new NamedValues(problem.size(), names, table)).read();
    }

    /** The objective in comment lines such as Gurobi's "# Objective value = 10"; the last one counts. */
    static OptionalDouble claimInComments(Text text) {
        OptionalDouble claim = OptionalDouble.empty();
        Tokens in = new Tokens(text);
        while (in.hasNext()) {
            boolean comment = in.startsLineWith('#');
            int start = in.position();
            String line = in.restOfLine();
            Matcher objective = OBJECTIVE.matcher(line);
            if (comment && objective.matches()) {
                in.moveTo(start + line.indexOf(objective.group(1), objective.start(1)));
                claim = OptionalDouble.of(in.number("an objective value"));
            }
            in.nextLine();
        }
        return claim;
    }

    private SolutionFile read() {
        boolean highs = false;
        boolean rows = false;
        while (in.hasNext()) {
            int start = in.position();
            String line = in.restOfLine();
            String lower = line.toLowerCase(Locale.ROOT);
            if (lower.equals("model status")) {
                highs = true;
                in.hasNext();
                status = Optional.of(in.restOfLine());
            } else if (rows && lower.startsWith("# rows")) {
                break;
            } else if (lower.startsWith("# columns")) {
                highs = false;
                rows = true;
            } else if (highs && !line.startsWith("#")) {
                // "Feasible", "Objective 4", "Objective_bound 4", "MIP_rel_gap 0": what stands before the columns
                isClaim(start, line);
            } else if (lower.startsWith("no solution available")) {
                throw in.invalidAt(start, "there is no solution in it", "");
            } else if (!isClaim(start, line) && !line.startsWith("#")) {
                entry(start, line);
            }
        }
        if (values.found() == 0) {
            throw in.ended("at least one line 'name value'");
        }
        return new SolutionFile(
                values.bits(
                        notes,
                        detail -> InstanceException.of(InstanceException.Reason.INVALID, text.file(), detail, "")),
                SolutionForm.SOL,
                new SolutionFile.Claims(claimed, OptionalDouble.empty(), claim(), Optional.empty(), Optional.empty()),
                notes);
    }

    /** A status that is one of ours; what other words mean is for nobody to check. */
    private Optional<String> claim() {
        return status.filter(s -> s.toLowerCase(Locale.ROOT).startsWith("optimal"))
                .map(s -> "OPTIMAL");
    }

    /** Takes lines that say the objective or the status. */
    private boolean isClaim(int start, String line) {
        Matcher objective = OBJECTIVE.matcher(line);
        if (objective.matches()) {
            in.moveTo(start + line.indexOf(objective.group(1), objective.start(1)));
            claimed = OptionalDouble.of(in.number("an objective value"));
            return true;
        }
        Matcher first = CBC.matcher(line);
        if (first.matches()) {
            cbc = true;
            status = Optional.of(first.group(1));
            in.moveTo(start + first.start(2));
            claimed = OptionalDouble.of(in.number("an objective value"));
            return true;
        }
        Matcher word = STATUS.matcher(line);
        if (word.matches()) {
            status = Optional.of(word.group(1));
            return true;
        }
        return false;
    }

    private void entry(int start, String line) {
        Matcher numbered = CBC_LINE.matcher(line);
        String name;
        if (cbc && numbered.matches()) {
            name = numbered.group(2);
            in.moveTo(start + numbered.start(3));
        } else {
            in.moveTo(start);
            name = in.word("a variable");
            if (!values.has(name)) {
                values.put(name, 0, in::invalid);
            }
            in.requireMore("the value of " + name);
        }
        double value = in.number("the value of " + name);
        values.put(name, value, in::invalid);
        in.restOfLine();
    }
}
