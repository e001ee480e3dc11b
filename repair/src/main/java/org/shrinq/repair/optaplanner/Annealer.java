package org.shrinq.repair.optaplanner;

import java.time.Duration;
import java.util.List;
import org.optaplanner.core.api.score.calculator.IncrementalScoreCalculator;
import org.optaplanner.core.api.solver.Solver;
import org.optaplanner.core.api.solver.SolverFactory;
import org.optaplanner.core.config.heuristic.selector.move.MoveSelectorConfig;
import org.optaplanner.core.config.localsearch.LocalSearchPhaseConfig;
import org.optaplanner.core.config.localsearch.decider.acceptor.LocalSearchAcceptorConfig;
import org.optaplanner.core.config.localsearch.decider.forager.LocalSearchForagerConfig;
import org.optaplanner.core.config.score.director.ScoreDirectorFactoryConfig;
import org.optaplanner.core.config.solver.EnvironmentMode;
import org.optaplanner.core.config.solver.SolverConfig;
import org.optaplanner.core.config.solver.termination.TerminationConfig;
import org.optaplanner.core.impl.solver.DefaultSolverFactory;

/**
 * One OptaPlanner solver factory, used for every annealing of one kind of plan: building it takes tenths of a second,
 * building a solver from it next to nothing. The factory reads seed, temperature and limits from its configuration
 * whenever it builds a solver. The acceptor is simulated annealing, named explicitly: the default, late acceptance,
 * stalls on small assignment problems. One thread.
 */
final class Annealer<P> {
    private final SolverConfig config;
    private final LocalSearchAcceptorConfig acceptor;
    private final SolverFactory<P> factory;

    Annealer(
            Class<P> plan,
            Class<?> entity,
            Class<? extends IncrementalScoreCalculator<P, ?>> score,
            MoveSelectorConfig<?> moves) {
        acceptor = new LocalSearchAcceptorConfig().withSimulatedAnnealingStartingTemperature("1");
        LocalSearchPhaseConfig phase = new LocalSearchPhaseConfig()
                .withAcceptorConfig(acceptor)
                .withForagerConfig(new LocalSearchForagerConfig().withAcceptedCountLimit(1));
        phase.setMoveSelectorConfig(moves);
        config = new SolverConfig()
                .withEnvironmentMode(EnvironmentMode.REPRODUCIBLE)
                .withSolutionClass(plan)
                .withEntityClasses(entity)
                .withScoreDirectorFactory(new ScoreDirectorFactoryConfig().withIncrementalScoreCalculatorClass(score))
                .withPhaseList(List.of(phase));
        // SolverFactory.create would copy the configuration and not see the changes made before each annealing
        factory = new DefaultSolverFactory<>(config);
    }

    /**
     * Anneals once, from the given temperature to zero over the limits.
     *
     * @param start modified
     * @param temperature a score: what a step may lose at the start with probability 1/e
     * @param calculations number of score calculations over which to cool, unless time ends first
     */
    P anneal(P start, long seed, String temperature, long calculations, Watch watch) {
        acceptor.setSimulatedAnnealingStartingTemperature(temperature);
        TerminationConfig limits = new TerminationConfig().withScoreCalculationCountLimit(calculations);
        if (watch.deadline().hasTimeLimit()) {
            limits.setSpentLimit(
                    Duration.ofMillis((long) (1000 * watch.deadline().remainingSeconds()) + 1));
        }
        config.setRandomSeed(seed);
        config.setTerminationConfig(limits);
        Solver<P> solver = factory.buildSolver();
        watch.guard(solver::terminateEarly);
        return solver.solve(start);
    }
}
