package org.shrinq.repair.verify;

import org.shrinq.qubo.problem.MarketShare;

/** No constraints; the objective is Σ_k |Σ_j a_kj x_j − t_k|. */
final class MarketShareRules extends RulesWithoutConstraints {
    private final MarketShare problem;

    MarketShareRules(MarketShare problem) {
        this.problem = problem;
    }

    @Override
    public int size() {
        return problem.retailers();
    }

    @Override
    public double objective(byte[] x) {
        double deviation = 0;
        for (int k = 0; k < problem.products(); k++) {
            double sales = 0;
            for (int j = 0; j < x.length; j++) {
                if (x[j] != 0) {
                    sales += problem.demand(k, j);
                }
            }
            deviation += Math.abs(sales - problem.target(k));
        }
        return deviation;
    }
}
