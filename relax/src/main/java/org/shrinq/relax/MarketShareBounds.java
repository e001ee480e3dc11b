package org.shrinq.relax;

import org.shrinq.qubo.problem.MarketShare;

/** A sum of deviations is never below 0; bounds of the model, which squares them, say nothing. */
final class MarketShareBounds implements BoundFamily<MarketShare> {
    @Override
    public Class<MarketShare> type() {
        return MarketShare.class;
    }

    @Override
    public double trivial(MarketShare problem) {
        return 0;
    }

    @Override
    public void bound(MarketShare problem, BoundList bounds) {}
}
