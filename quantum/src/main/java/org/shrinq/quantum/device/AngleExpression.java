package org.shrinq.quantum.device;

import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A constant expression of OpenQASM: numbers, pi, tau, euler, named constants, signs, + − * / and powers, parentheses,
 * and the functions of one argument. Recursive descent; used once.
 */
final class AngleExpression {
    private static final Pattern NUMBER = Pattern.compile("(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?");
    private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\d_]*");
    private static final Map<String, Double> CONSTANTS =
            Map.of("pi", Math.PI, "π", Math.PI, "tau", 2 * Math.PI, "τ", 2 * Math.PI, "euler", Math.E, "ℇ", Math.E);
    private static final Map<String, DoubleUnaryOperator> FUNCTIONS = Map.of(
            "sin",
            Math::sin,
            "cos",
            Math::cos,
            "tan",
            Math::tan,
            "exp",
            Math::exp,
            "ln",
            Math::log,
            "log",
            Math::log,
            "sqrt",
            Math::sqrt,
            "arcsin",
            Math::asin,
            "arccos",
            Math::acos,
            "arctan",
            Math::atan);

    private final String text;
    private final Map<String, Double> names;
    private int at;

    /** @param names values of constants and parameters; read only */
    AngleExpression(String text, Map<String, Double> names) {
        this.text = text;
        this.names = names;
    }

    /**
     * Its value.
     *
     * @throws IllegalArgumentException when it is none
     */
    double value() {
        double value = sum();
        if (next() != '\0') {
            throw new IllegalArgumentException("not understood from '" + text.substring(at) + "'");
        }
        return value;
    }

    private char next() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private boolean take(char c) {
        if (next() != c) {
            return false;
        }
        at++;
        return true;
    }

    private double sum() {
        double value = product();
        while (true) {
            if (take('+')) {
                value += product();
            } else if (take('-')) {
                value -= product();
            } else {
                return value;
            }
        }
    }

    private double product() {
        double value = signed();
        while (true) {
            if (text.startsWith("**", at)) {
                return value;
            } else if (take('*')) {
                value *= signed();
            } else if (take('/')) {
                value /= signed();
            } else {
                return value;
            }
        }
    }

    private double signed() {
        if (take('-')) {
            return -signed();
        }
        double base = factor();
        next();
        boolean power = text.startsWith("**", at) || text.startsWith("^", at);
        if (!power) {
            return base;
        }
        at += text.startsWith("**", at) ? 2 : 1;
        return Math.pow(base, signed());
    }

    private double factor() {
        if (take('(')) {
            double value = sum();
            if (!take(')')) {
                throw new IllegalArgumentException("expected ')'");
            }
            return value;
        }
        return number();
    }

    private double number() {
        next();
        Matcher m = NUMBER.matcher(text).region(at, text.length());
        if (m.lookingAt()) {
            at = m.end();
            return Double.parseDouble(m.group());
        }
        Matcher word = WORD.matcher(text).region(at, text.length());
        if (!word.lookingAt()) {
            throw new IllegalArgumentException("expected a number or pi");
        }
        String name = word.group();
        Double known = names.get(name);
        if (known == null && !CONSTANTS.containsKey(name) && !FUNCTIONS.containsKey(name)) {
            throw new IllegalArgumentException("expected a number or pi, found '" + name + "'");
        }
        at = word.end();
        if (known != null) {
            return known;
        }
        DoubleUnaryOperator function = FUNCTIONS.get(name);
        if (function == null) {
            return CONSTANTS.getOrDefault(name, Double.NaN);
        }
        if (!take('(')) {
            throw new IllegalArgumentException("expected '(' after " + name);
        }
        double value = sum();
        if (!take(')')) {
            throw new IllegalArgumentException("expected ')'");
        }
        return function.applyAsDouble(value);
    }
}
