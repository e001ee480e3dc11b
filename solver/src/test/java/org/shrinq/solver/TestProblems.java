package org.shrinq.solver;

import java.util.List;
import java.util.SplittableRandom;
import org.shrinq.instances.generate.AssignmentGenerator;
import org.shrinq.instances.generate.CutGenerator;
import org.shrinq.instances.generate.KnapsackGenerator;
import org.shrinq.instances.generate.MarketShareGenerator;
import org.shrinq.instances.generate.ModelGenerator;
import org.shrinq.instances.generate.QuboGenerator;
import org.shrinq.instances.generate.RandomGraphs;
import org.shrinq.qubo.problem.MaximumIndependentSet;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.run.RandomStreams;
import org.shrinq.repair.verify.Verifier;

/** One small problem of every kind, and their optima by enumeration. */
public final class TestProblems {
    private TestProblems() {}

    /** Small enough to enumerate: at most 16 variables. */
    public static List<Problem> small(long seed) {
        RandomStreams streams = new RandomStreams(seed);
        SplittableRandom random = streams.stream("weights");
        double[] weights = random.doubles(14, 0.5, 3).toArray();
        return List.of(
                KnapsackGenerator.chuBeasley("knapsack", 14, 3, 0.5, streams),
                MaximumIndependentSet.of("set", RandomGraphs.gnp(15, 0.3, streams)),
                MaximumIndependentSet.weighted("weighted", RandomGraphs.gnp(14, 0.3, streams), weights),
                AssignmentGenerator.uniform("assignment", 4, streams),
                CutGenerator.signedGnp("cut", 14, 0.5, streams),
                MarketShareGenerator.cornuejolsDawande("market", 2, 12, streams),
                QuboGenerator.random("qubo", 14, 0.5, streams),
                ModelGenerator.setPacking("packing", 14, 6, 4, streams),
                ModelGenerator.generalizedAssignment("generalized", 3, 5, streams));
    }

    /** The best objective over all feasible x, by enumeration; the worst value when there is none. */
    public static double optimum(Problem problem) {
        Verifier verifier = Verifier.of(problem);
        double best = problem.sense().worst();
        byte[] x = new byte[problem.size()];
        for (long z = 0; z < 1L << x.length; z++) {
            for (int i = 0; i < x.length; i++) {
                x[i] = (byte) (z >>> i & 1);
            }
            if (verifier.isFeasible(x)) {
                double value = verifier.objective(x);
                best = problem.sense().isBetter(value, best) ? value : best;
            }
        }
        return best;
    }
}
