package org.shrinq.jmh.instances;

import java.util.function.BiFunction;
import java.util.function.IntToDoubleFunction;
import org.shrinq.instances.generate.AssignmentGenerator;
import org.shrinq.instances.generate.CodeGraph;
import org.shrinq.instances.generate.KnapsackGenerator;
import org.shrinq.qubo.problem.MaximumIndependentSet;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.run.RandomStreams;

/** The generated problems that kernels are measured on, by kind and size. */
public enum NamedProblem {
    /** The code graph 1dc with N = 2^k vertices. */
    MIS("mis", NamedProblem::codeGraph, size -> 0.1),
    /** Uniform assignment of N facilities. */
    QAP("qap", (name, size) -> AssignmentGenerator.uniform(name, size, new RandomStreams(1)), size -> 1.0 / size),
    /** Chu and Beasley's knapsack of N items and 30 rows at tightness 0.5. */
    MDKP("mdkp", (name, size) -> KnapsackGenerator.chuBeasley(name, size, 30, 0.5, new RandomStreams(1)), size -> 0.5);

    private final String kind;
    private final BiFunction<String, Integer, Problem> maker;
    private final IntToDoubleFunction density;

    NamedProblem(String kind, BiFunction<String, Integer, Problem> maker, IntToDoubleFunction density) {
        this.kind = kind;
        this.maker = maker;
        this.density = density;
    }

    /**
     * The problem {@code KIND-N}.
     *
     * @throws IllegalArgumentException for another kind
     */
    public static Problem of(String name) {
        return row(name).maker.apply(name, size(name));
    }

    /** The share of ones, about, in good solutions of the problem {@code KIND-N}. */
    public static double density(String name) {
        return row(name).density.applyAsDouble(size(name));
    }

    private static NamedProblem row(String name) {
        for (NamedProblem row : values()) {
            if (name.startsWith(row.kind + "-")) {
                return row;
            }
        }
        throw new IllegalArgumentException("no kind of problem in '" + name + "'");
    }

    private static int size(String name) {
        return Integer.parseInt(name.substring(name.indexOf('-') + 1));
    }

    private static Problem codeGraph(String name, int size) {
        return MaximumIndependentSet.of(
                name, CodeGraph.ofId("1dc").orElseThrow().graph(Integer.numberOfTrailingZeros(size)));
    }
}
