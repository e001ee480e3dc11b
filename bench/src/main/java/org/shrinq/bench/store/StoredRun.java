package org.shrinq.bench.store;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.shrinq.qubo.Sense;
import org.shrinq.solver.Credit;
import org.shrinq.solver.Origin;
import org.shrinq.solver.result.ResultFile;

/**
 * One run as the store keeps it.
 *
 * @param key which run
 * @param method name of its configuration in the suite
 * @param instance what was solved
 * @param campaign the call that did it
 * @param started ISO 8601 time in UTC
 * @param seconds wall time
 * @param ended how it ended
 * @param error what went wrong, unless it is {@link Ended#DONE} or {@link Ended#CUT}
 * @param status OPTIMAL, FEASIBLE, INFEASIBLE or UNKNOWN; empty when there is no result
 * @param objective in the problem's own sense
 * @param bound best valid bound
 * @param qubits of the first round
 * @param result the whole result file
 * @param place where it was made
 */
public record StoredRun(
        RunKey key,
        String method,
        InstanceRow instance,
        long campaign,
        String started,
        double seconds,
        Ended ended,
        Optional<String> error,
        Optional<String> status,
        OptionalDouble objective,
        OptionalDouble bound,
        OptionalInt qubits,
        Optional<ResultFile> result,
        Place place) {
    /** How a run ended. */
    public enum Ended {
        /** By itself. */
        DONE,
        /** At the limit of seconds, with its best so far. */
        CUT,
        /** With an error. */
        FAILED,
        /** Before it began, because it cannot fit. */
        REFUSED
    }

    /**
     * An instance.
     *
     * @param id digest and reading
     * @param name as reports show it
     * @param problem id of the kind, such as "mdkp"
     * @param path file at the time of the runs
     * @param bestKnown from the file or its index
     */
    public record InstanceRow(
            String id,
            String name,
            String problem,
            Sense sense,
            int variables,
            int constraints,
            String path,
            OptionalDouble bestKnown) {}

    public boolean isFeasible() {
        return objective.isPresent();
    }

    public boolean hasFailed() {
        return ended == Ended.FAILED || ended == Ended.REFUSED;
    }

    /**
     * The best objective that was known before the circuit (or sampler) ran; empty too in files of version 1.0, which
     * do not say.
     */
    public OptionalDouble knownBeforeCircuit() {
        return result.map(ResultFile::knownBeforeCircuit).stream()
                .flatMap(ResultFile.KnownEntry::objectives)
                .mapToDouble(Double::doubleValue)
                .reduce((a, b) -> instance.sense().isBetter(b, a) ? b : a);
    }

    /** Whether a small problem was searched, and the file says what was known before. */
    public boolean tellsCredit() {
        return result.isPresent()
                && result.get().knownBeforeCircuit() != null
                && result.get().stages().quantum() != null
                && result.get().stages().quantum().variables() > 0;
    }

    /**
     * Whether the best solution is one of the strings of the circuit (or sampler), and nobody had one as good before.
     */
    public boolean isOfSamples() {
        return tellsCredit()
                && result.map(ResultFile::origin)
                        .flatMap(Origin::ofId)
                        .filter(Credit::isOfSamples)
                        .isPresent();
    }
}
