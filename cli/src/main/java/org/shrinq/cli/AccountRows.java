package org.shrinq.cli;

import java.io.PrintWriter;
import java.util.List;

/** The lines of an account: a label in the first column, text wrapped in the second, a time at the right. */
final class AccountRows {
    private static final int LABEL = 10;
    private static final int TIME = 8;

    /** Columns of the text. */
    static final int TEXT = TextFormat.WIDTH - LABEL;

    private final PrintWriter out;

    AccountRows(PrintWriter out) {
        this.out = out;
    }

    /** A line with a label, wrapped. */
    void row(String label, String text) {
        List<String> lines = TextFormat.wrap(text, label.length() == LABEL ? TEXT - 1 : TEXT);
        for (int k = 0; k < lines.size(); k++) {
            String head = k == 0 ? label : "";
            if (head.length() > LABEL) {
                out.println(head);
                head = "";
            }
            out.println((head.length() == LABEL ? head + " " : pad(head))
                    + lines.get(k).replace('\u00a0', ' '));
        }
    }

    /** The same with a time at the right of the first line. */
    void timed(String label, String text, double seconds) {
        List<String> lines = TextFormat.wrap(text, TextFormat.WIDTH - LABEL - TIME - 1);
        int column = TextFormat.WIDTH - LABEL - TIME;
        for (int k = 0; k < lines.size(); k++) {
            String line = lines.get(k).replace('\u00a0', ' ');
            if (k == 0) {
                String time = TextFormat.seconds(seconds);
                line = line + " ".repeat(Math.max(1, column - line.length() + TIME - time.length())) + time;
            }
            out.println(pad(k == 0 ? label : "") + line);
        }
    }

    private static String pad(String label) {
        return label + " ".repeat(LABEL - label.length());
    }
}
