package org.shrinq.bench.suite;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * What a plan will take.
 *
 * @param runs still to be done
 * @param done already in the store
 * @param seconds expected wall time with that many workers
 * @param mostSeconds wall time when every run reaches its limit
 * @param measured runs whose time is known from earlier runs of the same configuration and instance, or of the same
 *     configuration
 * @param bytes largest memory in use at a time
 * @param mostBytes of the largest run
 */
public record Forecast(
        int runs, int done, double seconds, double mostSeconds, int measured, long bytes, long mostBytes) {
    /**
     * Adds up the tasks.
     *
     * @param tasks to be done
     * @param done how many others are in the store
     * @param workers runs at a time
     * @param measured seconds of earlier runs like a task, where there are any
     */
    public static Forecast of(List<RunTask> tasks, int done, int workers, Function<RunTask, OptionalDouble> measured) {
        double seconds = 0;
        double most = 0;
        int known = 0;
        for (RunTask task : tasks) {
            OptionalDouble earlier = measured.apply(task);
            known += earlier.isPresent() ? 1 : 0;
            seconds += Math.min(task.seconds(), earlier.orElseGet(task::forecastSeconds));
            most += task.seconds();
        }
        long[] bytes = tasks.stream().mapToLong(RunTask::bytes).sorted().toArray();
        long together = 0;
        for (int k = 0; k < Math.min(workers, bytes.length); k++) {
            long next = bytes[bytes.length - 1 - k];
            together = next > Long.MAX_VALUE - together ? Long.MAX_VALUE : together + next;
        }
        return new Forecast(
                tasks.size(),
                done,
                seconds / workers,
                most / workers,
                known,
                together,
                bytes.length == 0 ? 0 : bytes[bytes.length - 1]);
    }

    /** Times by configuration and instance where known, else by configuration alone. */
    public static Function<RunTask, OptionalDouble> from(Map<String, Double> byRun, Map<String, Double> byMethod) {
        return task -> {
            Double own =
                    byRun.get(task.configurationHash() + " " + task.instance().id());
            Double like = own == null ? byMethod.get(task.configurationHash()) : own;
            return like == null ? OptionalDouble.empty() : OptionalDouble.of(like);
        };
    }
}
