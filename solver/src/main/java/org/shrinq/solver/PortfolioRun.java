package org.shrinq.solver;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.relax.Bound;
import org.shrinq.solver.portfolio.Board;
import org.shrinq.solver.portfolio.MemberReport;
import org.shrinq.solver.portfolio.Portfolio;
import org.shrinq.solver.portfolio.PortfolioCrew;

/**
 * A {@link Portfolio} as a run: the board is a run that does nothing itself, so that whatever members tell is verified,
 * bounded and recorded as its own solutions would be.
 */
final class PortfolioRun {
    /** How much later than the limit a report may come before it is not waited for. */
    private static final double GRACE = 0.03;

    private static final double LEAST_GRACE_SECONDS = 0.4;

    private final Problem original;
    private final SolverOptions options;
    private final UnitOfOriginal unit;
    private final RunContext context;
    private final BooleanSupplier cancelled;
    private final PortfolioCrew crew;

    /**
     * @param context of a run on the normal form that does nothing itself
     * @param options as they were given
     */
    PortfolioRun(
            Problem original,
            SolverOptions options,
            UnitOfOriginal unit,
            RunContext context,
            BooleanSupplier cancelled,
            PortfolioCrew crew) {
        this.original = original;
        this.options = options;
        this.unit = unit;
        this.context = context;
        this.cancelled = cancelled;
        this.crew = crew;
    }

    /** Closes the crew. */
    Solution run() {
        try (crew) {
            Portfolio portfolio = new Portfolio(
                    options.portfolio(),
                    crew,
                    new SharedBoard(),
                    options.timeLimit().isPresent() ? Portfolio.Order.EACH : Portfolio.Order.TOGETHER);
            portfolio.run();
            requireOne(portfolio.accounts());
            return solution(portfolio);
        }
    }

    /** Where all failed there is nothing to tell but why. */
    private void requireOne(List<Portfolio.Account> accounts) {
        boolean failed = accounts.stream()
                .allMatch(a -> a.report()
                        .filter(r -> r.state() == MemberReport.State.FAILED && r.rounds() == 0)
                        .isPresent());
        if (!failed) {
            return;
        }
        Throwable cause = crew.cause(0).orElse(null);
        if (cause instanceof RuntimeException e) {
            throw e;
        }
        if (cause instanceof Error e) {
            throw e;
        }
        throw new RefusedException("every member of the portfolio failed, the first by "
                + accounts.get(0).report().map(MemberReport::failure).orElse(""));
    }

    private Solution solution(Portfolio portfolio) {
        List<PortfolioMember> members = members(portfolio);
        List<Failure> failures = new ArrayList<>();
        Set<Solution.Limit> limits = EnumSet.noneOf(Solution.Limit.class);
        for (PortfolioMember m : members) {
            if (!m.failure().isEmpty()) {
                failures.add(new Failure("member " + m.number(), m.failure()));
            }
        }
        portfolio.accounts().stream()
                .flatMap(a -> a.report().stream())
                .flatMap(r -> r.limits().stream())
                .forEach(id ->
                        limits.add(id.equals(Solution.Limit.TIME.id()) ? Solution.Limit.TIME : Solution.Limit.MEMORY));
        // the account of stages is that of the member whose solution it is
        Optional<Solution> told = crew instanceof LocalCrew local
                ? local.solution(portfolio.finder().orElse(0))
                : Optional.empty();
        told.ifPresent(s -> failures.addAll(s.failures()));
        Solution all = unit.solution(context.solution(Trace.whole(context.known()), List.of()), options);
        return new Solution(
                original,
                all.status(),
                all.x(),
                all.verification(),
                all.solutions(),
                all.origin(),
                all.bound(),
                told.map(Solution::trace).orElse(all.trace()),
                all.history(),
                all.boundHistory(),
                told.map(Solution::controls).orElse(List.of()),
                failures,
                options,
                stop(all.status(), limits),
                limits,
                all.seconds(),
                members);
    }

    private Solution.Stop stop(Status status, Set<Solution.Limit> limits) {
        return switch (status) {
            case OPTIMAL -> Solution.Stop.OPTIMAL;
            case INFEASIBLE -> Solution.Stop.INFEASIBLE;
            case FEASIBLE, UNKNOWN ->
                cancelled.getAsBoolean()
                        ? Solution.Stop.CANCELLED
                        : limits.contains(Solution.Limit.TIME) ? Solution.Stop.TIME : Solution.Stop.ROUNDS;
        };
    }

    private List<PortfolioMember> members(Portfolio portfolio) {
        List<PortfolioMember> members = new ArrayList<>();
        List<Portfolio.Account> accounts = portfolio.accounts();
        for (int k = 0; k < accounts.size(); k++) {
            Optional<MemberReport> report = accounts.get(k).report();
            Optional<Double> bound = report.flatMap(MemberReport::bound).map(Bound::value);
            members.add(new PortfolioMember(
                    k + 1,
                    Lineup.of(options, original.model(), k, 1),
                    report.map(MemberReport::place).orElse(""),
                    report.map(MemberReport::rounds).orElse(0),
                    report.map(MemberReport::objective).orElse(OptionalDouble.empty()),
                    bound.isPresent() ? OptionalDouble.of(bound.get()) : OptionalDouble.empty(),
                    accounts.get(k).gains(),
                    portfolio.finder().equals(Optional.of(k)),
                    report.map(MemberReport::state)
                            .orElse(MemberReport.State.GOING)
                            .words(),
                    report.map(MemberReport::failure).orElse("")));
        }
        return members;
    }

    /** The incumbent and bounds of the whole problem. */
    private final class SharedBoard implements Board {
        @Override
        public boolean offer(MemberReport report) {
            Origin origin = Origin.ofId(report.origin()).orElse(Origin.MEMBER);
            boolean better = false;
            for (Bits x : report.solutions()) {
                better |= context.incumbent.offer(x, origin);
            }
            report.bound().ifPresent(bound -> context.relaxations.improve(unit.from(bound)));
            if (report.state() == MemberReport.State.PROVEN && !context.incumbent.isPresent()) {
                context.setInfeasible(true);
            }
            return better;
        }

        @Override
        public Optional<Bits> best() {
            return context.incumbent.x();
        }

        @Override
        public Optional<Bound> bound() {
            return context.relaxations.best().map(unit::in);
        }

        @Override
        public boolean isSettled() {
            return context.isProven() || context.isInfeasible();
        }

        @Override
        public boolean isStopped() {
            double limit = options.timeLimit().orElse(Double.POSITIVE_INFINITY);
            return cancelled.getAsBoolean()
                    || context.plan.seconds() > limit + Math.max(LEAST_GRACE_SECONDS, GRACE * limit);
        }

        @Override
        public double seconds() {
            return context.plan.seconds();
        }

        @Override
        public void began(int leg) {
            context.listener.stage(RunStage.ROUND, leg + 1);
        }
    }
}
