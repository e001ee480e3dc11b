package org.shrinq.repair.verify;

import org.shrinq.qubo.problem.MaxCut;

/** No constraints; the objective is the weight of the edges whose ends differ. */
final class CutRules implements Rules {
    private final MaxCut problem;

    CutRules(MaxCut problem) {
        this.problem = problem;
    }

    @Override
    public int size() {
        return problem.vertices();
    }

    @Override
    public int constraints() {
        return 0;
    }

    @Override
    public String name(int constraint) {
        throw new IndexOutOfBoundsException("constraint " + constraint + " of 0");
    }

    @Override
    public void check(byte[] x, Sink sink) {}

    @Override
    public String describe(int constraint, byte[] x, double amount) {
        return name(constraint);
    }

    @Override
    public double objective(byte[] x) {
        double cut = 0;
        for (int e = 0; e < problem.edges(); e++) {
            if (x[problem.source(e)] != x[problem.target(e)]) {
                cut += problem.weight(e);
            }
        }
        return cut;
    }
}
