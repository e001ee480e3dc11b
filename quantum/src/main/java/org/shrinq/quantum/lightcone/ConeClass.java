package org.shrinq.quantum.lightcone;

import java.util.Arrays;

/** Terms whose cones are the same: one value for all of them. */
final class ConeClass {
    private final Cone cone;
    private final int[] colors;
    private final ConeValue value;
    private int[] terms = new int[1];
    private int count;
    private double weight;

    ConeClass(Cone cone, int[] colors, ConeValue value) {
        this.cone = cone;
        this.colors = colors;
        this.value = value;
    }

    boolean holds(Cone other, int[] otherColors) {
        return ConeIsomorphism.exists(cone, colors, other, otherColors);
    }

    /** @param coefficient what the expectation of the term counts in the energy */
    void add(int term, double coefficient) {
        if (count == terms.length) {
            terms = Arrays.copyOf(terms, 2 * count);
        }
        terms[count++] = term;
        weight += coefficient;
    }

    ConeValue value() {
        return value;
    }

    /** Sum of the coefficients of its terms. */
    double weight() {
        return weight;
    }

    /** Writes the value to the places of its terms. */
    void spread(double expectation, double[] byTerm) {
        for (int k = 0; k < count; k++) {
            byTerm[terms[k]] = expectation;
        }
    }
}
