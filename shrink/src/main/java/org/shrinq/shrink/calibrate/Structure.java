package org.shrinq.shrink.calibrate;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.shrinq.qubo.AtMostOne;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Conflict;
import org.shrinq.qubo.Constraint;
import org.shrinq.qubo.ExactlyOne;
import org.shrinq.qubo.KroneckerForm;
import org.shrinq.qubo.LinearAtMost;

/** The kind of a model as its constraints show it: what calibration curves are told apart by. */
public enum Structure {
    /** No constraints: QUBOs and cuts. */
    FREE,
    /** Conflicts and at-most-one groups only: independent sets, set packing. */
    PACKING,
    /** Capacity rows only. */
    KNAPSACK,
    /** One-hot rows and columns over an implicit form. */
    PERMUTATION,
    /** Anything else. */
    MIXED;

    /** "free", "packing", … */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Structure> ofId(String id) {
        return Arrays.stream(values()).filter(s -> s.id().equals(id)).findFirst();
    }

    /** The kind of a model. */
    public static Structure of(BinaryModel model) {
        List<Constraint> rows = model.constraints();
        if (rows.isEmpty()) {
            return FREE;
        }
        if (rows.stream().allMatch(c -> c instanceof Conflict || c instanceof AtMostOne)) {
            return PACKING;
        }
        if (rows.stream().allMatch(c -> c instanceof LinearAtMost)) {
            return KNAPSACK;
        }
        boolean oneHot = rows.stream().allMatch(c -> c instanceof ExactlyOne);
        return oneHot && model.objective() instanceof KroneckerForm ? PERMUTATION : MIXED;
    }
}
