package org.shrinq.instances.solution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shrinq.instances.text.InstanceException;
import org.shrinq.instances.text.NumberText;
import org.shrinq.instances.text.Text;
import org.shrinq.instances.text.TextErrors;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.problem.VariableTable;

/**
 * CPLEX's solutions in XML: {@code <variable name="x" index="0" value="1"/>} and the header's {@code objectiveValue};
 * the first of several solutions. Read tag by tag, without entities from outside.
 */
final class CplexSolution {
    private static final Pattern ATTRIBUTE = Pattern.compile("([A-Za-z]+)\\s*=\\s*(\"([^\"]*)\"|'([^']*)')");

    private CplexSolution() {}

    static SolutionFile read(Text text, Problem problem, List<String> names, VariableTable table) {
        NamedValues values = new NamedValues(problem.size(), names, table);
        OptionalDouble claimed = OptionalDouble.empty();
        Optional<String> status = Optional.empty();
        List<String> notes = new ArrayList<>();
        int solutions = 0;
        int at = text.start();
        TextErrors errors = new TextErrors(text);
        String all = new String(text.bytes(), 0, text.length(), java.nio.charset.StandardCharsets.ISO_8859_1);
        while (at >= 0) {
            int open = all.indexOf('<', at);
            int close = open < 0 ? -1 : all.indexOf('>', open);
            if (open < 0) {
                break;
            }
            if (close < 0) {
                throw errors.ended("the end of a tag");
            }
            String tag = utf8(all.substring(open + 1, close));
            int where = open;
            if (tag.matches("CPLEXSolution(\\s.*)?")) {
                solutions++;
            } else if (solutions <= 1 && tag.matches("(?s)header\\s.*")) {
                claimed = number(attribute(tag, "objectiveValue"), errors, where);
                status = Optional.of(attribute(tag, "solutionStatusString"))
                        .filter(s -> s.matches("(?i).*optimal.*") && !s.matches("(?i).*(infeasible|unscaled).*"))
                        .map(s -> "OPTIMAL");
            } else if (solutions <= 1 && tag.matches("(?s)variable\\s.*")) {
                String name = attribute(tag, "name");
                OptionalDouble value = number(attribute(tag, "value"), errors, where);
                if (value.isEmpty()) {
                    throw errors.at(where, "expected the value of " + TextErrors.quote(name) + ", found none", "");
                }
                values.put(name, value.getAsDouble(), (detail, hint) -> errors.at(where, detail, hint));
            }
            at = close + 1;
        }
        if (values.found() == 0) {
            throw errors.ended("at least one <variable name=… value=…/>");
        }
        if (solutions > 1) {
            notes.add("the first of " + solutions + " solutions");
        }
        return new SolutionFile(
                values.bits(
                        notes,
                        detail -> InstanceException.of(InstanceException.Reason.INVALID, text.file(), detail, "")),
                SolutionForm.SOL,
                new SolutionFile.Claims(claimed, OptionalDouble.empty(), status, Optional.empty(), Optional.empty()),
                notes);
    }

    private static String utf8(String latin) {
        return new String(
                latin.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1), java.nio.charset.StandardCharsets.UTF_8);
    }

    private static String attribute(String tag, String name) {
        Matcher m = ATTRIBUTE.matcher(tag);
        while (m.find()) {
            if (m.group(1).equals(name)) {
                String value = m.group(3) != null ? m.group(3) : m.group(4);
                return value.replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&quot;", "\"")
                        .replace("&apos;", "'")
                        .replace("&amp;", "&");
            }
        }
        return "";
    }

    private static OptionalDouble number(String written, TextErrors errors, int at) {
        if (written.isEmpty()) {
            return OptionalDouble.empty();
        }
        OptionalDouble value = NumberText.parse(written);
        if (value.isEmpty()) {
            throw errors.at(at, "expected a number, found " + TextErrors.quote(written), "");
        }
        return value;
    }
}
