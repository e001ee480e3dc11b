package org.shrinq.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.shrinq.instances.Instance;
import org.shrinq.instances.solution.SolutionFile;
import org.shrinq.qubo.Sense;
import org.shrinq.repair.verify.Verification;

/** What a file says of its solution, against the verdict from the instance's own data. */
final class ClaimCheck {
    private static final String OPTIMAL = "OPTIMAL";
    private static final String FEASIBLE = "FEASIBLE";
    /** Of whole objectives; relative for others, since files round. */
    private static final double TOLERANCE = 1e-6;

    private final Instance instance;
    private final Verification verdict;
    private final List<String> wrong = new ArrayList<>();

    private ClaimCheck(Instance instance, Verification verdict) {
        this.instance = instance;
        this.verdict = verdict;
    }

    /** One sentence for every claim that does not hold. */
    static List<String> wrong(Instance instance, SolutionFile.Claims claims, Verification verdict) {
        ClaimCheck check = new ClaimCheck(instance, verdict);
        check.objective(claims.objective());
        check.feasibility(claims);
        check.bound(claims);
        return check.wrong;
    }

    private void objective(OptionalDouble claimed) {
        if (claimed.isPresent() && !same(claimed.getAsDouble(), verdict.objective())) {
            wrong.add("the file claims the objective " + TextFormat.number(claimed) + ": that is wrong");
        }
    }

    private void feasibility(SolutionFile.Claims claims) {
        claims.feasible()
                .filter(f -> f != verdict.feasible())
                .ifPresent(f -> wrong.add(
                        "the file claims that the solution is " + (f ? "feasible" : "infeasible") + ": that is wrong"));
        claims.status()
                .filter(s -> (s.equals(OPTIMAL) || s.equals(FEASIBLE)) != verdict.feasible())
                .ifPresent(s -> wrong.add("the file claims the status " + s + ": that is wrong"));
    }

    private void bound(SolutionFile.Claims claims) {
        if (claims.bound().isEmpty()) {
            return;
        }
        double bound = claims.bound().getAsDouble();
        String claim = "the file claims the bound " + TextFormat.number(bound) + ": ";
        if (verdict.feasible() && beats(verdict.objective(), bound)) {
            wrong.add(claim + "its own solution is better");
        } else if (verdict.feasible()
                && claims.status().filter(OPTIMAL::equals).isPresent()
                && !same(bound, verdict.objective())) {
            wrong.add(claim + "that does not prove OPTIMAL");
        }
    }

    private boolean beats(double objective, double bound) {
        boolean better = instance.problem().sense() == Sense.MAXIMIZE ? objective > bound : objective < bound;
        return better && !same(objective, bound);
    }

    private boolean same(double a, double b) {
        double size = instance.problem().isObjectiveIntegral() ? 1 : Math.max(Math.abs(a), Math.abs(b));
        return Math.abs(a - b) <= TOLERANCE * size + instance.problem().objectiveRounding();
    }
}
