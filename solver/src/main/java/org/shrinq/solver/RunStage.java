package org.shrinq.solver;

import java.util.Locale;

/** The parts of a run that a {@link RunListener} hears of. */
public enum RunStage {
    /** Search on the whole problem. */
    SEARCH,
    /** Relaxations that bound the objective. */
    BOUNDS,
    /** Exact reductions. */
    REDUCE,
    /** A round: encoding, shrinking, circuit, verification and repair. */
    ROUND,
    /** Local search at the end of a round. */
    POLISH,
    /** Branch and bound. */
    BRANCH,
    /** The controls in the circuit's place. */
    CONTROLS;

    /** "search", "bounds", …, as text shows it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
