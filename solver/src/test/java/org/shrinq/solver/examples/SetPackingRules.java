package org.shrinq.solver.examples;

// begin rules
import org.shrinq.repair.verify.Rules;
import org.shrinq.repair.verify.RulesFamily;

/** What a set packing must keep, from its sets: constraint e says that element e is in at most one chosen set. */
final class SetPackingRules implements Rules {
    private final SetPacking problem;

    SetPackingRules(SetPacking problem) {
        this.problem = problem;
    }

    @Override
    public int size() {
        return problem.size();
    }

    @Override
    public int constraints() {
        return problem.elements();
    }

    @Override
    public String name(int constraint) {
        return "element " + (constraint + 1);
    }

    @Override
    public void check(byte[] x, Sink sink) {
        int[] holders = new int[problem.elements()];
        for (int s = 0; s < x.length; s++) {
            for (int e : problem.elementsOf(s)) {
                holders[e] += x[s];
            }
        }
        for (int e = 0; e < holders.length; e++) {
            if (holders[e] > 1 && !sink.accept(e, holders[e] - 1)) {
                return;
            }
        }
    }

    @Override
    public String describe(int constraint, byte[] x, double amount) {
        return "in " + (int) (amount + 1) + " chosen sets";
    }

    @Override
    public double objective(byte[] x) {
        return problem.objective(x);
    }

    /** Tells the verifier of these rules. */
    public static final class Family implements RulesFamily<SetPacking> {
        @Override
        public Class<SetPacking> type() {
            return SetPacking.class;
        }

        @Override
        public Rules rules(SetPacking problem) {
            return new SetPackingRules(problem);
        }
    }
}
// end rules
