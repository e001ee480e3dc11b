package org.shrinq.bench.execute;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import org.shrinq.bench.suite.RunTask;
import org.shrinq.qubo.Indices;

/**
 * What an engine that takes jobs of many runs has still to be given: longest forecast first, since a long run that
 * begins last keeps a whole cluster waiting (Graham 1969), and in jobs of a bounded size, since an engine keeps
 * something of each run until its job ends. The next job is given while half of the former is still in flight, so that
 * no worker waits for the last run of a job. Not safe for use by several threads.
 */
public final class Backlog {
    private final List<RunTask> tasks;
    private final int most;
    private final Deque<Integer> waiting = new ArrayDeque<>();

    /**
     * All tasks wait.
     *
     * @param most tasks of a job, at least 2; at most one and a half times as many are in flight
     */
    public Backlog(List<RunTask> tasks, int most) {
        if (most < 2) {
            throw new IllegalArgumentException("jobs of " + most + " runs, expected at least 2");
        }
        this.tasks = tasks;
        this.most = most;
        double[] seconds = tasks.stream().mapToDouble(RunTask::forecastSeconds).toArray();
        for (int k : Indices.ascending(IntStream.range(0, tasks.size()), task -> -seconds[task])) {
            waiting.add(k);
        }
    }

    /** The task of a number. */
    public RunTask task(int number) {
        return tasks.get(number);
    }

    /**
     * Numbers of the tasks of the next job; none while enough are in flight.
     *
     * @param inFlight tasks that were given and have not ended
     */
    public List<Integer> next(int inFlight) {
        List<Integer> job = new ArrayList<>();
        if (inFlight <= most / 2) {
            while (job.size() < most && !waiting.isEmpty()) {
                job.add(waiting.remove());
            }
        }
        return job;
    }

    /** Tasks of a job that broke are next. */
    public void putBack(Collection<Integer> numbers) {
        List<Integer> again = new ArrayList<>(numbers);
        for (int k = again.size() - 1; k >= 0; k--) {
            waiting.addFirst(again.get(k));
        }
    }

    public boolean isEmpty() {
        return waiting.isEmpty();
    }
}
