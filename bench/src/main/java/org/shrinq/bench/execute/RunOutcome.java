package org.shrinq.bench.execute;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.shrinq.bench.store.StoredRun.Ended;

/**
 * What came of a task.
 *
 * @param ended how
 * @param started ISO 8601 time in UTC
 * @param seconds wall time
 * @param result the result file, when there is one
 * @param error what went wrong, when something did
 */
public record RunOutcome(
        Ended ended, String started, double seconds, Optional<JsonNode> result, Optional<String> error) {}
