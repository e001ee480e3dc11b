package org.shrinq.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import picocli.CommandLine.Model.CommandSpec;

/** Numbers and lines as people read them. */
final class TextFormat {
    /** Columns of a terminal that everything fits. */
    static final int WIDTH = 80;

    private static final String INDENT = "  ";

    private TextFormat() {}

    /**
     * Up to seven significant digits, whole numbers as such; an infinite one, which stands for no solution, as "none".
     */
    static String number(double value) {
        if (Double.isInfinite(value)) {
            return "none"; // the objective of no solution
        }
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return Long.toString((long) value);
        }
        String text =
                String.format(Locale.ROOT, Math.abs(value) >= 1e6 || Math.abs(value) < 1e-4 ? "%.4e" : "%.7g", value);
        return text.contains("e") || !text.contains(".")
                ? text
                : text.replaceAll("0+$", "").replaceAll("\\.$", "");
    }

    static String number(OptionalDouble value) {
        return value.isPresent() ? number(value.getAsDouble()) : "none";
    }

    static String percent(double share) {
        double percent = 100 * share;
        return String.format(
                Locale.ROOT,
                percent == Math.rint(percent) ? "%.0f %%" : percent < 0.1 ? "%.3f %%" : "%.1f %%",
                percent);
    }

    static String seconds(double seconds) {
        return seconds < 9.995
                ? String.format(Locale.ROOT, "%.2f s", seconds)
                : String.format(Locale.ROOT, "%.1f s", seconds);
    }

    /** "12 MiB", "1.5 GiB". */
    static String bytes(double bytes) {
        return bytes < 0x1p20
                ? String.format(Locale.ROOT, "%.0f KiB", bytes / 0x1p10)
                : bytes < 0x1p30
                        ? String.format(Locale.ROOT, bytes < 10 * 0x1p20 ? "%.1f MiB" : "%.0f MiB", bytes / 0x1p20)
                        : String.format(Locale.ROOT, "%.1f GiB", bytes / 0x1p30);
    }

    /** A rough time for people: "8 s", "2:05 min", "1:10 h". */
    static String duration(double seconds) {
        long s = Math.round(seconds);
        if (s < 60) {
            return s + " s";
        }
        return s < 3600
                ? String.format(Locale.ROOT, "%d:%02d min", s / 60, s % 60)
                : String.format(Locale.ROOT, "%d:%02d h", s / 3600, s % 3600 / 60);
    }

    /** "1 merge", "2 merges", "2 vertices". */
    static String count(long count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }

    static String count(long count, String one) {
        return count(count, one, one + "s");
    }

    /** Prints a sentence that fits a terminal, further lines of it indented. */
    static void print(PrintWriter out, String text) {
        String indent = "";
        for (String line : wrap(text, WIDTH - INDENT.length())) {
            out.println(indent + line);
            indent = INDENT;
        }
    }

    /** Breaks a text at spaces. */
    static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (line.length() > 0 && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    /** What was typed, with the name of the program before it. */
    static String commandLine(CommandSpec spec) {
        return "shrinq " + String.join(" ", spec.commandLine().getParseResult().originalArgs());
    }
}
