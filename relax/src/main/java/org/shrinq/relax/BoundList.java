package org.shrinq.relax;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.relax.lp.LinearRelaxations;

/** The bounds of one problem as they are computed, and why others are left out. One thread. */
public final class BoundList {
    private final Problem problem;
    private final LinearRelaxations relaxations;
    private final Deadline deadline;
    private final Consumer<Bound> told;
    private final List<Bound> all = new ArrayList<>();
    private final Map<BoundKind, String> skipped = new EnumMap<>(BoundKind.class);

    /** @param told hears of every bound at once */
    BoundList(Problem problem, LinearRelaxations relaxations, Deadline deadline, Consumer<Bound> told) {
        this.problem = problem;
        this.relaxations = relaxations;
        this.deadline = deadline;
        this.told = told;
    }

    /** Linear relaxations, perhaps solved before. */
    public LinearRelaxations relaxations() {
        return relaxations;
    }

    /** When to stop. */
    public Deadline deadline() {
        return deadline;
    }

    /** Adds a valid bound, in the problem's own sense; it is rounded where objectives are whole. */
    public void add(BoundKind kind, double value) {
        Bound bound = new Bound(kind, Bounds.round(problem, value));
        all.add(bound);
        told.accept(bound);
    }

    /** Notes why a bound is not computed. */
    public void skip(BoundKind kind, String why) {
        skipped.put(kind, why);
    }

    /** Notes why a costly bound is not computed: the problem is too large for it, or no time is left. */
    public boolean isLeftOut(BoundKind kind, boolean tooLarge, String why) {
        if (tooLarge) {
            skipped.put(kind, why);
        } else if (deadline.expired()) {
            skipped.put(kind, "no time left");
        } else {
            return false;
        }
        return true;
    }

    BoundReport report() {
        Bound best = all.get(0);
        for (Bound b : all) {
            best = Bounds.tighter(problem, best, b);
        }
        return new BoundReport(best, all, skipped);
    }
}
