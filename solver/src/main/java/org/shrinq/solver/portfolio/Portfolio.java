package org.shrinq.solver.portfolio;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.shrinq.qubo.Bits;
import org.shrinq.relax.Bound;

/**
 * A portfolio of runs of one instance (Huberman, Lukose and Hogg, Science 275, 1997) that share incumbents and bounds.
 * Members go from round to round, in legs; after each leg they tell the {@link Board} what they found, and hear before
 * the next one what the others have. Where limits are counts they meet: the next leg begins when all have ended the one
 * before, and reports are taken in the order of the members, so that neither machines nor their load have a part in the
 * result. Where time is limited nobody waits. A proof ends the run. Used once, by one thread.
 */
public final class Portfolio {
    /** When a member begins its next leg. */
    public enum Order {
        /** When all others have ended theirs. */
        TOGETHER,
        /** At once. */
        EACH
    }

    private static final long POLL_MILLIS = 20;

    private final PortfolioCrew crew;
    private final Board board;
    private final Order order;
    private final List<Member> members = new ArrayList<>();
    private final LinkedBlockingQueue<MemberReport> ended = new LinkedBlockingQueue<>();
    private @Nullable Member finder;
    private boolean cancelled;

    /**
     * What is known of a member at the end.
     *
     * @param report its last one; empty where it never reported
     * @param gains how often the best solution of all was its
     */
    public record Account(Optional<MemberReport> report, int gains) {}

    private static final class Member {
        private final int number;
        private final List<News> heard = new ArrayList<>();
        private @Nullable MemberReport last;
        private Optional<Bits> heardBest = Optional.empty();
        private Optional<Bound> bound = Optional.empty();
        private boolean going = true;
        private boolean running;
        private int gains;

        Member(int number) {
            this.number = number;
        }
    }

    /** A portfolio of so many members. */
    public Portfolio(int members, PortfolioCrew crew, Board board, Order order) {
        this.crew = crew;
        this.board = board;
        this.order = order;
        for (int k = 0; k < members; k++) {
            this.members.add(new Member(k));
        }
    }

    /**
     * Goes on until a proof, the end of all members, of the time, or the caller's signal. An interrupt counts as that,
     * and is left set.
     */
    public void run() {
        try {
            if (order == Order.TOGETHER) {
                together();
            } else {
                each();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The member whose solution is the best; empty as long as there is none. */
    public Optional<Integer> finder() {
        return Optional.ofNullable(finder).map(m -> m.number);
    }

    /** Every member's, in order. */
    public List<Account> accounts() {
        return members.stream()
                .map(m -> new Account(Optional.ofNullable(m.last), m.gains))
                .toList();
    }

    private void together() throws InterruptedException {
        for (int leg = 0; !isOver(); leg++) {
            board.began(leg);
            List<Member> going = members.stream().filter(m -> m.going).toList();
            going.forEach(this::begin);
            MemberReport[] reports = new MemberReport[members.size()];
            Member leader = finder;
            int first = members.size();
            while (going.stream().anyMatch(m -> m.running)) {
                MemberReport report = take();
                if (report != null) {
                    reports[report.member()] = report;
                    if (report.state() == MemberReport.State.PROVEN && report.member() < first) {
                        // those before it may still prove something themselves: whoever is first in order counts, not
                        // in time
                        first = report.member();
                        cancelAfter(first, leader);
                    }
                }
            }
            for (Member member : going) {
                MemberReport report = reports[member.number];
                if (report != null && (member.number <= first || member == leader)) {
                    accept(report);
                }
            }
        }
    }

    private void each() throws InterruptedException {
        board.began(0);
        members.forEach(this::begin);
        while (members.stream().anyMatch(m -> m.running)) {
            MemberReport report = take();
            if (report == null) {
                continue;
            }
            accept(report);
            Member member = members.get(report.member());
            if (board.isSettled()) {
                cancelAfter(-1, null);
            } else if (member.going && !isOver()) {
                begin(member);
            }
        }
    }

    private boolean isOver() {
        return members.stream().noneMatch(m -> m.going) || board.isSettled() || board.isStopped();
    }

    private void begin(Member member) {
        Optional<Bits> best = board.best()
                .filter(x -> member.last != null && finder != member && !member.heardBest.equals(Optional.of(x)));
        Optional<Bound> bound = board.bound().filter(b -> member.last != null && !member.bound.equals(Optional.of(b)));
        member.heardBest = best.or(() -> member.heardBest);
        member.bound = bound.or(() -> member.bound);
        member.heard.add(new News(best, bound));
        member.running = true;
        crew.begin(new Leg(member.number, member.heard.size() - 1, member.heard, board.seconds()), ended::add);
    }

    /** The next report; null when none comes for a moment. */
    private @Nullable MemberReport take() throws InterruptedException {
        if (board.isStopped() && !cancelled) {
            cancelled = true;
            cancelAfter(-1, null);
        }
        MemberReport report = ended.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
        if (report != null) {
            members.get(report.member()).running = false;
        }
        return report;
    }

    /**
     * Ends the legs of the members that come later in order.
     *
     * @param but whose leg goes on: the account of the result is that of the member whose solution it is
     */
    private void cancelAfter(int member, @Nullable Member but) {
        for (Member m : members) {
            if (m.number > member && m != but && m.running) {
                crew.cancel(m.number);
                m.running = crew.reportsWhenCancelled();
            }
        }
    }

    private void accept(MemberReport report) {
        Member member = members.get(report.member());
        MemberReport told = member.last == null ? report : report.after(member.last);
        member.last = told;
        member.going = told.state() == MemberReport.State.GOING;
        member.bound = told.bound().or(() -> member.bound);
        if (board.offer(told)) {
            member.gains++;
            finder = member;
        }
    }
}
