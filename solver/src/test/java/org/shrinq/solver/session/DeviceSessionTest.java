package org.shrinq.solver.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shrinq.quantum.backend.Backend;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.Graph;
import org.shrinq.qubo.problem.MaximumIndependentSet;
import org.shrinq.qubo.problem.MultidimensionalKnapsack;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.repair.verify.Verifier;
import org.shrinq.shrink.correlate.CorrelationSource;
import org.shrinq.shrink.correlate.MeasuredMoments;
import org.shrinq.shrink.correlate.SparseCorrelations;
import org.shrinq.solver.Decoded;
import org.shrinq.solver.Shrinq;
import org.shrinq.solver.SolverOptions;

class DeviceSessionTest {
    private static final SolverOptions OPTIONS =
            SolverOptions.defaults().withQubits(6).withSeed(3);

    private static Problem graph(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = 14;
        int[] from = new int[24];
        int[] to = new int[24];
        for (int e = 0; e < from.length; e++) {
            from[e] = random.nextInt(n);
            to[e] = (from[e] + 1 + random.nextInt(n - 1)) % n;
        }
        return MaximumIndependentSet.of("g" + seed, Graph.of(n, from, to));
    }

    private static Problem knapsack() {
        double[] values = {12, 7, 9, 15, 5, 8, 11, 4, 13, 6};
        double[][] weights = {{6, 4, 5, 9, 2, 4, 7, 1, 8, 3}, {3, 5, 2, 6, 4, 3, 5, 2, 4, 6}};
        return MultidimensionalKnapsack.of("cargo", values, weights, new double[] {24, 20});
    }

    /**
     * A whole session on a simulator: it ends, stays feasible, and every state follows again from angles and counts
     * alone.
     */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 0})
    void endsAndReplays(long seed) {
        Problem problem = seed == 0 ? knapsack() : graph(seed);
        DeviceSession session =
                DeviceSession.of(problem, OPTIONS).run(Backend.stateVector(), 3000, new SplittableRandom(seed));
        SessionState state = session.state();
        assertThat(state.isFinished()).isTrue();
        assertThat(state.shrunk().size()).isLessThanOrEqualTo(1);
        SessionState again = DeviceSession.of(problem, OPTIONS, session.steps()).state();
        assertThat(again.shrunk().log()).isEqualTo(state.shrunk().log());
        Decoded best = session.best(state).orElseThrow();
        Verifier verifier = Verifier.of(problem);
        assertThat(verifier.isFeasible(best.x().orElseThrow().toArray())).isTrue();
        int n = problem.size();
        double optimum = problem.sense().worst();
        for (long z = 0; z < 1L << n; z++) {
            byte[] x = Bits.ofIndex(n, z).toArray();
            if (verifier.isFeasible(x) && problem.sense().isBetter(verifier.objective(x), optimum)) {
                optimum = verifier.objective(x);
            }
        }
        assertThat(best.verification().orElseThrow().objective())
                .as("seed %d", seed)
                .isEqualTo(optimum);
        state.taken().stream()
                .flatMap(t -> t.steps().stream())
                .filter(u -> !Double.isNaN(u.simulated()))
                .forEach(u -> assertThat(u.elimination().correlation()).isCloseTo(u.simulated(), within(0.1)));
    }

    @Test
    void countsNeedACircuitThatIsOut() {
        DeviceSession session = DeviceSession.of(graph(1), OPTIONS);
        assertThat(session.isOut()).isFalse();
        assertThatIllegalStateException().isThrownBy(() -> session.take(Map.of(Bits.parse("000000"), 1L), 0, 0));
        SessionState state = session.state();
        DeviceSession out = session.next(state.waiting().orElseThrow(), List.of(0, 1, 2, 3, 4, 5));
        assertThat(out.isOut()).isTrue();
        assertThat(out.state().waiting().orElseThrow().gamma())
                .isEqualTo(state.waiting().orElseThrow().gamma());
        assertThat(out.next(state.waiting().orElseThrow(), List.of(5, 4, 3, 2, 1, 0))
                        .steps())
                .hasSize(1);
    }

    /** Readout errors of a product state, put in by hand: ⟨Z⟩ = 1 on both bits comes back from flipped counts. */
    @Test
    void readoutIsUndone() {
        Map<Bits, Long> counts =
                Map.of(Bits.parse("00"), 8100L, Bits.parse("10"), 900L, Bits.parse("01"), 900L, Bits.parse("11"), 100L);
        SparseCorrelations raw = MeasuredMoments.of(2, counts, 0, 0);
        SparseCorrelations undone = MeasuredMoments.of(2, counts, 0.1, 0.2);
        assertThat(raw.single(0)).isCloseTo(0.8, within(1e-12));
        assertThat(raw.pair(0, 1)).isCloseTo(0.64, within(1e-12));
        assertThat(undone.single(0)).isCloseTo(1, within(1e-12));
        assertThat(undone.pair(0, 1)).isCloseTo(1, within(1e-12));
    }

    /** The same inside a run: the backend's correlations shrink the problem. */
    @Test
    void aBackendCanShrinkARun() {
        SolverOptions options = OPTIONS.withCustomSource(CorrelationSource.measured(Backend.stateVector(), 1, 500))
                .withRounds(1);
        assertThat(Shrinq.with(options).run(graph(2)).x()).isPresent();
    }
}
