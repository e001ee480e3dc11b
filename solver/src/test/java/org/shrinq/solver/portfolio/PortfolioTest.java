package org.shrinq.solver.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.shrinq.qubo.Bits;
import org.shrinq.relax.Bound;
import org.shrinq.relax.BoundKind;
import org.shrinq.solver.portfolio.MemberReport.State;
import org.shrinq.solver.portfolio.Portfolio.Order;

/**
 * What members hear, and who counts: members that follow a script, so that reports come in any order. The objective is
 * the number of ones.
 */
class PortfolioTest {
    private static final Bits NOTHING = Bits.parse("0000");

    /** Does no leg until it is told to. */
    private static final class Script implements PortfolioCrew {
        private final List<Leg> legs = new ArrayList<>();
        private final List<Integer> cancelled = new ArrayList<>();
        private final List<List<MemberReport>> reports = new ArrayList<>();
        private final List<Integer> order;
        private final List<Runnable> waiting = new ArrayList<>();
        private final boolean tells;

        /**
         * @param order of the members in which legs of one time end
         * @param tells whether cancelled legs report
         */
        Script(List<Integer> order, boolean tells, List<List<MemberReport>> reports) {
            this.order = order;
            this.tells = tells;
            this.reports.addAll(reports);
            order.forEach(k -> waiting.add(() -> {}));
        }

        @Override
        public void begin(Leg leg, Consumer<MemberReport> ended) {
            legs.add(leg);
            MemberReport report = reports.get(leg.member()).get(leg.number());
            waiting.set(leg.member(), () -> ended.accept(report));
            long begun = legs.stream().filter(l -> l.number() == leg.number()).count();
            long due = reports.stream().filter(r -> r.size() > leg.number()).count();
            if (begun == due) {
                order.stream()
                        .filter(k -> reports.get(k).size() > leg.number())
                        .forEach(k -> waiting.get(k).run());
            }
        }

        @Override
        public void cancel(int member) {
            cancelled.add(member);
        }

        @Override
        public boolean reportsWhenCancelled() {
            return tells;
        }

        @Override
        public void close() {}

        private List<News> heard(int member) {
            return legs.stream()
                    .filter(l -> l.member() == member)
                    .map(Leg::news)
                    .toList();
        }
    }

    /** Ones are maximised. */
    private static final class Ones implements Board {
        private Bits best = NOTHING;
        private double bound = Double.POSITIVE_INFINITY;

        @Override
        public boolean offer(MemberReport report) {
            report.bound().ifPresent(b -> bound = Math.min(bound, b.value()));
            if (report.solutions().isEmpty() || report.solutions().get(0).ones() <= best.ones()) {
                return false;
            }
            best = report.solutions().get(0);
            return true;
        }

        @Override
        public Optional<Bits> best() {
            return best.ones() == 0 ? Optional.empty() : Optional.of(best);
        }

        @Override
        public Optional<Bound> bound() {
            return Double.isInfinite(bound) ? Optional.empty() : Optional.of(new Bound(BoundKind.SEARCH, bound));
        }

        @Override
        public boolean isSettled() {
            return best.ones() >= bound;
        }

        @Override
        public boolean isStopped() {
            return false;
        }

        @Override
        public double seconds() {
            return 0;
        }

        @Override
        public void began(int leg) {}
    }

    private static MemberReport report(int member, int leg, State state, String x, double bound) {
        List<Bits> solutions = x.isEmpty() ? List.of() : List.of(Bits.parse(x));
        return new MemberReport(
                member,
                leg,
                state,
                solutions,
                solutions.isEmpty()
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(solutions.get(0).ones()),
                "search",
                Optional.of(bound).filter(b -> !b.isInfinite()).map(b -> new Bound(BoundKind.SEARCH, b)),
                leg + 1,
                Set.of(),
                "",
                "");
    }

    private static MemberReport report(int member, int leg, State state, String x) {
        return report(member, leg, state, x, Double.POSITIVE_INFINITY);
    }

    private static Portfolio run(Script script, Order order) {
        Portfolio portfolio = new Portfolio(script.reports.size(), script, new Ones(), order);
        portfolio.run();
        return portfolio;
    }

    @Test
    void membersHearWhatOthersFoundAndNotWhatTheyToldThemselves() {
        for (Order order : Order.values()) {
            Script script = new Script(
                    List.of(1, 0),
                    true,
                    List.of(
                            List.of(
                                    report(0, 0, State.GOING, "1000"),
                                    report(0, 1, State.GOING, "1000"),
                                    report(0, 2, State.OVER, "1000")),
                            List.of(
                                    report(1, 0, State.GOING, "0011"),
                                    report(1, 1, State.GOING, "0011"),
                                    report(1, 2, State.OVER, "0011"))));
            Portfolio portfolio = run(script, order);
            assertThat(portfolio.finder()).as(order.name()).contains(1);
            assertThat(script.heard(0))
                    .as(order.name())
                    .containsExactly(News.NONE, new News(Optional.of(Bits.parse("0011")), Optional.empty()), News.NONE);
            assertThat(script.heard(1)).as(order.name()).containsOnly(News.NONE).hasSize(3);
        }
    }

    @Test
    void theFirstMemberInOrderCountsWhicheverReportCameFirst() {
        List<List<MemberReport>> reports = List.of(
                List.of(report(0, 0, State.OVER, "1100")),
                List.of(report(1, 0, State.OVER, "0110")),
                List.of(report(2, 0, State.OVER, "0011")));
        for (List<Integer> order : List.of(List.of(0, 1, 2), List.of(2, 1, 0), List.of(1, 2, 0))) {
            assertThat(run(new Script(order, true, reports), Order.TOGETHER).finder())
                    .as(order.toString())
                    .contains(0);
        }
    }

    @Test
    void aProofEndsTheMembersAfterItAndCountsThoseBeforeIt() {
        List<List<MemberReport>> reports = List.of(
                List.of(report(0, 0, State.GOING, "1000")),
                List.of(report(1, 0, State.PROVEN, "0111", 3)),
                List.of(report(2, 0, State.PROVEN, "1110", 3)),
                List.of(report(3, 0, State.GOING, "0001")));
        for (List<Integer> order : List.of(List.of(0, 1, 2, 3), List.of(2, 3, 1, 0), List.of(3, 2, 0, 1))) {
            for (boolean tells : new boolean[] {true, false}) {
                Script script = new Script(order, tells, reports);
                Portfolio portfolio = run(script, Order.TOGETHER);
                assertThat(portfolio.finder()).as(order.toString()).contains(1);
                assertThat(portfolio.accounts().stream().map(a -> a.report().isPresent()))
                        .as(order.toString())
                        .containsExactly(true, true, false, false);
                assertThat(script.legs).hasSize(4);
            }
        }
    }

    @Test
    void whereTimeIsLimitedTheFirstProofEndsAll() {
        Script script = new Script(
                List.of(1, 2, 0),
                false,
                List.of(
                        List.of(report(0, 0, State.GOING, "1000")),
                        List.of(report(1, 0, State.PROVEN, "0111", 3)),
                        List.of(report(2, 0, State.GOING, "1100"))));
        assertThat(run(script, Order.EACH).finder()).contains(1);
        assertThat(script.cancelled).contains(0, 2);
    }

    @Test
    void theBoundOfOneMemberProvesTheSolutionOfAnother() {
        Script script = new Script(
                List.of(0, 1),
                true,
                List.of(
                        List.of(report(0, 0, State.GOING, "1110")),
                        List.of(report(1, 0, State.GOING, "1000", 3), report(1, 1, State.OVER, "1000"))));
        assertThat(run(script, Order.TOGETHER).finder()).contains(0);
        assertThat(script.legs).hasSize(2);
    }

    @Test
    void aMemberThatFailsKeepsWhatItToldAndTheOthersGoOn() {
        Leg second = new Leg(0, 1, List.of(News.NONE, News.NONE), 0);
        for (Order order : Order.values()) {
            Script script = new Script(
                    List.of(0, 1),
                    true,
                    List.of(
                            List.of(report(0, 0, State.GOING, "1100"), MemberReport.failed(second, "", "broke")),
                            List.of(
                                    report(1, 0, State.GOING, "1000"),
                                    report(1, 1, State.GOING, "1000"),
                                    report(1, 2, State.OVER, "0111"))));
            Portfolio portfolio = run(script, order);
            assertThat(portfolio.finder()).as(order.name()).contains(1);
            MemberReport failed = portfolio.accounts().get(0).report().orElseThrow();
            assertThat(failed.state()).isEqualTo(State.FAILED);
            assertThat(failed.failure()).isEqualTo("broke");
            assertThat(failed.objective()).hasValue(2);
            assertThat(portfolio.accounts().stream().map(Portfolio.Account::gains))
                    .isEqualTo(Arrays.asList(1, 1));
        }
    }
}
