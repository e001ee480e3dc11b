package org.shrinq.qubo.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/**
 * The rows of one module, by family of problems: first those from elsewhere ({@link ProblemFamily}), then the module's
 * own, of which the last covers every problem. Immutable.
 *
 * @param <R> what a row brings
 */
public final class FamilyTable<R extends ProblemFamily<?>> {
    private final List<R> rows;

    private FamilyTable(List<R> rows) {
        this.rows = List.copyOf(rows);
    }

    /**
     * A table.
     *
     * @param kind what a row brings; rows from elsewhere that bring something else are left out
     * @param own the module's own rows
     */
    public static <R extends ProblemFamily<?>> FamilyTable<R> of(Class<? super R> kind, List<R> own) {
        List<R> rows = new ArrayList<>();
        for (ProblemFamily<?> family : Elsewhere.FAMILIES) {
            if (kind.isInstance(family)) {
                @SuppressWarnings("unchecked") // R is kind<?>: nothing more can be asked of it than the class tells
                R row = (R) family;
                rows.add(row);
            }
        }
        rows.addAll(own);
        return new FamilyTable<>(rows);
    }

    /**
     * The first row that covers a problem.
     *
     * @throws IllegalStateException when none does
     */
    public R of(Problem problem) {
        for (R row : rows) {
            if (row.covers(problem)) {
                return row;
            }
        }
        throw new IllegalStateException("no row for the problem " + problem.name());
    }

    /** Found at the first use of any table. */
    private static final class Elsewhere {
        @SuppressWarnings("rawtypes") // a service is known by its class
        private static final List<ProblemFamily> FAMILIES =
                ServiceLoader.load(ProblemFamily.class, ProblemFamily.class.getClassLoader()).stream()
                        .map(ServiceLoader.Provider::get)
                        .toList();

        private Elsewhere() {}
    }
}
