package org.shrinq.repair.verify;

import org.shrinq.qubo.problem.MaxCut;

/** No constraints; the objective is the weight of the edges whose ends differ. */
final class CutRules extends RulesWithoutConstraints {
    private final MaxCut problem;

    CutRules(MaxCut problem) {
        this.problem = problem;
    }

    @Override
    public int size() {
        return problem.vertices();
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
