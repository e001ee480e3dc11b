package org.shrinq.bench.execute;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.OptionalDouble;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.shrinq.bench.suite.BenchInstance;
import org.shrinq.bench.suite.RunTask;
import org.shrinq.instances.ReadOptions;
import org.shrinq.qubo.Sense;
import org.shrinq.qubo.problem.ProblemKind;
import org.shrinq.solver.SolverOptions;

class BacklogTest {
    private static final SolverOptions OPTIONS = SolverOptions.defaults().withTimeLimit(1e9);
    private static final BenchInstance INSTANCE = new BenchInstance(
            "i",
            "i",
            Path.of("i"),
            ReadOptions.defaults(),
            ProblemKind.MAX_CUT,
            Sense.MAXIMIZE,
            2,
            0,
            0,
            OptionalDouble.empty(),
            OptionalDouble.empty());

    /** A run that is forecast to take so long: its limit. */
    private static RunTask task(double seconds) {
        return new RunTask(INSTANCE, "m", "h", OPTIONS.withRounds(1_000_000), 1, seconds, 1);
    }

    @Test
    void theLongestIsFirstAndTheNextJobWaitsForHalfOfTheFormer() {
        Backlog backlog = new Backlog(List.of(task(1), task(3), task(2), task(3), task(5)), 2);
        assertThat(backlog.next(0)).containsExactly(4, 1);
        assertThat(backlog.next(2)).isEmpty();
        assertThat(backlog.next(1)).containsExactly(3, 2);
        backlog.putBack(List.of(3, 2));
        assertThat(backlog.next(0)).containsExactly(3, 2);
        assertThat(backlog.next(0)).containsExactly(0);
        assertThat(backlog.isEmpty()).isTrue();
    }

    /** A worker that is free again at a time, or a run that ends then. */
    private record Event(double time, int worker, int task, boolean died) {}

    /**
     * A million runs on a thousand workers in virtual time: durations are the forecast times a log-normal factor (a
     * tenth of them more than 2.7 times as long), one run in a thousand loses its worker half way, which is away for a
     * minute, and is run again. The bound is the work that was done, lost work and absences included, over the workers.
     */
    @Test
    void aMillionRunsOnAThousandWorkersEndWithinAFewPercentOfTheBound() {
        int workers = 1000;
        int runs = 1_000_000;
        int job = 20_000;
        long seed = 20261129;
        SplittableRandom random = new SplittableRandom(seed);
        RunTask[] kinds = new RunTask[200];
        for (int k = 0; k < kinds.length; k++) {
            kinds[k] = task(Math.exp(1.5 * gaussian(random)) * 10);
        }
        List<RunTask> tasks = new ArrayList<>(runs);
        double[] seconds = new double[runs];
        for (int k = 0; k < runs; k++) {
            RunTask task = kinds[random.nextInt(kinds.length)];
            tasks.add(task);
            seconds[k] = task.forecastSeconds() * Math.exp(0.8 * gaussian(random));
        }
        Backlog backlog = new Backlog(tasks, job);
        Deque<Integer> given = new ArrayDeque<>();
        Deque<Integer> free = new ArrayDeque<>();
        for (int w = 0; w < workers; w++) {
            free.add(w);
        }
        PriorityQueue<Event> events = new PriorityQueue<>((a, b) -> Double.compare(a.time(), b.time()));
        BitSet ended = new BitSet(runs);
        double now = 0;
        double work = 0;
        double longest = 0;
        int running = 0;
        int mostInFlight = 0;
        while (true) {
            given.addAll(backlog.next(given.size() + running));
            mostInFlight = Math.max(mostInFlight, given.size() + running);
            while (!free.isEmpty() && !given.isEmpty()) {
                int task = given.remove();
                boolean dies = random.nextInt(1000) == 0;
                double takes = dies ? seconds[task] / 2 : seconds[task];
                work += takes + (dies ? 60 : 0);
                longest = Math.max(longest, takes);
                running++;
                events.add(new Event(now + takes, free.remove(), task, dies));
            }
            Event event = events.poll();
            if (event == null) {
                break;
            }
            now = event.time();
            if (event.task() < 0) {
                free.add(event.worker());
                continue;
            }
            running--;
            if (event.died()) {
                given.addFirst(event.task());
                events.add(new Event(now + 60, event.worker(), -1, false));
            } else {
                ended.set(event.task());
                free.add(event.worker());
            }
        }
        double bound = Math.max(work / workers, longest);
        assertThat(ended.cardinality()).isEqualTo(runs);
        assertThat(mostInFlight).as("what the driver holds").isLessThanOrEqualTo(job + job / 2);
        assertThat(now).as("makespan, seed %d", seed).isBetween(bound, 1.05 * bound);
    }

    /** Box and Muller. */
    private static double gaussian(SplittableRandom random) {
        return Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
    }
}
