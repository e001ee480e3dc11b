package org.shrinq.relax.branch;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.run.Deadline;

/**
 * A branch and bound in slices, of which each goes on where the one before ended, with the incumbent as it is by then.
 * The tree is searched by its own thread, which waits between slices inside a question to its deadline: so any
 * {@link BranchFamily} can be continued, recursive ones too. What a slice does depends on its deadline and incumbent
 * alone, whichever thread starts it. A tree is begun anew when the incumbent has become better while it was young: it
 * has fixed variables by an incumbent that is worth less by now. A slice may also {@link #begin} and go on beside its
 * caller until {@link #await}. For one user at a time, who may
 * hand it on to another thread; to be closed, which ends the thread.
 */
public final class ResumableBranching implements AutoCloseable {
    /** Questions to the deadline up to which a tree is young. */
    private static final long YOUNG = 1000;
    /** The trees are as deep as their problems have variables. */
    private static final long STACK_BYTES = 64L << 20;

    private static final AtomicInteger THREADS = new AtomicInteger();

    private final Problem problem;
    private final Consumer<Bits> found;
    private @Nullable Tree tree;
    private double begunWith;
    private double root;

    /**
     * Of a problem to which {@link BranchSearch#applies} says yes.
     *
     * @param found takes every solution better than the incumbent as it is found, on the caller's thread
     */
    public ResumableBranching(Problem problem, Consumer<Bits> found) {
        this.problem = problem;
        this.found = found;
    }

    /**
     * One slice; returns when it is over. The result's {@code better} is the last solution found in this slice.
     *
     * @param incumbent objective of the best feasible solution known in the problem's own sense, or the worst value
     * @param root a valid bound known before, returned as long as the tree is not finished
     * @throws RuntimeException what the tree threw
     */
    public BranchResult resume(double incumbent, double root, Deadline slice) {
        begin(incumbent, root, slice);
        return await();
    }

    /** The same without waiting for its end; {@link #await} has to follow. */
    public void begin(double incumbent, double rootBound, Deadline slice) {
        root = rootBound;
        Tree present = tree;
        if (present != null && present.isYoung() && problem.sense().isBetter(incumbent, begunWith)) {
            present.close();
            present = null;
        }
        if (present == null) {
            present = new Tree(problem, incumbent);
            begunWith = incumbent;
            tree = present;
        }
        present.begin(incumbent, slice);
    }

    /** Waits for the end of the slice that was begun, and hands on what it found. */
    public BranchResult await() {
        return await(found);
    }

    /** The same with another listener for this slice alone. */
    public BranchResult await(Consumer<Bits> listener) {
        Tree present = Objects.requireNonNull(tree, "no slice was begun");
        BranchResult result = present.await(listener);
        return result.finished() ? result : new BranchResult(false, root, result.better(), result.nodes());
    }

    @Override
    public void close() {
        if (tree != null) {
            tree.close();
        }
    }

    /** A tree and its thread. */
    private static final class Tree implements BranchIncumbent {
        private final Problem problem;
        private final Thread thread;
        private final Semaphore go = new Semaphore(0);
        /** What the tree tells: a solution, or nothing where a slice is over. */
        private final BlockingQueue<Optional<Bits>> told = new LinkedBlockingQueue<>();

        private volatile boolean halted;
        private boolean running;
        // set by one thread while the other waits
        private Deadline slice = Deadline.never();
        private double incumbent;
        private long questions;
        private boolean closed;
        private @Nullable BranchResult result;
        private @Nullable Error error;
        private @Nullable RuntimeException exception;

        Tree(Problem problem, double incumbent) {
            this.problem = problem;
            this.incumbent = incumbent;
            thread = new Thread(null, this::search, "shrinq-branch-" + THREADS.incrementAndGet(), STACK_BYTES);
            thread.setDaemon(true);
        }

        boolean isYoung() {
            return questions <= YOUNG && result == null;
        }

        void begin(double known, Deadline deadline) {
            if (!isEnded()) {
                incumbent = problem.sense().isBetter(known, incumbent) ? known : incumbent;
                slice = deadline;
                go();
            }
        }

        BranchResult await(Consumer<Bits> listener) {
            Optional<Bits> better = listen(listener);
            if (error != null) {
                throw error;
            }
            if (exception != null) {
                throw exception;
            }
            return result == null
                    ? new BranchResult(false, Double.NaN, better, questions)
                    : new BranchResult(true, result.bound(), better, result.nodes());
        }

        private boolean isEnded() {
            return result != null || error != null || exception != null;
        }

        private boolean isBegun() {
            return thread.getState() != Thread.State.NEW;
        }

        private void go() {
            halted = false;
            running = true;
            if (isBegun()) {
                go.release();
            } else {
                thread.start();
            }
        }

        /**
         * Until the tree waits or ends; returns the last solution it found. An interrupt ends the slice, and is left
         * set.
         */
        private Optional<Bits> listen(Consumer<Bits> listener) {
            Optional<Bits> better = Optional.empty();
            boolean interrupted = false;
            while (running) {
                try {
                    Optional<Bits> next = told.take();
                    running = next.isPresent();
                    better = running ? next : better;
                    next.ifPresent(listener);
                } catch (InterruptedException e) {
                    interrupted = true;
                    halted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            return better;
        }

        /** Ends the thread, which leaves its tree unfinished. */
        void close() {
            halted = true;
            listen(x -> {});
            if (isBegun() && !isEnded()) {
                closed = true;
                go();
                listen(x -> {});
            }
        }

        private void search() {
            try {
                result = BranchSearch.search(
                                problem, this, Double.NaN, Deadline.never().orWhen(this::isOver))
                        .orElseThrow();
            } catch (RuntimeException e) {
                exception = e;
            } catch (OutOfMemoryError | StackOverflowError e) {
                error = e;
            } finally {
                told.add(Optional.empty());
            }
        }

        /** Waits here when the slice is over; only a tree that is closed hears of an end. */
        private boolean isOver() {
            questions++;
            while (!closed && (halted || slice.expired())) {
                told.add(Optional.empty());
                go.acquireUninterruptibly();
            }
            return closed;
        }

        @Override
        public double objective() {
            return incumbent;
        }

        @Override
        public void found(Bits x) {
            told.add(Optional.of(x));
        }
    }
}
