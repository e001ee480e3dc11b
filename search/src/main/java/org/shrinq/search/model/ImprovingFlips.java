package org.shrinq.search.model;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.shrinq.qubo.QuadraticForm;
import org.shrinq.qubo.Sense;
import org.shrinq.search.flip.FlipState;

/**
 * A string under an objective, taken as minimised, with the flips that improve it. Where the objective is linear only
 * its own flip changes whether a variable is among them, so that they are kept as a set; where it has products they are
 * looked for. One thread.
 */
final class ImprovingFlips {
    private final FlipState gains;
    private final boolean linear;
    /** Of a linear objective, the improving variables in no particular order. */
    private final int[] improving;
    /** Their positions, −1 outside. */
    private final int[] place;

    private int count;

    ImprovingFlips(QuadraticForm objective, Sense sense) {
        gains = FlipState.of(objective, sense);
        linear = objective.couplings() == 0;
        improving = new int[gains.n];
        place = new int[gains.n];
    }

    /** Moves to a string (not modified). */
    void load(byte[] x) {
        gains.load(x);
        count = 0;
        Arrays.fill(place, -1);
        if (linear) {
            for (int v = 0; v < gains.n; v++) {
                track(v);
            }
        }
    }

    private void track(int v) {
        // changes of a linear objective are its coefficients, without rounding
        boolean improves = gains.delta(v) < 0;
        if (improves && place[v] < 0) {
            place[v] = count;
            improving[count++] = v;
        } else if (!improves && place[v] >= 0) {
            int last = improving[--count];
            improving[place[v]] = last;
            place[last] = place[v];
            place[v] = -1;
        }
    }

    void flip(int v) {
        gains.flip(v);
        if (linear) {
            track(v);
        }
    }

    /** The change of the minimised objective by a flip. */
    double delta(int v) {
        return gains.delta(v);
    }

    /** The minimised objective less that of the string of zeros. */
    double cost() {
        return gains.cost();
    }

    /** Changes no larger than this are rounding. */
    double tolerance() {
        return gains.tolerance();
    }

    /** Whether the objective has products, so that a flip changes what others are worth. */
    boolean isQuadratic() {
        return !linear;
    }

    /**
     * True where no other string can be better in this objective: a linear one that no flip improves, in numbers that
     * add up exactly.
     */
    boolean isLowest() {
        return linear && count == 0 && gains.tolerance() == 0;
    }

    /**
     * Some of the improving flips: all of them where there are few.
     *
     * @param into filled from its beginning; its length is the most that is wanted
     * @return how many there are
     */
    int sample(int[] into, SplittableRandom random) {
        if (!linear) {
            return search(into, random.nextInt(gains.n));
        }
        int found = Math.min(count, into.length);
        int at = found < count ? random.nextInt(count) : 0;
        for (int k = 0; k < found; k++) {
            into[k] = improving[at];
            at = at + 1 == count ? 0 : at + 1;
        }
        return found;
    }

    private int search(int[] into, int first) {
        int found = 0;
        int v = first;
        double least = -gains.tolerance();
        for (int k = 0; k < gains.n && found < into.length; k++) {
            if (gains.delta(v) < least) {
                into[found++] = v;
            }
            v = v + 1 == gains.n ? 0 : v + 1;
        }
        return found;
    }
}
