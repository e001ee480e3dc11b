package org.shrinq.bench.suite;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lists of values in a suite mean every combination. */
final class ParameterGrid {
    private ParameterGrid() {}

    /** The value of a setting, or the several of its list; a problem for anything else. */
    static List<String> values(Yaml node, String key, Problems problems) {
        if (node instanceof Yaml.Scalar s) {
            return List.of(s.text());
        }
        List<String> values = new ArrayList<>();
        if (node instanceof Yaml.Sequence sequence) {
            for (Yaml item : sequence.items()) {
                if (item instanceof Yaml.Scalar s) {
                    values.add(s.text());
                }
            }
            if (!values.isEmpty() && values.size() == sequence.items().size()) {
                return values;
            }
        }
        problems.add(node.line(), "'" + key + "' is a value, or a list of values", "");
        return List.of("");
    }

    /** Every choice of one value per key, the last key varying fastest. */
    static List<Map<String, String>> combinations(Map<String, List<String>> lists) {
        List<Map<String, String>> all = List.of(Map.of());
        for (Map.Entry<String, List<String>> entry : lists.entrySet()) {
            List<Map<String, String>> next = new ArrayList<>();
            for (Map<String, String> choice : all) {
                for (String value : entry.getValue()) {
                    Map<String, String> longer = new LinkedHashMap<>(choice);
                    longer.put(entry.getKey(), value);
                    next.add(longer);
                }
            }
            all = next;
        }
        return all;
    }
}
