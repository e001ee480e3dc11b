package org.shrinq.instances.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.shrinq.instances.codec.Codec;
import org.shrinq.instances.codec.Wanted;
import org.shrinq.instances.text.InstanceException;
import org.shrinq.instances.text.Limits;
import org.shrinq.instances.text.Text;
import org.shrinq.qubo.AtMostOne;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Conflict;
import org.shrinq.qubo.Constraint;
import org.shrinq.qubo.Graph;
import org.shrinq.qubo.QuadraticForm;
import org.shrinq.qubo.Sense;
import org.shrinq.qubo.problem.BinaryQuadraticProgram;
import org.shrinq.qubo.problem.MaxCut;
import org.shrinq.qubo.problem.MaximumIndependentSet;
import org.shrinq.qubo.problem.MultidimensionalKnapsack;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.problem.ProblemKind;

/** The same problem, with the same variables and objective, as another kind. */
public final class Recast {
    /** Either the problem or why there is none, as the end of a sentence. */
    public record Outcome(Optional<Problem> problem, String why) {
        static Outcome of(Problem problem) {
            return new Outcome(Optional.of(problem), "");
        }

        static Outcome none(String why) {
            return new Outcome(Optional.empty(), why);
        }
    }

    private Recast() {}

    /** What was read, as the kind that was asked for. */
    public static Codec.Parsed asWanted(Text text, Wanted wanted, Codec.Parsed parsed) {
        if (wanted.kind().isEmpty()) {
            return parsed;
        }
        Outcome outcome = as(parsed.problem(), wanted.kind().get());
        Problem problem = outcome.problem()
                .orElseThrow(() -> InstanceException.of(
                        InstanceException.Reason.INVALID,
                        text.file(),
                        "the model is no " + wanted.kind().get().title() + " problem: " + outcome.why(),
                        "Leave out --problem to solve it as a general model."));
        return new Codec.Parsed(problem, parsed.best(), parsed.variableNames(), parsed.warnings(), parsed.table());
    }

    public static Outcome as(Problem problem, ProblemKind kind) {
        if (problem.kind() == kind) {
            return Outcome.of(problem);
        }
        if (!problem.model().squares().isEmpty()) {
            return Outcome.none("its objective is of the fourth degree");
        }
        return switch (kind) {
            case BINARY_QUADRATIC -> Outcome.of(new BinaryQuadraticProgram(problem.name(), problem.model()));
            case KNAPSACK -> knapsack(problem);
            case INDEPENDENT_SET -> independentSet(problem);
            case MAX_CUT -> maxCut(problem);
            case QUADRATIC_ASSIGNMENT, MARKET_SHARE, LOW_AUTOCORRELATION ->
                Outcome.none("its data cannot be told from the model");
        };
    }

    /** Why the objective is not Σ v_i x_i, maximised. */
    private static Optional<String> obstacleToLinear(BinaryModel model) {
        if (model.sense() != Sense.MAXIMIZE) {
            return Optional.of("it minimises");
        }
        if (model.objective().couplings() > 0) {
            return Optional.of("its objective is quadratic");
        }
        return model.objective().offset() != 0 ? Optional.of("its objective has a constant") : Optional.empty();
    }

    private static double[] linear(QuadraticForm form) {
        double[] values = new double[form.size()];
        Arrays.setAll(values, form::linear);
        return values;
    }

    private static Outcome knapsack(Problem problem) {
        BinaryModel model = problem.model();
        Optional<String> obstacle = obstacleToLinear(model);
        if (obstacle.isPresent()) {
            return Outcome.none(obstacle.get());
        }
        int m = model.constraints().size();
        if (24.0 * m * model.size() > 0.5 * Limits.ofThisJava().heapBytes()) {
            return Outcome.none("its " + m + " × " + model.size() + " weights would not fit into memory");
        }
        double[][] weights = new double[m][model.size()];
        double[] capacities = new double[m];
        for (int k = 0; k < m; k++) {
            Constraint row = model.constraints().get(k);
            capacities[k] = row.bound();
            for (int t = 0; t < row.arity(); t++) {
                weights[k][row.variable(t)] = row.coefficient(t);
                if (row.coefficient(t) < 0) {
                    return Outcome.none("constraint " + row.name() + " has a negative coefficient");
                }
            }
            if (row.isEquality()) {
                return Outcome.none("constraint " + row.name() + " is an equation");
            }
            if (row.bound() < 0) {
                return Outcome.none("constraint " + row.name() + " has a negative bound");
            }
        }
        return m == 0
                ? Outcome.none("it has no constraints")
                : Outcome.of(
                        MultidimensionalKnapsack.of(problem.name(), linear(model.objective()), weights, capacities));
    }

    private static Outcome independentSet(Problem problem) {
        BinaryModel model = problem.model();
        Optional<String> obstacle = obstacleToLinear(model);
        if (obstacle.isPresent()) {
            return Outcome.none(obstacle.get());
        }
        List<int[]> pairs = new ArrayList<>();
        for (Constraint row : model.constraints()) {
            if (!(row instanceof Conflict) && !(row instanceof AtMostOne)) {
                return Outcome.none("constraint " + row.name() + " is not of the form 'at most one of these'");
            }
            for (int a = 0; a < row.arity(); a++) {
                for (int b = a + 1; b < row.arity(); b++) {
                    pairs.add(new int[] {row.variable(a), row.variable(b)});
                }
            }
        }
        int[] us = pairs.stream().mapToInt(p -> p[0]).toArray();
        int[] vs = pairs.stream().mapToInt(p -> p[1]).toArray();
        Graph graph = Graph.of(model.size(), us, vs);
        double[] weights = linear(model.objective());
        boolean unit = Arrays.stream(weights).allMatch(w -> w == 1);
        return Outcome.of(
                unit
                        ? MaximumIndependentSet.of(problem.name(), graph)
                        : MaximumIndependentSet.weighted(problem.name(), graph, weights));
    }

    /** A form is a cut when each linear term is −½ of the sum of its couplings; then coupling q_ij is weight −½ q_ij. */
    private static Outcome maxCut(Problem problem) {
        BinaryModel model = problem.model();
        if (!model.constraints().isEmpty()) {
            return Outcome.none("it has constraints");
        }
        if (model.sense() != Sense.MAXIMIZE) {
            return Outcome.none("it minimises");
        }
        QuadraticForm form = model.objective();
        double[] expected = new double[form.size()];
        List<double[]> edges = new ArrayList<>();
        form.forEachCoupling((i, j, c) -> {
            expected[i] -= c / 2;
            expected[j] -= c / 2;
            edges.add(new double[] {i, j, -c / 2});
        });
        for (int i = 0; i < expected.length; i++) {
            if (expected[i] != form.linear(i)) {
                return Outcome.none("the linear term of variable " + (i + 1) + " is not that of a cut");
            }
        }
        if (form.offset() != 0) {
            return Outcome.none("its objective has a constant");
        }
        return Outcome.of(MaxCut.of(
                problem.name(),
                form.size(),
                edges.stream().mapToInt(e -> (int) e[0]).toArray(),
                edges.stream().mapToInt(e -> (int) e[1]).toArray(),
                edges.stream().mapToDouble(e -> e[2]).toArray()));
    }
}
