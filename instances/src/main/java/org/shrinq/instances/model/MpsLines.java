package org.shrinq.instances.model;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.shrinq.instances.text.InstanceException;
import org.shrinq.instances.text.NumberText;
import org.shrinq.instances.text.Text;
import org.shrinq.instances.text.TextErrors;

/**
 * The lines of an MPS text: a word at the line's start opens a section, data lines begin with a blank, those that start
 * with * are comments. In free format fields are separated by blanks; in fixed format they stand in columns 2–3, 5–12,
 * 15–22, 25–36, 40–47 and 50–61, and names may hold blanks. A text is fixed when a field of its rows or columns holds
 * one.
 */
final class MpsLines {
    private static final int[] FROM = {1, 4, 14, 24, 39, 49};
    private static final int[] TO = {3, 12, 22, 36, 47, 61};

    private final Text text;
    private final byte[] bytes;
    private final TextErrors errors;
    private final boolean fixed;
    private int position;
    private int start;
    private String line = "";

    MpsLines(Text text) {
        this(text, isFixed(text));
    }

    private MpsLines(Text text, boolean fixed) {
        this.text = text;
        this.fixed = fixed;
        bytes = text.bytes();
        errors = new TextErrors(text);
        position = text.start();
    }

    /**
     * True when a line of ROWS has more than two words, or one of COLUMNS a number of words that free format does not
     * have.
     */
    private static boolean isFixed(Text text) {
        MpsLines lines = new MpsLines(text, false);
        String section = "";
        while (lines.next()) {
            if (lines.isSection()) {
                section = lines.section();
                if (section.equals("RHS")) {
                    return false;
                }
                continue;
            }
            int words = lines.fields().size();
            boolean columns = section.equals("COLUMNS") && words != 3 && words != 5;
            if ((section.equals("ROWS") && words > 2) || (columns && words > 1)) {
                return true;
            }
        }
        return false;
    }

    /** Moves to the next line that is neither blank nor a comment; false at the end of the text. */
    boolean next() {
        while (position < text.length()) {
            start = position;
            int p = position;
            while (bytes[p] != '\n' && bytes[p] != '\r') {
                p++;
            }
            position = p + (bytes[p] == '\r' && p + 1 < text.length() && bytes[p + 1] == '\n' ? 2 : 1);
            if (bytes[start] != '*') {
                line = new String(bytes, start, p - start, StandardCharsets.UTF_8);
                if (!line.isBlank()) {
                    return true;
                }
            }
        }
        return false;
    }

    /** True for a line that begins with a word. */
    boolean isSection() {
        return line.charAt(0) > ' ';
    }

    /** The first word, in capitals. */
    String section() {
        return line.split("\\s+", 2)[0].toUpperCase(Locale.ROOT);
    }

    /** What follows the word of a section, trimmed. */
    String rest() {
        String[] parts = line.split("\\s+", 2);
        return parts.length > 1 ? parts[1].strip() : "";
    }

    /** The fields of a data line. */
    List<String> fields() {
        List<String> fields = new ArrayList<>(6);
        // markers stand where they like
        if (!fixed || line.contains("'MARKER'")) {
            for (String word : line.strip().split("\\s+")) {
                fields.add(word);
            }
            return fields;
        }
        for (int k = 0; k < FROM.length && FROM[k] < line.length(); k++) {
            String field =
                    line.substring(FROM[k], Math.min(TO[k], line.length())).strip();
            // the field of a code is there only in some sections
            if (k > 0 || !field.isEmpty()) {
                fields.add(field);
            }
        }
        while (!fields.isEmpty() && fields.get(fields.size() - 1).isEmpty()) {
            fields.remove(fields.size() - 1);
        }
        return fields;
    }

    /** A field as a bound of a variable; 1e20 and more, and inf, is infinity. */
    double limit(String field) {
        double value = side(field);
        return Math.abs(value) >= ModelBuilder.INFINITY ? Math.copySign(Double.POSITIVE_INFINITY, value) : value;
    }

    /** A field as a side of a row; inf is infinity, and a large number where the row cannot reach it. */
    double side(String field) {
        if (field.matches("(?i)[+-]?inf(inity)?")) {
            return field.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        return number(field);
    }

    /** A field as a number. */
    double number(String field) {
        return NumberText.parse(field.replace('d', 'e').replace('D', 'E'))
                .orElseThrow(() -> invalid("expected a number, found " + TextErrors.quote(field), ""));
    }

    /** An error about the present line. */
    InstanceException invalid(String detail, String hint) {
        return errors.at(start, detail, hint);
    }

    InstanceException ended(String expected) {
        return errors.ended(expected);
    }
}
