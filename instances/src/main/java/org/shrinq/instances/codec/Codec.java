package org.shrinq.instances.codec;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.shrinq.instances.text.InstanceException;
import org.shrinq.instances.text.Limits;
import org.shrinq.instances.text.Shape;
import org.shrinq.instances.text.Text;
import org.shrinq.instances.text.TextSink;
import org.shrinq.qubo.Sense;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.problem.VariableTable;
import org.shrinq.qubo.text.Brief;

/** Recognises, reads and writes one format. Stateless. */
public interface Codec {
    /** How well a text fits a format. */
    public enum Match {
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
    public record Parsed(
            Problem problem,
            OptionalDouble best,
            List<String> variableNames,
            List<String> warnings,
            VariableTable table) {
        /** Of a file whose variables are the problem's. */
        public Parsed(Problem problem, OptionalDouble best, List<String> variableNames, List<String> warnings) {
            this(problem, best, variableNames, warnings, VariableTable.none());
        }

        public static Parsed of(Problem problem) {
            return new Parsed(problem, OptionalDouble.empty(), List.of(), List.of());
        }

        @Override
        public String toString() {
            return Brief.of(this);
        }
    }

    Match match(Shape shape);

    /** True when a word near the top makes {@link #match} certain, before the numbers of a large text are counted. */
    default boolean namesItself() {
        return false;
    }

    /** True for a text that names this format near its top. */
    default boolean isNamed(Shape shape) {
        return namesItself() && match(shape) == Match.CERTAIN;
    }

    /** For a format that holds a QUBO without constraints and nothing else: whether it is minimised or maximised. */
    default Optional<Sense> quboSense() {
        return Optional.empty();
    }

    /** The one sense that the format is written in; empty when it has both, or only problems whose kind says it. */
    default Optional<Sense> writtenSense() {
        return quboSense();
    }

    /** True for a format that can hold any model of binary variables with linear rows. */
    default boolean holdsModels() {
        return false;
    }

    /** True for a format of weighted graphs, into which a QUBO goes as a cut with one more vertex. */
    default boolean holdsCuts() {
        return false;
    }

    /**
     * Reads every problem of the text strictly.
     *
     * @throws InstanceException when the text breaks the format
     */
    List<Parsed> read(Text text, Wanted wanted, Limits limits);

    /** Why the format cannot hold the problem, as the end of a sentence; empty when it can. */
    Optional<String> obstacle(Problem problem);

    /** Writes a problem that has no obstacle. */
    void write(Problem problem, WriteOptions options, TextSink out);
}
