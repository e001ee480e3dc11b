package org.shrinq.search.model;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.shrinq.qubo.problem.VariableTable;

/**
 * Moves of bounded integers from one value to another, which flip several of their bits at once: to the value nearest
 * to the present one at which a violated row holds, as in Feasibility Jump (Luteberget, Sartor 2023). A flip of one bit
 * cannot go from 7 to 8 without passing 0 or 15. A move costs the total length of the rows that the flipped bits enter,
 * twice where it is only tried.
 */
final class IntegerJumps {
    /** Integers of a row that are tried. */
    private static final int TRIES = 6;

    private final ModelState state;
    /** By bit: which integer it belongs to, −1 for a binary; and what it adds to it. */
    private final int[] integerOf;

    private final double[] valueOf;
    private final int[][] bits;
    private final long[] waitUntil;
    private final int[] flipped;
    private int flips;

    /** For the integers of a model with those variables; the state is moved. */
    IntegerJumps(ModelState state, VariableTable table) {
        this.state = state;
        int n = state.x.length;
        integerOf = new int[n];
        valueOf = new double[n];
        Arrays.fill(integerOf, -1);
        int count = 0;
        int[][] found = new int[table.variables().size()][];
        for (VariableTable.Variable v : table.variables()) {
            int k = v.coefficients().length;
            if (k > 1 && v.firstBit() + k <= n) {
                Integer[] order = new Integer[k];
                Arrays.setAll(order, i -> v.firstBit() + i);
                Arrays.sort(
                        order,
                        (a, b) ->
                                Double.compare(v.coefficients()[b - v.firstBit()], v.coefficients()[a - v.firstBit()]));
                found[count] = Arrays.stream(order).mapToInt(i -> i).toArray();
                for (int i = 0; i < k; i++) {
                    integerOf[v.firstBit() + i] = count;
                    valueOf[v.firstBit() + i] = v.coefficients()[i];
                }
                count++;
            }
        }
        bits = Arrays.copyOf(found, count);
        waitUntil = new long[count];
        flipped = new int[Arrays.stream(bits).mapToInt(b -> b.length).max().orElse(0)];
    }

    boolean isEmpty() {
        return bits.length == 0;
    }

    void reset() {
        Arrays.fill(waitUntil, 0);
    }

    /**
     * Makes the move of an integer of a violated row that changes the weighted violation most for the better.
     *
     * @param below only a change below this is made
     * @return true when one was made
     */
    boolean mend(int row, double below, long clock, SplittableRandom random) {
        ModelRows rows = state.rows;
        int start = rows.rowStart[row];
        int length = rows.rowStart[row + 1] - start;
        int offset = random.nextInt(length);
        double least = below;
        int chosen = -1;
        double target = 0;
        int tried = 0;
        int last = -1;
        for (int k = 0; k < length && tried < TRIES; k++) {
            int e = start + (offset + k < length ? offset + k : offset + k - length);
            int bit = rows.rowVariable[e];
            int i = integerOf[bit];
            if (i < 0 || i == last || waitUntil[i] > clock || rows.rowCoefficient[e] == 0) {
                continue;
            }
            last = i;
            tried++;
            double now = value(i);
            double wanted = wanted(row, rows.rowCoefficient[e] / valueOf[bit], now, most(i));
            if (wanted == now) {
                continue;
            }
            double change = set(i, wanted);
            undo();
            if (change < least) {
                least = change;
                chosen = i;
                target = wanted;
            }
        }
        if (chosen < 0) {
            return false;
        }
        set(chosen, target);
        waitUntil[chosen] = clock + 3 + random.nextInt(8);
        return true;
    }

    /** The value nearest to the present one at which the row holds, within 0 and most. */
    private double wanted(int row, double coefficient, double now, double most) {
        double step = (state.rows.bound[row] - state.activity(row)) / coefficient;
        double whole = state.rows.equality[row]
                ? Math.rint(step)
                // the first whole number at which the row holds
                : step > 0 ? Math.ceil(step - 1e-9) : Math.floor(step + 1e-9);
        return Math.max(0, Math.min(most, now + whole));
    }

    /** Without its constant. */
    private double value(int i) {
        double sum = 0;
        for (int bit : bits[i]) {
            sum += state.x[bit] != 0 ? valueOf[bit] : 0;
        }
        return sum;
    }

    private double most(int i) {
        double sum = 0;
        for (int bit : bits[i]) {
            sum += valueOf[bit];
        }
        return sum;
    }

    /** Flips the bits that differ; gives the change of the weighted violation. */
    private double set(int i, double wanted) {
        double left = wanted;
        double change = 0;
        flips = 0;
        for (int bit : bits[i]) {
            boolean one = valueOf[bit] <= left;
            left -= one ? valueOf[bit] : 0;
            if (one != (state.x[bit] != 0)) {
                change += state.delta[bit];
                state.flip(bit);
                flipped[flips++] = bit;
            }
        }
        return change;
    }

    private void undo() {
        while (flips > 0) {
            state.flip(flipped[--flips]);
        }
    }
}
