package org.shrinq.jmh.instances;

import org.shrinq.instances.generate.AssignmentGenerator;
import org.shrinq.instances.generate.CodeGraph;
import org.shrinq.instances.generate.KnapsackGenerator;
import org.shrinq.qubo.problem.MaximumIndependentSet;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.run.RandomStreams;

/** The generated problems that kernels are measured on, by kind and size. */
public final class NamedProblem {
    private NamedProblem() {}

    /**
     * {@code mis-N}: the code graph 1dc with N = 2^k vertices; {@code qap-N}: uniform assignment of N facilities; {@code mdkp-N}:
     * Chu and Beasley's knapsack of N items and 30 rows at tightness 0.5.
     *
     * @throws IllegalArgumentException for another kind
     */
    public static Problem of(String name) {
        int dash = name.indexOf('-');
        int size = Integer.parseInt(name.substring(dash + 1));
        RandomStreams streams = new RandomStreams(1);
        return switch (name.substring(0, dash)) {
            case "mis" ->
                MaximumIndependentSet.of(
                        name, CodeGraph.ofId("1dc").orElseThrow().graph(Integer.numberOfTrailingZeros(size)));
            case "qap" -> AssignmentGenerator.uniform(name, size, streams);
            case "mdkp" -> KnapsackGenerator.chuBeasley(name, size, 30, 0.5, streams);
            default -> throw new IllegalArgumentException("no kind of problem in '" + name + "'");
        };
    }
}
