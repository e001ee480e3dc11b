package org.shrinq.relax.assignment;

import org.shrinq.qubo.problem.QuadraticAssignment;

/**
 * A bound of a quadratic assignment that goes on when a facility is placed: dual ascent on small orders, Gilmore and
 * Lawler's on larger ones.
 */
interface PlacementBound {
    /** Largest order for dual ascent, whose rounds cost O(n⁵). */
    int MOST_ASCENT = 32;

    /** Number of facilities left. */
    int order();

    double bound();

    /** The bound plus this bounds every permutation of the rest with i at a. */
    double reducedCost(int i, int a);

    /** Improves the bound; returns by how much. */
    double raise();

    /** What is left once facility i is at location a; indices above them move down. */
    PlacementBound place(int i, int a);

    /** Operations of one {@link #raise} at an order. */
    double operations(int order);

    /** Before the first {@link #raise} the bound is that of nothing. */
    static PlacementBound of(QuadraticAssignment problem) {
        return problem.order() <= MOST_ASCENT ? new Ascent(DualAscent.of(problem)) : new Lawler(problem, 0);
    }

    /** By {@link DualAscent}. */
    record Ascent(DualAscent ascent) implements PlacementBound {
        @Override
        public int order() {
            return ascent.order();
        }

        @Override
        public double bound() {
            return ascent.bound();
        }

        @Override
        public double reducedCost(int i, int a) {
            return ascent.reducedCost(i, a);
        }

        @Override
        public double raise() {
            return ascent.round();
        }

        @Override
        public PlacementBound place(int i, int a) {
            return new Ascent(ascent.place(i, a));
        }

        @Override
        public double operations(int order) {
            return 4 * Math.pow(order, 5);
        }
    }

    /** By {@link GilmoreLawler}, anew for what is left. */
    final class Lawler implements PlacementBound {
        private final QuadraticAssignment problem;
        private final double constant;
        private final GilmoreLawler.Result result;

        Lawler(QuadraticAssignment problem, double constant) {
            this.problem = problem;
            this.constant = constant;
            result = GilmoreLawler.bound(problem);
        }

        @Override
        public int order() {
            return problem.order();
        }

        @Override
        public double bound() {
            return constant + result.bound();
        }

        @Override
        public double reducedCost(int i, int a) {
            return result.reducedCosts()[i * problem.order() + a];
        }

        @Override
        public double raise() {
            return 0;
        }

        @Override
        public PlacementBound place(int i, int a) {
            int m = problem.order() - 1;
            double[][] flow = new double[m][m];
            double[][] distance = new double[m][m];
            double[][] linear = new double[m][m];
            for (int j = 0; j < m; j++) {
                int fj = j < i ? j : j + 1;
                int lj = j < a ? j : j + 1;
                for (int k = 0; k < m; k++) {
                    int fk = k < i ? k : k + 1;
                    int lk = k < a ? k : k + 1;
                    flow[j][k] = problem.flow(fj, fk);
                    distance[j][k] = problem.distance(lj, lk);
                    linear[j][k] = problem.linear(fj, lk)
                            + problem.flow(fj, i) * problem.distance(lk, a)
                            + problem.flow(i, fj) * problem.distance(a, lk);
                }
            }
            double own = problem.linear(i, a) + problem.flow(i, i) * problem.distance(a, a);
            return new Lawler(QuadraticAssignment.of(problem.name(), flow, distance, linear), constant + own);
        }

        @Override
        public double operations(int order) {
            return 4 * Math.pow(order, 3);
        }
    }
}
