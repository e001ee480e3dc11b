package org.shrinq.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import org.shrinq.qubo.AtMostOne;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Conflict;
import org.shrinq.qubo.Constraint;
import org.shrinq.qubo.ExactlyOne;
import org.shrinq.qubo.encode.PenaltyReport;

/** Constraints of a model in words. */
final class Constraints {
    private Constraints() {}

    /**
     * What is known of the penalties of a QUBO: "proven exact", "heuristic", or what the QUBO minimises where it stands
     * in for the objective.
     */
    static String penalties(BinaryModel model, PenaltyReport report) {
        return model.standIn().isPresent()
                ? "none; the QUBO minimises " + model.standIn().get()
                : report.isExact() ? "proven exact" : "heuristic";
    }

    /** "12 slack", "351 products": the variables that an encoding adds to those of a model. */
    static String added(BinaryModel model, int count) {
        return count + (model.squares().isEmpty() ? " slack" : count == 1 ? " product" : " products");
    }

    /** "543 conflicts", or "9: 6 exactly-one rows, 3 capacity rows". */
    static String describe(BinaryModel model) {
        Map<String, Integer> types = new LinkedHashMap<>();
        for (Constraint c : model.constraints()) {
            types.merge(word(c), 1, Integer::sum);
        }
        StringJoiner text =
                new StringJoiner(", ", types.size() > 1 ? model.constraints().size() + ": " : "", "");
        text.setEmptyValue("none");
        types.forEach((word, count) -> text.add(TextFormat.count(count, word)));
        return text.toString();
    }

    private static String word(Constraint c) {
        if (c instanceof Conflict) {
            return "conflict";
        }
        if (c instanceof ExactlyOne) {
            return "exactly-one row";
        }
        if (c instanceof AtMostOne) {
            return "at-most-one row";
        }
        return c.isEquality() ? "equality row" : "capacity row";
    }
}
