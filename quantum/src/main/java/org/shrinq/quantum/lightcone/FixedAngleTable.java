package org.shrinq.quantum.lightcone;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.shrinq.quantum.lightcone.FixedAngleOptimizer.Row;
import org.shrinq.qubo.Ising;

/**
 * Angles for graphs of any mean degree without a simulation: the optimum on the D-regular tree for D = 2 … 11 and in
 * the limit of large degree, computed by {@link FixedAngleOptimizer} and kept as a resource. In units of the row
 * strength, γ·√D, they change slowly with 1/D, along which what lies between is interpolated. Immutable.
 */
public final class FixedAngleTable {
    private static final String RESOURCE = "fixed-angles.tsv";
    private static final String DENSE = "dense";

    private final SortedMap<Double, List<Row>> byInverseDegree;

    private FixedAngleTable(SortedMap<Double, List<Row>> byInverseDegree) {
        this.byInverseDegree = byInverseDegree;
    }

    private static final class Holder {
        private static final FixedAngleTable BUNDLED = load();

        private static FixedAngleTable load() {
            try (InputStream in = Objects.requireNonNull(FixedAngleTable.class.getResourceAsStream(RESOURCE));
                    BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                return parse(reader.lines().toList());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The table that comes with the program. */
    public static FixedAngleTable bundled() {
        return Holder.BUNDLED;
    }

    /** Angles of one circuit: γ in units of 1/(row strength), γ &gt; 0 and β &lt; 0 for a minimum. */
    @SuppressWarnings("ArrayRecordComponent") // a carrier of fresh arrays, never compared
    public record Angles(double[] gamma, double[] beta) {}

    /** Most layers in the table; deeper circuits get its last row, interpolated. */
    public int layers() {
        return byInverseDegree.values().stream().mapToInt(List::size).min().orElse(0);
    }

    /**
     * Angles of p layers.
     *
     * @param degree mean degree, below 2 taken as 2; may be infinite
     */
    public Angles angles(double degree, int layers) {
        double x = Math.min(0.5, 1 / degree);
        double above = byInverseDegree.headMap(Math.nextUp(x)).lastKey();
        SortedMap<Double, List<Row>> rest = byInverseDegree.tailMap(x);
        double below = rest.isEmpty() ? above : rest.firstKey();
        double share = below == above ? 0 : (x - above) / (below - above);
        int rows = Math.min(layers, layers());
        Row a = Objects.requireNonNull(byInverseDegree.get(above)).get(rows - 1);
        Row b = Objects.requireNonNull(byInverseDegree.get(below)).get(rows - 1);
        double unitA = above == 0 ? 1 : Math.sqrt(1 / above);
        double unitB = below == 0 ? 1 : Math.sqrt(1 / below);
        double[] gamma = new double[rows];
        double[] beta = new double[rows];
        for (int l = 0; l < rows; l++) {
            gamma[l] = (1 - share) * a.gamma()[l] * unitA + share * b.gamma()[l] * unitB;
            beta[l] = (1 - share) * a.beta()[l] + share * b.beta()[l];
        }
        while (gamma.length < layers) {
            gamma = FixedAngleOptimizer.interpolated(gamma);
            beta = FixedAngleOptimizer.interpolated(beta);
        }
        return new Angles(gamma, beta);
    }

    /**
     * The degree whose angles suit a model: the mean number of terms of a variable, its field counted as one, over the
     * variables that have any.
     */
    public static double degree(Ising ising) {
        long terms = 0;
        int count = 0;
        for (int i = 0; i < ising.size(); i++) {
            int here = (ising.linear(i) != 0 ? 1 : 0) + ising.matrix().degree(i);
            terms += here;
            count += here > 0 ? 1 : 0;
        }
        return count == 0 ? 2 : (double) terms / count;
    }

    /** Lines of the resource for the rows of one degree, 0 for the limit of large degree. */
    public static List<String> format(int degree, List<Row> rows) {
        List<String> lines = new ArrayList<>();
        for (Row row : rows) {
            StringBuilder line = new StringBuilder((degree == 0 ? DENSE : degree) + "\t" + row.layers());
            for (double g : row.gamma()) {
                line.append(String.format(Locale.ROOT, "\t%.8f", g));
            }
            for (double b : row.beta()) {
                line.append(String.format(Locale.ROOT, "\t%.8f", b));
            }
            lines.add(line.append(String.format(Locale.ROOT, "\t%.8f", row.value()))
                    .toString());
        }
        return lines;
    }

    /**
     * Reads what {@link #format} writes; lines that begin with # are skipped.
     *
     * @throws IllegalArgumentException when rows are missing or damaged; the message has the line
     */
    public static FixedAngleTable parse(List<String> lines) {
        SortedMap<Double, List<Row>> table = new TreeMap<>();
        for (String line : lines) {
            if (line.startsWith("#")) {
                continue;
            }
            String[] field = line.split("\t");
            int p = field.length > 1 ? Integer.parseInt(field[1]) : 0;
            List<Row> rows = table.computeIfAbsent(
                    field[0].equals(DENSE) ? 0 : 1 / Double.parseDouble(field[0]), k -> new ArrayList<>());
            if (field.length != 2 * p + 3 || rows.size() != p - 1) {
                throw new IllegalArgumentException("not the next row of a table of angles: " + line);
            }
            double[] gamma = new double[p];
            double[] beta = new double[p];
            for (int l = 0; l < p; l++) {
                gamma[l] = Double.parseDouble(field[2 + l]);
                beta[l] = Double.parseDouble(field[2 + p + l]);
            }
            rows.add(new Row(p, gamma, beta, Double.parseDouble(field[2 + 2 * p])));
        }
        if (!table.containsKey(0.0) || !table.containsKey(0.5)) {
            throw new IllegalArgumentException("a table of angles needs degree 2 and the limit of large degree");
        }
        return new FixedAngleTable(table);
    }
}
