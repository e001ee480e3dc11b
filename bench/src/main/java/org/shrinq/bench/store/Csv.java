package org.shrinq.bench.store;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.shrinq.report.plot.Svg;

/** Comma-separated values (RFC 4180). */
public final class Csv {
    private Csv() {}

    /** The fields of one line, quotation marks undone. */
    public static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quoted) {
                if (c != '"') {
                    field.append(c);
                } else if (i + 1 < line.length() && line.charAt(i + 1) == '"') {
                    field.append('"');
                    i++;
                } else {
                    quoted = false;
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == ',') {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }

    /** One line, with quotation marks where a field needs them, and control characters {@link Svg#visible}. */
    public static String line(List<String> fields) {
        StringJoiner line = new StringJoiner(",");
        for (String text : fields) {
            String field = Svg.visible(text);
            boolean quote = field.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
            line.add(quote ? '"' + field.replace("\"", "\"\"") + '"' : field);
        }
        return line.toString();
    }
}
