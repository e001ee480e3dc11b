package org.shrinq.instances;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What a look at a text shows without understanding it; formats are recognised by this. The counts of tokens are taken on
 * first use, since texts that name their format need none.
 */
final class Shape {
    private static final int HEAD_LINES = 3;

    private final Text text;
    private final String firstLine;
    private boolean counted;
    private @Nullable Boolean diagonal;
    private boolean numeric;
    private long tokens;
    private int lines;
    private int comments;
    private int fewestAfterFirst = Integer.MAX_VALUE;
    private int mostAfterFirst;
    private final int[] headTokens = new int[HEAD_LINES];
    private final double[] head = new double[8];

    Shape(Text text) {
        this.text = text;
        Tokens t = new Tokens(text);
        firstLine = t.hasNext() ? t.restOfLine() : "";
    }

    Text text() {
        return text;
    }

    /** The first line that is not blank, trimmed; empty when there is none. */
    String firstLine() {
        return firstLine;
    }

    boolean isEmpty() {
        return firstLine.isEmpty();
    }

    /** True for a text that opens a JSON object or array. */
    boolean isJson() {
        return firstLine.startsWith("{") || firstLine.startsWith("[");
    }

    /** True when every token outside comment lines (those that start with # or %) is a number. */
    boolean isNumeric() {
        count();
        return numeric;
    }

    /** Number of tokens outside comment lines. */
    long tokens() {
        count();
        return tokens;
    }

    /** Number of lines that are neither blank nor comments. */
    int lines() {
        count();
        return lines;
    }

    int comments() {
        count();
        return comments;
    }

    /** Number of tokens on data line k &lt; 3, counted from 0; 0 when there is none. */
    int tokensOnLine(int k) {
        count();
        return headTokens[k];
    }

    /** Smallest number of tokens on a data line after the first. */
    int fewestAfterFirst() {
        count();
        return fewestAfterFirst;
    }

    /** Largest number of tokens on a data line after the first. */
    int mostAfterFirst() {
        count();
        return mostAfterFirst;
    }

    /** Value of token k &lt; 8 outside comment lines; NaN when there is none or it is no number. */
    double head(int k) {
        count();
        return k < tokens ? head[k] : Double.NaN;
    }

    /** True when a data line after the first begins with the same word twice: a diagonal entry, or a loop. */
    boolean hasDiagonal() {
        if (diagonal == null) {
            diagonal = TripletScan.hasDiagonal(text);
        }
        return diagonal;
    }

    private void count() {
        if (counted) {
            return;
        }
        counted = true;
        numeric = true;
        byte[] b = text.bytes();
        int end = text.length();
        int p = text.start();
        while (p < end) {
            int onLine = 0;
            boolean comment = false;
            while (b[p] != '\n' && b[p] != '\r') {
                if (b[p] >= 0 && b[p] <= ' ') {
                    p++;
                    continue;
                }
                int start = p;
                if (onLine == 0 && (b[p] == '#' || b[p] == '%')) {
                    comment = true;
                    while (b[p] != '\n' && b[p] != '\r') {
                        p++;
                    }
                    break;
                }
                int seen = 0;
                while (b[p] < 0 || b[p] > ' ') {
                    seen |= BYTES[b[p] & 0xff];
                    p++;
                }
                numeric &= seen == DIGIT || seen == (DIGIT | SIGN);
                if (tokens < head.length) {
                    head[(int) tokens] = value(b, start, p);
                }
                tokens++;
                onLine++;
            }
            p++;
            if (comment) {
                comments++;
            } else if (onLine > 0) {
                if (lines < HEAD_LINES) {
                    headTokens[lines] = onLine;
                }
                if (lines > 0) {
                    fewestAfterFirst = Math.min(fewestAfterFirst, onLine);
                    mostAfterFirst = Math.max(mostAfterFirst, onLine);
                }
                lines++;
            }
        }
        numeric &= tokens > 0;
    }

    private static final byte SIGN = 1;
    private static final byte DIGIT = 2;
    private static final byte OTHER = 4;

    /** What a byte is in a number: a digit, another part of one, or neither. */
    private static final byte[] BYTES = bytes();

    private static byte[] bytes() {
        byte[] table = new byte[256];
        java.util.Arrays.fill(table, OTHER);
        for (char c : "+-.eE".toCharArray()) {
            table[c] = SIGN;
        }
        for (char c = '0'; c <= '9'; c++) {
            table[c] = DIGIT;
        }
        return table;
    }

    private static double value(byte[] b, int from, int to) {
        String token = new String(b, from, to - from, StandardCharsets.US_ASCII);
        if (token.length() > 40 || !token.matches("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?")) {
            return Double.NaN;
        }
        return Double.parseDouble(token);
    }

    /** Token k as a count ≥ least, −1 when it is none. */
    long headCount(int k, long least) {
        double v = head(k);
        return v == Math.rint(v) && v >= least && v < 1e15 ? (long) v : -1;
    }
}
