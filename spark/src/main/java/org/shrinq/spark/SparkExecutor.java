package org.shrinq.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
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
import org.apache.spark.rdd.RDD;
import org.jspecify.annotations.Nullable;
import org.shrinq.bench.execute.Backlog;
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
 * Runs as partitions of Spark jobs, one run each, longest forecast first. Outcomes come back as they end, not when a
 * job ends. A run that loses its executor is tried again by Spark ({@code spark.task.maxFailures} times in all); one
 * that loses as many is then run alone, so that a bystander that shared its executor with it is not blamed, and
 * recorded as failed when it loses that executor too.
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
        Call call = new Call(new Backlog(tasks, JOB), contents(tasks), listener, cancelled);
        try {
            call.doAll();
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

    /** Files by instance, each sent to an executor when one of its runs first needs it. */
    private Map<String, Broadcast<byte[]>> contents(List<RunTask> tasks) {
        Map<String, Broadcast<byte[]>> contents = new HashMap<>();
        for (RunTask task : tasks) {
            contents.computeIfAbsent(task.instance().id(), id -> {
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

    /** A job that Spark has. */
    private record Job(List<Integer> numbers, TaskEvents events, SimpleFutureAction<BoxedUnit> action) {}

    /** One call of {@link #execute}. */
    private final class Call {
        private final Backlog backlog;
        private final Map<String, Broadcast<byte[]>> contents;
        private final Listener listener;
        private final BooleanSupplier cancelled;
        private final Set<Integer> finished = ConcurrentHashMap.newKeySet();
        private final int tries = context.conf().getInt("spark.task.maxFailures", DEFAULT_TRIES);

        Call(Backlog backlog, Map<String, Broadcast<byte[]>> contents, Listener listener, BooleanSupplier cancelled) {
            this.backlog = backlog;
            this.contents = contents;
            this.listener = listener;
            this.cancelled = cancelled;
        }

        /** Runs everything; tasks that lose executor after executor are set aside and run alone at the end. */
        void doAll() throws InterruptedException {
            List<Job> running = new ArrayList<>();
            List<Integer> suspects = new ArrayList<>();
            try {
                do {
                    List<Integer> next = backlog.next(inFlight(running));
                    if (!next.isEmpty()) {
                        running.add(submit(next));
                    }
                    Thread.sleep(POLL_MILLIS);
                    for (Job job : List.copyOf(running)) {
                        if (job.action().isCompleted()) {
                            running.remove(job);
                            end(job, suspects);
                        }
                    }
                } while (!cancelled.getAsBoolean() && !(running.isEmpty() && backlog.isEmpty()));
            } finally {
                running.forEach(job -> job.action().cancel());
                for (Job job : running) {
                    // outcomes that were on their way are stored before this returns
                    while (!job.action().isCompleted()) {
                        Thread.sleep(POLL_MILLIS);
                    }
                    context.removeSparkListener(job.events());
                }
            }
            for (int suspect : suspects) {
                alone(suspect);
            }
        }

        private int inFlight(List<Job> running) {
            return (int) running.stream()
                    .flatMap(job -> job.numbers().stream())
                    .filter(n -> !finished.contains(n))
                    .count();
        }

        private void end(Job job, List<Integer> suspects) throws InterruptedException {
            Throwable failure = failure(job);
            if (failure == null) {
                return;
            }
            List<Integer> lost = IntStream.range(0, job.numbers().size())
                    .filter(p -> job.events().deaths(p) >= tries)
                    .mapToObj(job.numbers()::get)
                    .filter(n -> !finished.contains(n))
                    .toList();
            if (lost.isEmpty()) {
                throw new EngineException(
                        "Spark gave up: " + failure.getMessage() + " What had ended is in the store.", failure);
            }
            suspects.addAll(lost);
            backlog.putBack(job.numbers().stream()
                    .filter(n -> !finished.contains(n) && !lost.contains(n))
                    .toList());
        }

        private void alone(int number) throws InterruptedException {
            Job job = submit(List.of(number));
            while (!job.action().isCompleted()) {
                if (cancelled.getAsBoolean()) {
                    job.action().cancel();
                    return;
                }
                Thread.sleep(POLL_MILLIS);
            }
            Throwable failure = failure(job);
            if (failure != null && finished.add(number)) {
                String reason = job.events().reason(0);
                listener.finished(
                        backlog.task(number),
                        new RunOutcome(
                                Ended.FAILED,
                                Instant.now().truncatedTo(ChronoUnit.MILLIS).toString(),
                                0,
                                Optional.empty(),
                                Optional.of("lost its executor "
                                        + (tries + job.events().deaths(0)) + " times, the last ones alone on it: "
                                        + (reason == null ? failure.getMessage() : reason)),
                                Place.here()));
            }
        }

        private Job submit(List<Integer> numbers) {
            List<PackedTask> packed =
                    numbers.stream().map(n -> PackedTask.of(n, backlog.task(n))).toList();
            List<Object> partitions = new ArrayList<>();
            IntStream.range(0, packed.size()).forEach(partitions::add);
            TaskEvents events = new TaskEvents(p -> listener.started(backlog.task(numbers.get(p))));
            context.addSparkListener(events);
            RDD<PackedTask> rdd = java.parallelize(packed, packed.size()).rdd();
            events.follow(rdd.id());
            return new Job(
                    numbers,
                    events,
                    context.submitJob(
                            rdd,
                            new RemoteRun(contents),
                            CollectionConverters.asScala(partitions).toSeq(),
                            (partition, outcome) -> {
                                take(outcome);
                                return BoxedUnit.UNIT;
                            },
                            () -> BoxedUnit.UNIT));
        }

        /** What made a job that has ended fail, or null. */
        private @Nullable Throwable failure(Job job) throws InterruptedException {
            job.events().awaitEnd();
            context.removeSparkListener(job.events());
            return job.action().value().get().isFailure()
                    ? job.action().value().get().failed().get()
                    : null;
        }

        private void take(PackedOutcome outcome) {
            if (finished.add(outcome.number())) {
                RunTask task = backlog.task(outcome.number());
                listener.finished(task, outcome.unpack(task));
            }
        }
    }
}
