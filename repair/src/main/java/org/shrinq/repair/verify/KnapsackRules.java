package org.shrinq.repair.verify;

import org.shrinq.qubo.Constraint;
import org.shrinq.qubo.problem.MultidimensionalKnapsack;

/** Σ_i w_ki x_i ≤ c_k, compared exactly over the decimal numbers of the weights. */
final class KnapsackRules implements Rules {
    private final MultidimensionalKnapsack problem;

    KnapsackRules(MultidimensionalKnapsack problem) {
        this.problem = problem;
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
            double excess = row(k).violation(x);
            if (excess > 0 && !sink.accept(k, excess)) {
                return;
            }
        }
    }

    private Constraint row(int k) {
        return problem.model().constraints().get(k);
    }

    @Override
    public String describe(int constraint, byte[] x, double amount) {
        return "load " + Numbers.text(row(constraint).activity(x)) + " exceeds capacity "
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
