package org.shrinq.instances;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.shrinq.qubo.problem.Problem;

/** Recognises, reads and writes one format. Stateless. */
interface Codec {
    /** How well a text fits a format. */
    enum Match {
        /** It is another format. */
        NO,
        /** It looks like this format but breaks its counts; reading it says where. */
        BROKEN,
        /** It could be this format when it is no stricter one: the format has no counts to check. */
        POSSIBLE,
        /** Every count fits, but nothing in the text names the format. */
        FITS,
        /** The text names the format. */
        CERTAIN
    }

    /** One problem of a file. */
    record Parsed(Problem problem, OptionalDouble best, List<String> variableNames, List<String> warnings) {
        static Parsed of(Problem problem) {
            return new Parsed(problem, OptionalDouble.empty(), List.of(), List.of());
        }
    }

    Match match(Shape shape);

    /**
     * Reads every problem of the text strictly.
     *
     * @throws InstanceException when the text breaks the format
     */
    List<Parsed> read(Text text, ReadOptions options, Limits limits);

    /** Why the format cannot hold the problem, as the end of a sentence; empty when it can. */
    Optional<String> obstacle(Problem problem);

    /** Writes a problem that has no obstacle. */
    void write(Problem problem, WriteOptions options, TextSink out);
}
