package org.shrinq.solver.audit;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.SplittableRandom;
import org.shrinq.quantum.InsufficientMemoryException;
import org.shrinq.quantum.Objective;
import org.shrinq.quantum.QuantumOptions;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.encode.EncodingException;
import org.shrinq.qubo.encode.InequalityEncoding;
import org.shrinq.qubo.encode.PenaltyPolicy;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.relax.Bound;
import org.shrinq.solver.CorrelationChoice;
import org.shrinq.solver.Failure;
import org.shrinq.solver.Method;
import org.shrinq.solver.Polish;
import org.shrinq.solver.RefusedException;
import org.shrinq.solver.Shrinq;
import org.shrinq.solver.Solution;
import org.shrinq.solver.SolverOptions;
import org.shrinq.solver.SolverOptions.Stage;
import org.shrinq.solver.SolverOptions.TrainingTarget;
import org.shrinq.solver.Status;

/** A whole run with any options: status, solution, objective and bounds against enumeration. */
final class RunCheck implements Check {
    private static final Method[] METHODS = {Method.QAOA, Method.ANNEALING, Method.GREEDY, Method.EXACT, Method.RANDOM};
    private static final Method[] CIRCUITS = {
        Method.MA_QAOA,
        Method.WS_QAOA,
        Method.XY_QAOA,
        Method.GROVER_QAOA,
        Method.RQAOA,
        Method.VQE,
        Method.PCE,
        Method.QRAO
    };
    private static final CorrelationChoice[] SOURCES = {
        CorrelationChoice.SDP, CorrelationChoice.LP, CorrelationChoice.SAMPLES, CorrelationChoice.RANDOM
    };
    private static final Objective[] OBJECTIVES = {Objective.EXPECTATION, Objective.CVAR, Objective.GIBBS};
    /** Of so many runs one is a search or polished, which takes as long as all the others. */
    private static final int LONG_RUN = 800;
    /** Of so many runs one has another circuit than QAOA. */
    private static final int OTHER_CIRCUIT = 16;

    @Override
    public String name() {
        return "whole run";
    }

    static SolverOptions options(SplittableRandom random) {
        Method method = random.nextInt(OTHER_CIRCUIT) == 0 ? any(CIRCUITS, random) : any(METHODS, random);
        int unshrunk = method.role() == Method.Role.CIRCUIT ? 16 : 4; // circuits of 14 qubits take their time
        SolverOptions options = SolverOptions.defaults()
                .withMethod(method)
                .withQubits(random.nextInt(1, 6))
                .withRounds(random.nextInt(1, 3))
                .withSeed(random.nextInt(1000))
                .withPool(random.nextInt(1, 4))
                .withEncoding(any(InequalityEncoding.values(), random))
                .withPenalty(random.nextBoolean() ? PenaltyPolicy.auto() : PenaltyPolicy.tight())
                .withQuantum(quantum(random))
                .withTrainingTarget(random.nextInt(8) > 0 ? TrainingTarget.ENERGY : TrainingTarget.REPAIRED)
                .withReduce(stage(random))
                .withShrink(random.nextInt(unshrunk) > 0 ? Stage.ON : Stage.OFF)
                .withRepair(random.nextInt(4) > 0 ? Stage.ON : Stage.OFF)
                .withBounds(random.nextInt(4) > 0 ? Stage.ON : Stage.OFF);
        if (random.nextInt(6) == 0) {
            options = options.withCorrelations(any(SOURCES, random));
        } else if (random.nextInt(LONG_RUN) == 0) {
            options = options.withCorrelations(any(CorrelationChoice.values(), random));
        }
        return switch (random.nextInt(LONG_RUN)) {
            case 0 -> options;
            case 1 -> options.withMethod(random.nextBoolean() ? Method.TABU : Method.LOCAL_SEARCH);
            default -> options.withPolish(Polish.none());
        };
    }

    private static QuantumOptions quantum(SplittableRandom random) {
        return QuantumOptions.defaults()
                .withShots(32)
                .withMaxEvaluations(10)
                .withLayers(random.nextInt(1, 3))
                .withObjective(any(OBJECTIVES, random));
    }

    private static <T> T any(T[] values, SplittableRandom random) {
        return values[random.nextInt(values.length)];
    }

    private static Stage stage(SplittableRandom random) {
        return random.nextBoolean() ? Stage.ON : Stage.OFF;
    }

    @Override
    public Optional<String> fault(Enumerated enumerated, SplittableRandom random) {
        Specimen specimen = enumerated.specimen();
        SolverOptions options = options(random);
        Enumerated judged = enumerated;
        if (!specimen.rows().isEmpty() && random.nextInt(6) == 0) {
            BigDecimal tolerance = BigDecimal.valueOf(random.nextInt(1, 30), random.nextInt(0, 13));
            options = options.withFeasibilityTolerance(tolerance.doubleValue());
            judged = new Enumerated(specimen.tolerant(tolerance));
        }
        Problem problem = specimen.problem();
        Solution solution;
        try {
            solution = Shrinq.with(options).run(problem);
        } catch (RefusedException | EncodingException | InsufficientMemoryException refused) {
            return Optional.empty();
        }
        String how = " (" + in(options) + ")";
        return fault(judged, problem, solution).map(f -> f + how);
    }

    /** The options that are drawn. */
    static String in(SolverOptions options) {
        return options.method() + ", reduce " + options.reduce() + ", shrink " + options.shrink() + ", repair "
                + options.repair() + ", bounds " + options.bounds() + ", polish " + options.polish() + ", qubits "
                + options.qubits() + ", rounds " + options.rounds() + ", encoding " + options.encoding() + ", penalty "
                + options.penalty() + ", correlations " + options.correlations() + ", tolerance "
                + options.feasibilityTolerance() + ", seed " + options.seed();
    }

    /** Options that do not go together, found out in a later round, or more qubits than a method takes. */
    private static boolean isRefusal(String message) {
        return message.contains("exact enumeration of")
                || message.contains(RefusedException.class.getSimpleName())
                || message.contains(EncodingException.class.getSimpleName())
                || message.contains(InsufficientMemoryException.class.getSimpleName());
    }

    static Optional<String> fault(Enumerated enumerated, Problem problem, Solution solution) {
        Specimen specimen = enumerated.specimen();
        Optional<Failure> failure = solution.failures().stream()
                .filter(f -> !isRefusal(f.message()))
                .findFirst();
        if (failure.isPresent()) {
            return Optional.of("failed: " + failure.get());
        }
        Optional<BigDecimal> optimum = enumerated.optimum();
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
        for (Bits other : solution.solutions()) {
            if (!specimen.isFeasible(other.toArray())) {
                return Optional.of("of the solutions " + other + " is not feasible");
            }
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
