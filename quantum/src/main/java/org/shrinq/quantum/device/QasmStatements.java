package org.shrinq.quantum.device;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A program of OpenQASM statement by statement: each ends with a semicolon, or is a block; those of a {@code box} are
 * statements of the program. Knows the line of the present one. Used once.
 */
final class QasmStatements {
    /** Comments and pragmas. */
    private static final Pattern COMMENT = Pattern.compile("//[^\n]*|/\\*.*?\\*/|(?m:^\\s*[#@][^\n]*)", Pattern.DOTALL);

    /** Of a statement in a message. */
    private static final int LONGEST_SHOWN = 60;

    private int line = 1;
    private String statement = "";

    /**
     * Executes all of them; afterwards the end of the file is the present one.
     *
     * @param executor takes a statement, its blanks single
     */
    void execute(String program, Consumer<String> executor) {
        // blanks in their place, so that lines keep their numbers
        Matcher comments = COMMENT.matcher(program);
        run(comments.replaceAll(m -> m.group().replaceAll("[^\n]", " ")), executor);
        statement = "the end of the file";
    }

    private void run(String text, Consumer<String> executor) {
        int from = 0;
        for (int end = end(text, from); end >= 0; end = end(text, from)) {
            boolean block = text.charAt(end) == '}';
            String raw = text.substring(from, block ? end + 1 : end);
            int lead = raw.length() - raw.stripLeading().length();
            line += newlines(raw.substring(0, lead));
            statement = raw.strip();
            if (statement.startsWith("box")) {
                int open = statement.indexOf('{');
                run(statement.substring(open + 1, statement.length() - 1), executor);
            } else {
                if (!statement.isEmpty()) {
                    executor.accept(statement.replaceAll("\\s+", " "));
                }
                line += newlines(raw.substring(lead));
            }
            from = end + 1;
        }
        if (!text.substring(from).isBlank()) {
            statement = text.substring(from).strip();
            throw wrong("expected ';'");
        }
    }

    /**
     * Where the statement that begins there ends: at a semicolon outside braces, or at the brace that closes a block;
     * −1 for none.
     */
    private static int end(String text, int from) {
        int depth = 0;
        String rest = text.substring(from).stripLeading();
        boolean block = rest.startsWith("gate ") || rest.matches("(?s)box\\b.*");
        for (int k = from; k < text.length(); k++) {
            char c = text.charAt(k);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (depth == 0 && (c == ';' || (c == '}' && block))) {
                return k;
            }
        }
        return -1;
    }

    private static int newlines(String text) {
        return (int) text.chars().filter(c -> c == '\n').count();
    }

    /** The refusal of the present statement, with its line. */
    IllegalArgumentException wrong(String message) {
        String shown = statement.replaceAll("\\s+", " ");
        if (shown.length() > LONGEST_SHOWN) {
            shown = shown.substring(0, LONGEST_SHOWN) + "…";
        }
        return new IllegalArgumentException("line " + line + ": '" + shown + "': " + message);
    }
}
