package org.shrinq.qubo.problem;

/**
 * A problem in numbers that doubles add up exactly, as far as there are such, with the same variables and the same
 * feasible x. Rows are in whole numbers (see {@link org.shrinq.qubo.Constraint#inWholeNumbers}), tolerances are within
 * their bounds; the objective is in its {@link Unit}. Multiplying the objective or a row of the original by a power of
 * ten changes the unit and nothing else.
 *
 * @param original the problem as it was given
 * @param problem the same problem in these numbers; {@code original} itself where they are its own
 * @param unit what objectives of {@code problem} are counted in
 */
public record NormalForm(Problem original, Problem problem, Unit unit) {
    static NormalForm unchanged(Problem problem) {
        return new NormalForm(problem, problem, Unit.ONE);
    }

    /** True where the problem is in such numbers as it is. */
    public boolean isUnchanged() {
        return problem == original;
    }

    /** An objective of the original in this problem's unit, whole where objectives are; infinities stay. */
    public double inUnit(double objective) {
        if (unit.exponent() == 0 || !Double.isFinite(objective)) {
            return objective;
        }
        double value = unit.of(objective);
        return unit.exact() ? Math.rint(value) : value;
    }

    /** The objective of x in the original's unit, rounded once where the unit is exact. */
    public double objective(byte[] x) {
        return unit.back(problem.objective(x));
    }

    @Override
    public String toString() {
        return problem + (unit.exponent() == 0 ? "" : " in units of 10^" + unit.exponent());
    }
}
