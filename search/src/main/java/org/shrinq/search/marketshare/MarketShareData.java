package org.shrinq.search.marketshare;

import org.shrinq.qubo.problem.MarketShare;

/** Demands in a flat array, one retailer's products together, and the arithmetic of residuals. Immutable. */
final class MarketShareData {
    final int n;
    final int products;
    /** a_kj at j·products + k. */
    final double[] demand;

    final double[] target;

    MarketShareData(MarketShare p) {
        n = p.retailers();
        products = p.products();
        demand = new double[n * products];
        target = new double[products];
        for (int k = 0; k < products; k++) {
            target[k] = p.target(k);
            for (int j = 0; j < n; j++) {
                demand[j * products + k] = p.demand(k, j);
            }
        }
    }

    /** Σ_j a_kj x_j − t_k, overwritten. */
    void residuals(byte[] x, double[] residual) {
        for (int k = 0; k < products; k++) {
            residual[k] = -target[k];
        }
        for (int j = 0; j < n; j++) {
            if (x[j] != 0) {
                flip(residual, j, 0);
            }
        }
    }

    static double deviation(double[] residual) {
        double sum = 0;
        for (double r : residual) {
            sum += Math.abs(r);
        }
        return sum;
    }

    /** Deviation after the flip of a retailer whose present value is given. */
    double deviationAfter(double[] residual, int retailer, int value) {
        double sum = 0;
        int at = retailer * products;
        for (int k = 0; k < products; k++) {
            sum += Math.abs(value == 0 ? residual[k] + demand[at + k] : residual[k] - demand[at + k]);
        }
        return sum;
    }

    /** Residuals (modified) after the flip of a retailer whose present value is given. */
    void flip(double[] residual, int retailer, int value) {
        int at = retailer * products;
        for (int k = 0; k < products; k++) {
            residual[k] += value == 0 ? demand[at + k] : -demand[at + k];
        }
    }
}
