package org.shrinq.cpsat;

import com.google.ortools.Loader;
import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverSolutionCallback;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.Literal;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.relax.branch.BranchResult;
import org.shrinq.solver.ExactSolver;
import org.shrinq.solver.RefusedException;

/**
 * CP-SAT of Google OR-Tools: clause learning, linear relaxations and search on the whole model; the objective's
 * products are linearised.
 */
public final class CpSatSolver implements ExactSolver {
    private static final long LOOK_EVERY_MILLIS = 20;
    private static final double LONGEST_SECONDS = 1e9;

    @Override
    public String id() {
        return "cp-sat";
    }

    @Override
    public BranchResult solve(Task task, Deadline deadline, Consumer<Bits> found) {
        load();
        Problem problem = task.problem();
        CpSatModel model = CpSatModel.of(problem);
        task.start().ifPresent(model::hint);
        CpSolver solver = new CpSolver();
        solver.getParameters()
                .setMaxTimeInSeconds(Math.min(LONGEST_SECONDS, deadline.remainingSeconds()))
                .setNumSearchWorkers(task.threads())
                .setRandomSeed((int) (task.seed() & Integer.MAX_VALUE));
        CpSolverStatus status = runUntil(deadline, solver, model, new Found(model.x, found));
        boolean solved = status == CpSolverStatus.OPTIMAL || status == CpSolverStatus.FEASIBLE;
        Optional<Bits> x = solved ? Optional.of(bits(model.x, solver::booleanValue)) : Optional.empty();
        boolean finished = status == CpSolverStatus.OPTIMAL || status == CpSolverStatus.INFEASIBLE;
        // without a solution CP-SAT may answer 0, which is no bound
        double bound = solved
                ? model.value(solver.bestObjectiveBound())
                : -problem.sense().factor() * Double.POSITIVE_INFINITY;
        return new BranchResult(finished, bound, x, solver.numBranches());
    }

    private static CpSolverStatus runUntil(Deadline deadline, CpSolver solver, CpSatModel model, Found found) {
        ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(run -> {
            Thread thread = new Thread(run, "cp-sat deadline");
            thread.setDaemon(true);
            return thread;
        });
        try {
            watch.scheduleAtFixedRate(
                    () -> {
                        if (deadline.expired()) {
                            solver.stopSearch();
                        }
                    },
                    LOOK_EVERY_MILLIS,
                    LOOK_EVERY_MILLIS,
                    TimeUnit.MILLISECONDS);
            return solver.solve(model.model, found);
        } finally {
            watch.shutdownNow();
        }
    }

    private static void load() {
        try {
            Loader.loadNativeLibraries();
        } catch (UnsatisfiedLinkError | RuntimeException e) {
            throw new RefusedException(
                    "the native library of OR-Tools cannot be loaded here (" + e.getMessage()
                            + "); it is built for Linux on x86-64",
                    e);
        }
    }

    /** Hands on every solution. */
    private static final class Found extends CpSolverSolutionCallback {
        private final BoolVar[] x;
        private final Consumer<Bits> consumer;

        Found(BoolVar[] x, Consumer<Bits> consumer) {
            this.x = x;
            this.consumer = consumer;
        }

        @Override
        public void onSolutionCallback() {
            consumer.accept(bits(x, this::booleanValue));
        }
    }

    /** Looks up the value of a literal. */
    private interface Values {
        boolean of(Literal literal);
    }

    private static Bits bits(BoolVar[] x, Values values) {
        byte[] bits = new byte[x.length];
        for (int i = 0; i < x.length; i++) {
            bits[i] = (byte) (values.of(x[i]) ? 1 : 0);
        }
        return Bits.of(bits);
    }
}
