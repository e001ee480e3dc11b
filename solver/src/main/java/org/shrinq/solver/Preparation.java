package org.shrinq.solver;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.LinearAtMost;
import org.shrinq.qubo.encode.Encoder;
import org.shrinq.qubo.encode.Encoding;
import org.shrinq.qubo.encode.EncodingOptions;
import org.shrinq.qubo.encode.InequalityEncoding;
import org.shrinq.qubo.encode.LinearHints;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.run.RandomStreams;
import org.shrinq.shrink.ShrinkInput;
import org.shrinq.shrink.Shrunk;
import org.shrinq.shrink.calibrate.Structure;
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
        if (model.constraints().stream().anyMatch(LinearAtMost.class::isInstance)) {
            String why = options.encoding().isPresent() ? "as asked for" : "the default for rows with capacities";
            RunLog.decided("encoding", inequality.id(), why + ", penalties " + options.penalty());
        }
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

    /**
     * As many different shrinkings as the options say; without shrinking one that leaves the form as it is.
     *
     * @param qubits most variables that are left
     * @param proven whether the answer is proven already, so that nothing depends on what is kept
     */
    Shrinkings.Found shrink(
            Subproblem subproblem,
            Encoding encoding,
            List<Bits> pool,
            int qubits,
            boolean proven,
            RandomStreams streams,
            Deadline deadline) {
        if (!options.shrink().isOn()) {
            Shrinkings.Alternative whole =
                    new Shrinkings.Alternative(Shrunk.nothing(encoding.form()), "", OptionalDouble.empty(), 0);
            return new Shrinkings.Found(List.of(whole), List.of(whole));
        }
        ShrinkInput input = ShrinkInput.of(encoding)
                .withFixed(subproblem.known())
                .withPool(subproblem.restrict(pool))
                .withQubits(qubits);
        boolean open = options.customSource().isEmpty()
                && options.correlations() == CorrelationChoice.AUTO
                && options.method().correlations().isEmpty();
        return new Shrinkings(source(subproblem.model(), proven), open, options.shrinking())
                .make(input, options.shrinkings(), streams, deadline);
    }

    private CorrelationSource source(BinaryModel model, boolean proven) {
        if (options.customSource().isPresent()) {
            return options.customSource().get();
        }
        CorrelationChoice choice = options.correlations().resolve(options.method(), model);
        if (proven
                && options.correlations() == CorrelationChoice.AUTO
                && choice == CorrelationChoice.LP
                && Structure.of(model) == Structure.PACKING) {
            RunLog.decided("correlations", CorrelationChoice.SDP.id(), "the quicker one, since the answer is proven");
            return CorrelationChoice.SDP.source();
        }
        RunLog.decided("correlations", choice.id(), options.correlations().why(options.method(), model));
        return choice.source();
    }
}
