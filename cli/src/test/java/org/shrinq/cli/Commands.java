package org.shrinq.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs command lines as help texts and pages print them: files of the checkout are found there, other files lie in a
 * folder of the test.
 */
final class Commands {
    private final Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    Commands(Path folder) {
        this.folder = folder;
    }

    /** What "shrinq …" or "./shrinq …" means here, without its first word and without a comment at its end. */
    List<String> arguments(String command) {
        List<String> arguments = new ArrayList<>();
        String[] words = command.strip().replaceAll("\\s+#.*", "").split("\\s+");
        for (int k = 1; k < words.length; k++) {
            arguments.add(word(words[k]));
        }
        return arguments;
    }

    private String word(String word) {
        if (word.startsWith("instances/")) {
            return "../" + word;
        }
        return word.matches("[\\w./-]+\\.[a-z0-9]+") && !word.matches("[\\d.]+")
                ? folder.resolve(word).toString()
                : word;
    }

    /** What the last one printed on stderr. */
    String errors() {
        return err.toString();
    }

    /** Runs one; its exit code, with what it printed in the exception when it is not 0. */
    String run(String command) {
        err.getBuffer().setLength(0);
        int from = out.getBuffer().length();
        int code = Main.run(
                new PrintWriter(out), new PrintWriter(err), arguments(command).toArray(String[]::new));
        if (code != 0) {
            throw new AssertionError(command + " ended with " + code + ": " + err);
        }
        return out.toString().substring(from);
    }
}
