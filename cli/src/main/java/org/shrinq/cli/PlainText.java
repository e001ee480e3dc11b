package org.shrinq.cli;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/**
 * The one way to the terminal: a control character, as names of files and names in files can hold, appears as the text
 * {@code \\u001b}, so that it cannot move the cursor, colour, or rename the window. Line ends and tabs pass. In JSON
 * the text is the character's own escape.
 */
final class PlainText extends FilterWriter {
    PlainText(Writer out) {
        super(out);
    }

    /** A text as it is printed. */
    static String of(String text) {
        int k = 0;
        while (k < text.length() && !isControl(text.charAt(k), k + 1 < text.length() ? text.charAt(k + 1) : 0)) {
            k++;
        }
        if (k == text.length()) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length() + 8).append(text, 0, k);
        for (; k < text.length(); k++) {
            char c = text.charAt(k);
            if (isControl(c, k + 1 < text.length() ? text.charAt(k + 1) : 0)) {
                plain.append(String.format("\\u%04x", (int) c));
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }

    /**
     * C0, C1 and DEL but for line ends and tabs, line and paragraph separators, and what turns the direction of
     * writing.
     */
    private static boolean isControl(char c, char next) {
        if (c < ' ') {
            return c != '\n' && c != '\t' && !(c == '\r' && next == '\n');
        }
        return (c >= 0x7f && c < 0xa0)
                || (c >= 0x2028 && c <= 0x202e)
                || (c >= 0x2066 && c <= 0x2069)
                || c == 0x200e
                || c == 0x200f;
    }

    @Override
    public void write(int c) throws IOException {
        write(Character.toString(c), 0, 1);
    }

    @Override
    public void write(char[] text, int from, int length) throws IOException {
        out.write(of(new String(text, from, length)));
    }

    @Override
    public void write(String text, int from, int length) throws IOException {
        out.write(of(text.substring(from, from + length)));
    }
}
