package org.shrinq.solver.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Reads and prints values of settings; what is wrong is said by IllegalArgumentException. */
final class Values {
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
        throw new IllegalArgumentException(
                "expected one of " + String.join(", ", values.stream().map(id).toList()));
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
