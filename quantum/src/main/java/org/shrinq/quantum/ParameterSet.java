package org.shrinq.quantum;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Named arrays of circuit parameters in a fixed order, for example {@code gamma} and {@code beta}. Immutable, compared
 * by value.
 */
public final class ParameterSet {
    /** Cost angles of a QAOA, one per layer (or per layer and term), in units of 1/scale. */
    public static final String GAMMA = "gamma";
    /** Mixer angles of a QAOA, one per layer (or per layer and qubit). */
    public static final String BETA = "beta";

    private final Map<String, double[]> arrays;

    private ParameterSet(Map<String, double[]> arrays) {
        this.arrays = arrays;
    }

    public static ParameterSet empty() {
        return new ParameterSet(Map.of());
    }

    /** The angles of a QAOA. Copied. */
    public static ParameterSet angles(double[] gamma, double[] beta) {
        return empty().with(GAMMA, gamma).with(BETA, beta);
    }

    /** A copy that also has (or replaces) the array of that name. Copied. */
    public ParameterSet with(String name, double[] values) {
        Map<String, double[]> more = new LinkedHashMap<>(arrays);
        more.put(name, values.clone());
        return new ParameterSet(more);
    }

    /** The names in the order in which they were given. */
    public Set<String> names() {
        return java.util.Collections.unmodifiableSet(arrays.keySet());
    }

    /**
     * A copy of the array of that name.
     *
     * @throws IllegalArgumentException when there is none
     */
    public double[] get(String name) {
        double[] values = arrays.get(name);
        if (values == null) {
            throw new IllegalArgumentException("no parameters named '" + name + "', there are " + arrays.keySet());
        }
        return values.clone();
    }

    /** Number of parameters in all arrays. */
    public int count() {
        return arrays.values().stream().mapToInt(a -> a.length).sum();
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof ParameterSet p
                && p.arrays.keySet().equals(arrays.keySet())
                && arrays.entrySet().stream().allMatch(e -> Arrays.equals(e.getValue(), p.arrays.get(e.getKey())));
    }

    @Override
    public int hashCode() {
        return arrays.entrySet().stream()
                .mapToInt(e -> e.getKey().hashCode() ^ Arrays.hashCode(e.getValue()))
                .sum();
    }

    @Override
    public String toString() {
        return arrays.entrySet().stream()
                .map(e -> e.getKey() + "=" + Arrays.toString(e.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
    }
}
