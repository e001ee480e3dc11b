package org.shrinq.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.shrinq.instances.generate.AssignmentGenerator;
import org.shrinq.instances.generate.CutGenerator;
import org.shrinq.instances.generate.KnapsackGenerator;
import org.shrinq.instances.generate.MarketShareGenerator;
import org.shrinq.instances.generate.RandomGraphs;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.problem.LowAutocorrelation;
import org.shrinq.qubo.problem.MaximumIndependentSet;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.run.RandomStreams;
import org.shrinq.repair.Construct;
import org.shrinq.repair.Improvers;
import org.shrinq.search.Hints;
import org.shrinq.search.Improvement;
import org.shrinq.search.Improver;
import org.shrinq.search.SearchLimit;

/**
 * A search that is paused and resumed again and again does what one in a piece does, so that a search beside a run is
 * as good as one alone.
 */
class PausedSearchTest {
    private static final RandomStreams STREAMS = new RandomStreams(5);

    enum Family {
        CUT(CutGenerator.signedGnp("cut", 120, 0.1, STREAMS), 6_000),
        ASSIGNMENT(AssignmentGenerator.uniform("assignment", 12, STREAMS), 8_000),
        SET(MaximumIndependentSet.of("set", RandomGraphs.gnp(150, 0.3, STREAMS)), 10_000),
        KNAPSACK(KnapsackGenerator.chuBeasley("knapsack", 60, 10, 0.5, STREAMS), 40_000),
        MARKET(MarketShareGenerator.cornuejolsDawande("market", 4, 30, STREAMS), 3_000),
        SEQUENCE(LowAutocorrelation.of("sequence", 31), 5_000);

        private final Problem problem;
        private final long iterations;

        Family(Problem problem, long iterations) {
            this.problem = problem;
            this.iterations = iterations;
        }
    }

    @ParameterizedTest
    @EnumSource
    void pausesChangeNothing(Family family) {
        Problem problem = family.problem;
        Bits start = Construct.greedy(problem, Hints.none(), new SplittableRandom(1));
        Improvement whole = Improvers.tabu(problem, Hints.none())
                .improve(start, new SplittableRandom(7), SearchLimit.iterations(family.iterations));
        Improver paused = Improvers.tabu(problem, Hints.none());
        SplittableRandom random = new SplittableRandom(7);
        Bits x = start;
        long done = 0;
        int slices = 0;
        while (done < family.iterations && slices < family.iterations) {
            SearchLimit limit = SearchLimit.iterations(family.iterations - done)
                    .withPause(Deadline.never().withChecks(1 + slices % 3));
            Improvement slice = paused.resume(x, random, limit);
            x = slice.solution();
            done += slice.iterations();
            slices++;
            if (slice.isProvenOptimal()) {
                break;
            }
        }
        assertThat(slices).isGreaterThan(1);
        assertThat(done).isEqualTo(whole.iterations());
        assertThat(x).isEqualTo(whole.solution());
    }
}
