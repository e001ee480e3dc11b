package org.shrinq.bench.execute;

import java.util.Optional;
import org.shrinq.bench.store.Place;
import org.shrinq.bench.store.StoredRun.Ended;
import org.shrinq.solver.result.ResultFile;

/**
 * What came of a task.
 *
 * @param ended how
 * @param started ISO 8601 time in UTC
 * @param seconds wall time
 * @param result the result file, when there is one
 * @param error what went wrong, when something did
 * @param place where it was made
 */
public record RunOutcome(
        Ended ended,
        String started,
        double seconds,
        Optional<ResultFile> result,
        Optional<String> error,
        Place place) {}
