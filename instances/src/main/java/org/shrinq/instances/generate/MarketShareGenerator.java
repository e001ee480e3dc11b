package org.shrinq.instances.generate;

import org.shrinq.qubo.problem.MarketShare;
import org.shrinq.qubo.run.RandomStreams;

/** Random market share problems. */
public final class MarketShareGenerator {
    private MarketShareGenerator() {}

    /**
     * The procedure of Cornuéjols and Dawande (INFORMS J. Computing 11, 1999): whole demands uniform on 0 … 99, targets
     * ⌊Σ_j a_kj / 2⌋.
     *
     * @param products m ≥ 1
     * @param retailers n ≥ 1; published: 10 (m − 1)
     */
    public static MarketShare cornuejolsDawande(String name, int products, int retailers, RandomStreams streams) {
        Require.atLeast("products", products, 1);
        Require.atLeast("retailers", retailers, 1);
        Draws draws = new Draws(streams.stream("market-share"));
        double[][] demands = new double[products][retailers];
        double[] targets = new double[products];
        for (int k = 0; k < products; k++) {
            double sum = 0;
            for (int j = 0; j < retailers; j++) {
                demands[k][j] = draws.integer(0, 99);
                sum += demands[k][j];
            }
            targets[k] = Math.floor(sum / 2);
        }
        return MarketShare.of(name, demands, targets);
    }
}
