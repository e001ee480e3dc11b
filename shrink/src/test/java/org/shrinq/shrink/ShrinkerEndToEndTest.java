package org.shrinq.shrink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.Graph;
import org.shrinq.qubo.SampleSet;
import org.shrinq.qubo.encode.Encoder;
import org.shrinq.qubo.encode.Encoding;
import org.shrinq.qubo.encode.EncodingOptions;
import org.shrinq.qubo.encode.InequalityEncoding;
import org.shrinq.qubo.problem.MarketShare;
import org.shrinq.qubo.problem.MaxCut;
import org.shrinq.qubo.problem.MaximumIndependentSet;
import org.shrinq.qubo.problem.MultidimensionalKnapsack;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.run.RandomStreams;
import org.shrinq.search.sampler.Sampler;
import org.shrinq.shrink.ShrinkReport.Feasibility;
import org.shrinq.shrink.ShrinkReport.StopReason;
import org.shrinq.shrink.correlate.CorrelationSource;

/** From a problem to a small QUBO whose best state, expanded, is feasible: every kind of problem with every source. */
class ShrinkerEndToEndTest {
    private static final int QUBITS = 10;

    static List<CorrelationSource> sources() {
        return List.of(
                CorrelationSource.sdp(),
                CorrelationSource.samples(16, 50),
                CorrelationSource.lp(),
                CorrelationSource.qaoa1(),
                CorrelationSource.ensemble(List.of(CorrelationSource.sdp(), CorrelationSource.qaoa1())),
                CorrelationSource.random());
    }

    static Stream<Arguments> cases() {
        List<Problem> problems = problems(new SplittableRandom(5));
        return sources().stream().flatMap(s -> problems.stream().map(p -> Arguments.of(p.kind() + " " + s.id(), p, s)));
    }

    private static List<Problem> problems(SplittableRandom rng) {
        return List.of(
                MaximumIndependentSet.of("mis", graph(rng, 40, 0.15)),
                knapsack(rng, 30, 4),
                RandomModels.assignment(rng, 6),
                maxCut(rng, graph(rng, 40, 0.15)),
                marketShare(rng, 24, 2));
    }

    static Graph graph(SplittableRandom rng, int n, double density) {
        List<int[]> edges = new ArrayList<>();
        for (int u = 0; u < n; u++) {
            for (int v = u + 1; v < n; v++) {
                if (rng.nextDouble() < density) {
                    edges.add(new int[] {u, v});
                }
            }
        }
        return Graph.of(
                n,
                edges.stream().mapToInt(e -> e[0]).toArray(),
                edges.stream().mapToInt(e -> e[1]).toArray());
    }

    static MultidimensionalKnapsack knapsack(SplittableRandom rng, int n, int rows) {
        double[] values = rng.ints(n, 10, 100).asDoubleStream().toArray();
        double[][] weights = new double[rows][];
        double[] capacities = new double[rows];
        for (int k = 0; k < rows; k++) {
            weights[k] = rng.ints(n, 5, 60).asDoubleStream().toArray();
            capacities[k] = Math.floor(java.util.Arrays.stream(weights[k]).sum() * 0.4);
        }
        return MultidimensionalKnapsack.of("mdkp", values, weights, capacities);
    }

    private static MaxCut maxCut(SplittableRandom rng, Graph graph) {
        List<int[]> edges = new ArrayList<>();
        for (int u = 0; u < graph.vertices(); u++) {
            for (int k = 0; k < graph.degree(u); k++) {
                if (graph.neighbor(u, k) > u) {
                    edges.add(new int[] {u, graph.neighbor(u, k)});
                }
            }
        }
        return MaxCut.of(
                "cut",
                graph.vertices(),
                edges.stream().mapToInt(e -> e[0]).toArray(),
                edges.stream().mapToInt(e -> e[1]).toArray(),
                rng.ints(edges.size(), 1, 5).asDoubleStream().toArray());
    }

    private static MarketShare marketShare(SplittableRandom rng, int retailers, int products) {
        double[][] demands = new double[products][];
        double[] targets = new double[products];
        for (int k = 0; k < products; k++) {
            demands[k] = rng.ints(retailers, 0, 100).asDoubleStream().toArray();
            targets[k] = Math.floor(java.util.Arrays.stream(demands[k]).sum() / 2);
        }
        return MarketShare.of("ms", demands, targets);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void shrinksExpandsAndReplays(String name, Problem problem, CorrelationSource source) {
        Encoding encoding = Encoder.encode(problem.model(), EncodingOptions.defaults());
        Shrunk shrunk = shrink(ShrinkInput.of(encoding), source, Deadline.never());
        assertThat(shrunk.size()).isLessThanOrEqualTo(QUBITS);
        assertThat(shrunk.report().source()).isEqualTo(source.id());
        assertThat(shrunk.report().stop()).isEqualTo(StopReason.SIZE);
        assertThat(shrunk.report().feasibility()).isEqualTo(Feasibility.WITNESSED);
        Bits best = best(shrunk);
        double energy = shrunk.qubo().energy(best.toArray());
        Bits full = shrunk.expand(best);
        assertThat(encoding.form().energy(full.toArray())).isCloseTo(energy, within(1e-9 * Math.abs(energy) + 1e-9));
        Bits witness = shrunk.witness().orElseThrow();
        assertThat(problem.model().isFeasible(encoding.decode(witness).toArray()))
                .isTrue();
        assertThat(shrunk.qubo().energy(shrunk.project(witness).orElseThrow().toArray()))
                .isGreaterThanOrEqualTo(energy - 1e-9);
        assertThat(Shrunk.replay(encoding.form(), shrunk.log()).qubo()).isEqualTo(shrunk.qubo());
        assertThat(shrink(ShrinkInput.of(encoding), source, Deadline.never()).log())
                .isEqualTo(shrunk.log());
    }

    /** After the deadline the budget is still met and the witness still kept. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void expiredDeadlineStillMeetsTheBudget(String name, Problem problem, CorrelationSource source) {
        Encoding encoding = Encoder.encode(problem.model(), EncodingOptions.defaults());
        Shrunk shrunk = shrink(ShrinkInput.of(encoding), source, Deadline.after(0, () -> 0L));
        assertThat(shrunk.size()).isLessThanOrEqualTo(QUBITS);
        assertThat(shrunk.report().feasibility()).isEqualTo(Feasibility.WITNESSED);
    }

    /** Slack bits take part in the form, never in a merge. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("org.shrinq.shrink.ShrinkerEndToEndTest#sources")
    void slackNeverMerges(CorrelationSource source) {
        MultidimensionalKnapsack problem = knapsack(new SplittableRandom(8), 20, 2);
        Encoding encoding = Encoder.encode(
                problem.model(), EncodingOptions.defaults().withInequality(InequalityEncoding.SLACK_BINARY));
        assertThat(encoding.slackCount()).isPositive();
        Shrunk shrunk = shrink(ShrinkInput.of(encoding), source, Deadline.never());
        assertThat(shrunk.size()).isLessThanOrEqualTo(QUBITS);
        assertThat(shrunk.log().entries())
                .allMatch(e -> e.j() < problem.size()
                        && (e.i() < problem.size() || (e.rule() == EliminationRule.SLACK && e.j() < 0)));
    }

    private static Shrunk shrink(ShrinkInput input, CorrelationSource source, Deadline deadline) {
        return Shrinker.shrink(
                input.withQubits(QUBITS), source, ShrinkOptions.defaults(), new RandomStreams(7), deadline);
    }

    private static Bits best(Shrunk shrunk) {
        SampleSet all = Sampler.exactEnumeration().sample(shrunk.qubo(), 1, new RandomStreams(1), Deadline.never());
        return all.best().bits();
    }
}
