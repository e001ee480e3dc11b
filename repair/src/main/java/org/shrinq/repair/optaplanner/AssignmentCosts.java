package org.shrinq.repair.optaplanner;

import org.shrinq.qubo.problem.QuadraticAssignment;

/**
 * Flow and distance row by row, both ways, so that moving one facility costs O(n) over consecutive memory. Diagonals
 * count as linear costs. Immutable.
 */
final class AssignmentCosts {
    /** Scores of fractional problems are stretched to about this size. */
    private static final double RESOLUTION = 1L << 46;

    final int n;
    final boolean symmetric;
    final double[][] flow;
    final double[][] flowT;
    final double[][] distance;
    final double[][] distanceT;
    final double[][] linear;
    /** Score per unit of cost: 1 for whole-number costs. */
    final double scale;

    AssignmentCosts(QuadraticAssignment p) {
        n = p.order();
        flow = new double[n][n];
        flowT = new double[n][n];
        distance = new double[n][n];
        distanceT = new double[n][n];
        linear = new double[n][n];
        boolean same = true;
        double flowSum = 0;
        double distanceMost = 0;
        double linearSum = 0;
        for (int i = 0; i < n; i++) {
            double most = 0;
            for (int j = 0; j < n; j++) {
                linear[i][j] = p.linear(i, j) + p.flow(i, i) * p.distance(j, j);
                most = Math.max(most, Math.abs(linear[i][j]));
                if (i != j) {
                    flow[i][j] = p.flow(i, j);
                    flowT[j][i] = flow[i][j];
                    distance[i][j] = p.distance(i, j);
                    distanceT[j][i] = distance[i][j];
                    same &= p.flow(i, j) == p.flow(j, i) && p.distance(i, j) == p.distance(j, i);
                    flowSum += Math.abs(flow[i][j]);
                    distanceMost = Math.max(distanceMost, Math.abs(distance[i][j]));
                }
            }
            linearSum += most;
        }
        symmetric = same;
        double most = flowSum * distanceMost + linearSum;
        scale = p.isObjectiveIntegral() && most < 1L << 52 ? 1 : most > 0 ? RESOLUTION / most : 1;
    }

    double cost(int[] location) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += linear[i][location[i]];
            double[] row = distance[location[i]];
            for (int j = 0; j < n; j++) {
                sum += flow[i][j] * row[location[j]];
            }
        }
        return sum;
    }

    /** Change of cost when facility i alone moves to a location, whoever is there; O(n). Not modified. */
    double shift(int[] location, int i, int to) {
        int from = location[i];
        double sum = half(flow[i], distance[from], distance[to], location, i);
        sum += symmetric ? sum : half(flowT[i], distanceT[from], distanceT[to], location, i);
        return sum + linear[i][to] - linear[i][from];
    }

    private static double half(double[] flow, double[] old, double[] fresh, int[] location, int except) {
        double sum = 0;
        for (int j = 0; j < flow.length; j++) {
            sum += flow[j] * (fresh[location[j]] - old[location[j]]);
        }
        return sum - flow[except] * (fresh[location[except]] - old[location[except]]);
    }
}
