package org.shrinq.repair.optaplanner;

import java.util.Random;
import org.shrinq.qubo.problem.MarketShare;

/** Σ_k |Σ_j a_kj x_j − t_k|, which no quadratic form can hold; O(products) per flip. */
final class DeviationCosts implements BitCosts {
    private final double[][] demandOf;
    private final double[] target;
    private final double[] residual;
    private final byte[] x;
    private final double scale;
    private double cost;

    DeviationCosts(MarketShare p) {
        demandOf = new double[p.retailers()][p.products()];
        target = new double[p.products()];
        residual = new double[p.products()];
        x = new byte[p.retailers()];
        double most = 0;
        for (int k = 0; k < target.length; k++) {
            target[k] = p.target(k);
            most += Math.abs(target[k]);
            for (int j = 0; j < demandOf.length; j++) {
                demandOf[j][k] = p.demand(k, j);
                most += Math.abs(demandOf[j][k]);
            }
        }
        scale = ModelCosts.scale(p.isObjectiveIntegral(), most);
    }

    @Override
    public void load(byte[] point) {
        java.util.Arrays.fill(x, (byte) 0);
        for (int k = 0; k < target.length; k++) {
            residual[k] = -target[k];
        }
        for (int j = 0; j < x.length; j++) {
            if (point[j] != 0) {
                flip(j);
            }
        }
        sum();
    }

    @Override
    public void flip(int variable) {
        double direction = 1 - 2 * x[variable];
        double[] demand = demandOf[variable];
        for (int k = 0; k < residual.length; k++) {
            residual[k] += direction * demand[k];
        }
        x[variable] ^= 1;
        sum();
    }

    @Override
    public int[] chain(int variable, Random random) {
        return new int[] {variable};
    }

    private void sum() {
        cost = 0;
        for (double r : residual) {
            cost += Math.abs(r);
        }
    }

    @Override
    public int value(int variable) {
        return x[variable];
    }

    @Override
    public double violation() {
        return 0;
    }

    @Override
    public double cost() {
        return cost;
    }

    @Override
    public double violationScale() {
        return 1;
    }

    @Override
    public double costScale() {
        return scale;
    }
}
