package org.shrinq.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Constraint;

/** Constraints of a model in words. */
final class Constraints {
    private Constraints() {}

    /** "543: 543 conflicts", by type. */
    static String describe(BinaryModel model) {
        Map<String, Integer> types = new LinkedHashMap<>();
        for (Constraint c : model.constraints()) {
            types.merge(c.getClass().getSimpleName(), 1, Integer::sum);
        }
        StringBuilder text =
                new StringBuilder(Integer.toString(model.constraints().size()));
        String separator = ": ";
        for (Map.Entry<String, Integer> e : types.entrySet()) {
            text.append(separator).append(e.getValue()).append(" × ").append(e.getKey());
            separator = ", ";
        }
        return text.toString();
    }
}
