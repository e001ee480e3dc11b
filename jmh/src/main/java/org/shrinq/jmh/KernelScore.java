package org.shrinq.jmh;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * What JMH measured of one kernel with one set of parameters.
 *
 * @param name class, method and the values of the parameters, such as "LayerBenchmark.layer 24 sparse vector"
 * @param score mean over the iterations
 * @param error half the 99.9 % confidence interval of the mean; empty when there are too few iterations to tell
 * @param unit such as "ms/op" or "ops/s"
 * @param times true when the score is a time, so that less is better; false for a rate
 */
public record KernelScore(String name, double score, OptionalDouble error, String unit, boolean times) {
    /**
     * The scores in a file of JMH's JSON format.
     *
     * @throws IllegalArgumentException when it is none; the message names the file
     */
    public static List<KernelScore> read(Path file) {
        JsonNode results;
        try {
            results = new ObjectMapper().readTree(Files.readAllBytes(file));
        } catch (com.fasterxml.jackson.core.JacksonException e) {
            throw new IllegalArgumentException(file + " is no JSON file: " + e.getOriginalMessage(), e);
        } catch (NoSuchFileException e) {
            throw new UncheckedIOException(file + ": no such file", e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
        }
        List<KernelScore> scores = new ArrayList<>();
        for (JsonNode result : results) {
            JsonNode metric = result.path("primaryMetric");
            if (!result.path("benchmark").isTextual() || !metric.path("score").isNumber()) {
                throw new IllegalArgumentException(file + " holds no results of JMH");
            }
            scores.add(of(result, metric));
        }
        return scores;
    }

    private static KernelScore of(JsonNode result, JsonNode metric) {
        String[] path = result.path("benchmark").asText().split("\\.");
        StringBuilder name = new StringBuilder(path[path.length - 1]);
        if (path.length > 1) {
            name.insert(0, path[path.length - 2] + ".");
        }
        Map<String, String> parameters = new TreeMap<>();
        result.path("params")
                .fields()
                .forEachRemaining(p -> parameters.put(p.getKey(), p.getValue().asText()));
        parameters.values().forEach(value -> name.append(' ').append(value));
        JsonNode error = metric.path("scoreError");
        return new KernelScore(
                name.toString(),
                metric.path("score").asDouble(),
                error.isNumber() ? OptionalDouble.of(error.asDouble()) : OptionalDouble.empty(),
                metric.path("scoreUnit").asText(),
                !result.path("mode").asText().equals("thrpt"));
    }

    /**
     * How many times as fast as a former measurement in the same unit; above 1 is faster, whether times or rates were
     * measured.
     */
    public double speedup(KernelScore former) {
        if (!unit.equals(former.unit)) {
            throw new IllegalArgumentException(name + " is in " + unit + ", before in " + former.unit);
        }
        return times ? former.score / score : score / former.score;
    }

    /** True when the two confidence intervals do not meet: a difference that is more than the noise of the two runs. */
    public boolean differsFrom(KernelScore former) {
        return error.isPresent()
                && former.error.isPresent()
                && Math.abs(score - former.score) > error.getAsDouble() + former.error.getAsDouble();
    }
}
