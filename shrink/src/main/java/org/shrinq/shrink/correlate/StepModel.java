package org.shrinq.shrink.correlate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.shrinq.qubo.text.Brief;
import org.shrinq.shrink.calibrate.Structure;

/**
 * A logistic model of right steps: the chance that z = +1 (or z_i z_j = +1) in some optimal solution is 1/(1 +
 * e^{−w·f}) with features f that change sign with z, so that there is no constant and no sign is preferred. One vector
 * w for each {@link Structure} and {@link Kind}. Immutable.
 *
 * <p>The bundled one is trained by {@code shrinq bench train-shrinking} on generated problems whose optima can all be
 * listed; recipe, seed and calibration are in its file.
 */
public final class StepModel {
    /** What a step does. */
    public enum Kind {
        /** Fixes a variable: evidence X_0i. */
        SINGLE,
        /** Merges two: evidence X_ij. */
        PAIR;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Map<String, double[]> weights;

    private StepModel(Map<String, double[]> weights) {
        this.weights = weights;
    }

    private static String key(Structure structure, Kind kind) {
        return structure.id() + "," + kind.id();
    }

    /** A model without weights, which answers nothing. */
    public static StepModel none() {
        return new StepModel(Map.of());
    }

    /** This model with other weights for one kind of step. */
    public StepModel with(Structure structure, Kind kind, double[] w) {
        Map<String, double[]> copy = new HashMap<>(weights);
        copy.put(key(structure, kind), w.clone());
        return new StepModel(copy);
    }

    /** The one that comes with Shrinq. */
    public static StepModel bundled() {
        return Bundled.MODEL;
    }

    private static final class Bundled {
        private static final StepModel MODEL = read();

        private static StepModel read() {
            try (InputStream in = StepModel.class.getResourceAsStream("learned.csv")) {
                if (in == null) {
                    throw new IllegalStateException("learned.csv is missing from this jar");
                }
                return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Whether there are weights for such steps. */
    public boolean knows(Structure structure, Kind kind) {
        return weights.containsKey(key(structure, kind));
    }

    /**
     * X = 2P − 1 = tanh(w·f/2).
     *
     * @param features not modified
     * @return empty where the model has no weights
     */
    public Optional<Double> expectation(Structure structure, Kind kind, double[] features) {
        double[] w = weights.get(key(structure, kind));
        if (w == null) {
            return Optional.empty();
        }
        double sum = 0;
        for (int k = 0; k < w.length; k++) {
            sum += w[k] * features[k];
        }
        return Optional.of(Math.tanh(sum / 2));
    }

    /** Lines "structure,kind,w_1,…", in order. */
    public String text() {
        return weights.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(e -> e.getKey() + ","
                        + Arrays.stream(e.getValue())
                                .mapToObj(w -> String.format(Locale.ROOT, "%.5f", w))
                                .collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /**
     * Reads what {@link #text} writes; lines that begin with # are comments.
     *
     * @throws IllegalArgumentException for any other line, with its number
     */
    public static StepModel parse(String text) {
        StepModel model = none();
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] fields = line.strip().split(",", -1);
            try {
                Structure structure = Structure.ofId(fields[0]).orElseThrow(NumberFormatException::new);
                Kind kind = Kind.valueOf(fields[1].toUpperCase(Locale.ROOT));
                double[] w = Arrays.stream(fields, 2, fields.length)
                        .mapToDouble(Double::parseDouble)
                        .toArray();
                if (w.length != Evidences.FEATURES) {
                    throw new NumberFormatException(w.length + " weights");
                }
                model = model.with(structure, kind, w);
            } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
                throw new IllegalArgumentException(
                        "model of steps, line " + number + ": expected structure,kind and " + Evidences.FEATURES
                                + " weights, got " + line,
                        e);
            }
        }
        return model;
    }

    @Override
    public String toString() {
        return Brief.of(this, "weights", weights);
    }
}
