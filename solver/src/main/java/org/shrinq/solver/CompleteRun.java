package org.shrinq.solver;

import org.shrinq.relax.Bound;
import org.shrinq.relax.BoundKind;
import org.shrinq.relax.branch.BranchResult;
import org.shrinq.search.Hints;

/** A complete solver from elsewhere on the whole problem, from the constructed solution. */
final class CompleteRun implements Run {
    private final RunContext run;
    private final ExactSolver solver;

    /** @throws RefusedException when the solver is not there */
    CompleteRun(RunContext run) {
        this.run = run;
        String id = run.options.method().id();
        this.solver = ExactSolver.find(id)
                .orElseThrow(() -> new RefusedException("--method " + id
                        + " needs Google OR-Tools, which is not part of this jar. Build one with it: mvn -Pcp-sat "
                        + "-Dfast -DskipTests package (Linux on x86-64), or choose --method exact, which enumerates "
                        + "the shrunk problem."));
    }

    @Override
    public boolean next() {
        run.bound();
        Hints hints = run.hints(run.problem);
        run.offerStart();
        run.incumbent.offer(run.greedy(hints), Origin.CONSTRUCTION);
        run.listener.stage(RunStage.SEARCH, 0);
        run.attempts.run("search", this::search);
        return false;
    }

    @Override
    public Trace trace() {
        return Trace.whole(run.known());
    }

    private void search() {
        Incumbent incumbent = run.incumbent;
        ExactSolver.Task task =
                new ExactSolver.Task(run.problem, incumbent.x(), run.options.seed(), run.options.threads());
        BranchResult result = solver.solve(task, run.plan.whole(), x -> incumbent.offer(x, Origin.SEARCH));
        result.better().ifPresent(x -> incumbent.offer(x, Origin.SEARCH));
        run.setInfeasible(
                result.finished() && !incumbent.isPresent() && result.better().isEmpty());
        if (incumbent.isPresent()) {
            run.relaxations.add(new Bound(BoundKind.CP_SAT, result.bound()));
        }
    }
}
