package org.shrinq.solver;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.IntStream;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.Sense;
import org.shrinq.qubo.model.Expression;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.problem.Unit;
import org.shrinq.qubo.problem.VariableTable;
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
 * @param boundHistory every bound that was better than all before, in the order in which they were known
 * @param controls what others reach in the circuit's place, when asked for
 * @param failures stages that failed without ending the run
 * @param options the configuration
 * @param stop why the run ended
 * @param limitedBy what cut any of it short; without {@link Limit#TIME} the same seed gives the same result anywhere
 * @param seconds wall time since the call of run, or since the moment given to {@link Shrinq#since}
 * @param portfolio the members of a {@link SolverOptions#portfolio}, in order, of which {@code trace} and
 *     {@code controls} are those of the one that found {@code x}; empty for a run by itself
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
        List<Trace.Tightening> boundHistory,
        List<Control> controls,
        List<Failure> failures,
        SolverOptions options,
        Stop stop,
        Set<Limit> limitedBy,
        double seconds,
        List<PortfolioMember> portfolio) {
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
        boundHistory = List.copyOf(boundHistory);
        controls = List.copyOf(controls);
        failures = List.copyOf(failures);
        limitedBy = Set.copyOf(limitedBy);
        portfolio = List.copyOf(portfolio);
    }

    public boolean isFeasible() {
        return x.isPresent();
    }

    /** The objective in the problem's own sense. */
    public OptionalDouble objective() {
        return verification.isPresent() ? OptionalDouble.of(verification.get().objective()) : OptionalDouble.empty();
    }

    /**
     * |objective − bound| / |objective|, or over |bound| where the objective is 0; the same for any multiple of the
     * objective. Empty without a solution or for an infinite bound.
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

    /**
     * The variables that are 1, counted from 0, ascending; empty without a solution.
     */
    public List<Integer> selected() {
        return x.map(bits -> IntStream.range(0, bits.size())
                        .filter(i -> bits.get(i) == 1)
                        .boxed()
                        .toList())
                .orElse(List.of());
    }

    /**
     * The names of the model's variables that are not 0, in its order; of "x1", "x2", … where the problem has no names.
     */
    public List<String> selectedNames() {
        return values().entrySet().stream()
                .filter(e -> e.getValue() != 0)
                .map(Map.Entry::getKey)
                .toList();
    }

    /**
     * The values of the model's variables by name, in its order; those of "x1", "x2", … where the problem has no names.
     * Empty without a solution.
     */
    public Map<String, Double> values() {
        return x.map(bits -> problem.namedVariables().values(bits.toArray())).orElse(Map.of());
    }

    /**
     * The value of a variable in the solution.
     *
     * @param name its name in the model, or "x1", "x2", … where the problem has no names
     * @throws IllegalArgumentException when no variable has that name
     * @throws NoSuchElementException without a solution: ask {@link #isFeasible} first
     */
    public double valueOf(String name) {
        return problem.namedVariables()
                .valueOf(name, found())
                .orElseThrow(() -> new IllegalArgumentException("no variable '" + name + "' in " + problem.name()));
    }

    /**
     * The value of a variable, or of a sum of variables, of the {@link org.shrinq.qubo.model.Model} that was solved.
     *
     * @throws IllegalArgumentException for variables of another model
     * @throws NoSuchElementException without a solution: ask {@link #isFeasible} first
     */
    public double valueOf(Expression expression) {
        byte[] bits = found();
        List<VariableTable.Variable> variables = problem.variables().variables();
        return expression.value(v -> {
            if (v.index() >= variables.size()
                    || !variables.get(v.index()).name().equals(v.name())) {
                throw new IllegalArgumentException("no variable '" + v.name() + "' in " + problem.name());
            }
            return variables.get(v.index()).value(bits);
        });
    }

    private byte[] found() {
        return x.orElseThrow(() -> new NoSuchElementException("no solution was found: " + status))
                .toArray();
    }

    /**
     * The result as JSON text, as {@code solve --json} prints it, in the schema of docs/result.schema.json; without a
     * file's path and digest.
     */
    public String toJson() {
        return ServiceLoader.load(SolutionJson.class, SolutionJson.class.getClassLoader())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "no service " + SolutionJson.class.getName() + ": it is in META-INF/services of shrinq-solver"))
                .text(this);
    }

    /** "OPTIMAL: 31, gap 0 %, x = 110101 (0.31 s)". */
    @Override
    public String toString() {
        return SolutionText.of(this);
    }

    /** What 1 in energies and penalty weights of the account is worth in the objective; a power of ten, 1 as a rule. */
    public double energyUnit() {
        return problem.normalForm().unit().back(1);
    }
}
