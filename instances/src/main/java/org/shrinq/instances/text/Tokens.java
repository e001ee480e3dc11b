package org.shrinq.instances.text;

import java.nio.charset.StandardCharsets;

/**
 * A cursor over the bytes of a text: words and numbers separated by white space, with or without regard to lines. Lines
 * end in LF, CRLF or CR. Numbers are decimal as {@code 12}, {@code +7}, {@code .5}, {@code 3.}, {@code 1e-5}; anything
 * else is refused, never skipped. Not thread-safe.
 */
public final class Tokens {
    private static final double[] POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };
    private static final long EXACT = 1L << 53;

    private final TextErrors errors;
    private final byte[] bytes;
    private final int end;
    private int position;
    private int tokenStart;

    /** Over the first {@code text.length()} bytes; the array behind it holds a line end after the last one. */
    public Tokens(Text text) {
        this.errors = new TextErrors(text);
        this.bytes = text.bytes();
        this.end = text.length();
        this.position = text.start();
        this.tokenStart = position;
    }

    public String file() {
        return errors.file();
    }

    public int position() {
        return position;
    }

    /** Puts the cursor back, or forward, to a position that {@link #position} gave. */
    public void moveTo(int to) {
        position = to;
        tokenStart = to;
    }

    public static boolean isSpace(byte c) {
        return c >= 0 && c <= ' ';
    }

    /** Skips white space and line ends; false at the end of the text. */
    public boolean hasNext() {
        int p = position;
        while (p < end && isSpace(bytes[p])) {
            p++;
        }
        position = p;
        return p < end;
    }

    /** Skips white space within the line; true when nothing is left on it. */
    public boolean atLineEnd() {
        int p = position;
        byte c = bytes[p];
        while (isSpace(c) && c != '\n' && c != '\r') {
            c = bytes[++p];
        }
        position = p;
        return p >= end || c == '\n' || c == '\r';
    }

    /** Skips white space and whole lines that start with the mark; false at the end of the text. */
    public boolean skipComments(char mark) {
        return skipComments(mark, mark);
    }

    public boolean skipComments(char mark, char otherMark) {
        while (hasNext()) {
            byte c = bytes[position];
            if (c != mark && c != otherMark) {
                return true;
            }
            nextLine();
        }
        return false;
    }

    /** True when the next character on this line, after white space, is the mark. */
    public boolean startsLineWith(char mark) {
        return !atLineEnd() && bytes[position] == mark;
    }

    public int end() {
        return end;
    }

    /** Moves to the start of the next line, whatever is left on this one; false when there is none. */
    public boolean nextLine() {
        int p = position;
        while (p < end && bytes[p] != '\n' && bytes[p] != '\r') {
            p++;
        }
        if (p < end) {
            p += bytes[p] == '\r' && p + 1 < end && bytes[p + 1] == '\n' ? 2 : 1;
        }
        position = p;
        return p < end;
    }

    /** The first byte of the next token on any line, −1 at the end of the text; does not pass it. */
    public int peek() {
        return hasNext() ? bytes[position] & 0xff : -1;
    }

    /** The rest of the line, trimmed; the cursor stops at its end. */
    public String restOfLine() {
        int from = position;
        int p = from;
        while (p < end && bytes[p] != '\n' && bytes[p] != '\r') {
            p++;
        }
        position = p;
        return new String(bytes, from, p - from, StandardCharsets.UTF_8).strip();
    }

    /** The next word on any line. */
    public String word(String expected) {
        if (!hasNext()) {
            throw ended(expected);
        }
        tokenStart = position;
        int p = position;
        while (!isSpace(bytes[p])) {
            p++;
        }
        position = p;
        return new String(bytes, tokenStart, p - tokenStart, StandardCharsets.UTF_8);
    }

    /** The next token as a whole number within [least, most]; accepts 3., 3.0 and 3e0 too. */
    public int integer(String expected, int least, int most) {
        if (!hasNext()) {
            throw ended(expected);
        }
        int p = position;
        tokenStart = p;
        int value = shortInteger(p);
        if (value >= least && value <= most) {
            return value;
        }
        byte c = bytes[p];
        value = 0;
        while (c >= '0' && c <= '9' && p - tokenStart < 9) {
            value = value * 10 + (c - '0');
            c = bytes[++p];
        }
        if (p == tokenStart || !isSpace(c)) {
            double d = number(expected);
            if (d != Math.rint(d) || d < least || d > most) {
                throw outOfRange(expected, least, most);
            }
            return (int) d;
        }
        position = p;
        if (value < least || value > most) {
            throw outOfRange(expected, least, most);
        }
        return value;
    }

    /** Passes a token of one to seven digits and gives its value; −1 for any other, which is not passed. */
    private int shortInteger(int at) {
        if (EightBytes.fit(bytes, at)) {
            long eight = EightBytes.at(bytes, at);
            int digits = EightBytes.digits(eight);
            if (digits > 0 && digits < Long.BYTES && isSpace(bytes[at + digits])) {
                position = at + digits;
                return EightBytes.number(eight, digits);
            }
        }
        return -1;
    }

    /** Passes the next token when it is that one character, the cursor standing at its start. */
    public boolean isWord(char c) {
        if (bytes[position] != c || !isSpace(bytes[position + 1])) {
            return false;
        }
        tokenStart = position++;
        return true;
    }

    /** The next token as a whole number within [0, most]. */
    public long count(String expected, long most) {
        double value = number(expected);
        if (value != Math.rint(value) || value < 0 || value > most) {
            throw unexpected(expected);
        }
        return (long) value;
    }

    /** The next token as a finite number. */
    public double number(String expected) {
        if (!hasNext()) {
            throw ended(expected);
        }
        int p = position;
        tokenStart = p;
        byte c = bytes[p];
        boolean negative = c == '-';
        double magnitude = shortNumber(negative ? p + 1 : p);
        if (magnitude > 0) {
            return negative ? -magnitude : magnitude;
        }
        if (negative || c == '+') {
            c = bytes[++p];
        }
        int first = p;
        long mantissa = 0;
        while (c >= '0' && c <= '9') {
            mantissa = mantissa * 10 + (c - '0');
            c = bytes[++p];
        }
        int digits = p - first;
        if (digits > 0 && digits <= 18 && isSpace(c)) {
            position = p;
            return negative ? -mantissa : mantissa;
        }
        return fractional(expected, negative, mantissa, digits, p);
    }

    /**
     * Passes "12" or "12.345" with at most seven digits on each side of the point and gives its value, which is exact:
     * the quotient of two whole numbers below 2⁵³ is rounded once. Gives −1 for any other token, which is not passed.
     */
    private double shortNumber(int at) {
        int whole = shortInteger(at);
        if (whole >= 0) {
            return whole;
        }
        if (!EightBytes.fit(bytes, at)) {
            return -1;
        }
        long eight = EightBytes.at(bytes, at);
        int digits = EightBytes.digits(eight);
        int point = at + digits;
        if (digits == 0 || digits == Long.BYTES || bytes[point] != '.' || !EightBytes.fit(bytes, point + 1)) {
            return -1;
        }
        long fraction = EightBytes.at(bytes, point + 1);
        int scale = EightBytes.digits(fraction);
        int next = point + 1 + scale;
        if (scale == 0 || scale == Long.BYTES || !isSpace(bytes[next])) {
            return -1;
        }
        position = next;
        double power = POWERS[scale];
        return (EightBytes.number(eight, digits) * power + EightBytes.number(fraction, scale)) / power;
    }

    /** Continues {@link #number} after its whole digits. */
    private double fractional(String expected, boolean negative, long whole, int wholeDigits, int from) {
        int p = from;
        long mantissa = whole;
        int digits = wholeDigits;
        int scale = 0;
        byte c = bytes[p];
        if (c == '.') {
            c = bytes[++p];
            int first = p;
            while (c >= '0' && c <= '9') {
                mantissa = mantissa * 10 + (c - '0');
                c = bytes[++p];
            }
            scale = p - first;
            digits += scale;
        }
        boolean valid = digits > 0;
        int exponent = 0;
        if (c == 'e' || c == 'E') {
            c = bytes[++p];
            boolean minus = c == '-';
            if (minus || c == '+') {
                c = bytes[++p];
            }
            int first = p;
            while (c >= '0' && c <= '9') {
                exponent = Math.min(100_000, exponent * 10 + (c - '0'));
                c = bytes[++p];
            }
            valid &= p > first;
            exponent = minus ? -exponent : exponent;
        }
        if (!valid || !isSpace(c)) {
            throw unexpected(expected);
        }
        position = p;
        int power = exponent - scale;
        double value;
        if (digits <= 18 && mantissa <= EXACT && power >= -22 && power <= 22) {
            double magnitude = power < 0 ? mantissa / POWERS[-power] : mantissa * POWERS[power];
            value = negative ? -magnitude : magnitude;
        } else {
            value = Double.parseDouble(new String(bytes, tokenStart, p - tokenStart, StandardCharsets.US_ASCII));
        }
        if (Double.isInfinite(value)) {
            throw unexpected(expected + " within ±1.8e308");
        }
        return value == 0 ? 0.0 : value;
    }

    /** Refuses whatever stands before the end of the text. */
    public void requireEnd(String after) {
        if (hasNext()) {
            tokenStart = position;
            throw invalid(
                    "expected the end of the file after " + after + ", found " + quote(position),
                    "Maybe the file holds more than one problem, or was damaged.");
        }
    }

    /** Refuses a line that ends where something was expected. */
    public void requireMore(String expected) {
        if (atLineEnd()) {
            throw lineEnded(expected);
        }
    }

    /** The same for "a vertex between 1 and" and a number: the text is put together only for the error. */
    public void requireMore(String expected, int number) {
        if (atLineEnd()) {
            throw lineEnded(expected + number);
        }
    }

    private InstanceException lineEnded(String expected) {
        return position >= end ? ended(expected) : errors.lineEnded(expected, position);
    }

    /** Refuses whatever stands before the end of the line, and moves to the next line. */
    public void requireLineEnd(String after) {
        if (!atLineEnd()) {
            tokenStart = position;
            throw invalid("expected the end of the line after " + after + ", found " + quote(position), "");
        }
        nextLine();
    }

    /** Start of the token that was read last. */
    public int tokenStart() {
        return tokenStart;
    }

    private InstanceException outOfRange(String expected, int least, int most) {
        return unexpected(
                most == Integer.MAX_VALUE
                        ? expected + " (at least " + least + ")"
                        : expected + " between " + least + " and " + most);
    }

    /** The error "expected …, found the token that was read last". */
    public InstanceException unexpected(String expected) {
        return errors.unexpected(expected, tokenStart);
    }

    /** The error for a text that ends where something was expected. */
    public InstanceException ended(String expected) {
        return errors.ended(expected);
    }

    /** An error at the token that was read last. */
    public InstanceException invalid(String detail, String hint) {
        return errors.at(tokenStart, detail, hint);
    }

    public InstanceException invalidAt(int at, String detail, String hint) {
        return errors.at(at, detail, hint);
    }

    public InstanceException invalidAtLine(int line, String detail, String hint) {
        return errors.atLine(line, detail, hint);
    }

    /** Line of a position, counted from 1. O(position): only errors ask. */
    public int lineAt(int at) {
        return errors.lineAt(at);
    }

    /** Line ends in [from, to). */
    public int breaks(int from, int to) {
        return errors.breaks(from, to);
    }

    /** The token at a position in quotes, shortened, without control characters. */
    public String quote(int at) {
        return errors.quote(at);
    }
}
