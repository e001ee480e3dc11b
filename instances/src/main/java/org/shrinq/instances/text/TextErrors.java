package org.shrinq.instances.text;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What is wrong with a text, and where: the line, what was expected, what stands there, and a guess at the cause. */
public final class TextErrors {
    private final String file;
    private final byte[] bytes;
    private final int end;

    public TextErrors(Text text) {
        file = text.file();
        bytes = text.bytes();
        end = text.length();
    }

    public String file() {
        return file;
    }

    /** The error "expected …, found the token at a position". */
    public InstanceException unexpected(String expected, int at) {
        String found = quote(at);
        return at(at, "expected " + expected + ", found " + found, hintFor(found));
    }

    private static String hintFor(String found) {
        if (found.matches("'[+-]?[0-9.]+,[0-9]+'")) {
            return "Maybe it has decimal commas; write decimal points.";
        }
        return "Maybe it is another format; name it with --format.";
    }

    /** The error for a text that ends where something was expected. */
    public InstanceException ended(String expected) {
        return atLine(
                lineAt(lastToken()),
                "expected " + expected + ", found the end of the file",
                "Maybe the file is truncated.");
    }

    /** The error for a line that ends at a position where something was expected. */
    public InstanceException lineEnded(String expected, int at) {
        return at(at, "expected " + expected + ", found the end of the line", "Maybe the file is damaged.");
    }

    public InstanceException at(int position, String detail, String hint) {
        return atLine(lineAt(position), detail, hint);
    }

    public InstanceException atLine(int line, String detail, String hint) {
        return InstanceException.at(InstanceException.Reason.INVALID, file, line, detail, hint);
    }

    /** The position of the last byte of the text that is not white space, 0 when there is none. */
    private int lastToken() {
        int p = end - 1;
        while (p > 0 && Tokens.isSpace(bytes[p])) {
            p--;
        }
        return Math.max(0, p);
    }

    /** Line of a position, counted from 1. O(position): only errors ask. */
    public int lineAt(int at) {
        return 1 + breaks(0, at);
    }

    /** Line ends in [from, to). */
    public int breaks(int from, int to) {
        int breaks = 0;
        for (int p = from; p < to && p < end; p++) {
            if (bytes[p] == '\n' || (bytes[p] == '\r' && bytes[p + 1] != '\n')) {
                breaks++;
            }
        }
        return breaks;
    }

    /** The token at a position in quotes, shortened, without control characters. */
    public String quote(int at) {
        int p = at;
        while (p < end && !Tokens.isSpace(bytes[p]) && p - at < 40) {
            p++;
        }
        return quote(new String(bytes, at, p - at, StandardCharsets.UTF_8));
    }

    public static String quote(@Nullable String text) {
        if (text == null) {
            return "nothing";
        }
        StringBuilder shown = new StringBuilder("'");
        for (int i = 0; i < text.length() && i < 40; i++) {
            char c = text.charAt(i);
            shown.append(c < ' ' || (c >= 0x7f && c < 0xa0) || c == '\uFFFD' ? '?' : c);
        }
        return shown.append(text.length() > 40 ? "…'" : "'").toString();
    }
}
