package org.shrinq.solver.portfolio;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.text.Brief;
import org.shrinq.relax.Bound;

/**
 * What a member tells at the end of a leg.
 *
 * @param member from 0
 * @param leg from 0
 * @param state whether it goes on
 * @param solutions that it found itself, best first; empty when it found none
 * @param objective of the first of them, in the problem's own sense and unit
 * @param origin id of the stage that had it first; empty without one
 * @param bound its best bound, in the problem's own sense and unit
 * @param rounds that it has done
 * @param limits ids of what cut it short
 * @param place where it runs; empty in this process
 * @param failure why it failed; empty unless it did
 */
public record MemberReport(
        int member,
        int leg,
        State state,
        List<Bits> solutions,
        OptionalDouble objective,
        String origin,
        Optional<Bound> bound,
        int rounds,
        Set<String> limits,
        String place,
        String failure) {
    /** How things stand with a member. */
    public enum State {
        /** There is more that it can do. */
        GOING("stopped by the others"),
        /** It has done all its rounds, or its time is up. */
        OVER("done"),
        /** It has proved its best solution, or one it heard of, optimal; or that there is none. */
        PROVEN("proved it"),
        /** It threw; what it reported before stands. */
        FAILED("failed");

        private final String words;

        State(String words) {
            this.words = words;
        }

        /** What is said of a member that was in this state when the run ended. */
        public String words() {
            return words;
        }
    }

    public MemberReport {
        solutions = List.copyOf(solutions);
        limits = Set.copyOf(limits);
    }

    /** Of a member that threw. */
    public static MemberReport failed(Leg leg, String place, String failure) {
        return new MemberReport(
                leg.member(),
                leg.number(),
                State.FAILED,
                List.of(),
                OptionalDouble.empty(),
                "",
                Optional.empty(),
                0,
                Set.of(),
                place,
                failure);
    }

    /** The same where the member failed, with what it had reported before. */
    public MemberReport after(MemberReport before) {
        return state == State.FAILED
                ? new MemberReport(
                        member,
                        leg,
                        state,
                        before.solutions,
                        before.objective,
                        before.origin,
                        before.bound,
                        before.rounds,
                        before.limits,
                        place,
                        failure)
                : this;
    }

    @Override
    public String toString() {
        return Brief.of(this);
    }
}
