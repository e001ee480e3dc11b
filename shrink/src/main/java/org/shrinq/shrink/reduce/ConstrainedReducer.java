package org.shrinq.shrink.reduce;

import java.util.Arrays;
import org.shrinq.qubo.problem.BinaryQuadraticProgram;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.run.Deadline;

/**
 * Any model with constraints: propagation and probing; fixes and merges are substituted into objective and constraints.
 */
final class ConstrainedReducer {
    private final Problem problem;
    private final ReduceOptions options;
    private final Deadline deadline;

    ConstrainedReducer(Problem problem, ReduceOptions options, Deadline deadline) {
        this.problem = problem;
        this.options = options;
        this.deadline = deadline;
    }

    Reduced reduce() {
        if (!options.uses(ReductionRule.PROPAGATION)) {
            return Reduced.identity(problem, Reduced.Outcome.OPEN);
        }
        ModelProbing rules = new ModelProbing(problem.model());
        RuleCounts counts = new RuleCounts();
        byte[] free = new byte[problem.size()];
        Arrays.fill(free, (byte) -1);
        counts.add(ReductionRule.PROPAGATION, rules.propagate(free));
        if (rules.isConsistent() && options.uses(ReductionRule.PROBING)) {
            counts.add(ReductionRule.PROBING, rules.probe(deadline));
        }
        if (!rules.isConsistent()) {
            return Reduced.identity(problem, Reduced.Outcome.NOTHING_BETTER);
        }
        if (counts.toMap().isEmpty()) {
            return Reduced.identity(problem, Reduced.Outcome.OPEN);
        }
        Substitution substitution = new Substitution(rules.classes());
        Problem rest = new BinaryQuadraticProgram(
                problem.name(), substitution.apply(problem.model()), substitution.integers(problem.variables()));
        byte[] unfixed = new byte[rest.size()];
        Arrays.fill(unfixed, (byte) -1);
        return new Reduced(
                problem,
                rest,
                unfixed,
                0,
                x -> QuadraticReducer.expand(rules.classes(), substitution.position(), x),
                counts.toMap(),
                Reduced.Outcome.OPEN);
    }
}
