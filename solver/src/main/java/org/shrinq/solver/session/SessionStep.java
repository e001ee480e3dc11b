package org.shrinq.solver.session;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shrinq.qubo.Bits;

/**
 * A circuit of a session with what a device measured of it.
 *
 * @param gamma trained cost angles, in units of 1 over the largest |coefficient|
 * @param beta trained mixer angles
 * @param measured entry i is the qubit of the written program that variable i is measured on
 * @param counts by string, bit i is variable i; empty while the circuit is out
 * @param zeroAsOne the readout error of 0 that is undone
 * @param oneAsZero the readout error of 1 that is undone
 */
public record SessionStep(
        List<Double> gamma,
        List<Double> beta,
        List<Integer> measured,
        Map<Bits, Long> counts,
        double zeroAsOne,
        double oneAsZero) {
    public SessionStep {
        gamma = List.copyOf(gamma);
        beta = List.copyOf(beta);
        measured = List.copyOf(measured);
        counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
        if (!(zeroAsOne >= 0 && oneAsZero >= 0 && zeroAsOne + oneAsZero < 0.9)) {
            throw new IllegalArgumentException(
                    "readout errors of " + zeroAsOne + " and " + oneAsZero + " tell nothing of what was there");
        }
    }

    /** A circuit that is out. */
    public static SessionStep out(double[] gamma, double[] beta, List<Integer> measured) {
        return new SessionStep(
                java.util.Arrays.stream(gamma).boxed().toList(),
                java.util.Arrays.stream(beta).boxed().toList(),
                measured,
                Map.of(),
                0,
                0);
    }

    /** The same with what came back. */
    public SessionStep taken(Map<Bits, Long> back, double zeroError, double oneError) {
        return new SessionStep(gamma, beta, measured, back, zeroError, oneError);
    }

    /** The same in another layout. */
    public SessionStep withMeasured(List<Integer> layout) {
        return new SessionStep(gamma, beta, layout, counts, zeroAsOne, oneAsZero);
    }

    boolean isOut() {
        return counts.isEmpty();
    }

    long shots() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
