package org.shrinq.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.shrinq.instances.generate.AssignmentGenerator;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.run.RandomStreams;

/** One solver serves many threads, of any kind, and an executor can end a run. */
class ConcurrencyTest {
    private static final SolverOptions SHORT =
            SolverOptions.defaults().withQubits(8).withRounds(2);

    private static void assertRunsDoNotDisturbEachOther(ExecutorService executor) throws Exception {
        Shrinq solver = Shrinq.with(SHORT);
        List<Problem> problems = TestProblems.small(7);
        List<Optional<Bits>> alone = new ArrayList<>();
        for (Problem problem : problems) {
            alone.add(solver.run(problem).x());
        }
        List<Future<Solution>> futures = new ArrayList<>();
        for (Problem problem : problems) {
            futures.add(executor.submit(() -> solver.run(problem)));
        }
        for (int k = 0; k < futures.size(); k++) {
            assertThat(futures.get(k).get().x()).as(problems.get(k).name()).isEqualTo(alone.get(k));
        }
        executor.shutdown();
    }

    @Test
    void poolsOfThreadsGiveWhatOneThreadGives() throws Exception {
        assertRunsDoNotDisturbEachOther(Executors.newFixedThreadPool(4));
    }

    @Test
    void virtualThreadsGiveWhatOneThreadGives() throws Exception {
        assumeTrue(Runtime.version().feature() >= 21, "virtual threads need Java 21");
        // by name, so that it compiles for 17
        assertRunsDoNotDisturbEachOther((ExecutorService)
                Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null));
    }

    @Test
    void parallelStreamsGiveWhatOneThreadGives() {
        Shrinq solver = Shrinq.with(SHORT);
        List<Problem> problems = TestProblems.small(8);
        List<Optional<Bits>> alone =
                problems.stream().map(p -> solver.run(p).x()).toList();
        assertThat(problems.parallelStream().map(p -> solver.run(p).x()).toList())
                .isEqualTo(alone);
    }

    @Test
    void anInterruptEndsTheRunWithItsBestSoFar() throws Exception {
        Problem problem = AssignmentGenerator.grid("grid", 3, 4, 0.6, new RandomStreams(5));
        CountDownLatch running = new CountDownLatch(1);
        AtomicReference<Solution> result = new AtomicReference<>();
        AtomicReference<Boolean> flag = new AtomicReference<>();
        Shrinq solver = Shrinq.with(SHORT.withRounds(1_000_000).withBounds(SolverOptions.Stage.OFF))
                .listener(new RunListener() {
                    @Override
                    public void finished(Trace.Round round) {
                        running.countDown();
                    }
                });
        Thread thread = new Thread(() -> {
            result.set(solver.run(problem));
            flag.set(Thread.currentThread().isInterrupted());
        });
        thread.start();
        running.await();
        thread.interrupt();
        thread.join();
        assertThat(result.get().stop()).isEqualTo(Solution.Stop.CANCELLED);
        assertThat(result.get().isFeasible()).isTrue();
        assertThat(flag.get()).isTrue();
    }
}
