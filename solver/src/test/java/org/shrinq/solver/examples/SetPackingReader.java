package org.shrinq.solver.examples;

// begin reader
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads a set packing: the number of elements in the first line, then a line for every set, its worth and its elements
 * from 1.
 */
final class SetPackingReader {
    private final Path file;
    private int line;

    private SetPackingReader(Path file) {
        this.file = file;
    }

    /** The set packing of a text file; errors name their line. */
    static SetPacking read(Path file) throws IOException {
        return new SetPackingReader(file).parse(Files.readAllLines(file));
    }

    private SetPacking parse(List<String> lines) {
        line = 1;
        int elements = (int) number(lines.isEmpty() ? "" : lines.get(0).strip(), "a number of elements", 1, 1e6);
        double[] values = new double[lines.size() - 1];
        int[][] sets = new int[values.length][];
        for (int s = 0; s < values.length; s++) {
            line = s + 2;
            String[] words = lines.get(s + 1).strip().split("\\s+");
            values[s] = number(words[0], "the worth of a set", 0, 1e12);
            sets[s] = new int[words.length - 1];
            for (int k = 1; k < words.length; k++) {
                sets[s][k - 1] = (int) number(words[k], "an element", 1, elements) - 1;
            }
        }
        return new SetPacking(values, sets, elements);
    }

    private double number(String word, String what, double least, double most) {
        if (word.matches("\\d{1,12}(\\.\\d+)?")
                && Double.parseDouble(word) >= least
                && Double.parseDouble(word) <= most) {
            return Double.parseDouble(word);
        }
        throw new IllegalArgumentException(file + ":" + line + ": expected " + what + ", found '" + word + "'");
    }
}
// end reader
