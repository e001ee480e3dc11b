package org.shrinq.solver.portfolio;

import java.util.Optional;
import org.shrinq.qubo.Bits;
import org.shrinq.relax.Bound;

/** The best that all members have reported, checked here whoever reported it. */
public interface Board {
    /**
     * Takes in what a member tells.
     *
     * @return whether its solution is better than all before
     */
    boolean offer(MemberReport report);

    /** The best solution; empty as long as there is none. */
    Optional<Bits> best();

    /** The best bound; empty as long as there is none. */
    Optional<Bound> bound();

    /** Whether nothing better can be found, or nothing at all. */
    boolean isSettled();

    /** Whether time is up, or the caller has cancelled the run. */
    boolean isStopped();

    /** Since the run began. */
    double seconds();

    /** Hears that the members begin another leg, from 0. */
    void began(int leg);
}
