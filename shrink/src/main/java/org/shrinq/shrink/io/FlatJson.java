package org.shrinq.shrink.io;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One line that holds one flat JSON object: names to numbers, strings or truth values, without escapes in strings. All that
 * the files of this package need.
 */
final class FlatJson {
    private final String file;
    private final int line;
    private final String text;
    private final Map<String, String> fields = new LinkedHashMap<>();
    private int at;

    private FlatJson(String file, int line, String text) {
        this.file = file;
        this.line = line;
        this.text = text;
    }

    /**
     * Parses a line.
     *
     * @throws ShrinkFileException when it is not such an object or has a name twice
     */
    static FlatJson parse(String file, int line, String text) {
        FlatJson json = new FlatJson(file, line, text);
        json.object();
        return json;
    }

    private void object() {
        expect('{');
        if (peek() == '}') {
            at++;
        } else {
            do {
                String name = string();
                expect(':');
                if (fields.put(name, peek() == '"' ? string() : bare()) != null) {
                    throw error("the name \"" + name + "\" once", "it twice");
                }
            } while (comma());
        }
        if (peek() != 0) {
            throw error("the end of the line", text.substring(at));
        }
    }

    private boolean comma() {
        if (peek() == ',') {
            at++;
            return true;
        }
        expect('}');
        return false;
    }

    /** The next character that is no blank, 0 at the end. */
    private char peek() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length() ? text.charAt(at) : 0;
    }

    private void expect(char c) {
        if (peek() != c) {
            throw error("'" + c + "'", rest());
        }
        at++;
    }

    private String rest() {
        return at >= text.length()
                ? "the end of the line"
                : "'" + text.substring(at, Math.min(text.length(), at + 20)) + "'";
    }

    private String string() {
        expect('"');
        int end = text.indexOf('"', at);
        if (end < 0 || text.substring(at, end).indexOf('\\') >= 0) {
            throw error("a string without escapes", rest());
        }
        String value = text.substring(at, end);
        at = end + 1;
        return value;
    }

    private String bare() {
        int start = at;
        while (at < text.length() && ",}: \t".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        if (start == at) {
            throw error("a value", rest());
        }
        return text.substring(start, at);
    }

    boolean has(String name) {
        return fields.containsKey(name);
    }

    String text(String name) {
        String value = fields.get(name);
        if (value == null) {
            throw error("a field \"" + name + "\"", "none");
        }
        return value;
    }

    int integer(String name) {
        try {
            return Integer.parseInt(text(name));
        } catch (NumberFormatException e) {
            throw error("a whole number for \"" + name + "\"", text(name));
        }
    }

    double number(String name) {
        double value;
        try {
            value = Double.parseDouble(text(name));
        } catch (NumberFormatException e) {
            throw error("a number for \"" + name + "\"", text(name));
        }
        if (!Double.isFinite(value)) {
            throw error("a finite number for \"" + name + "\"", text(name));
        }
        return value;
    }

    boolean truth(String name) {
        return switch (text(name)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw error("true or false for \"" + name + "\"", text(name));
        };
    }

    ShrinkFileException error(String expected, String found) {
        return new ShrinkFileException(file + ":" + line + ": expected " + expected + ", found " + found + ".");
    }
}
