package org.shrinq.instances.model;

import org.shrinq.instances.text.Text;
import org.shrinq.instances.text.Tokens;

/**
 * The data lines of a QPLIB text: blank lines and those that start with #, ! or % are passed, as is such a comment
 * behind data.
 */
final class QplibLines {
    private final Tokens in;

    QplibLines(Text text) {
        in = new Tokens(text);
    }

    Tokens tokens() {
        return in;
    }

    /** Moves to the next data line. */
    boolean hasNext() {
        while (in.hasNext()) {
            if (!atComment()) {
                return true;
            }
            in.nextLine();
        }
        return false;
    }

    private boolean atComment() {
        int c = in.peek();
        return c == '#' || c == '!' || c == '%';
    }

    private void begin(String expected) {
        if (!hasNext()) {
            throw in.ended(expected);
        }
    }

    private void end(String after) {
        if (!in.atLineEnd() && !atComment()) {
            in.requireLineEnd(after);
        } else {
            in.nextLine();
        }
    }

    /** A line's first word. */
    String text(String expected) {
        begin(expected);
        String word = in.word(expected);
        in.nextLine();
        return word;
    }

    double number(String expected) {
        begin(expected);
        double value = in.number(expected);
        end(expected);
        return value;
    }

    int count(String expected, int least, int most) {
        begin(expected);
        int value = in.integer(expected, least, most);
        end(expected);
        return value;
    }

    /** Receives one line "k value"; k counts from 0. */
    @FunctionalInterface
    interface Entry {
        void accept(int k, double value);
    }

    /** A default value, the number of lines that differ, and those. */
    void listed(String what, int size, double[] values) {
        java.util.Arrays.fill(values, number("the default " + what));
        exceptions(what, size, (k, value) -> values[k] = value);
    }

    /** The number of lines that differ from a default, and those. */
    void exceptions(String what, int size, Entry entry) {
        int count = count("the number of other " + what, 0, Integer.MAX_VALUE);
        for (int e = 0; e < count; e++) {
            int k = index(what, size);
            in.requireMore("a value");
            double value = in.number("a value");
            end("the value");
            entry.accept(k, value);
        }
    }

    /** Begins a line and reads its first index, counted from 0. */
    int index(String what, int size) {
        begin("an entry of the " + what);
        return in.integer("an index", 1, size) - 1;
    }

    /** A further index on the line, counted from 0. */
    int nextIndex(int size) {
        in.requireMore("an index");
        return in.integer("an index", 1, size) - 1;
    }

    double nextNumber() {
        in.requireMore("a value");
        double value = in.number("a value");
        end("the entry");
        return value;
    }

    String nextWord() {
        in.requireMore("a name");
        String word = in.word("a name");
        end("the name");
        return word;
    }
}
