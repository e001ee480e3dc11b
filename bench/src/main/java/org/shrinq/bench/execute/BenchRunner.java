package org.shrinq.bench.execute;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.shrinq.bench.store.Build;
import org.shrinq.bench.store.Campaign;
import org.shrinq.bench.store.Machine;
import org.shrinq.bench.store.RunKey;
import org.shrinq.bench.store.RunStore;
import org.shrinq.bench.store.StoredRun;
import org.shrinq.bench.suite.BenchInstance;
import org.shrinq.bench.suite.Forecast;
import org.shrinq.bench.suite.Plan;
import org.shrinq.bench.suite.RunTask;
import org.shrinq.solver.result.ResultFile;

/** Fills a store with the runs of a plan that it does not have yet. */
public final class BenchRunner {
    private final Plan plan;
    private final RunStore store;
    private final RunExecutor executor;
    private final String version = Build.current();
    private final List<RunTask> pending = new ArrayList<>();
    private final List<RunTask> present = new ArrayList<>();

    /** Looks up what is there already. */
    public BenchRunner(Plan plan, RunStore store, RunExecutor executor) {
        this.plan = plan;
        this.store = store;
        this.executor = executor;
        Set<RunKey> keys = store.keys();
        for (RunTask task : plan.tasks()) {
            (keys.contains(RunKey.of(task, version)) ? present : pending).add(task);
        }
    }

    /** Runs that are still to be done. */
    public List<RunTask> pending() {
        return List.copyOf(pending);
    }

    /** Times come from earlier runs in the store where there are any. */
    public Forecast forecast() {
        return Forecast.of(
                pending,
                present.size(),
                executor.workers(),
                Forecast.from(store.secondsByRun(), store.secondsByConfiguration()));
    }

    /**
     * Does what is pending; each run is in the store before the listener hears of it.
     *
     * @param command how this was called, for the record
     */
    public void run(String command, RunExecutor.Listener listener, BooleanSupplier cancelled) {
        store.claim(plan.suite().name(), present, version);
        Campaign campaign = store.begin(new Campaign(
                0,
                plan.suite().name(),
                plan.suite().text(),
                command,
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                version,
                executor.workers(),
                Machine.current().toString()));
        try (RunWriter writer = new RunWriter(store, plan.suite().name())) {
            executor.execute(
                    pending,
                    new RunExecutor.Listener() {
                        @Override
                        public void started(RunTask task) {
                            listener.started(task);
                        }

                        @Override
                        public void finished(RunTask task, RunOutcome outcome) {
                            writer.add(stored(task, outcome, campaign.id()), () -> listener.finished(task, outcome));
                        }
                    },
                    () -> cancelled.getAsBoolean() || writer.hasFailed());
        }
    }

    private StoredRun stored(RunTask task, RunOutcome outcome, long campaign) {
        BenchInstance i = task.instance();
        Optional<ResultFile> result = outcome.result();
        return new StoredRun(
                RunKey.of(task, version),
                task.method(),
                new StoredRun.InstanceRow(
                        i.id(),
                        i.name(),
                        i.kind().id(),
                        i.sense(),
                        i.variables(),
                        i.constraints(),
                        i.path().toString(),
                        i.bestKnown()),
                campaign,
                outcome.started(),
                outcome.seconds(),
                outcome.ended(),
                outcome.error(),
                result.map(ResultFile::status),
                number(result.map(ResultFile::objective).orElse(null)),
                number(result.map(ResultFile::bound).orElse(null)),
                result.map(r -> r.stages().quantum())
                        .map(q -> OptionalInt.of(q.variables()))
                        .orElse(OptionalInt.empty()),
                result,
                outcome.place());
    }

    private static OptionalDouble number(@Nullable Double value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
