package org.shrinq.solver.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shrinq.qubo.text.Spelling;

/** Reads and prints values of settings; what is wrong is said by IllegalArgumentException. */
public final class Values {
    private static final Pattern TIME =
            Pattern.compile("([+-]?[0-9.]+(?:e[+-]?[0-9]+)?)\\s*(ms|s|sec|seconds?|m|min|minutes?|h|hours?)?");

    private Values() {}

    static int integer(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw noWholeNumber(text, Integer.MAX_VALUE, e);
        }
    }

    static long longInteger(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw noWholeNumber(text, Long.MAX_VALUE, e);
        }
    }

    private static IllegalArgumentException noWholeNumber(String text, long most, NumberFormatException e) {
        boolean large = text.matches("[+-]?\\d+");
        return new IllegalArgumentException("expected a whole number" + (large ? " of at most " + most : ""), e);
    }

    static double number(String text) {
        try {
            double value = Double.parseDouble(text);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("expected a number", e);
        }
        throw new IllegalArgumentException("expected a finite number");
    }

    /**
     * Seconds: a number, or one with a unit, "500ms", "10s", "2m", "1.5h".
     *
     * @throws IllegalArgumentException for anything else; the message says what is expected
     */
    public static double seconds(String text) {
        Matcher parts = TIME.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!parts.matches()) {
            throw new IllegalArgumentException("expected seconds, or a time such as 10s, 2m or 1h");
        }
        String unit = parts.group(2) == null ? "" : parts.group(2);
        double factor = unit.equals("ms") ? 0.001 : unit.startsWith("m") ? 60 : unit.startsWith("h") ? 3600 : 1;
        return number(parts.group(1)) * factor;
    }

    static boolean truth(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on" -> true;
            case "false", "no", "off" -> false;
            default -> throw new IllegalArgumentException("expected true or false");
        };
    }

    /** One of the values, by the name that {@code id} gives it. */
    static <T> T oneOf(String text, List<T> values, Function<T, String> id) {
        for (T value : values) {
            if (id.apply(value).equals(text.toLowerCase(Locale.ROOT))) {
                return value;
            }
        }
        List<String> known = values.stream().map(id).toList();
        throw new IllegalArgumentException("expected one of " + String.join(", ", known)
                + Spelling.nearest(text, known).map(k -> ". Maybe " + k + "?").orElse(""));
    }

    static <T extends Enum<T>> T oneOf(String text, Class<T> type) {
        return oneOf(text, Arrays.asList(type.getEnumConstants()), Values::word);
    }

    /** The name of a constant as flags spell it: NELDER_MEAD is nelder-mead. */
    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String words(Class<? extends Enum<?>> type) {
        return String.join(
                "|", Arrays.stream(type.getEnumConstants()).map(Values::word).toList());
    }

    /** A number without a needless ".0". */
    static String text(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    /** The part of "name:parameter" before the colon. */
    static String name(String text) {
        int colon = text.indexOf(':');
        return colon < 0 ? text : text.substring(0, colon);
    }

    /** The number after the colon, or the standard value where there is none. */
    static double parameter(String text, double standard) {
        int colon = text.indexOf(':');
        return colon < 0 ? standard : number(text.substring(colon + 1));
    }
}
