package org.shrinq.solver;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.Sense;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.problem.Unit;
import org.shrinq.relax.BoundReport;
import org.shrinq.repair.verify.Verification;

/**
 * The outcome of a run: a verified solution with a bound and the account of every stage. Immutable.
 *
 * @param problem what was solved
 * @param status what is known
 * @param x the solution in the problem's own variables; empty when none was found
 * @param verification the verdict on {@code x}, from the problem's own data
 * @param solutions up to {@link SolverOptions#pool} different feasible solutions, best first, {@code x} being the first
 * @param origin the stage that {@code x} comes from
 * @param bound the best valid bounds, in the problem's own sense
 * @param trace what every stage did
 * @param history every incumbent
 * @param controls what others reach in the circuit's place, when asked for
 * @param failures stages that failed without ending the run
 * @param options the configuration
 * @param stop why the run ended
 * @param limitedBy what cut any of it short; without {@link Limit#TIME} the same seed gives the same result anywhere
 * @param seconds wall time since the call of run, or since the moment given to {@link Shrinq#since}
 */
public record Solution(
        Problem problem,
        Status status,
        Optional<Bits> x,
        Optional<Verification> verification,
        List<Bits> solutions,
        Optional<Origin> origin,
        BoundReport bound,
        Trace trace,
        List<Trace.Improvement> history,
        List<Control> controls,
        List<Failure> failures,
        SolverOptions options,
        Stop stop,
        Set<Limit> limitedBy,
        double seconds) {
    /** What can cut a run short. */
    public enum Limit {
        /** A clock ended a stage or the run: the result depends on the machine and its load. */
        TIME,
        /** A stage lacked memory. */
        MEMORY;

        /** "time", "memory": what result files name it. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Why a run ended. */
    public enum Stop {
        OPTIMAL("proven optimal"),
        INFEASIBLE("proven infeasible"),
        ROUNDS("all rounds done"),
        TIME("time limit reached"),
        CANCELLED("cancelled");

        private final String text;

        Stop(String text) {
            this.text = text;
        }

        /** In words. */
        public String text() {
            return text;
        }
    }

    public Solution {
        solutions = List.copyOf(solutions);
        history = List.copyOf(history);
        controls = List.copyOf(controls);
        failures = List.copyOf(failures);
        limitedBy = Set.copyOf(limitedBy);
    }

    public boolean isFeasible() {
        return x.isPresent();
    }

    /** The objective in the problem's own sense. */
    public OptionalDouble objective() {
        return verification.isPresent() ? OptionalDouble.of(verification.get().objective()) : OptionalDouble.empty();
    }

    /**
     * |objective − bound| / |objective|, or over |bound| where the objective is 0; the same for any multiple of the objective. Empty without a
     * solution or for an infinite bound.
     */
    public OptionalDouble gap() {
        double b = bound.best().value();
        if (verification.isEmpty() || Double.isInfinite(b)) {
            return OptionalDouble.empty();
        }
        Unit unit = problem.normalForm().unit();
        double value = unit.of(verification.get().objective());
        b = unit.of(b);
        double size = value != 0 ? Math.abs(value) : Math.abs(b);
        double difference = problem.sense() == Sense.MAXIMIZE ? b - value : value - b;
        return OptionalDouble.of(size == 0 ? 0 : Math.max(0, difference / size));
    }

    /** What 1 in energies and penalty weights of the account is worth in the objective; a power of ten, 1 as a rule. */
    public double energyUnit() {
        return problem.normalForm().unit().back(1);
    }
}
