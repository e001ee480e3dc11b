package org.shrinq.repair.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.Sense;
import org.shrinq.qubo.problem.NormalForm;
import org.shrinq.qubo.problem.Problem;

/**
 * Evaluates candidates against a problem's own data: weights and capacities, the graph, flow and distance matrices,
 * demands, edges; for any other problem the typed constraints of its model. Never against an encoding. Immutable and
 * safe for use by several threads.
 */
public final class Verifier {
    /** Most violations that a {@link Verification} lists; its counts and sums are over all of them. */
    public static final int LISTED = 50;

    private final Rules rules;
    private final Sense sense;
    private final Supplier<NormalForm> normal;

    private Verifier(Rules rules, Problem problem) {
        this.rules = rules;
        sense = problem.sense();
        normal = problem::normalForm;
    }

    public static Verifier of(Problem problem) {
        return new Verifier(RulesFamilies.rules(problem), problem);
    }

    /** Direction in which {@link #objective} is optimised. */
    public Sense sense() {
        return sense;
    }

    /** Number of variables. */
    public int size() {
        return rules.size();
    }

    /** Number of constraints. */
    public int constraints() {
        return rules.constraints();
    }

    /** Name of constraint c, 0 ≤ c &lt; {@link #constraints}. */
    public String constraint(int c) {
        return rules.name(c);
    }

    /**
     * The full verdict, with the objective added up over the decimal numbers of the data where {@link NormalForm} can.
     * Not modified.
     *
     * @throws IllegalArgumentException for a wrong length or an entry that is neither 0 nor 1
     */
    public Verification verify(byte[] x) {
        requireBits(x);
        Tally tally = new Tally(x);
        rules.check(x, tally);
        return new Verification(
                tally.violated == 0,
                normal.get().objective(x),
                rules.constraints(),
                tally.violated,
                tally.total,
                tally.listed);
    }

    /** The full verdict. */
    public Verification verify(Bits x) {
        return verify(x.toArray());
    }

    /** Stops at the first violation. {@code x} is a 0/1 array of the right length, not checked; not modified. */
    public boolean isFeasible(byte[] x) {
        boolean[] feasible = {true};
        rules.check(x, (c, amount) -> {
            feasible[0] = false;
            return false;
        });
        return feasible[0];
    }

    /**
     * The objective in the problem's own sense, a sum of doubles. {@code x} is a 0/1 array of the right length; not
     * modified.
     */
    public double objective(byte[] x) {
        return rules.objective(x);
    }

    Rules rules() {
        return rules;
    }

    /**
     * Checks that x can be a candidate at all.
     *
     * @throws IllegalArgumentException for a wrong length or an entry that is neither 0 nor 1
     */
    public void requireBits(byte[] x) {
        if (x.length != rules.size()) {
            throw new IllegalArgumentException(
                    "a solution of " + x.length + " variables for a problem with " + rules.size());
        }
        for (int i = 0; i < x.length; i++) {
            if ((x[i] & ~1) != 0) {
                throw new IllegalArgumentException("variable " + i + " is " + x[i] + ", expected 0 or 1");
            }
        }
    }

    private final class Tally implements Rules.Sink {
        private final byte[] x;
        private final List<Violation> listed = new ArrayList<>();
        private int violated;
        private double total;

        private Tally(byte[] x) {
            this.x = x;
        }

        @Override
        public boolean accept(int constraint, double amount) {
            violated++;
            total += amount;
            if (listed.size() < LISTED) {
                listed.add(new Violation(rules.name(constraint), amount, rules.describe(constraint, x, amount)));
            }
            return true;
        }
    }

    @Override
    public String toString() {
        return "Verifier[" + constraints() + " constraints, " + sense + "]";
    }
}
