package org.shrinq.solver;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.run.Stopwatch;
import org.shrinq.repair.Improvers;
import org.shrinq.repair.optaplanner.LocalSearch;
import org.shrinq.search.Hints;
import org.shrinq.search.Improvement;
import org.shrinq.search.Improver;
import org.shrinq.search.SearchLimit;
import org.shrinq.solver.TimeShares.Part;

/**
 * The searches of the problem's family on the whole problem, before and beside the rounds. Each slice goes on from the
 * incumbent: the family's search as {@link SearchRun} would; but where that one runs {@linkplain BesideSearch beside}
 * the rounds, this is another one with other random numbers, and the two hear of each other's solutions. Not
 * thread-safe.
 */
final class WholeSearch {
    private final RunContext run;
    private final Map<Part, Improver> improvers = new EnumMap<>(Part.class);
    private final Map<Part, Trace.Polished> accounts = new EnumMap<>(Part.class);
    private final SplittableRandom first;
    private final SplittableRandom second;
    private Bits start;
    private Hints hints = Hints.none();
    private int slices;

    WholeSearch(RunContext run) {
        this.run = run;
        this.start = Bits.zeros(run.problem.size());
        this.first = SearchRun.random(run);
        this.second = run.streams.stream("second search");
    }

    /** Where slices begin as long as nothing feasible is known. */
    void setStart(Bits x) {
        start = x;
    }

    /** What relaxations know of the problem, for the slices from now on. */
    void setHints(Hints value) {
        if (value != hints) {
            hints = value;
            improvers.remove(Part.TABU);
        }
    }

    /**
     * One slice from the incumbent.
     *
     * @param part TABU or LOCAL_SEARCH
     * @param limit without a target
     */
    void slice(Part part, SearchLimit limit) {
        Stopwatch watch = run.plan.whole().stopwatch();
        double before = run.incumbent.objective();
        Improver improver = improvers.computeIfAbsent(part, this::improver);
        SearchLimit targeted = run.relaxations.target().isPresent()
                ? limit.withTarget(run.relaxations.target().getAsDouble())
                : limit;
        Improvement found = improver.resume(run.incumbent.x().orElse(start), random(part), targeted);
        run.incumbent.offer(found.solution(), Origin.SEARCH);
        if (found.isProvenOptimal()) {
            run.relaxations.proved(run.incumbent);
        }
        Trace.Polished former = accounts.get(part);
        accounts.put(
                part,
                new Trace.Polished(
                        name(part),
                        former == null ? before : former.before(),
                        run.incumbent.objective(),
                        found.isProvenOptimal(),
                        watch.seconds() + (former == null ? 0 : former.seconds())));
    }

    private boolean isSecond(Part part) {
        return part == Part.TABU && run.isSearchedBeside();
    }

    private SplittableRandom random(Part part) {
        if (part == Part.TABU) {
            return isSecond(part) ? second : first;
        }
        return run.streams.child("whole", slices++).stream(name(part));
    }

    private Improver improver(Part part) {
        Improver improver =
                part == Part.TABU ? Improvers.tabu(run.problem, hints) : LocalSearch.of(run.problem, Hints.none());
        RunLog.decided(
                "search",
                improver.getClass().getSimpleName(),
                part == Part.TABU
                        ? "the first that takes a " + run.problem.kind().title()
                        : "which takes any problem, in turns with the search of the family");
        return improver;
    }

    private static String name(Part part) {
        return part == Part.TABU ? "tabu" : "optaplanner";
    }

    /** Spent in all slices. */
    double seconds() {
        return accounts.values().stream().mapToDouble(Trace.Polished::seconds).sum();
    }

    /** What each search did in all of its slices. */
    List<Trace.Polished> account() {
        return new ArrayList<>(accounts.values());
    }
}
