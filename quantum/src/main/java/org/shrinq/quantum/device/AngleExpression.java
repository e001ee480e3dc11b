package org.shrinq.quantum.device;

/** A constant expression of OpenQASM: numbers, pi, signs, + − * /, parentheses. Recursive descent; used once. */
final class AngleExpression {
    private final String text;
    private int at;

    AngleExpression(String text) {
        this.text = text;
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
            if (take('*')) {
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
        java.util.regex.Matcher m = java.util.regex.Pattern.compile(
                        "pi\\b|π|(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?")
                .matcher(text)
                .region(at, text.length());
        if (!m.lookingAt()) {
            throw new IllegalArgumentException("expected a number or pi");
        }
        at = m.end();
        return m.group().startsWith("p") || m.group().equals("π") ? Math.PI : Double.parseDouble(m.group());
    }
}
