package org.shrinq.solver;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.repair.verify.Verifier;

/** The best feasible solution so far, never lost, and a pool of other good ones. Not thread-safe. */
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

    private record Entry(Bits x, double objective, Origin origin) {}

    Incumbent(Problem problem, int wanted, DoubleSupplier seconds, Consumer<Trace.Improvement> listener) {
        this.problem = problem;
        this.good = new SolutionPool(problem.sense(), wanted);
        this.verifier = Verifier.of(problem);
        this.seconds = seconds;
        this.listener = listener;
    }

    /**
     * Offers a solution, which is verified here; returns whether it is feasible and strictly better than all before.
     */
    boolean offer(Bits x, Origin origin) {
        byte[] values = x.toArray();
        if (!verifier.isFeasible(values)) {
            return false;
        }
        double objective = verifier.objective(values);
        note(origin, objective);
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
        Trace.Improvement improvement = new Trace.Improvement(seconds.getAsDouble(), objective, origin, x);
        history.add(improvement);
        listener.accept(improvement);
        return true;
    }

    /** Takes notice of a solution without making it the incumbent; an infeasible one is passed over. */
    void note(Bits x, Origin origin) {
        byte[] values = x.toArray();
        if (verifier.isFeasible(values)) {
            note(origin, verifier.objective(values));
        }
    }

    private void note(Origin origin, double objective) {
        if (byOrigin.values().stream().noneMatch(o -> !problem.sense().isBetter(objective, o))) {
            first = origin;
        }
        byOrigin.merge(origin, objective, (a, b) -> problem.sense().isBetter(b, a) ? b : a);
    }

    /** What each stage has had so far, of offers and notes. */
    Trace.Known known(Optional<String> pool, OptionalDouble poolEnergy) {
        return new Trace.Known(byOrigin, Optional.ofNullable(first), pool, poolEnergy);
    }

    /** The solutions to return. */
    SolutionPool good() {
        return good;
    }

    boolean isPresent() {
        return best != null;
    }

    Optional<Bits> x() {
        return Optional.ofNullable(best).map(Entry::x);
    }

    /** The incumbent's objective, or the worst value there is. */
    double objective() {
        return best == null ? problem.sense().worst() : best.objective;
    }

    /** Since the incumbent was found, or since the run began where there is none. */
    double idleSeconds() {
        return seconds.getAsDouble()
                - (history.isEmpty() ? 0 : history.get(history.size() - 1).seconds());
    }

    Optional<Origin> origin() {
        return Optional.ofNullable(best).map(Entry::origin);
    }

    /** Good solutions, best first. */
    List<Bits> pool() {
        return pool.stream().map(Entry::x).toList();
    }

    List<Trace.Improvement> history() {
        return history;
    }
}
