package org.shrinq.bench.execute;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Serializable;
import java.util.Optional;
import org.shrinq.bench.store.Place;
import org.shrinq.bench.store.StoredRun.Ended;
import org.shrinq.bench.suite.RunTask;
import org.shrinq.solver.result.ResultJson;

/**
 * An outcome on its way back: text and numbers only.
 *
 * @param number of the task
 * @param ended name of how it ended
 * @param started ISO 8601 time in UTC
 * @param seconds wall time
 * @param result the result file on one line, or empty
 * @param error what went wrong, or empty
 * @param host where it was made
 * @param machine what kind of machine that is
 */
public record PackedOutcome(
        int number,
        String ended,
        String started,
        double seconds,
        String result,
        String error,
        String host,
        String machine)
        implements Serializable {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Packs an outcome. */
    public static PackedOutcome of(int number, RunOutcome outcome) {
        return new PackedOutcome(
                number,
                outcome.ended().name(),
                outcome.started(),
                outcome.seconds(),
                outcome.result().map(ResultJson::line).orElse(""),
                outcome.error().orElse(""),
                outcome.place().host(),
                outcome.place().machine());
    }

    /** The outcome; the result names the file that the task names, not the copy it was read from. */
    public RunOutcome unpack(RunTask task) {
        return new RunOutcome(
                Ended.valueOf(ended),
                started,
                seconds,
                result.isEmpty() ? Optional.empty() : Optional.of(ResultJson.read(tree(task))),
                error.isEmpty() ? Optional.empty() : Optional.of(error),
                new Place(host, machine));
    }

    private JsonNode tree(RunTask task) {
        try {
            JsonNode tree = MAPPER.readTree(result);
            if (tree.path("instance") instanceof ObjectNode instance && instance.has("source")) {
                instance.put("source", task.instance().path().toString());
            }
            return tree;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a result came back damaged: " + e.getOriginalMessage(), e);
        }
    }
}
