package org.shrinq.search;

import java.util.Arrays;
import java.util.List;
import org.shrinq.qubo.Constraint;
import org.shrinq.qubo.problem.NormalForm;

/**
 * What relaxations and samples know that helps a repair choose: a multiplier λ ≥ 0 per constraint of the model, and a
 * marginal in [0, 1] per variable (its share of ones in good samples or its relaxed value). Either may be absent.
 * Immutable; arrays are copied in and out.
 */
public final class Hints {
    private static final Hints NONE = new Hints(new double[0], new double[0]);

    private final double[] multipliers;
    private final double[] marginals;

    private Hints(double[] multipliers, double[] marginals) {
        this.multipliers = multipliers;
        this.marginals = marginals;
    }

    public static Hints none() {
        return NONE;
    }

    /**
     * These hints with multipliers, by constraint index of the model; for a maximisation the gain in the objective per
     * unit of capacity.
     *
     * @throws IllegalArgumentException for a negative or non-finite multiplier
     */
    public Hints withMultipliers(double[] values) {
        for (double v : values) {
            if (!(v >= 0) || Double.isInfinite(v)) {
                throw new IllegalArgumentException("a multiplier is " + v + ", expected a finite number >= 0");
            }
        }
        return new Hints(values.clone(), marginals);
    }

    /**
     * These hints with marginals, by variable.
     *
     * @throws IllegalArgumentException for a marginal outside [0, 1]
     */
    public Hints withMarginals(double[] values) {
        for (double v : values) {
            if (!(v >= 0 && v <= 1)) {
                throw new IllegalArgumentException("a marginal is " + v + ", expected a number in [0, 1]");
            }
        }
        return new Hints(multipliers, values.clone());
    }

    /** Multipliers, of length 0 when absent. */
    public double[] multipliers() {
        return multipliers.clone();
    }

    /** Marginals, of length 0 when absent. */
    public double[] marginals() {
        return marginals.clone();
    }

    /**
     * The hints of a problem for its normal form: a multiplier is counted in the new unit of the objective per new unit
     * of the row. Without multipliers where rows are not the same ones.
     */
    public Hints in(NormalForm normal) {
        if (normal.isUnchanged() || multipliers.length == 0) {
            return this;
        }
        List<Constraint> before = normal.original().model().constraints();
        List<Constraint> after = normal.problem().model().constraints();
        double[] scaled = new double[multipliers.length];
        boolean fits = before.size() == scaled.length && after.size() == scaled.length;
        for (int k = 0; k < scaled.length && fits; k++) {
            fits = before.get(k).arity() == after.get(k).arity();
            if (fits && multipliers[k] != 0 && before.get(k).arity() > 0) {
                double row = before.get(k).coefficient(0) / after.get(k).coefficient(0);
                scaled[k] = normal.unit().of(multipliers[k]) * row;
            }
            fits = fits && scaled[k] >= 0 && Double.isFinite(scaled[k]);
        }
        return new Hints(fits ? scaled : new double[0], marginals);
    }

    public void requireFit(int variables, int constraints) {
        if (multipliers.length != 0 && multipliers.length != constraints) {
            throw new IllegalArgumentException(
                    multipliers.length + " multipliers for a problem with " + constraints + " constraints");
        }
        if (marginals.length != 0 && marginals.length != variables) {
            throw new IllegalArgumentException(
                    marginals.length + " marginals for a problem with " + variables + " variables");
        }
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Hints h
                && Arrays.equals(h.multipliers, multipliers)
                && Arrays.equals(h.marginals, marginals);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(multipliers) + Arrays.hashCode(marginals);
    }

    @Override
    public String toString() {
        return "Hints[" + multipliers.length + " multipliers, " + marginals.length + " marginals]";
    }
}
