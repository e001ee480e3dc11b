package org.shrinq.quantum.lightcone;

/**
 * How large a light cone may be.
 *
 * @param qubits most vertices of a cone, or of a connected part of the model, whose state vector is simulated, 1 … 30
 * @param width most spins that a step of a contraction may hold at a time: it takes 2^width numbers, 1 … 26
 * @param radius vertices farther than this from the measured ones are left out of a cone; p or more leaves out nothing
 *     that counts, less is an approximation
 */
public record ConeLimits(int qubits, int width, int radius) {
    /** State vectors of up to 24 qubits, contractions of width 22, nothing left out. */
    public static final ConeLimits DEFAULTS = new ConeLimits(24, 22, Integer.MAX_VALUE);

    public ConeLimits {
        require(qubits >= 1 && qubits <= 30, "qubits", qubits, "in 1 … 30");
        require(width >= 1 && width <= 26, "width", width, "in 1 … 26");
        require(radius >= 0, "radius", radius, "at least 0");
    }

    private static void require(boolean holds, String name, int value, String expected) {
        if (!holds) {
            throw new IllegalArgumentException(name + " of a light cone is " + value + ", expected " + expected);
        }
    }

    public ConeLimits withQubits(int value) {
        return new ConeLimits(value, width, radius);
    }

    public ConeLimits withWidth(int value) {
        return new ConeLimits(qubits, value, radius);
    }

    public ConeLimits withRadius(int value) {
        return new ConeLimits(qubits, width, value);
    }
}
