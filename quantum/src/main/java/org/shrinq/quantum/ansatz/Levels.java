package org.shrinq.quantum.ansatz;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntToLongFunction;
import org.shrinq.quantum.QuantumTask;
import org.shrinq.quantum.StringTable;
import org.shrinq.qubo.Bits;

/**
 * The feasible strings of a task by energy: level l has the strings {@code strings[start[l]] … strings[start[l + 1] −
 * 1]}, all of energy {@code energy[l]}, energies ascending.
 */
final class Levels {
    private final double[] energy;
    private final int[] start;
    private final long[] strings;

    private Levels(double[] energy, int[] start, long[] strings) {
        this.energy = energy;
        this.start = start;
        this.strings = strings;
    }

    /** Entries between two looks at the clock. */
    private static final int BLOCK = 1 << 12;

    /**
     * The strings of the task's table, where it has one. Else enumerates the strings of the one-hot groups that the
     * task's predicate accepts; when the deadline strikes, those found so far, if any. O(2^free·Π d_g) predicate calls.
     *
     * @throws IllegalArgumentException when no string is feasible
     */
    static Levels of(QuantumTask task) {
        return task.strings().map(Levels::of).orElseGet(() -> ofFeasible(task));
    }

    private static Levels of(StringTable table) {
        double[] energies = new double[table.size()];
        int[] entries = new int[table.size()];
        Arrays.setAll(energies, table::energy);
        Arrays.setAll(entries, k -> k);
        return group(table::string, energies, entries);
    }

    private static Levels ofFeasible(QuantumTask task) {
        int n = task.qubo().size();
        StringSpace space = StringSpace.of(n, task.oneHotGroups());
        double[] energies = space.energies(task.qubo());
        int[] entries = new int[space.size()];
        int count = 0;
        for (int k = 0; k < entries.length; k++) {
            if (k % BLOCK == 0 && count > 0 && task.deadline().expired()) {
                break;
            }
            long index = space.index(k);
            if (task.feasible().isEmpty() || task.feasible().orElseThrow().test(Bits.ofIndex(n, index))) {
                entries[count++] = k;
            }
        }
        if (count == 0) {
            throw new IllegalArgumentException("none of the " + space.size()
                    + " strings is feasible. Maybe the shrunk problem has no feasible completion.");
        }
        return group(space::index, energies, Arrays.copyOf(entries, count));
    }

    /** @param index the state-vector index of an entry */
    private static Levels group(IntToLongFunction index, double[] energies, int[] entries) {
        double[] sorted = new double[entries.length];
        for (int k = 0; k < sorted.length; k++) {
            sorted[k] = energies[entries[k]];
        }
        Arrays.sort(sorted);
        // Energies within rounding of each other are one level.
        double tolerance = 1e-11 * Math.max(Math.abs(sorted[0]), Math.abs(sorted[sorted.length - 1]));
        int levels = 1;
        double[] lowest = new double[sorted.length];
        int[] start = new int[sorted.length + 1];
        lowest[0] = sorted[0];
        for (int k = 1; k < sorted.length; k++) {
            if (sorted[k] - sorted[k - 1] > tolerance) {
                lowest[levels] = sorted[k];
                start[levels++] = k;
            }
        }
        start[levels] = sorted.length;
        long[] strings = new long[entries.length];
        int[] cursor = Arrays.copyOf(start, levels);
        for (int entry : entries) {
            int at = Arrays.binarySearch(lowest, 0, levels, energies[entry]);
            strings[cursor[at >= 0 ? at : -at - 2]++] = index.applyAsLong(entry);
        }
        return new Levels(Arrays.copyOf(lowest, levels), Arrays.copyOf(start, levels + 1), strings);
    }

    /** Energies ascending; the array itself. */
    double[] energy() {
        return energy;
    }

    /** Where each level starts among the strings, and their number at the end; the array itself. */
    int[] start() {
        return start;
    }

    /** All feasible strings as state-vector indices, level by level; the array itself. */
    long[] strings() {
        return strings;
    }

    int size() {
        return energy.length;
    }

    /** Number of strings of a level. */
    int multiplicity(int level) {
        return start[level + 1] - start[level];
    }

    /** A uniformly random string of a level. */
    long draw(int level, SplittableRandom random) {
        return strings[start[level] + random.nextInt(multiplicity(level))];
    }

    /** √(multiplicity/total): the uniform superposition of all feasible strings. */
    double[] uniform() {
        double[] s = new double[size()];
        for (int l = 0; l < s.length; l++) {
            s[l] = Math.sqrt(multiplicity(l) / (double) strings.length);
        }
        return s;
    }
}
