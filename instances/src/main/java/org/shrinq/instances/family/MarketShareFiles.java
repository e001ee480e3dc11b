package org.shrinq.instances.family;

import org.shrinq.qubo.problem.MarketShare;
import org.shrinq.qubo.problem.ProblemKind;

/** Market shares: retailers in two divisions. */
final class MarketShareFiles implements FileFamilies.Bundled<MarketShare> {
    @Override
    public Class<MarketShare> type() {
        return MarketShare.class;
    }

    @Override
    public ProblemKind kind() {
        return ProblemKind.MARKET_SHARE;
    }

    @Override
    public double reach(MarketShare problem) {
        double sum = 0;
        for (int k = 0; k < problem.products(); k++) {
            sum += Math.abs(problem.target(k));
            for (int i = 0; i < problem.retailers(); i++) {
                sum += Math.abs(problem.demand(k, i));
            }
        }
        return sum;
    }

    @Override
    public String meaning(MarketShare problem, String name, int i) {
        return "retailer " + (i + 1) + " goes to the first division";
    }

    @Override
    public String asModel() {
        return "the objective became the sum of squared deviations, whose 0 is the same";
    }

    @Override
    public String extension() {
        return ".json";
    }
}
