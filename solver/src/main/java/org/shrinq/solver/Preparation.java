package org.shrinq.solver;

import java.util.List;
import java.util.Optional;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.encode.Encoder;
import org.shrinq.qubo.encode.Encoding;
import org.shrinq.qubo.encode.EncodingOptions;
import org.shrinq.qubo.encode.InequalityEncoding;
import org.shrinq.qubo.encode.LinearHints;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.run.RandomStreams;
import org.shrinq.shrink.ShrinkInput;
import org.shrinq.shrink.Shrinker;
import org.shrinq.shrink.Shrunk;
import org.shrinq.shrink.correlate.CorrelationSource;

/** Encodes and shrinks as the options say. */
final class Preparation {
    private final SolverOptions options;
    private final Relaxations relaxations;

    Preparation(SolverOptions options, Relaxations relaxations) {
        this.options = options;
        this.relaxations = relaxations;
    }

    Encoding encode(BinaryModel model, Deadline deadline) {
        EncodingOptions choice = EncodingOptions.defaults().withPenalty(options.penalty());
        InequalityEncoding inequality = options.encoding().orElse(choice.inequality());
        choice = choice.withInequality(inequality);
        if (inequality == InequalityEncoding.SLACK_FREE || inequality == InequalityEncoding.LAGRANGIAN) {
            Optional<LinearHints> hints = relaxations.linearHints(model, deadline);
            if (hints.isPresent()) {
                choice = choice.withHints(hints.get());
            }
        }
        RunLog.decided(
                "encoding",
                inequality.id(),
                (options.encoding().isPresent() ? "as asked for" : "the default for rows with capacities")
                        + ", penalties " + options.penalty());
        return Encoder.encode(model, choice);
    }

    /** The encoding of capacity rows in force for an encoding. */
    String inequality(Encoding encoding) {
        return encoding.slackCount() > 0
                ? InequalityEncoding.SLACK_BINARY.id()
                : options.encoding()
                        .orElse(EncodingOptions.defaults().inequality())
                        .id();
    }

    Shrunk shrink(Subproblem subproblem, Encoding encoding, List<Bits> pool, RandomStreams streams, Deadline deadline) {
        if (!options.shrink().isOn()) {
            return Shrunk.nothing(encoding.form());
        }
        ShrinkInput input = ShrinkInput.of(encoding)
                .withFixed(subproblem.known())
                .withPool(subproblem.restrict(pool))
                .withQubits(options.qubits());
        return Shrinker.shrink(input, source(subproblem.model()), options.shrinking(), streams, deadline);
    }

    private CorrelationSource source(BinaryModel model) {
        if (options.customSource().isPresent()) {
            return options.customSource().get();
        }
        CorrelationChoice choice = options.correlations().resolve(options.method(), model);
        RunLog.decided("correlations", choice.id(), options.correlations().why(options.method(), model));
        return choice.source();
    }
}
