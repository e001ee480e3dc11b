package org.shrinq.solver.audit;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.SplittableRandom;
import org.shrinq.qubo.encode.EncodingException;
import org.shrinq.qubo.encode.InequalityEncoding;
import org.shrinq.qubo.encode.PenaltyPolicy;
import org.shrinq.shrink.EliminationLog;
import org.shrinq.shrink.ShrinkOptions;
import org.shrinq.shrink.contract.LiteralClasses;
import org.shrinq.solver.CorrelationChoice;
import org.shrinq.solver.Shrinq;
import org.shrinq.solver.SmallProblem;
import org.shrinq.solver.SolverOptions;

/** A step marked proven leaves a feasible point as good as the best that was left before it. */
final class ProvenCheck implements Check {
    @Override
    public String name() {
        return "proven steps";
    }

    @Override
    public Optional<String> fault(Enumerated enumerated, SplittableRandom random) {
        PenaltyPolicy[] penalties = {
            PenaltyPolicy.tight(), PenaltyPolicy.auto(), PenaltyPolicy.fixed(1 + random.nextInt(50))
        };
        InequalityEncoding[] rows = {
            InequalityEncoding.SLACK_BINARY, InequalityEncoding.SLACK_FREE, InequalityEncoding.UNBALANCED
        };
        CorrelationChoice[] sources = {
            CorrelationChoice.RANDOM, CorrelationChoice.SDP, CorrelationChoice.AUTO, CorrelationChoice.SAMPLES
        };
        SolverOptions options = SolverOptions.defaults()
                .withQubits(random.nextInt(1, 4))
                .withSeed(random.nextInt(1000))
                .withPenalty(penalties[random.nextInt(3)])
                .withEncoding(rows[random.nextInt(3)])
                .withCorrelations(sources[random.nextInt(random.nextInt(4) == 0 ? 4 : 1)])
                .withShrinking(ShrinkOptions.defaults()
                        .withReductions(
                                random.nextInt(4) > 0 ? ShrinkOptions.Reductions.ON : ShrinkOptions.Reductions.OFF)
                        .withProbing(random.nextBoolean() ? ShrinkOptions.Probing.ON : ShrinkOptions.Probing.OFF));
        SmallProblem small;
        try {
            small = Shrinq.with(options).prepare(enumerated.specimen().problem());
        } catch (EncodingException tooLarge) {
            return Optional.empty();
        }
        EliminationLog log = small.shrunk().log();
        for (int k = 0; k < log.entries().size(); k++) {
            if (log.entries().get(k).proven()) {
                LiteralClasses left = log.prefix(k).classes();
                LiteralClasses rest = log.prefix(k + 1).classes();
                Optional<BigDecimal> before = enumerated.optimum(x -> agrees(left, x));
                Optional<BigDecimal> after = enumerated.optimum(x -> agrees(rest, x));
                if (before.isPresent() && (after.isEmpty() || after.get().compareTo(before.get()) != 0)) {
                    return Optional.of("step " + k + " of " + log.entries().size() + " is marked proven: "
                            + log.entries().get(k) + ", the best left was " + before.get() + " and is " + after + " ("
                            + options.penalty() + ", " + options.encoding() + ")");
                }
            }
        }
        return Optional.empty();
    }

    /** Slack bits aside. */
    private static boolean agrees(LiteralClasses classes, byte[] x) {
        for (int v = 0; v < x.length; v++) {
            int root = classes.root(v);
            if (root >= x.length) {
                continue;
            }
            int expected = root < 0 ? classes.value(v) : classes.sign(v) > 0 ? x[root] : 1 - x[root];
            if (x[v] != expected) {
                return false;
            }
        }
        return true;
    }
}
