package org.shrinq.instances.text;

import java.util.Arrays;

/** Every number of a text that holds nothing else, with its place; the form in which wrapped matrices are read. */
public final class NumberList {
    private final Tokens tokens;
    private double[] values;
    private int[] positions;
    private int count;
    /** Line of every number; made when one is asked for. */
    private int[] lines = new int[0];

    private NumberList(Tokens tokens, int capacity) {
        this.tokens = tokens;
        values = new double[capacity];
        positions = new int[capacity];
    }

    /** Reads all of them; anything that is no number is refused. */
    public static NumberList read(Text text) {
        Tokens tokens = new Tokens(text);
        NumberList list = new NumberList(tokens, Math.max(16, text.length() / 6));
        while (tokens.hasNext()) {
            list.add(tokens.number("a number"), tokens.tokenStart());
        }
        return list;
    }

    private void add(double value, int position) {
        if (count == values.length) {
            int capacity = count + (count >> 1) + 1;
            values = Arrays.copyOf(values, capacity);
            positions = Arrays.copyOf(positions, capacity);
        }
        values[count] = value;
        positions[count++] = position;
    }

    public int size() {
        return count;
    }

    public double get(int k) {
        return values[k];
    }

    public double[] slice(int from, int length) {
        return Arrays.copyOfRange(values, from, from + length);
    }

    /** Rows of a row-major matrix. */
    public double[][] matrix(int from, int rows, int columns) {
        double[][] matrix = new double[rows][];
        for (int r = 0; r < rows; r++) {
            matrix[r] = slice(from + r * columns, columns);
        }
        return matrix;
    }

    /** Line of the k-th number, counted from 1. */
    public int line(int k) {
        if (lines.length == 0) {
            lines = new int[count];
            for (int i = 0, line = 1, from = 0; i < count; i++) {
                line += tokens.breaks(from, positions[i]);
                from = positions[i];
                lines[i] = line;
            }
        }
        return lines[k];
    }

    /** The number as it stands in the text, in quotes. */
    public String quote(int k) {
        return tokens.quote(positions[k]);
    }

    /** Number of numbers on the line of the k-th. */
    public int onLineOf(int k) {
        int line = line(k);
        int from = k;
        while (from > 0 && line(from - 1) == line) {
            from--;
        }
        int to = k + 1;
        while (to < count && line(to) == line) {
            to++;
        }
        return to - from;
    }

    /** The k-th number as a count within [least, most]. */
    public int countAt(int k, String expected, int least, int most) {
        requireAvailable(k, 1, expected);
        double v = values[k];
        if (v != Math.rint(v) || v < least || v > most) {
            throw invalid(k, "expected " + expected + ", found " + quote(k), "Maybe it is another format.");
        }
        return (int) v;
    }

    /** Refuses a text that ends before {@code wanted} numbers from {@code from} on. */
    public void requireAvailable(int from, long wanted, String what) {
        long found = Math.max(0, count - from);
        if (found < wanted) {
            String detail = wanted == 1
                    ? "expected " + what + ", found the end of the file"
                    : "expected " + wanted + " " + what + ", found " + found;
            throw invalid(count - 1, detail, "Maybe the file is truncated.");
        }
    }

    /** Refuses numbers from {@code from} on. */
    public void requireEnd(int from) {
        if (from < count) {
            throw invalid(
                    from,
                    "expected the end of the file after " + from + " numbers, found " + quote(from) + " and "
                            + (count - from - 1) + " more",
                    "Maybe the header is wrong, or the file holds more than one problem.");
        }
    }

    /** An error at the k-th number (at the start of the text when k is −1). */
    public InstanceException invalid(int k, String detail, String hint) {
        return tokens.invalidAt(k < 0 ? 0 : positions[k], detail, hint);
    }

    public String file() {
        return tokens.file();
    }
}
