package org.shrinq.quantum.train;

import java.util.Optional;
import java.util.function.IntToLongFunction;
import org.shrinq.quantum.Observable;
import org.shrinq.qubo.run.Deadline;

/** Asks an observable for all strings that a training needs, unless that would take too long. */
public final class ObservableTable {
    /** Strings between two looks at the clock; a repaired objective takes up to a millisecond each. */
    private static final int BLOCK = 64;

    private ObservableTable() {}

    /**
     * The values of {@code count} strings; empty when the deadline strikes, or when the whole would take more than half
     * of the time that is left, judged by the part done so far.
     *
     * @param index the k-th string as an index
     */
    public static Optional<double[]> of(Observable observable, int count, IntToLongFunction index, Deadline deadline) {
        double[] table = new double[count];
        double available = deadline.remainingSeconds();
        for (int k = 0; k < count; k++) {
            if (k % BLOCK == 0 && isTooSlow(k / (double) count, available, deadline)) {
                return Optional.empty();
            }
            table[k] = observable.valueAt(index.applyAsLong(k));
        }
        return Optional.of(table);
    }

    private static boolean isTooSlow(double done, double available, Deadline deadline) {
        if (deadline.expired()) {
            return true;
        }
        return deadline.hasTimeLimit() && done > 0 && available - deadline.remainingSeconds() > done * available / 2;
    }
}
