package org.shrinq.qubo.encode;

/**
 * What a relaxation knows of each constraint row, by constraint index of the model: its multiplier λ ≥ 0 (per unit of
 * activity, for the minimised objective) and its activity t in the relaxed optimum. Entries of constraints that are no
 * capacity rows are ignored. Arrays are copied in and out.
 */
public record LinearHints(double[] multipliers, double[] activities) {
    public LinearHints {
        if (multipliers.length != activities.length) {
            throw new IllegalArgumentException(
                    multipliers.length + " multipliers but " + activities.length + " activities");
        }
        multipliers = multipliers.clone();
        activities = activities.clone();
    }

    @Override
    public double[] multipliers() {
        return multipliers.clone();
    }

    @Override
    public double[] activities() {
        return activities.clone();
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof LinearHints h
                && java.util.Arrays.equals(h.multipliers, multipliers)
                && java.util.Arrays.equals(h.activities, activities);
    }

    @Override
    public int hashCode() {
        return 31 * java.util.Arrays.hashCode(multipliers) + java.util.Arrays.hashCode(activities);
    }

    @Override
    public String toString() {
        return "LinearHints[" + multipliers.length + " rows]";
    }
}
