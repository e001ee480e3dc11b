package org.shrinq.qubo;

/** Direction of optimisation of an objective. */
public enum Sense {
    MINIMIZE,
    MAXIMIZE;

    /** +1 for minimisation, −1 for maximisation: {@code factor() * value} is always minimised. */
    public int factor() {
        return this == MINIMIZE ? 1 : -1;
    }

    /** True when {@code a} is strictly better than {@code b} in this sense. */
    public boolean isBetter(double a, double b) {
        return this == MINIMIZE ? a < b : a > b;
    }

    /** The worst value: +∞ when minimising, −∞ when maximising. */
    public double worst() {
        return this == MINIMIZE ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
    }
}
