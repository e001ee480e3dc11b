package org.shrinq.shrink.reduce;

import java.util.EnumSet;
import java.util.OptionalDouble;
import java.util.Set;
import org.shrinq.qubo.text.Brief;
import org.shrinq.relax.lp.LinearRelaxations;

/**
 * Choices of a reduction.
 *
 * @param rules which rules may be used
 * @param incumbent the value of a known feasible solution in the problem's own sense; rules based on bounds need it and
 *     keep only what is strictly better, so that the incumbent itself may be lost
 * @param componentLimit components of at most this many variables are solved by enumeration, at most 24
 * @param relaxations where the linear relaxation of a knapsack comes from
 */
public record ReduceOptions(
        Set<ReductionRule> rules, OptionalDouble incumbent, int componentLimit, LinearRelaxations relaxations) {
    public ReduceOptions {
        rules = Set.copyOf(rules);
        if (componentLimit < 0 || componentLimit > 24) {
            throw new IllegalArgumentException("components of up to " + componentLimit + " variables by enumeration");
        }
    }

    /** All rules, no incumbent, components of up to 12 variables. */
    public static ReduceOptions defaults() {
        return new ReduceOptions(
                EnumSet.allOf(ReductionRule.class), OptionalDouble.empty(), 12, LinearRelaxations.direct());
    }

    /** Only these rules. */
    public ReduceOptions withRules(ReductionRule... only) {
        return new ReduceOptions(Set.of(only), incumbent, componentLimit, relaxations);
    }

    public ReduceOptions without(ReductionRule rule) {
        EnumSet<ReductionRule> rest = EnumSet.noneOf(ReductionRule.class);
        rest.addAll(rules);
        rest.remove(rule);
        return new ReduceOptions(rest, incumbent, componentLimit, relaxations);
    }

    public ReduceOptions withIncumbent(double value) {
        return new ReduceOptions(rules, OptionalDouble.of(value), componentLimit, relaxations);
    }

    public ReduceOptions withComponentLimit(int variables) {
        return new ReduceOptions(rules, incumbent, variables, relaxations);
    }

    public ReduceOptions withRelaxations(LinearRelaxations source) {
        return new ReduceOptions(rules, incumbent, componentLimit, source);
    }

    boolean uses(ReductionRule rule) {
        return rules.contains(rule);
    }

    @Override
    public String toString() {
        return Brief.of(this);
    }
}
