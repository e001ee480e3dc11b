package org.shrinq.instances.generate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.shrinq.qubo.AtMostOne;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Constraint;
import org.shrinq.qubo.ExactlyOne;
import org.shrinq.qubo.LinearAtMost;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.Sense;
import org.shrinq.qubo.problem.BinaryQuadraticProgram;
import org.shrinq.qubo.run.RandomStreams;

/** Random binary models with linear objective and constraints. */
public final class ModelGenerator {
    private ModelGenerator() {}

    /**
     * Set packing: maximise Σ v_i x_i with whole v_i uniform on 1 … 20, where each of {@code rows} random sets of
     * {@code size} variables may hold at most one 1. Needs 3 ≤ size ≤ n.
     */
    public static BinaryQuadraticProgram setPacking(String name, int n, int rows, int size, RandomStreams streams) {
        Require.atLeast("rows", rows, 1);
        Require.atLeast("set size", size, 3);
        Require.atLeast("variables", n, size);
        Draws draws = new Draws(streams.stream("packing"));
        Qubo.Builder objective = Qubo.builder(n);
        for (int i = 0; i < n; i++) {
            objective.addLinear(i, draws.integer(1, 20));
        }
        List<Constraint> sets = new ArrayList<>();
        for (int k = 1; k <= rows; k++) {
            int[] set = Arrays.copyOf(draws.permutation(n), size);
            Arrays.sort(set);
            sets.add(AtMostOne.of("set" + k, set));
        }
        return new BinaryQuadraticProgram(name, new BinaryModel(Sense.MAXIMIZE, objective.build(), sets));
    }

    /**
     * Generalised assignment: every task goes to one agent at least cost, the tasks of an agent within its capacity;
     * costs uniform on 10 … 25, loads on 5 … 25, capacities ⌊0.8 · Σ of the agent's loads / agents⌋ (Martello and Toth
     * 1990, class C). Variable a·tasks + t is 1 when agent a does task t; such a problem may have no solution.
     */
    public static BinaryQuadraticProgram generalizedAssignment(
            String name, int agents, int tasks, RandomStreams streams) {
        Require.atLeast("agents", agents, 1);
        Require.atLeast("tasks", tasks, 1);
        Draws draws = new Draws(streams.stream("assignment"));
        Qubo.Builder objective = Qubo.builder(agents * tasks);
        List<Constraint> rows = new ArrayList<>();
        for (int a = 0; a < agents; a++) {
            int[] variables = new int[tasks];
            double[] loads = new double[tasks];
            double sum = 0;
            for (int t = 0; t < tasks; t++) {
                variables[t] = a * tasks + t;
                objective.addLinear(variables[t], draws.integer(10, 25));
                loads[t] = draws.integer(5, 25);
                sum += loads[t];
            }
            rows.add(LinearAtMost.of("agent" + (a + 1), variables, loads, Math.floor(0.8 * sum / agents)));
        }
        for (int t = 0; t < tasks; t++) {
            int[] variables = new int[agents];
            for (int a = 0; a < agents; a++) {
                variables[a] = a * tasks + t;
            }
            rows.add(ExactlyOne.of("task" + (t + 1), variables));
        }
        return new BinaryQuadraticProgram(name, new BinaryModel(Sense.MINIMIZE, objective.build(), rows));
    }

    /** Names "x_agent_task" for {@link #generalizedAssignment}. */
    public static List<String> assignmentNames(int agents, int tasks) {
        List<String> names = new ArrayList<>();
        for (int a = 1; a <= agents; a++) {
            for (int t = 1; t <= tasks; t++) {
                names.add("x_" + a + "_" + t);
            }
        }
        return names;
    }
}
