package org.shrinq.qubo.text;

import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code toString} says of values that hold many others: {@code Name[key=value, …]} as of records, with the first
 * entries of arrays, collections and maps and how many there are, and never more than {@value #MOST} characters. Costs
 * the text of those first entries.
 */
public final class Brief {
    /** Characters of a whole text. */
    public static final int MOST = 320;

    private static final int MOST_OF_ONE = 80;
    private static final int ENTRIES = 3;

    private Brief() {}

    /** A record by its components. */
    public static String of(Record value) {
        List<String> parts = new ArrayList<>();
        for (RecordComponent c : value.getClass().getRecordComponents()) {
            parts.add(c.getName() + "=" + text(component(value, c)));
        }
        return named(value, parts);
    }

    /**
     * Another value by what is said of it.
     *
     * @param pairs names and values in turn
     */
    public static String of(Object value, @Nullable Object... pairs) {
        List<String> parts = new ArrayList<>();
        for (int k = 0; k + 1 < pairs.length; k += 2) {
            parts.add(pairs[k] + "=" + text(pairs[k + 1]));
        }
        return named(value, parts);
    }

    private static String named(Object value, List<String> parts) {
        return cut(value.getClass().getSimpleName() + "[" + String.join(", ", parts), MOST - 1) + "]";
    }

    private static @Nullable Object component(Record value, RecordComponent c) {
        try {
            return c.getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            return "?"; // of a record that is not for this module
        }
    }

    private static String text(@Nullable Object value) {
        if (value == null) {
            return "none";
        }
        if (value.getClass().isArray()) {
            return array(value);
        }
        if (value instanceof Collection<?> all) {
            return first(all.stream().limit(ENTRIES).map(Brief::text).toList(), all.size());
        }
        if (value instanceof Map<?, ?> map) {
            return first(
                    map.entrySet().stream()
                            .limit(ENTRIES)
                            .map(e -> text(e.getKey()) + "=" + text(e.getValue()))
                            .toList(),
                    map.size());
        }
        return cut(value.toString(), MOST_OF_ONE);
    }

    private static String array(Object value) {
        int length = Array.getLength(value);
        List<String> entries = new ArrayList<>();
        for (int k = 0; k < Math.min(ENTRIES, length); k++) {
            entries.add(text(Array.get(value, k)));
        }
        return first(entries, length);
    }

    private static String first(List<String> entries, int all) {
        String more = all > entries.size() ? (entries.isEmpty() ? "" : ", ") + "… " + all + " in all" : "";
        return "[" + cut(String.join(", ", entries), MOST_OF_ONE) + more + "]";
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }
}
