package org.shrinq.shrink.calibrate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.shrinq.qubo.text.Brief;

/**
 * How often a step with evidence |X| of a source was right on models of a {@link Structure}: counts in bins of |X|,
 * made monotone by pooling adjacent violators (Ayer et al. 1955), each bin with one right and one wrong step added so
 * that small counts claim little. A source that was not measured gets the curve of all sources together. Immutable.
 */
public final class Calibration {
    /** Bins of |X|, all as wide. */
    public static final int BINS = 10;

    private static final String ANY = "*";

    private final Map<String, double[]> curves;

    private Calibration(Map<String, double[]> curves) {
        this.curves = curves;
    }

    /** The bin of an |X| in [0, 1]. */
    public static int bin(double strength) {
        return (int) Math.max(0, Math.min(BINS - 1, Math.floor(strength * BINS)));
    }

    /** The curves that come with Shrinq: {@code shrinq bench shrinking calibration --calibration FILE}. */
    public static Calibration bundled() {
        return Bundled.CALIBRATION;
    }

    private static final class Bundled {
        private static final Calibration CALIBRATION = read();

        private static Calibration read() {
            try (InputStream in = Calibration.class.getResourceAsStream("calibration.csv")) {
                if (in == null) {
                    throw new IllegalStateException("calibration.csv is missing from this jar");
                }
                return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * Reads lines "source,structure,bin,steps,right" below that header; lines that begin with # say where they come
     * from.
     *
     * @throws IllegalArgumentException for any other line, with its number
     */
    public static Calibration parse(String text) {
        Map<String, int[][]> counts = new HashMap<>();
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            if (line.isBlank() || line.startsWith("#") || line.startsWith("source,")) {
                continue;
            }
            String[] fields = line.strip().split(",", -1);
            try {
                Structure structure = Structure.ofId(fields[1]).orElseThrow(NumberFormatException::new);
                int bin = Integer.parseInt(fields[2]);
                int steps = Integer.parseInt(fields[3]);
                int right = Integer.parseInt(fields[4]);
                for (String source : new String[] {fields[0], ANY}) {
                    int[][] curve = counts.computeIfAbsent(key(source, structure), k -> new int[BINS][2]);
                    curve[bin][0] += steps;
                    curve[bin][1] += right;
                }
            } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
                throw new IllegalArgumentException(
                        "calibration, line " + number + ": expected source,structure,bin,steps,right, got " + line, e);
            }
        }
        Map<String, double[]> curves = new HashMap<>();
        counts.forEach((key, bins) -> curves.put(key, monotone(bins)));
        return new Calibration(curves);
    }

    private static String key(String source, Structure structure) {
        return source + "/" + structure.id();
    }

    /**
     * The estimated chance that a step is right, interpolated between the middles of the bins.
     *
     * @param source name of the source
     * @param strength |X|
     * @return in (0, 1); where nothing was measured of that structure (1 + |X|)/2, as if X were an expectation
     */
    public double right(String source, Structure structure, double strength) {
        double[] curve = curves.get(key(source, structure));
        if (curve == null) {
            curve = curves.get(key(ANY, structure));
        }
        double x = Math.max(0, Math.min(1, strength));
        if (curve == null) {
            return (1 + x) / 2;
        }
        double position = Math.max(0, Math.min(BINS - 1, x * BINS - 0.5));
        int below = (int) Math.min(BINS - 2, Math.floor(position));
        double share = position - below;
        return (1 - share) * curve[below] + share * curve[below + 1];
    }

    /**
     * The least |X| with which {@link #right} reaches a chance, from 10⁻³ on; 0 where every step does, 2 where none
     * does.
     */
    public double least(String source, Structure structure, double chance) {
        if (right(source, structure, 0) >= chance) {
            return 0;
        }
        if (right(source, structure, 1) < chance) {
            return 2;
        }
        double low = 0;
        double high = 1;
        while (high - low > 1e-3) {
            double mid = (low + high) / 2;
            if (right(source, structure, mid) >= chance) {
                high = mid;
            } else {
                low = mid;
            }
        }
        return high;
    }

    private static double[] monotone(int[][] bins) {
        double[] value = new double[BINS];
        double[] weight = new double[BINS];
        int[] length = new int[BINS];
        int blocks = 0;
        for (int b = 0; b < BINS; b++) {
            value[blocks] = (bins[b][1] + 1.0) / (bins[b][0] + 2.0);
            weight[blocks] = bins[b][0] + 2.0;
            length[blocks++] = 1;
            while (blocks > 1 && value[blocks - 2] > value[blocks - 1]) {
                double sum = weight[blocks - 2] + weight[blocks - 1];
                value[blocks - 2] =
                        (value[blocks - 2] * weight[blocks - 2] + value[blocks - 1] * weight[blocks - 1]) / sum;
                weight[blocks - 2] = sum;
                length[blocks - 2] += length[--blocks];
            }
        }
        double[] curve = new double[BINS];
        for (int k = 0, b = 0; k < blocks; k++) {
            for (int c = 0; c < length[k]; c++) {
                curve[b++] = value[k];
            }
        }
        return curve;
    }

    @Override
    public String toString() {
        return Brief.of(this, "curves", curves);
    }
}
