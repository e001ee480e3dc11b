package org.shrinq.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.data.Offset.offset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.shrinq.instances.generate.KnapsackGenerator;
import org.shrinq.instances.generate.RandomGraphs;
import org.shrinq.quantum.QuantumOptions;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.problem.MaximumIndependentSet;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.run.RandomStreams;
import org.shrinq.relax.Bound;
import org.shrinq.relax.BoundKind;
import org.shrinq.solver.portfolio.Leg;
import org.shrinq.solver.portfolio.MemberReport;
import org.shrinq.solver.portfolio.News;
import org.shrinq.solver.portfolio.PortfolioCrew;
import org.shrinq.solver.result.Replay;
import org.shrinq.solver.result.ResultJson;

/**
 * Runs that share what they find: against the run that they extend, enumeration, and each other on any number of
 * threads.
 */
class PortfolioRunTest {
    private static final SolverOptions SHORT = SolverOptions.defaults()
            .withQubits(5)
            .withRounds(3)
            .withBounds(SolverOptions.Stage.OFF)
            .withPolish(Polish.none())
            .withQuantum(QuantumOptions.defaults().withMaxEvaluations(5).withShots(64))
            .withPortfolio(3);

    private static Problem knapsack(long seed) {
        return KnapsackGenerator.chuBeasley("knapsack", 24, 3, 0.5, new RandomStreams(seed));
    }

    private static void assertSame(Solution expected, Solution actual) {
        assertThat(Replay.differences(ResultJson.tree(ResultJson.of(expected)), ResultJson.tree(ResultJson.of(actual))))
                .isEmpty();
    }

    @Test
    void givesTheSameOnAnyNumberOfThreads() {
        for (long seed = 1; seed <= 2; seed++) {
            SolverOptions options = SHORT.withSeed(seed);
            Solution one = Shrinq.with(options).run(knapsack(seed));
            assertSame(one, Shrinq.with(options.withThreads(3)).run(knapsack(seed)));
            assertThat(one.portfolio()).hasSize(3);
            assertThat(one.portfolio())
                    .filteredOn(PortfolioMember::finder)
                    .singleElement()
                    .satisfies(m -> {
                        assertThat(m.objective()).isEqualTo(one.objective());
                        assertThat(m.gains()).isPositive();
                    });
        }
    }

    @Test
    void isNeverBehindTheRunThatItExtends() {
        for (long seed = 11; seed <= 12; seed++) {
            Problem problem = knapsack(seed);
            Solution alone = Shrinq.with(SHORT.withSeed(seed).withPortfolio(1)).run(problem);
            Solution all = Shrinq.with(SHORT.withSeed(seed)).run(problem);
            assertThat(all.objective().getAsDouble())
                    .as("seed " + seed)
                    .isGreaterThanOrEqualTo(alone.objective().getAsDouble());
            assertThat(alone.portfolio()).isEmpty();
        }
    }

    @Test
    void provesWhatOneRunProves() {
        for (Problem problem : TestProblems.small(5)) {
            Solution solution = Shrinq.with(
                            SolverOptions.defaults().withQubits(4).withRounds(1).withPortfolio(2))
                    .run(problem);
            assertThat(solution.status()).as(problem.name()).isEqualTo(Status.OPTIMAL);
            assertThat(solution.objective().getAsDouble())
                    .as(problem.name())
                    .isCloseTo(TestProblems.optimum(problem), offset(1e-9));
            assertThat(solution.stop()).isEqualTo(Solution.Stop.OPTIMAL);
        }
    }

    @Test
    void membersDifferInSeedsAndWhereLeftOpenInCorrelationsAndThresholds() {
        Problem problem = MaximumIndependentSet.of("set", RandomGraphs.gnp(20, 0.3, new RandomStreams(1)));
        List<SolverOptions> members = new ArrayList<>();
        for (int k = 0; k < 8; k++) {
            members.add(Lineup.of(SHORT, problem.model(), k, 1));
        }
        assertThat(members.get(0).seed()).isEqualTo(SHORT.seed());
        assertThat(members).extracting(SolverOptions::seed).doesNotHaveDuplicates();
        assertThat(members)
                .extracting(o -> o.correlationsId() + o.shrinking().threshold())
                .doesNotHaveDuplicates();
        SolverOptions chosen = SHORT.withCorrelations(CorrelationChoice.SAMPLES);
        assertThat(Lineup.of(chosen, problem.model(), 5, 1).correlations()).isEqualTo(CorrelationChoice.SAMPLES);
    }

    @Test
    void aMemberThatIsLostCatchesUp() {
        Problem problem = knapsack(21);
        Bits other = Shrinq.with(SHORT.withPortfolio(1).withSeed(99))
                .run(problem)
                .x()
                .orElseThrow();
        News news = new News(Optional.of(other), Optional.of(new Bound(BoundKind.LP, 1e9)));
        Leg first = new Leg(1, 0, List.of(News.NONE), 0);
        Leg second = new Leg(1, 1, List.of(News.NONE, news), 0);
        Leg third = new Leg(1, 2, List.of(News.NONE, news, News.NONE), 0);
        try (MemberRun run = MemberRun.of(problem, SHORT, 1, 1, 0, "");
                MemberRun later = MemberRun.of(problem, SHORT, 1, 1, 0, "")) {
            run.advance(first, () -> false);
            run.advance(second, () -> false);
            MemberReport report = run.advance(third, () -> false);
            assertThat(report.rounds()).isEqualTo(2);
            assertThat(later.advance(third, () -> false)).isEqualTo(report);
            assertSame(run.solution(), later.solution());
        }
    }

    @Test
    void whatACrewTellsIsVerified() {
        Problem problem = knapsack(31);
        Bits all = Bits.parse("1".repeat(problem.size()));
        Solution solution = Shrinq.with(SHORT).crew(new Liar(all)).run(problem);
        assertThat(solution.x()).isEmpty();
        assertThat(solution.status()).isEqualTo(Status.UNKNOWN);
    }

    /** Tells of one solution. */
    private record Liar(Bits x) implements PortfolioCrew {
        @Override
        public void begin(Leg leg, Consumer<MemberReport> ended) {
            ended.accept(new MemberReport(
                    leg.member(),
                    leg.number(),
                    MemberReport.State.OVER,
                    List.of(x),
                    OptionalDouble.of(1e9),
                    "search",
                    Optional.empty(),
                    1,
                    Set.of(),
                    "elsewhere",
                    ""));
        }

        @Override
        public void cancel(int member) {}

        @Override
        public boolean reportsWhenCancelled() {
            return true;
        }

        @Override
        public void close() {}
    }

    @Test
    void aMemberThatThrowsIsAmongTheFailuresAndTheRestStands() {
        Problem problem = knapsack(41);
        Solution solution = Shrinq.with(SHORT)
                .crew(new Breaking(new LocalCrew(problem, SHORT, System::nanoTime), 1))
                .run(problem);
        assertThat(solution.isFeasible()).isTrue();
        assertThat(solution.failures()).contains(new Failure("member 2", "broke"));
        assertThat(solution.portfolio().get(1).ended()).isEqualTo("failed");
        assertThat(solution.portfolio().get(0).objective()).isPresent();
    }

    /** One member breaks at once. */
    private record Breaking(PortfolioCrew crew, int member) implements PortfolioCrew {
        @Override
        public void begin(Leg leg, Consumer<MemberReport> ended) {
            if (leg.member() == member) {
                ended.accept(MemberReport.failed(leg, "", "broke"));
            } else {
                crew.begin(leg, ended);
            }
        }

        @Override
        public void cancel(int number) {
            crew.cancel(number);
        }

        @Override
        public boolean reportsWhenCancelled() {
            return crew.reportsWhenCancelled();
        }

        @Override
        public void close() {
            crew.close();
        }
    }

    @Test
    void aRefusalOfAllIsTheRefusalOfOne() {
        Problem problem = KnapsackGenerator.chuBeasley("large", 60, 3, 0.5, new RandomStreams(61));
        for (SolverOptions impossible : List.of(
                SHORT.withMethod(Method.CP_SAT),
                SHORT.withMethod(Method.GROVER_QAOA) // for whole states only
                        .withShrink(SolverOptions.Stage.OFF)
                        .withReduce(SolverOptions.Stage.OFF)
                        .withQubits(60))) {
            RuntimeException alone = catchThrowableOfType(
                    RuntimeException.class,
                    () -> Shrinq.with(impossible.withPortfolio(1)).run(problem));
            assertThat(alone).isNotNull();
            assertThatExceptionOfType(alone.getClass())
                    .isThrownBy(() -> Shrinq.with(impossible).run(problem))
                    .withMessageStartingWith(alone.getMessage().substring(0, 20));
        }
    }

    @Test
    void anInterruptEndsItWithTheBestSoFar() {
        AtomicInteger asked = new AtomicInteger();
        Solution solution = Shrinq.with(SHORT.withRounds(1000).withThreads(2))
                .run(knapsack(51), () -> asked.incrementAndGet() > 20);
        assertThat(solution.stop()).isEqualTo(Solution.Stop.CANCELLED);
        assertThat(solution.isFeasible()).isTrue();
    }

    @Test
    void aPortfolioHasOneMemberAtLeast() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SHORT.withPortfolio(0))
                .withMessage("a portfolio of 0, expected 1 to 1024");
    }
}
