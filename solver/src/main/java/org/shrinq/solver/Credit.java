package org.shrinq.solver;

import java.util.List;
import java.util.OptionalDouble;
import org.shrinq.qubo.Sense;

/** Whether the circuit found anything that was not known before it ran, in a sentence or two. */
public final class Credit {
    /** Relative: an objective may be summed in another order. */
    private static final double ROUNDING = 1e-12;

    private Credit() {}

    /** The sentence. */
    public static String of(Solution solution) {
        if (!isSearched(solution)) {
            return withoutCircuit(solution);
        }
        List<Trace.Round> rounds = solution.trace().rounds();
        Trace.Known known = solution.trace().known();
        OptionalDouble own = own(rounds.get(0).evaluation(), solution.problem().sense());
        String subject = solution.options().method().role() == Method.Role.CIRCUIT
                ? "The circuit"
                : solution.options().methodId();
        int order = compare(solution.problem().sense(), own, known.best());
        String first = order > 0
                ? subject + " found what nobody had before it."
                : own.isEmpty()
                        ? subject + " found nothing feasible" + (order < 0 ? "; " + known.holder() + " had." : ".")
                        : order == 0
                                ? subject + " found again what " + known.holder() + " had found before it."
                                : subject + " found nothing as good as what " + known.holder()
                                        + " had found before it.";
        return order <= 0 && isOfSamples(solution)
                ? first + " In a later round it found the solution, which nobody had before."
                : first;
    }

    /** Whether anything was left for a circuit or sampler to search, and one ran. */
    public static boolean isSearched(Solution solution) {
        List<Trace.Round> rounds = solution.trace().rounds();
        return !rounds.isEmpty() && rounds.get(0).search().qubits() > 0;
    }

    private static String withoutCircuit(Solution solution) {
        boolean whole = switch (solution.options().method().role()) {
            case SEARCH, COMPLETE -> true;
            case CIRCUIT, SAMPLER -> false;
        };
        return "No circuit ran" + (whole ? ": " + solution.options().methodId() + " worked on the whole problem" : "")
                + solution.origin()
                        .map(o -> "; the solution is by " + o.words())
                        .orElse("") + ".";
    }

    /** Whether the solution came from the strings of a circuit or sampler, and nobody had one as good before. */
    public static boolean isOfSamples(Solution solution) {
        return solution.origin().filter(Credit::isOfSamples).isPresent();
    }

    /** Whether that origin is the strings of a circuit or sampler, as they were or repaired. */
    public static boolean isOfSamples(Origin origin) {
        return origin == Origin.SAMPLE || origin == Origin.REPAIR;
    }

    /** Of the raw and the repaired strings of a round. */
    private static OptionalDouble own(Trace.Evaluation e, Sense sense) {
        OptionalDouble raw = e.statistics().bestObjective();
        return compare(sense, raw, e.best()) > 0 ? raw : e.best();
    }

    /** Positive when a is better; nothing is worse than anything. */
    private static int compare(Sense sense, OptionalDouble a, OptionalDouble b) {
        if (a.isEmpty() || b.isEmpty()) {
            return Boolean.compare(a.isPresent(), b.isPresent());
        }
        double x = a.getAsDouble();
        double y = b.getAsDouble();
        if (Math.abs(x - y) <= ROUNDING * Math.max(Math.abs(x), Math.abs(y))) {
            return 0;
        }
        return sense.isBetter(x, y) ? 1 : -1;
    }
}
