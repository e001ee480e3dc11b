package org.shrinq.solver;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.run.Stopwatch;
import org.shrinq.qubo.run.Threads;
import org.shrinq.relax.branch.BranchResult;
import org.shrinq.relax.branch.ResumableBranching;
import org.shrinq.repair.Improvers;
import org.shrinq.repair.verify.Verifier;
import org.shrinq.search.Hints;
import org.shrinq.search.Improvement;
import org.shrinq.search.Improver;
import org.shrinq.search.SearchLimit;
import org.shrinq.search.SearchStop;

/**
 * The search of the problem's family in a thread of its own, from the first solution to the end of a run with a time
 * limit, while the run goes through its stages, so that no stage costs the search any time. It is the very search of
 * {@link SearchRun}, from the same start with the same random numbers, paused only to hand over what it has found
 * ({@linkplain Incumbent#post posted}, and taken over when the run looks at its incumbent) and to hear of better
 * solutions, so that it comes to the same solutions in as many steps, or to better ones. On a small problem that the
 * search finds nothing better for any more, the thread gives most of its time to branch and bound. Only for runs that
 * time ends anyway: what is found when depends on the machine. Begun and closed by the thread of the run.
 */
final class BesideSearch implements AutoCloseable {
    private static final AtomicInteger THREADS = new AtomicInteger();
    private static final long NAP_NANOS = 1_000_000;

    private final RunContext run;
    private final Problem problem;
    private final BesidePlan plan;
    private final Bits start;
    private final SplittableRandom random;
    private final Deadline deadline;
    private final Stopwatch watch;
    private final double before;
    private final Optional<ResumableBranching> branching;
    private final Thread thread;
    // of its own thread
    private double searched;
    private double branched;
    /** The search finds nothing any more, which is a proof unless its rows are rounded outwards. */
    private boolean exhausted;
    /** The best solution meets a bound. */
    private boolean reached;
    // of the run's thread
    private boolean taken;
    // of both
    private volatile boolean over;
    private volatile boolean treeIsFree;
    /** Seconds after which it found its best solution. */
    private volatile double found;

    private volatile Hints hints = Hints.none();
    private volatile boolean proven;
    private volatile double target;
    private volatile double seconds;
    private volatile @Nullable BranchResult branch;
    private volatile @Nullable RuntimeException exception;
    private volatile @Nullable Error error;

    private BesideSearch(RunContext run, Bits start) {
        this.run = run;
        this.problem = run.problem;
        this.plan = run.plan.beside();
        this.start = start;
        this.random = SearchRun.random(run);
        this.deadline = run.plan.whole().orWhen(() -> over);
        this.watch = deadline.stopwatch();
        this.before = run.incumbent.objective();
        this.target = run.relaxations.target().orElse(Double.NaN);
        this.branching = run.relaxations.canBranch() && plan.branches(problem.size())
                ? Optional.of(run.relaxations.branching(run.incumbent))
                : Optional.empty();
        this.thread = new Thread(this::search, "shrinq-search-" + THREADS.incrementAndGet());
        thread.setDaemon(true);
    }

    /**
     * A search that goes on until it is closed, proves its solution, or time is up.
     *
     * @param start where slices begin as long as nothing feasible is known
     */
    static BesideSearch begun(RunContext run, Bits start) {
        BesideSearch search = new BesideSearch(run, start);
        search.thread.start();
        return search;
    }

    /** Whether branch and bound is a matter of this thread. */
    boolean branches() {
        return branching.isPresent();
    }

    /** Waits until the search has had its share, or is at rest. */
    void leaveAlone(BesidePlan.Share share) {
        while (thread.isAlive()
                && !deadline.expired()
                && plan.searchesAlone(share, found, watch.seconds(), run.plan.seconds())) {
            LockSupport.parkNanos(NAP_NANOS);
        }
    }

    /** Branch and bound is left to this thread from now on. */
    void freeTree() {
        treeIsFree = true;
    }

    /** What relaxations know of the problem, for the search from its next pause on. */
    void setHints(Hints value) {
        hints = value;
    }

    private void search() {
        try {
            Hints used = hints;
            Improver improver = Improvers.tabu(problem, used);
            RunLog.decided("search", improver.getClass().getSimpleName(), "beside the stages of the run");
            int slice = 0;
            while (!isProved() && !reached && !deadline.expired() && (!exhausted || hasTree())) {
                double begun = watch.seconds();
                if (hints != used) {
                    used = hints;
                    improver = Improvers.tabu(problem, used);
                }
                if (hasTree()
                        && treeIsFree
                        && (exhausted || plan.branchesNow(found, begun - found, searched, branched))) {
                    branch(branching.orElseThrow(), plan.branch(deadline));
                    branched += watch.seconds() - begun;
                } else {
                    slice(improver, slice++);
                    searched += branched > 0 ? watch.seconds() - begun : 0;
                }
            }
        } catch (RuntimeException e) {
            exception = e;
        } catch (Error e) {
            error = e; // for the thread of the run, whatever it is
        } finally {
            if (isProved()) {
                strike();
                run.plan.proved();
            }
            seconds = watch.seconds();
        }
    }

    /** Whether there is a tree that has not failed. */
    private boolean hasTree() {
        return branching.isPresent() && exception == null;
    }

    private boolean isProved() {
        return proven || branch != null;
    }

    /** What is found depends on time. */
    private void strike() {
        run.plan.whole().strike();
    }

    private void slice(Improver improver, int number) {
        double bound = target;
        Optional<Bits> known = run.incumbent.latest();
        SearchLimit limit = SearchLimit.until(deadline)
                .withPause(plan.slice(deadline, branched > 0 ? 0 : number, known.isPresent()));
        double best = run.incumbent.latestObjective();
        Improvement improvement =
                improver.resume(known.orElse(start), random, Double.isNaN(bound) ? limit : limit.withTarget(bound));
        if (improvement.feasible()) {
            if (problem.sense().isBetter(improvement.objective(), best)) {
                strike();
                run.incumbent.post(improvement.solution(), improvement.objective(), Origin.SEARCH);
                found = watch.seconds();
            }
            reached = improvement.stop() == SearchStop.TARGET;
            exhausted = improvement.isProvenOptimal();
            proven = exhausted && problem.model().isWhole();
        }
    }

    private void branch(ResumableBranching tree, Deadline slice) {
        double worst = problem.sense().worst();
        tree.begin(run.incumbent.latestObjective(), -worst, slice);
        try {
            BranchResult result = tree.await(this::branched);
            if (result.finished()) {
                branch = result;
            }
        } catch (RuntimeException e) {
            exception = e; // the search goes on without a tree
        }
    }

    private void branched(Bits x) {
        byte[] values = x.toArray();
        Verifier verifier = Verifier.of(problem);
        if (verifier.isFeasible(values)) {
            strike();
            run.incumbent.post(x, verifier.objective(values), Origin.BRANCHING);
            found = watch.seconds();
        }
    }

    /** For the thread of the run: takes over what has been proved so far. */
    void takeProofs() {
        BranchResult result = branch;
        if (!taken && (proven || result != null)) {
            taken = true;
            if (result != null) {
                run.setInfeasible(run.relaxations.take(result, run.incumbent));
            } else {
                run.relaxations.proved(run.incumbent);
            }
        }
    }

    /** An objective at which nothing better can be found. */
    void aim(OptionalDouble bound) {
        bound.ifPresent(value -> target = value);
    }

    /** Ends the search, and waits until it has ended; an interrupt is left set. */
    @Override
    public void close() {
        over = true;
        Threads.join(thread);
    }

    /**
     * What it did, once it is closed.
     *
     * @throws RuntimeException what the search threw
     */
    Trace.Polished account() {
        RuntimeException thrown = exception;
        if (thrown != null) {
            throw thrown;
        }
        Error grave = error;
        if (grave != null) {
            throw grave;
        }
        return new Trace.Polished("tabu", before, run.incumbent.objective(), proven, seconds);
    }
}
