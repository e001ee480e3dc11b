package org.shrinq.solver;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.solver.portfolio.Leg;
import org.shrinq.solver.portfolio.MemberReport;
import org.shrinq.solver.portfolio.PortfolioCrew;

/** Threads of this process that do the legs of a portfolio's members. */
final class LocalCrew implements PortfolioCrew {
    private final Problem problem;
    private final SolverOptions options;
    private final LongSupplier nanoClock;
    private final int each;
    private final ExecutorService pool;
    private final AtomicReferenceArray<MemberRun> runs;
    private final AtomicReferenceArray<Throwable> causes;
    private final AtomicBoolean[] cancelled;

    LocalCrew(Problem problem, SolverOptions options, LongSupplier nanoClock) {
        this.problem = problem;
        this.options = options;
        this.nanoClock = nanoClock;
        int members = options.portfolio();
        // custom stages are promised to be asked by one thread at a time
        int most = hasCustomStages(options)
                ? 1
                : options.chosenThreads().orElse(Runtime.getRuntime().availableProcessors());
        int threads = Math.min(members, most);
        this.each = Math.max(1, options.chosenThreads().orElse(1) / members);
        this.runs = new AtomicReferenceArray<>(members);
        this.causes = new AtomicReferenceArray<>(members);
        this.cancelled = new AtomicBoolean[members];
        Arrays.setAll(cancelled, k -> new AtomicBoolean());
        this.pool = Executors.newFixedThreadPool(threads, runnable -> {
            Thread thread = new Thread(runnable, "portfolio");
            thread.setDaemon(true);
            return thread;
        });
    }

    private static boolean hasCustomStages(SolverOptions o) {
        return o.customSource().isPresent()
                || o.customMethod().isPresent()
                || o.customRepair().isPresent()
                || o.customPolish().isPresent()
                || o.quantum().backend() != SolverOptions.defaults().quantum().backend();
    }

    @Override
    public void begin(Leg leg, Consumer<MemberReport> ended) {
        pool.execute(() -> ended.accept(advance(leg)));
    }

    private MemberReport advance(Leg leg) {
        int k = leg.member();
        try {
            MemberRun run = runs.get(k);
            if (run == null) {
                run = MemberRun.of(problem, options, k, each, leg.elapsedSeconds(), "", nanoClock);
                runs.set(k, run);
            }
            return run.advance(leg, cancelled[k]::get);
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            causes.set(k, e);
            return MemberReport.failed(leg, "", Failure.of("member", e).message());
        }
    }

    @Override
    public void cancel(int member) {
        cancelled[member].set(true);
    }

    @Override
    public boolean reportsWhenCancelled() {
        return true;
    }

    /** The outcome of a member that has begun; between legs. */
    Optional<Solution> solution(int member) {
        return Optional.ofNullable(runs.get(member)).map(MemberRun::solution);
    }

    @Override
    public Optional<Throwable> cause(int member) {
        return Optional.ofNullable(causes.get(member))
                .or(() -> Optional.ofNullable(runs.get(member)).flatMap(MemberRun::cause));
    }

    @Override
    public void close() {
        pool.shutdownNow();
        for (int k = 0; k < runs.length(); k++) {
            if (runs.get(k) != null) {
                runs.get(k).close();
            }
        }
    }
}
