package org.shrinq.repair.verify;

import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Constraint;
import org.shrinq.qubo.problem.Problem;

/**
 * The typed constraints of any model, compared exactly over the decimal numbers of their coefficients; the objective is
 * the problem's own.
 */
final class ModelRules implements Rules {
    private final Problem problem;
    private final BinaryModel model;

    ModelRules(Problem problem) {
        this.problem = problem;
        model = problem.model();
    }

    @Override
    public int size() {
        return model.size();
    }

    @Override
    public int constraints() {
        return model.constraints().size();
    }

    @Override
    public String name(int constraint) {
        return model.constraints().get(constraint).name();
    }

    @Override
    public void check(byte[] x, Sink sink) {
        int index = 0;
        for (Constraint c : model.constraints()) {
            double amount = c.violation(x);
            if (amount > 0 && !sink.accept(index, amount)) {
                return;
            }
            index++;
        }
    }

    @Override
    public String describe(int constraint, byte[] x, double amount) {
        Constraint c = model.constraints().get(constraint);
        return "left side is " + Numbers.text(c.activity(x)) + ", expected "
                + (c.isEquality() ? "exactly " : "at most ") + Numbers.text(c.bound());
    }

    @Override
    public double objective(byte[] x) {
        return problem.objective(x);
    }
}
