package org.shrinq.instances.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What a look at a text shows without understanding it; formats are recognised by this. The counts of tokens are taken
 * on first use, since texts that name their format need none.
 */
public final class Shape {
    private static final int HEAD_LINES = 3;
    /** Bytes from which on a text is looked at in samples. */
    private static final int LARGE = 1 << 22;

    private static final int PREFIX = 1 << 18;
    private static final int CHUNKS = 16;
    private static final int CHUNK = 1 << 13;

    private final Text text;
    private final String firstLine;
    private final boolean whole;
    private boolean sampled;
    private boolean counted;
    private int blanks;
    private boolean lonelyReturn;
    private boolean diagonal;
    private boolean numeric;
    private boolean percent;
    private long tokens;
    private int lines;
    private int comments;
    private int fewestAfterFirst = Integer.MAX_VALUE;
    private int mostAfterFirst;
    private final int[] headTokens = new int[HEAD_LINES];
    private final double[] head = new double[8];

    public Shape(Text text) {
        this(text, false);
    }

    private Shape(Text text, boolean whole) {
        this.text = text;
        this.whole = whole;
        Tokens t = new Tokens(text);
        firstLine = t.hasNext() ? t.restOfLine() : "";
    }

    public Text text() {
        return text;
    }

    /**
     * True when the counts of a large text come from its beginning and pieces all over it: every line there has as many
     * numbers, and the rest is taken to be alike. Whoever reads a text on that account and fails looks at the {@link
     * #whole} of it before saying so.
     */
    public boolean isSampled() {
        count();
        return sampled;
    }

    /** The shape with counts of the whole text. */
    public Shape whole() {
        return new Shape(text, true);
    }

    /** The first line that is not blank, trimmed; empty when there is none. */
    public String firstLine() {
        return firstLine;
    }

    public boolean isEmpty() {
        return firstLine.isEmpty();
    }

    /** True for a text that opens a JSON object or array. */
    public boolean isJson() {
        return firstLine.startsWith("{") || firstLine.startsWith("[");
    }

    /** True when every token outside comment lines (those that start with # or %) is a number. */
    public boolean isNumeric() {
        count();
        return numeric;
    }

    /** Number of tokens outside comment lines. */
    public long tokens() {
        count();
        return tokens;
    }

    /** Number of lines that are neither blank nor comments. */
    public int lines() {
        count();
        return lines;
    }

    public int comments() {
        count();
        return comments;
    }

    /** True when a comment line starts with %, which QUBO files do not have. */
    public boolean hasPercentComments() {
        count();
        return percent;
    }

    /** Number of tokens on data line k &lt; 3, counted from 0; 0 when there is none. */
    public int tokensOnLine(int k) {
        count();
        return headTokens[k];
    }

    /** Smallest number of tokens on a data line after the first. */
    public int fewestAfterFirst() {
        count();
        return fewestAfterFirst;
    }

    /** Largest number of tokens on a data line after the first. */
    public int mostAfterFirst() {
        count();
        return mostAfterFirst;
    }

    /** Value of token k &lt; 8 outside comment lines; NaN when there is none or it is no number. */
    public double head(int k) {
        count();
        return k < tokens ? head[k] : Double.NaN;
    }

    /** True when a data line after the first begins with the same word twice: a diagonal entry, or a loop. */
    public boolean hasDiagonal() {
        count();
        return diagonal;
    }

    private void count() {
        if (counted) {
            return;
        }
        counted = true;
        numeric = true;
        if (!whole && text.length() - text.start() > LARGE && sample()) {
            sampled = true;
            return;
        }
        reset();
        scan(text.start(), text.length());
        numeric &= tokens > 0;
    }

    private void reset() {
        numeric = true;
        diagonal = false;
        percent = false;
        lonelyReturn = false;
        tokens = 0;
        lines = 0;
        comments = 0;
        blanks = 0;
        fewestAfterFirst = Integer.MAX_VALUE;
        mostAfterFirst = 0;
    }

    /** Looks at the beginning and at pieces all over the text; false where they do not tell what the rest is like. */
    private boolean sample() {
        byte[] b = text.bytes();
        int end = text.length();
        int prefix = afterLine(text.start() + PREFIX);
        scan(text.start(), prefix);
        if (!numeric) {
            return true;
        }
        int passed = comments + blanks;
        for (int k = 1; k <= CHUNKS; k++) {
            int from = afterLine((int) (prefix + (end - prefix - 2L * CHUNK) * k / CHUNKS));
            scan(from, afterLine(from + CHUNK));
        }
        boolean even = numeric && fewestAfterFirst == mostAfterFirst && (mostAfterFirst == 2 || mostAfterFirst == 3);
        if (!even || comments + blanks != passed || lonelyReturn) {
            return false;
        }
        while (end > prefix && Tokens.isSpace(b[end - 1])) {
            end--;
        }
        lines = 1 - passed;
        int p = text.start();
        for (; p + Long.BYTES <= end; p += Long.BYTES) {
            lines += EightBytes.lineFeeds(EightBytes.at(b, p));
        }
        for (; p < end; p++) {
            lines += b[p] == '\n' ? 1 : 0;
        }
        tokens = headTokens[0] + (lines - 1L) * mostAfterFirst;
        return true;
    }

    /** The position after the next line feed. */
    private int afterLine(int from) {
        byte[] b = text.bytes();
        int p = Math.min(from, text.length());
        while (p < text.length() && b[p] != '\n') {
            p++;
        }
        return Math.min(p + 1, text.length());
    }

    /** Adds what stands in [from, end), which begins and ends at line ends. */
    private void scan(int from, int end) {
        boolean numbers = numeric;
        long words = tokens;
        byte[] b = text.bytes();
        int p = from;
        while (p < end) {
            int onLine = 0;
            int first = 0;
            int firstLength = 0;
            boolean comment = false;
            while (b[p] != '\n' && b[p] != '\r') {
                if (BYTES[b[p] & 0xff] == 0) {
                    p++;
                    continue;
                }
                if (onLine == 0 && (b[p] == '#' || b[p] == '%')) {
                    comment = true;
                    percent |= b[p] == '%';
                    p = lineEnd(b, p);
                    break;
                }
                int start = p;
                int seen = 0;
                for (int next = BYTES[b[p] & 0xff]; next != 0; next = BYTES[b[++p] & 0xff]) {
                    seen |= next;
                }
                numbers &= seen == DIGIT || seen == (DIGIT | SIGN);
                if (words < head.length) {
                    head[(int) words] = value(b, start, p);
                }
                words++;
                if (onLine == 0) {
                    first = start;
                    firstLength = p - start;
                } else if (onLine == 1 && lines > 0 && firstLength == p - start && !diagonal) {
                    diagonal = Arrays.equals(b, first, first + firstLength, b, start, p);
                }
                onLine++;
            }
            lonelyReturn |= b[p] == '\r' && (p + 1 >= end || b[p + 1] != '\n');
            if (b[p] == '\r' && p + 1 < end && b[p + 1] == '\n') {
                p++;
            }
            p++;
            if (comment) {
                comments++;
            } else if (onLine > 0) {
                endLine(onLine);
            } else {
                blanks++;
            }
        }
        tokens = words;
        numeric = numbers;
    }

    private void endLine(int onLine) {
        if (lines < HEAD_LINES) {
            headTokens[lines] = onLine;
        }
        if (lines > 0) {
            fewestAfterFirst = Math.min(fewestAfterFirst, onLine);
            mostAfterFirst = Math.max(mostAfterFirst, onLine);
        }
        lines++;
    }

    private static int lineEnd(byte[] b, int from) {
        int p = from;
        while (b[p] != '\n' && b[p] != '\r') {
            p++;
        }
        return p;
    }

    private static final byte SIGN = 1;
    private static final byte DIGIT = 2;
    private static final byte OTHER = 4;

    /** What a byte is: 0 for white space, a digit, another part of a number, or neither. */
    private static final byte[] BYTES = bytes();

    private static byte[] bytes() {
        byte[] table = new byte[256];
        Arrays.fill(table, ' ' + 1, table.length, OTHER);
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
    public long headCount(int k, long least) {
        double v = head(k);
        return v == Math.rint(v) && v >= least && v < 1e15 ? (long) v : -1;
    }
}
