package org.shrinq.qubo;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What is left of Σ x over a group when some of it is fixed.
 *
 * @param variables the free ones, renamed
 * @param room 1 less the ones among the fixed
 */
record UnitRow(int[] variables, int room) {
    static UnitRow of(int[] group, byte[] fixed, int[] renamed) {
        int[] free = new int[group.length];
        int count = 0;
        int room = 1;
        for (int v : group) {
            if (fixed[v] < 0) {
                free[count++] = renamed[v];
            } else {
                room -= fixed[v];
            }
        }
        return new UnitRow(Arrays.copyOf(free, count), room);
    }

    /** "At most one" of the group; a row that is violated stays, so that nothing is hidden. */
    @Nullable
    Constraint atMostOne(String name) {
        if (variables.length <= room) {
            return null;
        }
        return room == 1 ? AtMostOne.of(name, variables) : LinearAtMost.of(name, variables, ones(), room);
    }

    /** "Exactly one" of the group. */
    @Nullable
    Constraint exactlyOne(String name) {
        if (variables.length == 0 && room == 0) {
            return null;
        }
        return room == 1 && variables.length > 0
                ? ExactlyOne.of(name, variables)
                : LinearEqual.of(name, variables, ones(), room);
    }

    private double[] ones() {
        double[] ones = new double[variables.length];
        Arrays.fill(ones, 1);
        return ones;
    }
}
