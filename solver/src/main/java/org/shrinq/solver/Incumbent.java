package org.shrinq.solver;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.repair.verify.Verifier;

/**
 * The best feasible solution so far, never lost, and a pool of other good ones. For the thread of the run alone, but
 * for {@link #post} and {@link #latest}: what other threads post is taken over as soon as the run looks.
 */
final class Incumbent {
    private static final int POOL = 24;

    private final Problem problem;
    private final Verifier verifier;
    private final DoubleSupplier seconds;
    private final Consumer<Trace.Improvement> listener;
    private final SolutionPool good;
    private final List<Entry> pool = new ArrayList<>();
    private final Set<Bits> known = new HashSet<>();
    private final List<Trace.Improvement> history = new ArrayList<>();
    private final Map<Origin, Double> byOrigin = new EnumMap<>(Origin.class);
    private @Nullable Origin first;
    private @Nullable Entry best;
    private int offered;
    private final Queue<Posted> posted = new ConcurrentLinkedQueue<>();
    private final AtomicReference<@Nullable Entry> latest = new AtomicReference<>();

    private record Entry(Bits x, double objective, Origin origin) {}

    private record Posted(Bits x, Origin origin, double seconds) {}

    Incumbent(Problem problem, int wanted, DoubleSupplier seconds, Consumer<Trace.Improvement> listener) {
        this.problem = problem;
        this.good = new SolutionPool(problem.sense(), wanted);
        this.verifier = Verifier.of(problem);
        this.seconds = seconds;
        this.listener = listener;
    }

    /** Offers a solution from another thread, feasible and with its objective. */
    void post(Bits x, double objective, Origin origin) {
        publish(new Entry(x, objective, origin));
        posted.add(new Posted(x, origin, seconds.getAsDouble()));
    }

    /** The best of all that was offered or posted, for any thread. */
    Optional<Bits> latest() {
        return Optional.ofNullable(latest.get()).map(Entry::x);
    }

    /** Its objective, or the worst value there is. */
    double latestObjective() {
        Entry entry = latest.get();
        return entry == null ? problem.sense().worst() : entry.objective;
    }

    private void publish(Entry entry) {
        latest.accumulateAndGet(
                entry,
                (a, b) -> a == null || (b != null && problem.sense().isBetter(b.objective, a.objective)) ? b : a);
    }

    private void takeOver() {
        for (Posted p = posted.poll(); p != null; p = posted.poll()) {
            double last =
                    history.isEmpty() ? 0 : history.get(history.size() - 1).seconds();
            take(p.x, p.origin, Math.max(last, p.seconds));
        }
    }

    /**
     * Offers a solution, which is verified here; returns whether it is feasible and strictly better than all before.
     */
    boolean offer(Bits x, Origin origin) {
        takeOver();
        boolean better = take(x, origin, seconds.getAsDouble());
        offered += better ? 1 : 0;
        return better;
    }

    /** How often an offer was better than all before, what was posted not counted. */
    int offered() {
        return offered;
    }

    private boolean take(Bits x, Origin origin, double when) {
        byte[] values = x.toArray();
        if (!verifier.isFeasible(values)) {
            return false;
        }
        double objective = verifier.objective(values);
        remember(origin, objective);
        good.add(x, objective);
        Entry entry = new Entry(x, objective, origin);
        if (known.add(x)) {
            int at = 0;
            while (at < pool.size() && !problem.sense().isBetter(objective, pool.get(at).objective)) {
                at++;
            }
            pool.add(at, entry);
            if (pool.size() > POOL) {
                known.remove(pool.remove(POOL).x);
            }
        }
        if (best != null && !problem.sense().isBetter(objective, best.objective)) {
            return false;
        }
        best = entry;
        publish(entry);
        Trace.Improvement improvement = new Trace.Improvement(when, objective, origin, x);
        history.add(improvement);
        listener.accept(improvement);
        return true;
    }

    /** Takes notice of a solution without making it the incumbent; an infeasible one is passed over. */
    void note(Bits x, Origin origin) {
        takeOver();
        byte[] values = x.toArray();
        if (verifier.isFeasible(values)) {
            remember(origin, verifier.objective(values));
        }
    }

    private void remember(Origin origin, double objective) {
        if (byOrigin.values().stream().noneMatch(o -> !problem.sense().isBetter(objective, o))) {
            first = origin;
        }
        byOrigin.merge(origin, objective, (a, b) -> problem.sense().isBetter(b, a) ? b : a);
    }

    /** What each stage has had so far, of offers and notes. */
    Trace.Known known(Optional<String> pool, OptionalDouble poolEnergy) {
        takeOver();
        return new Trace.Known(byOrigin, Optional.ofNullable(first), pool, poolEnergy);
    }

    /** The solutions to return. */
    SolutionPool good() {
        takeOver();
        return good;
    }

    boolean isPresent() {
        takeOver();
        return best != null;
    }

    Optional<Bits> x() {
        takeOver();
        return Optional.ofNullable(best).map(Entry::x);
    }

    /** The incumbent's objective, or the worst value there is. */
    double objective() {
        takeOver();
        return best == null ? problem.sense().worst() : best.objective;
    }

    /** Since the incumbent was found, or since the run began where there is none. */
    double idleSeconds() {
        takeOver();
        return seconds.getAsDouble()
                - (history.isEmpty() ? 0 : history.get(history.size() - 1).seconds());
    }

    Optional<Origin> origin() {
        takeOver();
        return Optional.ofNullable(best).map(Entry::origin);
    }

    /** Good solutions, best first. */
    List<Bits> pool() {
        takeOver();
        return pool.stream().map(Entry::x).toList();
    }

    List<Trace.Improvement> history() {
        takeOver();
        return history;
    }
}
