package org.shrinq.solver;

import java.util.OptionalDouble;

/**
 * What something else reaches in the circuit's place, with the same number of strings and the same repair.
 *
 * @param name "random_bits", "product_state" (independent bits with the means of the method's strings; not in a code of
 *     permutations), "greedy", "annealing" or "exact" on the small QUBO, "exact_union" over those of all shrinkings of
 *     the round; "no_shrinking" (the method itself), "no_shrinking_annealing" or "no_shrinking_exact" on the whole one
 * @param strings strings drawn
 * @param raw best objective of the feasible raw strings
 * @param repaired best objective after repair
 * @param meanRepaired mean objective after repair, by count
 * @param feasibleFraction share of the raw strings that are feasible
 * @param bestFraction share of the raw strings that are as good as the best feasible one
 * @param bestEnergy lowest energy among the strings in the QUBO that was sampled
 */
public record Control(
        String name,
        long strings,
        OptionalDouble raw,
        OptionalDouble repaired,
        OptionalDouble meanRepaired,
        double feasibleFraction,
        double bestFraction,
        OptionalDouble bestEnergy) {
    private static final String UNSHRUNK = "no_shrinking";

    Control withName(String other) {
        return new Control(other, strings, raw, repaired, meanRepaired, feasibleFraction, bestFraction, bestEnergy);
    }

    /** The name of a control as accounts and tables have it, such as "annealing without shrinking". */
    public static String inWords(String name) {
        String words = name.startsWith(UNSHRUNK) ? name.substring(UNSHRUNK.length()) + "_without_shrinking" : name;
        return words.replace('_', ' ').strip();
    }
}
