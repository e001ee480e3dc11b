package org.shrinq.quantum.circuit;

/**
 * An angle of a gate: {@code constant + factor·θ_parameter}, or just {@code constant} when {@code parameter} is {@link
 * #NONE}.
 *
 * @param parameter index of the parameter, or {@link #NONE}
 * @param factor what the parameter is multiplied by; 0 without a parameter
 * @param constant what is added, in radians
 */
public record Angle(int parameter, double factor, double constant) {
    /** No parameter. */
    public static final int NONE = -1;

    public Angle {
        if (parameter < NONE || (parameter == NONE && factor != 0)) {
            throw new IllegalArgumentException("parameter " + parameter + " with factor " + factor);
        }
    }

    /** A number. */
    public static Angle of(double value) {
        return new Angle(NONE, 0, value);
    }

    /** θ_index. */
    public static Angle parameter(int index) {
        return new Angle(index, 1, 0);
    }

    /** factor·θ_index. */
    public static Angle parameter(int index, double factor) {
        return new Angle(index, factor, 0);
    }

    /** The value in radians for the given parameters (not modified). */
    public double value(double[] parameters) {
        return parameter == NONE ? constant : constant + factor * parameters[parameter];
    }

    public boolean isConstant() {
        return parameter == NONE;
    }

    /** The angle multiplied by a number. */
    public Angle times(double number) {
        return new Angle(parameter, parameter == NONE ? 0 : number * factor, number * constant);
    }

    /** The angle with the opposite value. */
    public Angle negated() {
        return times(-1);
    }
}
