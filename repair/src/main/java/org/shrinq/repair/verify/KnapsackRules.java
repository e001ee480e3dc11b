package org.shrinq.repair.verify;

import org.shrinq.qubo.problem.MultidimensionalKnapsack;

/** Σ_i w_ki x_i ≤ c_k, summed from the weights. */
final class KnapsackRules implements Rules {
    private final MultidimensionalKnapsack problem;
    private final double[] tolerance;

    KnapsackRules(MultidimensionalKnapsack problem) {
        this.problem = problem;
        tolerance = new double[problem.rows()];
        for (int k = 0; k < tolerance.length; k++) {
            double c = problem.capacity(k);
            boolean integral = c == Math.rint(c);
            for (int i = 0; i < problem.items(); i++) {
                integral &= problem.weight(k, i) == Math.rint(problem.weight(k, i));
            }
            tolerance[k] = integral ? 0 : 1e-9 * Math.max(1, c);
        }
    }

    @Override
    public int size() {
        return problem.items();
    }

    @Override
    public int constraints() {
        return problem.rows();
    }

    @Override
    public String name(int constraint) {
        return "c" + (constraint + 1);
    }

    @Override
    public void check(byte[] x, Sink sink) {
        for (int k = 0; k < problem.rows(); k++) {
            double excess = load(k, x) - problem.capacity(k);
            if (excess > tolerance[k] && !sink.accept(k, excess)) {
                return;
            }
        }
    }

    private double load(int row, byte[] x) {
        double load = 0;
        for (int i = 0; i < x.length; i++) {
            if (x[i] != 0) {
                load += problem.weight(row, i);
            }
        }
        return load;
    }

    @Override
    public String describe(int constraint, byte[] x, double amount) {
        return "load " + Numbers.text(load(constraint, x)) + " exceeds capacity "
                + Numbers.text(problem.capacity(constraint)) + " by " + Numbers.text(amount);
    }

    @Override
    public double objective(byte[] x) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            if (x[i] != 0) {
                sum += problem.value(i);
            }
        }
        return sum;
    }
}
