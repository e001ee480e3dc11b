package org.shrinq.solver;

import java.util.ArrayList;
import java.util.List;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.run.RandomStreams;
import org.shrinq.shrink.ShrinkOptions;
import org.shrinq.shrink.Threshold;
import org.shrinq.shrink.calibrate.Structure;

/**
 * What the members of a portfolio do otherwise than each other. The first runs with the options as they are, so that a
 * portfolio is never behind the run that it extends; every other has its own seed, and where the caller left them
 * open another source of correlations and another threshold.
 */
final class Lineup {
    private static final List<Threshold> THRESHOLDS =
            List.of(ShrinkOptions.defaults().threshold(), Threshold.quantile(0.9), Threshold.decay(1));

    /** Bits of a seed that are left off, so that it can be read and typed. */
    private static final int HALF = 32;

    private Lineup() {}

    /**
     * The options of a member.
     *
     * @param number from 0
     * @param threads that it may use by itself
     */
    static SolverOptions of(SolverOptions options, BinaryModel model, int number, int threads) {
        SolverOptions own = options.withPortfolio(1).withThreads(threads);
        if (number == 0) {
            return own;
        }
        own = own.withSeed(
                new RandomStreams(options.seed()).child("member", number).seed() >>> HALF);
        List<CorrelationChoice> sources = sources(options, model);
        CorrelationChoice source = sources.get(number % sources.size());
        if (source != options.correlations()) {
            own = own.withCorrelations(source);
        }
        return options.shrinking().threshold().equals(THRESHOLDS.get(0))
                ? own.withShrinking(
                        own.shrinking().withThreshold(THRESHOLDS.get(number / sources.size() % THRESHOLDS.size())))
                : own;
    }

    /**
     * What the members take in turn, beginning with what the first takes; none of them evaluates complete assignments
     * more than that one does.
     */
    private static List<CorrelationChoice> sources(SolverOptions options, BinaryModel model) {
        CorrelationChoice given = options.correlations();
        List<CorrelationChoice> sources = new ArrayList<>(List.of(given));
        boolean open = given == CorrelationChoice.AUTO
                && options.customSource().isEmpty()
                && options.method().correlations().isEmpty();
        if (open && Structure.of(model) != Structure.PERMUTATION) {
            CorrelationChoice first = given.resolve(options.method(), model);
            for (CorrelationChoice source : List.of(
                    CorrelationChoice.LP,
                    CorrelationChoice.BELIEFS,
                    CorrelationChoice.SDP,
                    CorrelationChoice.LEARNED)) {
                if (source != first) {
                    sources.add(source);
                }
            }
        }
        return sources;
    }
}
