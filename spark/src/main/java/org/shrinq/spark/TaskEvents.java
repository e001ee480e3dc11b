package org.shrinq.spark;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntConsumer;
import org.apache.spark.ExecutorLostFailure;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobEnd;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.scheduler.SparkListenerTaskStart;
import org.jspecify.annotations.Nullable;

/** Hears from the driver which partitions begin, and which lose their executor. Events come in order, some time after they happened. */
final class TaskEvents extends SparkListener {
    private final IntConsumer started;
    private final Map<Integer, Integer> deaths = new ConcurrentHashMap<>();
    private final Map<Integer, String> reasons = new ConcurrentHashMap<>();
    private final CountDownLatch jobEnded = new CountDownLatch(1);
    private volatile int stage = -1;
    private volatile int job = -1;

    /**
     * Of the next job.
     *
     * @param started told each partition that begins, again when it begins again
     */
    TaskEvents(IntConsumer started) {
        this.started = started;
    }

    @Override
    public void onJobStart(SparkListenerJobStart event) {
        if (job < 0) {
            job = event.jobId();
            stage = (Integer) event.stageIds().head();
        }
    }

    @Override
    public void onTaskStart(SparkListenerTaskStart event) {
        if (event.stageId() == stage) {
            started.accept(event.taskInfo().partitionId());
        }
    }

    @Override
    public void onTaskEnd(SparkListenerTaskEnd event) {
        if (event.stageId() == stage && event.reason() instanceof ExecutorLostFailure lost) {
            deaths.merge(event.taskInfo().partitionId(), 1, Integer::sum);
            reasons.put(event.taskInfo().partitionId(), lost.toErrorString());
        }
    }

    @Override
    public void onJobEnd(SparkListenerJobEnd event) {
        if (event.jobId() == job) {
            jobEnded.countDown();
        }
    }

    /** Waits until everything about the job has been heard. */
    void awaitEnd() throws InterruptedException {
        jobEnded.await();
    }

    /** How many executors a partition has lost. */
    int deaths(int partition) {
        return deaths.getOrDefault(partition, 0);
    }

    /** What Spark said of the last one. */
    @Nullable
    String reason(int partition) {
        return reasons.get(partition);
    }
}
