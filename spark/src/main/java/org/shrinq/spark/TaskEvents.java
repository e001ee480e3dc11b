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
import org.apache.spark.scheduler.StageInfo;
import org.jspecify.annotations.Nullable;

/**
 * Hears from the driver which partitions begin, and which lose their executor. Events come in order, some time after
 * they happened.
 */
final class TaskEvents extends SparkListener {
    private final IntConsumer started;
    private final Map<Integer, Integer> deaths = new ConcurrentHashMap<>();
    private final Map<Integer, String> reasons = new ConcurrentHashMap<>();
    private final CountDownLatch jobEnded = new CountDownLatch(1);
    private volatile int stage = -1;
    private volatile int job = -1;
    private volatile int rdd = -1;

    /**
     * Of one job.
     *
     * @param started receives each partition that begins, again when it begins again
     */
    TaskEvents(IntConsumer started) {
        this.started = started;
    }

    /** Listens to the job of a data set. Called before that is submitted. */
    void follow(int rdd) {
        this.rdd = rdd;
    }

    @Override
    public void onJobStart(SparkListenerJobStart event) {
        StageInfo of = event.stageInfos().head();
        if (of.rddInfos().exists(info -> info.id() == rdd)) {
            job = event.jobId();
            stage = of.stageId();
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
