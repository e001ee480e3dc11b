package org.shrinq.shrink.contract;

/**
 * One elementary contraction: z_i = sign · z_j, after which vertex i is gone. With j = {@link #GROUND} the other side
 * is vertex 0, whose spin is +1, so that the variable is fixed: sign +1 is x_i = 0, sign −1 is x_i = 1.
 *
 * @param i the vertex that vanishes
 * @param j the vertex that stays, or {@link #GROUND}
 * @param sign +1 or −1
 */
public record Step(int i, int j, int sign) {
    /** Stands for vertex 0. */
    public static final int GROUND = -1;

    public Step {
        if ((sign != 1 && sign != -1) || i < 0 || j < GROUND || i == j) {
            throw new IllegalArgumentException("not a step: z_" + i + " = " + sign + "·z_" + j);
        }
    }

    /** x_i becomes {@code value}. */
    public static Step fix(int i, int value) {
        return new Step(i, GROUND, value == 0 ? 1 : -1);
    }

    /** z_i becomes sign·z_j. */
    public static Step merge(int i, int j, int sign) {
        return new Step(i, j, sign);
    }

    public boolean isFix() {
        return j == GROUND;
    }

    /** The value that a fix gives to x_i. */
    public int value() {
        return sign > 0 ? 0 : 1;
    }
}
