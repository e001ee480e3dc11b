package org.shrinq.instances.model;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shrinq.instances.text.InstanceException;
import org.shrinq.instances.text.Text;
import org.shrinq.instances.text.TextErrors;
import org.shrinq.instances.text.Tokens;

/**
 * The words of a CPLEX LP text; one word is looked at, the next is found on demand. Comments run from \ to the line's
 * end.
 */
final class LpLexer {
    /** What the present word is. */
    enum Kind {
        NUMBER,
        NAME,
        /** + − * / ^ [ ] : and the comparisons, whose text is &lt;=, &gt;= or =. */
        SYMBOL,
        END
    }

    private final Text text;
    private final byte[] bytes;
    private final int end;
    private int position;
    private int start;
    private boolean firstOnLine = true;
    private Kind kind = Kind.END;
    private String word = "";
    private double number;
    private String glued = "";

    LpLexer(Text text) {
        this.text = text;
        bytes = text.bytes();
        end = text.length();
        position = text.start();
        next();
    }

    Kind kind() {
        return kind;
    }

    /** The present word as written; comparisons in one of three forms. */
    String word() {
        return word;
    }

    double number() {
        return number;
    }

    /** True for the first word of a line: only there does a name open a section. */
    boolean isFirstOnLine() {
        return firstOnLine;
    }

    boolean is(String symbol) {
        return kind == Kind.SYMBOL && word.equals(symbol);
    }

    /** Passes the symbol if it is next. */
    boolean take(String symbol) {
        if (!is(symbol)) {
            return false;
        }
        next();
        return true;
    }

    boolean isComparison() {
        return kind == Kind.SYMBOL && (word.equals("<=") || word.equals(">=") || word.equals("="));
    }

    /** The character after the present word and white space; −1 at the end. */
    int following() {
        int p = position;
        while (p < end && isSpace(bytes[p])) {
            p++;
        }
        return p < end ? bytes[p] & 0xff : -1;
    }

    /** What follows the present word on its line, without blanks at its ends and without a comment. */
    String restOfLine() {
        int p = position;
        while (p < end && bytes[p] != '\n' && bytes[p] != '\r' && bytes[p] != '\\') {
            p++;
        }
        return new String(bytes, position, p - position, StandardCharsets.UTF_8).strip();
    }

    /** A note about names with a sign and digits right behind them; empty when there are none. */
    Optional<String> gluedSigns() {
        return glued.isEmpty() ? Optional.empty() : Optional.of(glued);
    }

    private static boolean isSpace(byte b) {
        return b >= 0 && b <= ' ';
    }

    /** Moves to the next word. */
    void next() {
        firstOnLine = position == text.start();
        while (position < end) {
            byte b = bytes[position];
            if (b == '\n' || b == '\r') {
                firstOnLine = true;
                position++;
            } else if (isSpace(b)) {
                position++;
            } else if (b == '\\') {
                while (position < end && bytes[position] != '\n' && bytes[position] != '\r') {
                    position++;
                }
            } else {
                break;
            }
        }
        start = position;
        if (position >= end) {
            kind = Kind.END;
            word = "the end of the file";
            return;
        }
        byte b = bytes[position];
        if ((b >= '0' && b <= '9') || b == '.') {
            readNumber();
        } else if ("<>=".indexOf(b) >= 0) {
            readComparison();
        } else if ("+-*/^[]:".indexOf(b) >= 0) {
            position++;
            kind = Kind.SYMBOL;
            word = String.valueOf((char) b);
        } else if (isNameByte(b)) {
            readName();
        } else {
            throw invalid(
                    start,
                    "expected a name, number or operator, found "
                            + TextErrors.quote(new String(bytes, start, 1, StandardCharsets.UTF_8)),
                    "");
        }
    }

    private void readNumber() {
        int p = position;
        while (isDigit(bytes[p])) {
            p++;
        }
        if (bytes[p] == '.') {
            p++;
            while (isDigit(bytes[p])) {
                p++;
            }
        }
        int digits = p - position - (p - position > 0 && contains('.', position, p) ? 1 : 0);
        if (bytes[p] == 'e' || bytes[p] == 'E') {
            int q = p + 1;
            if (bytes[q] == '+' || bytes[q] == '-') {
                q++;
            }
            if (isDigit(bytes[q])) {
                while (isDigit(bytes[q])) {
                    q++;
                }
                p = q;
            }
        }
        word = new String(bytes, position, p - position, StandardCharsets.US_ASCII);
        position = p;
        kind = Kind.NUMBER;
        if (digits == 0) {
            throw invalid(start, "expected a number, found " + TextErrors.quote(word), "");
        }
        number = Double.parseDouble(word);
        if (Double.isInfinite(number)) {
            throw invalid(start, "expected a number within ±1.8e308, found " + TextErrors.quote(word), "");
        }
    }

    private boolean contains(char c, int from, int to) {
        for (int p = from; p < to; p++) {
            if (bytes[p] == c) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    /** &lt;, &lt;=, =&lt;, &gt;, &gt;=, =&gt;, =. */
    private void readComparison() {
        int p = position + 1;
        if (p < end && "<>=".indexOf(bytes[p]) >= 0) {
            p++;
        }
        String written = new String(bytes, position, p - position, StandardCharsets.US_ASCII);
        position = p;
        kind = Kind.SYMBOL;
        word = switch (written) {
            case "<", "<=", "=<" -> "<=";
            case ">", ">=", "=>" -> ">=";
            case "=", "==" -> "=";
            default -> throw invalid(start, "expected <=, >= or =, found " + TextErrors.quote(written), "");
        };
    }

    private static boolean isNameByte(byte b) {
        return b < 0
                || (b >= 'a' && b <= 'z')
                || (b >= 'A' && b <= 'Z')
                || isDigit(b)
                || "!\"#$%&(),.;?@_'`{}~|".indexOf(b) >= 0;
    }

    /** The position after an index such as [1,2] or [a-1] that begins there; −1 when it is none. */
    private int indexEnd(int at) {
        int q = at + 1;
        while (q < end && bytes[q] > ' ' && bytes[q] != '[' && bytes[q] != ']' && bytes[q] != '^' && bytes[q] != '*') {
            q++;
        }
        return q < end && bytes[q] == ']' && q > at + 1 ? q + 1 : -1;
    }

    /** A name, with indices such as [1,2] that follow it directly. */
    private void readName() {
        int p = position;
        while (p < end && isNameByte(bytes[p])) {
            p++;
        }
        while (p < end && bytes[p] == '[') {
            int q = indexEnd(p);
            if (q < 0) {
                break;
            }
            p = q;
            while (p < end && isNameByte(bytes[p])) {
                p++;
            }
        }
        if (glued.isEmpty() && p + 1 < end && (bytes[p] == '-' || bytes[p] == '+') && isDigit(bytes[p + 1])) {
            int q = p + 1;
            while (isDigit(bytes[q])) {
                q++;
            }
            String name = new String(bytes, position, p - position, StandardCharsets.UTF_8);
            String number = new String(bytes, p + 1, q - p - 1, StandardCharsets.US_ASCII);
            char sign = (char) bytes[p];
            glued = "line " + new Tokens(text).lineAt(position) + ": " + TextErrors.quote(name + sign + number)
                    + " was read as " + name + " " + sign + " " + number;
        }
        word = new String(bytes, position, p - position, StandardCharsets.UTF_8);
        position = p;
        kind = Kind.NAME;
    }

    /** Where the present word stands. */
    int line() {
        return new Tokens(text).lineAt(kind == Kind.END ? Math.max(0, end - 1) : start);
    }

    /** The error "expected …, found the present word". */
    InstanceException unexpected(String expected) {
        return unexpected(expected, null);
    }

    InstanceException unexpected(String expected, @Nullable String hint) {
        String found = kind == Kind.END ? word : TextErrors.quote(word);
        String advice = hint == null ? (kind == Kind.END ? "Maybe the file is truncated." : "") : hint;
        return invalid("expected " + expected + ", found " + found, advice);
    }

    /** An error at the present word. */
    InstanceException invalid(String detail, String hint) {
        return InstanceException.at(InstanceException.Reason.INVALID, text.file(), line(), detail, hint);
    }

    private InstanceException invalid(int at, String detail, String hint) {
        return InstanceException.at(
                InstanceException.Reason.INVALID, text.file(), new Tokens(text).lineAt(at), detail, hint);
    }
}
