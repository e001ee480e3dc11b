package org.shrinq.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.apache.spark.SimpleFutureAction;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.jspecify.annotations.Nullable;
import org.shrinq.bench.execute.EngineException;
import org.shrinq.bench.execute.PackedOutcome;
import org.shrinq.bench.execute.PackedTask;
import org.shrinq.bench.execute.RunExecutor;
import org.shrinq.bench.execute.RunOutcome;
import org.shrinq.bench.store.Place;
import org.shrinq.bench.store.StoredRun.Ended;
import org.shrinq.bench.suite.RunTask;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.BoxedUnit;

/**
 * Runs as partitions of Spark jobs, one run each, longest forecast first. Outcomes come back as they end, not when a job ends. A run that
 * loses its executor is tried again by Spark ({@code spark.task.maxFailures} times in all); one that loses as many is then run alone, so
 * that a bystander that shared its executor with it is not blamed, and recorded as failed when it loses that executor too.
 */
final class SparkExecutor implements RunExecutor {
    private static final int DEFAULT_TRIES = 4;
    private static final long POLL_MILLIS = 100;
    /** Tasks of a job: Spark keeps some kilobytes of each in the driver until the job ends. */
    private static final int JOB = 20_000;

    private final SparkContext context;
    private final JavaSparkContext java;
    private final int threads;

    SparkExecutor(SparkContext context, int threads) {
        this.context = context;
        this.java = JavaSparkContext.fromSparkContext(context);
        this.threads = threads;
    }

    @Override
    public int workers() {
        return Math.max(1, context.defaultParallelism() / threads);
    }

    @Override
    public void execute(List<RunTask> tasks, Listener listener, BooleanSupplier cancelled) {
        List<RunTask> order = tasks.stream()
                .sorted(Comparator.comparingDouble(RunTask::forecastSeconds).reversed())
                .toList();
        Call call = new Call(order, contents(order), listener, cancelled);
        try {
            for (int from = 0; from < order.size() && !cancelled.getAsBoolean(); from += JOB) {
                call.doAll(IntStream.range(from, Math.min(order.size(), from + JOB))
                        .boxed()
                        .toList());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            call.contents.values().forEach(Broadcast::destroy);
        }
    }

    @Override
    public void close() {
        context.stop();
    }

    /** Files by digest, each sent to an executor when one of its runs first needs it. */
    private Map<String, Broadcast<byte[]>> contents(List<RunTask> tasks) {
        Map<String, Broadcast<byte[]>> contents = new HashMap<>();
        for (RunTask task : tasks) {
            contents.computeIfAbsent(PackedTask.of(0, task).digest(), digest -> {
                try {
                    return java.broadcast(Files.readAllBytes(task.instance().path()));
                } catch (IOException e) {
                    throw new UncheckedIOException(
                            "cannot read " + task.instance().path(), e);
                }
            });
        }
        return contents;
    }

    /** One call of {@link #execute}. */
    private final class Call {
        private final List<RunTask> tasks;
        private final Map<String, Broadcast<byte[]>> contents;
        private final Listener listener;
        private final BooleanSupplier cancelled;
        private final Set<Integer> finished = ConcurrentHashMap.newKeySet();
        private final int tries = context.conf().getInt("spark.task.maxFailures", DEFAULT_TRIES);

        Call(
                List<RunTask> tasks,
                Map<String, Broadcast<byte[]>> contents,
                Listener listener,
                BooleanSupplier cancelled) {
            this.tasks = tasks;
            this.contents = contents;
            this.listener = listener;
            this.cancelled = cancelled;
        }

        /** Runs tasks by number; those that lose executor after executor are set aside and run alone at the end. */
        void doAll(List<Integer> numbers) throws InterruptedException {
            List<Integer> suspects = new ArrayList<>();
            List<Integer> rest = numbers;
            while (!rest.isEmpty() && !cancelled.getAsBoolean()) {
                List<Integer> job = rest;
                TaskEvents events = new TaskEvents(p -> listener.started(tasks.get(job.get(p))));
                Throwable failure = runJob(job, events);
                if (failure == null || cancelled.getAsBoolean()) {
                    break;
                }
                List<Integer> lost = IntStream.range(0, job.size())
                        .filter(p -> !finished.contains(job.get(p)) && events.deaths(p) >= tries)
                        .mapToObj(job::get)
                        .toList();
                if (lost.isEmpty()) {
                    throw new EngineException(
                            "Spark gave up: " + failure.getMessage() + " What had ended is in the store.", failure);
                }
                suspects.addAll(lost);
                rest = job.stream()
                        .filter(n -> !finished.contains(n) && !lost.contains(n))
                        .toList();
            }
            for (int suspect : suspects) {
                if (!cancelled.getAsBoolean()) {
                    alone(suspect);
                }
            }
        }

        private void alone(int number) throws InterruptedException {
            TaskEvents events = new TaskEvents(p -> listener.started(tasks.get(number)));
            Throwable failure = runJob(List.of(number), events);
            if (failure != null && !finished.contains(number) && !cancelled.getAsBoolean()) {
                String reason = events.reason(0);
                finished.add(number);
                listener.finished(
                        tasks.get(number),
                        new RunOutcome(
                                Ended.FAILED,
                                Instant.now().truncatedTo(ChronoUnit.MILLIS).toString(),
                                0,
                                Optional.empty(),
                                Optional.of("lost its executor " + (tries + events.deaths(0))
                                        + " times, the last ones alone on it: "
                                        + (reason == null ? failure.getMessage() : reason)),
                                Place.here()));
            }
        }

        /** Runs one job to its end; what made it fail, or null. */
        private @Nullable Throwable runJob(List<Integer> numbers, TaskEvents events) throws InterruptedException {
            List<PackedTask> packed =
                    numbers.stream().map(n -> PackedTask.of(n, tasks.get(n))).toList();
            List<Object> partitions = new ArrayList<>();
            IntStream.range(0, packed.size()).forEach(partitions::add);
            context.addSparkListener(events);
            try {
                SimpleFutureAction<BoxedUnit> action = context.submitJob(
                        java.parallelize(packed, packed.size()).rdd(),
                        new RemoteRun(contents),
                        CollectionConverters.asScala(partitions).toSeq(),
                        (partition, outcome) -> {
                            take(outcome);
                            return BoxedUnit.UNIT;
                        },
                        () -> BoxedUnit.UNIT);
                boolean cut = false;
                while (!action.isCompleted()) {
                    if (cancelled.getAsBoolean() && !cut) {
                        cut = true;
                        action.cancel();
                    }
                    Thread.sleep(POLL_MILLIS);
                }
                events.awaitEnd();
                return action.value().get().isFailure()
                        ? action.value().get().failed().get()
                        : null;
            } finally {
                context.removeSparkListener(events);
            }
        }

        private void take(PackedOutcome outcome) {
            if (finished.add(outcome.number())) {
                RunTask task = tasks.get(outcome.number());
                listener.finished(task, outcome.unpack(task));
            }
        }
    }
}
