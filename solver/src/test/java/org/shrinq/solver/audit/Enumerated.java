package org.shrinq.solver.audit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** A specimen with all of its feasible points and their objectives, found once when first asked for. */
final class Enumerated {
    private final Specimen specimen;
    private final List<byte[]> points = new ArrayList<>();
    private final List<BigDecimal> values = new ArrayList<>();
    private Optional<WholeSpecimen> whole = Optional.empty();
    private boolean done;

    Enumerated(Specimen specimen) {
        this.specimen = specimen;
    }

    Specimen specimen() {
        return specimen;
    }

    /** The best objective of a feasible point. */
    Optional<BigDecimal> optimum() {
        return optimum(x -> true);
    }

    /** The best objective of a feasible point that the condition admits. */
    Optional<BigDecimal> optimum(Predicate<byte[]> condition) {
        enumerate();
        BigDecimal best = null;
        for (int k = 0; k < points.size(); k++) {
            if ((best == null || specimen.isBetter(values.get(k), best)) && condition.test(points.get(k))) {
                best = values.get(k);
            }
        }
        return Optional.ofNullable(best);
    }

    private void enumerate() {
        if (done) {
            return;
        }
        done = true;
        whole = WholeSpecimen.of(specimen);
        if (specimen.kind() == Specimen.Kind.ASSIGNMENT) {
            place(new byte[specimen.variables()], 0);
            return;
        }
        byte[] x = new byte[specimen.variables()];
        for (long index = 0; index < 1L << x.length; index++) {
            for (int i = 0; i < x.length; i++) {
                x[i] = (byte) (index >>> i & 1);
            }
            take(x);
        }
    }

    private void take(byte[] x) {
        if (whole.isPresent() ? whole.get().isFeasible(x) : specimen.isFeasible(x)) {
            points.add(x.clone());
            values.add(whole.isPresent() ? whole.get().objective(x) : specimen.objective(x));
        }
    }

    /** All permutations of the facilities from {@code i} on. */
    private void place(byte[] x, int i) {
        int n = specimen.n();
        if (i == n) {
            take(x);
            return;
        }
        for (int a = 0; a < n; a++) {
            int location = a;
            boolean taken = IntStream.range(0, i).anyMatch(j -> x[j * n + location] != 0);
            if (!taken) {
                x[i * n + a] = 1;
                place(x, i + 1);
                x[i * n + a] = 0;
            }
        }
    }
}
