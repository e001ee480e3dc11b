package org.shrinq.quantum.noise;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import org.shrinq.quantum.circuit.Circuit;
import org.shrinq.quantum.circuit.Gate;

/**
 * Depolarising gates and flipped readout. After a gate on one qubit, with probability {@code p1}, one of the three
 * Pauli errors strikes it; after a gate on two qubits, with probability {@code p2} for each CX that the gate takes, one
 * of the fifteen strikes the pair; every measured bit is flipped with probability {@code readout}. In the other common
 * notation, ρ → (1 − λ)ρ + λI/d, that is λ = 4p1/3 and λ = 16p2/15.
 *
 * @param p1 error probability of a gate on one qubit, in [0, 1]
 * @param p2 error probability of a CX, in [0, 1]
 * @param readout probability that a measured bit is wrong, in [0, 1]
 */
public record NoiseModel(double p1, double p2, double readout) {
    /** No noise. */
    public static final NoiseModel NONE = new NoiseModel(0, 0, 0);

    private static final Map<String, NoiseModel> PRESETS = presetsByName();
    private static final String FORM = "depolarizing:p1=0.001,p2=0.01,readout=0.02";

    public NoiseModel {
        require("p1", p1);
        require("p2", p2);
        require("readout", readout);
    }

    private static void require(String name, double p) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("noise probability " + name + " is " + p + ", expected 0 to 1");
        }
    }

    private static Map<String, NoiseModel> presetsByName() {
        Map<String, NoiseModel> m = new LinkedHashMap<>();
        m.put("none", NONE);
        m.put("superconducting", new NoiseModel(3e-4, 8e-3, 2e-2));
        m.put("superconducting-good", new NoiseModel(2e-4, 3e-3, 1e-2));
        m.put("trapped-ion", new NoiseModel(5e-5, 1e-3, 3e-3));
        m.put("noisy", new NoiseModel(2e-3, 3e-2, 5e-2));
        return java.util.Collections.unmodifiableMap(m);
    }

    /**
     * The presets by name: round figures of the order that makers of such machines publish, not those of one machine.
     * {@code noisy} is several times worse, to see what noise does.
     */
    public static Map<String, NoiseModel> presets() {
        return PRESETS;
    }

    /**
     * Reads a preset's name, or {@code depolarizing:} followed by any of {@code p1}, {@code p2} and {@code readout},
     * separated by commas; what is not given is 0.
     *
     * @throws IllegalArgumentException naming the part that is wrong and what was expected
     */
    public static NoiseModel parse(String spec) {
        String text = spec.strip().toLowerCase(Locale.ROOT);
        NoiseModel preset = PRESETS.get(text);
        if (preset != null) {
            return preset;
        }
        int colon = text.indexOf(':');
        String kind = colon < 0 ? text : text.substring(0, colon).strip();
        if (!kind.equals("depolarizing") && !kind.equals("depolarising")) {
            throw new IllegalArgumentException("noise '" + spec + "': '" + kind + "' is neither one of "
                    + PRESETS.keySet() + " nor 'depolarizing'. Maybe " + FORM + " was meant.");
        }
        if (colon < 0) {
            throw new IllegalArgumentException("noise '" + spec + "' names no probabilities. Maybe " + FORM + ".");
        }
        return parseParts(spec, text.substring(colon + 1));
    }

    private static NoiseModel parseParts(String spec, String parts) {
        double[] values = {Double.NaN, Double.NaN, Double.NaN};
        for (String part : parts.split(",", -1)) {
            int equals = part.indexOf('=');
            String key = equals < 0 ? part.strip() : part.substring(0, equals).strip();
            int which = switch (key) {
                case "p1" -> 0;
                case "p2" -> 1;
                case "readout" -> 2;
                default -> -1;
            };
            if (which < 0 || equals < 0) {
                throw new IllegalArgumentException("noise '" + spec + "': expected p1=…, p2=… or readout=…, found '"
                        + part.strip() + "'. Maybe " + FORM + ".");
            }
            if (!Double.isNaN(values[which])) {
                throw new IllegalArgumentException("noise '" + spec + "': " + key + " is given twice");
            }
            values[which] = probability(spec, key, part.substring(equals + 1).strip());
        }
        return new NoiseModel(orZero(values[0]), orZero(values[1]), orZero(values[2]));
    }

    private static double orZero(double v) {
        return Double.isNaN(v) ? 0 : v;
    }

    private static double probability(String spec, String key, String number) {
        if (!number.matches("(\\d+\\.?\\d*|\\.\\d+)(e[+-]?\\d+)?") || Double.parseDouble(number) > 1) {
            throw new IllegalArgumentException(
                    "noise '" + spec + "': " + key + " is '" + number + "', expected a number from 0 to 1");
        }
        return Double.parseDouble(number);
    }

    /**
     * The probability that a shot of a circuit is free of errors, each gate as {@link NoisySampler} takes it.
     *
     * @param measured bits that are read
     */
    public double errorFree(Circuit circuit, int measured) {
        double logarithm = measured * Math.log1p(-readout);
        for (Gate g : circuit.gates()) {
            logarithm += g.isTwoQubit() ? NoisySampler.cxCount(g.kind()) * Math.log1p(-p2) : Math.log1p(-p1);
        }
        return Math.exp(logarithm);
    }

    /** True when nothing ever goes wrong. */
    public boolean isNone() {
        return p1 == 0 && p2 == 0 && readout == 0;
    }

    /** The specification that {@link #parse} reads back: a preset's name where it is one. */
    @Override
    public String toString() {
        for (Map.Entry<String, NoiseModel> preset : PRESETS.entrySet()) {
            if (preset.getValue().equals(this)) {
                return preset.getKey();
            }
        }
        StringJoiner parts = new StringJoiner(",", "depolarizing:", "");
        Map<String, Double> probabilities = new LinkedHashMap<>();
        probabilities.put("p1", p1);
        probabilities.put("p2", p2);
        probabilities.put("readout", readout);
        probabilities.forEach((key, p) -> {
            if (p != 0) {
                parts.add(key + "=" + p);
            }
        });
        return parts.toString();
    }
}
