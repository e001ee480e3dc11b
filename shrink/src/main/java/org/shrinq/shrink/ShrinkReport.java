package org.shrinq.shrink;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.shrinq.qubo.text.Brief;
import org.shrinq.shrink.guard.VetoReason;

/**
 * What happened while shrinking.
 *
 * @param source name of the correlation source
 * @param looked whether the objective of complete assignments was evaluated to decide: by the source, or by whoever
 *     filled the pool
 * @param operations about how many elementary operations (one takes about a nanosecond) the correlations cost
 * @param stop why it ended
 * @param proven number of proven entries of the log
 * @param heuristic number of heuristic entries
 * @param perRule entries per rule
 * @param converted merges that the guard turned into fixes
 * @param reversed fixes that the guard turned round
 * @param vetoes refused proposals by reason
 * @param recalculations how often correlations were computed
 * @param backtracks how often a merge was undone and reversed
 * @param weights for an ensemble the last weight of each source, in order; empty otherwise
 * @param feasibility what is known of the reduced problem
 */
public record ShrinkReport(
        String source,
        boolean looked,
        double operations,
        StopReason stop,
        int proven,
        int heuristic,
        Map<EliminationRule, Integer> perRule,
        int converted,
        int reversed,
        Map<VetoReason, Integer> vetoes,
        int recalculations,
        int backtracks,
        List<Double> weights,
        Feasibility feasibility) {
    /** Why shrinking ended. */
    public enum StopReason {
        SIZE("size"),
        CONFIDENCE("confidence"),
        SPECTRAL("spectral"),
        REPLAY("replay");

        private final String id;

        StopReason(String id) {
            this.id = id;
        }

        public String id() {
            return id;
        }
    }

    /** What the guard knows of the reduced problem. */
    public enum Feasibility {
        /** A feasible point survives. */
        WITNESSED,
        /** No contradiction is known, and no feasible point either. */
        UNKNOWN,
        /** The constraints contradict the given fixes or each other. */
        CONTRADICTORY,
        /** The guard was off. */
        UNGUARDED
    }

    public ShrinkReport {
        perRule = Map.copyOf(perRule);
        vetoes = Map.copyOf(vetoes);
        weights = List.copyOf(weights);
    }

    /** Total number of refused proposals. */
    public int vetoed() {
        return vetoes.values().stream().mapToInt(Integer::intValue).sum();
    }

    static Map<EliminationRule, Integer> count(EliminationLog log) {
        Map<EliminationRule, Integer> perRule = new EnumMap<>(EliminationRule.class);
        log.entries().forEach(e -> perRule.merge(e.rule(), 1, Integer::sum));
        return perRule;
    }

    static int countProven(EliminationLog log) {
        return (int) log.entries().stream().filter(Elimination::proven).count();
    }

    static ShrinkReport ofReplay(EliminationLog log) {
        int proven = countProven(log);
        return new ShrinkReport(
                "replay",
                false,
                0,
                StopReason.REPLAY,
                proven,
                log.entries().size() - proven,
                count(log),
                0,
                0,
                Map.of(),
                0,
                0,
                List.of(),
                Feasibility.UNKNOWN);
    }

    @Override
    public String toString() {
        return Brief.of(this);
    }
}
