package org.shrinq.solver;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.shrinq.qubo.Sense;

/** One sentence that says what the method added over each control. */
public final class Verdict {
    /** Relative: means of the same values are summed in different orders. */
    private static final double ROUNDING = 1e-12;

    private Verdict() {}

    /** The sentence; empty when controls were not asked for. */
    public static String of(Solution solution) {
        if (solution.controls().isEmpty()) {
            return isDecidedBefore(solution)
                    ? solution.options().methodId()
                            + " had nothing left to search and added nothing: reductions decided everything."
                    : "";
        }
        Trace.Evaluation own = solution.trace().rounds().get(0).evaluation();
        List<String> more = new ArrayList<>();
        List<String> nothing = new ArrayList<>();
        List<String> less = new ArrayList<>();
        for (Control c : solution.controls()) {
            int order = compare(solution, own, c);
            (order > 0 ? more : order == 0 ? nothing : less).add(Control.inWords(c.name()));
        }
        boolean searched = solution.trace().rounds().get(0).search().qubits() > 0;
        String method = solution.options().methodId()
                + (searched
                        ? " "
                        : " had nothing left to search, reductions and shrinking decided everything; what they led "
                                + "to ");
        List<String> parts = new ArrayList<>();
        if (!more.isEmpty()) {
            parts.add("was better than " + String.join(", ", more));
        }
        if (!nothing.isEmpty()) {
            parts.add("added nothing over " + String.join(", ", nothing));
        }
        if (!less.isEmpty()) {
            parts.add("was worse than " + String.join(", ", less));
        }
        return method + String.join("; ", parts) + " (by the best repaired objective, then the mean)"
                + repaired(solution, own) + ".";
    }

    /** Controls were asked for, and reductions left neither them nor the method anything to do. */
    private static boolean isDecidedBefore(Solution solution) {
        return solution.options().controls().isOn()
                && !solution.trace().rounds().isEmpty()
                && solution.trace().rounds().get(0).encode().variables() == 0;
    }

    /** What repair did to the best string: the control without repair. */
    private static String repaired(Solution solution, Trace.Evaluation own) {
        if (own.repaired().isEmpty()) {
            return "";
        }
        if (own.best().isEmpty()) {
            return "; repair found nothing feasible";
        }
        OptionalDouble raw = own.statistics().bestObjective();
        if (raw.isEmpty()) {
            return "; without repair none of its strings was feasible";
        }
        return compare(solution, raw, own.best()) == 0
                ? "; repair added nothing to its best string"
                : "; without repair its best string was worse";
    }

    /** Positive when the circuit was better: by the best after repair (or raw without it), then by the mean. */
    private static int compare(Solution solution, Trace.Evaluation own, Control c) {
        int best = own.repaired().isPresent()
                ? compare(solution, own.best(), c.repaired())
                : compare(solution, own.statistics().bestObjective(), c.raw());
        return best != 0 ? best : compare(solution, own.meanRepaired(), c.meanRepaired());
    }

    private static int compare(Solution solution, OptionalDouble a, OptionalDouble b) {
        if (a.isEmpty() || b.isEmpty()) {
            return Boolean.compare(a.isPresent(), b.isPresent());
        }
        double difference = a.getAsDouble() - b.getAsDouble();
        if (Math.abs(difference) <= ROUNDING * Math.max(Math.abs(a.getAsDouble()), Math.abs(b.getAsDouble()))) {
            return 0;
        }
        int order = (int) Math.signum(difference);
        return solution.problem().sense() == Sense.MAXIMIZE ? order : -order;
    }
}
