package org.shrinq.instances.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shrinq.instances.generate.AssignmentGenerator;
import org.shrinq.instances.generate.CutGenerator;
import org.shrinq.instances.generate.KnapsackGenerator;
import org.shrinq.instances.generate.MarketShareGenerator;
import org.shrinq.instances.generate.ModelGenerator;
import org.shrinq.instances.generate.QuboGenerator;
import org.shrinq.instances.generate.RandomGraphs;
import org.shrinq.qubo.Graph;
import org.shrinq.qubo.problem.BinaryQuadraticProgram;
import org.shrinq.qubo.problem.MarketShare;
import org.shrinq.qubo.problem.MaxCut;
import org.shrinq.qubo.problem.MaximumIndependentSet;
import org.shrinq.qubo.problem.MultidimensionalKnapsack;
import org.shrinq.qubo.problem.QuadraticAssignment;
import org.shrinq.qubo.run.RandomStreams;

/** The exact solvers agree with looking at every assignment. */
class OraclesTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void agreeWithEnumeration(long seed) {
        RandomStreams streams = new RandomStreams(seed);
        Graph graph = RandomGraphs.gnp(14, 0.1 + 0.05 * seed, streams);
        double[] weights = new double[14];
        for (int v = 0; v < 14; v++) {
            weights[v] = 1 + (v * seed) % 5;
        }
        for (MaximumIndependentSet p : new MaximumIndependentSet[] {
            MaximumIndependentSet.of("g", graph), MaximumIndependentSet.weighted("w", graph, weights)
        }) {
            assertThat(IndependentSetOracle.optimum(p)).isEqualTo(BinaryOracle.optimum(p));
        }
        MultidimensionalKnapsack knapsack = KnapsackGenerator.chuBeasley("k", 14, 3, 0.25 + 0.04 * seed, streams);
        assertThat(KnapsackOracle.optimum(knapsack)).isEqualTo(BinaryOracle.optimum(knapsack));
        MarketShare share = MarketShareGenerator.cornuejolsDawande("m", 2, 12, streams);
        assertThat(MarketShareOracle.optimum(share)).isEqualTo(BinaryOracle.optimum(share));
        QuadraticAssignment qap = AssignmentGenerator.grid("q", 2, 3, 0.7, streams);
        assertThat(AssignmentOracle.branchAndBound(qap)).isEqualTo(AssignmentOracle.enumerate(qap));
        QuadraticAssignment four = AssignmentGenerator.uniform("q", 4, streams);
        assertThat(AssignmentOracle.enumerate(four)).isEqualTo(BinaryOracle.optimum(four));
        assertThat(AssignmentOracle.branchAndBound(four)).isEqualTo(BinaryOracle.optimum(four));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void modelOraclesAgreeWithEnumeration(long seed) {
        RandomStreams streams = new RandomStreams(seed);
        BinaryQuadraticProgram random = QuboGenerator.random("r", 12, 0.5, streams);
        assertThat(FormOracle.enumerate(random)).isEqualTo(BinaryOracle.optimum(random));
        MaxCut signed = CutGenerator.signedGnp("s", 12, 0.4, streams);
        assertThat(FormOracle.enumerate(signed)).isEqualTo(BinaryOracle.optimum(signed));
        int rows = 3 + (int) (seed % 2);
        BinaryQuadraticProgram torus = QuboGenerator.torus("t", rows, 4, streams);
        assertThat(FormOracle.torus(torus, rows, 4)).isEqualTo(BinaryOracle.optimum(torus));
        MaxCut glass = CutGenerator.torus("t", 4, 3, streams);
        assertThat(FormOracle.torus(glass, 4, 3)).isEqualTo(BinaryOracle.optimum(glass));
        BinaryQuadraticProgram packing = ModelGenerator.setPacking("p", 12, 8, 3, streams);
        assertThat(LinearModelOracle.optimum(packing)).isEqualTo(BinaryOracle.optimum(packing));
        BinaryQuadraticProgram assignment = ModelGenerator.generalizedAssignment("a", 2, 6, streams);
        assertThat((Double) LinearModelOracle.optimum(assignment))
                .as("NaN where nothing is feasible")
                .isEqualTo((Double) BinaryOracle.optimum(assignment));
    }
}
