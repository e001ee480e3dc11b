package org.shrinq.solver.audit;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.SplittableRandom;
import org.shrinq.quantum.QuantumOptions;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.relax.Bound;
import org.shrinq.solver.Method;
import org.shrinq.solver.Polish;
import org.shrinq.solver.RefusedException;
import org.shrinq.solver.Shrinq;
import org.shrinq.solver.Solution;
import org.shrinq.solver.SolverOptions;
import org.shrinq.solver.SolverOptions.Stage;
import org.shrinq.solver.Status;

/** A whole run with any options: status, solution, objective and bounds against enumeration. */
final class RunCheck implements Check {
    private static final Method[] METHODS = {Method.QAOA, Method.ANNEALING, Method.GREEDY, Method.EXACT, Method.RANDOM};
    /** Of so many runs one is a search or polished, which takes as long as all the others. */
    private static final int LONG_RUN = 200;

    @Override
    public String name() {
        return "whole run";
    }

    static SolverOptions options(SplittableRandom random) {
        SolverOptions options = SolverOptions.defaults()
                .withMethod(METHODS[random.nextInt(METHODS.length)])
                .withQubits(random.nextInt(1, 6))
                .withRounds(random.nextInt(1, 3))
                .withSeed(random.nextInt(1000))
                .withQuantum(QuantumOptions.defaults().withShots(64).withMaxEvaluations(20))
                .withReduce(stage(random))
                .withShrink(random.nextInt(4) > 0 ? Stage.ON : Stage.OFF)
                .withRepair(random.nextInt(4) > 0 ? Stage.ON : Stage.OFF)
                .withBounds(random.nextInt(4) > 0 ? Stage.ON : Stage.OFF);
        return switch (random.nextInt(LONG_RUN)) {
            case 0 -> options;
            case 1 -> options.withMethod(random.nextBoolean() ? Method.TABU : Method.LOCAL_SEARCH);
            default -> options.withPolish(Polish.none());
        };
    }

    private static Stage stage(SplittableRandom random) {
        return random.nextBoolean() ? Stage.ON : Stage.OFF;
    }

    @Override
    public Optional<String> fault(Specimen specimen, SplittableRandom random) {
        SolverOptions options = options(random);
        Problem problem = specimen.problem();
        Solution solution;
        try {
            solution = Shrinq.with(options).run(problem);
        } catch (RefusedException refused) {
            return Optional.empty();
        }
        return fault(specimen, problem, solution)
                .map(f -> f + " (" + options.method() + ", reduce " + options.reduce()
                        + ", shrink " + options.shrink() + ", repair " + options.repair() + ", bounds "
                        + options.bounds()
                        + ", polish " + options.polish() + ", qubits " + options.qubits() + ", rounds "
                        + options.rounds()
                        + ", seed " + options.seed() + ")");
    }

    static Optional<String> fault(Specimen specimen, Problem problem, Solution solution) {
        if (!solution.failures().isEmpty()) {
            return Optional.of("failures " + solution.failures());
        }
        Optional<BigDecimal> optimum = specimen.optimum();
        if (optimum.isEmpty()) {
            return solution.status() == Status.INFEASIBLE || solution.status() == Status.UNKNOWN
                    ? Optional.empty()
                    : Optional.of(solution.status() + ", but nothing is feasible");
        }
        if (solution.status() == Status.INFEASIBLE) {
            return Optional.of("INFEASIBLE, but " + optimum.get() + " is reached");
        }
        double step = Math.ulp(optimum.get().doubleValue());
        int sign = problem.sense().factor();
        for (Bound bound : solution.bound().all()) {
            if (sign * bound.value() > sign * optimum.get().doubleValue() + step) {
                return Optional.of("bound " + bound + " excludes the optimum " + optimum.get());
            }
        }
        if (solution.x().isEmpty()) {
            return Optional.empty();
        }
        byte[] x = solution.x().get().toArray();
        if (!specimen.isFeasible(x)) {
            return Optional.of("solution " + solution.x().get() + " is not feasible");
        }
        BigDecimal value = specimen.objective(x);
        double objective = solution.objective().orElseThrow();
        if (Math.abs(objective - value.doubleValue()) > 4 * Math.ulp(value.doubleValue())) {
            return Optional.of("objective " + objective + " of a solution worth " + value);
        }
        if (solution.status() == Status.OPTIMAL && value.compareTo(optimum.get()) != 0) {
            return Optional.of("OPTIMAL with " + value + ", the optimum is " + optimum.get());
        }
        return Optional.empty();
    }
}
