package org.shrinq.repair.verify;

import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Constraint;
import org.shrinq.qubo.problem.Problem;

/** The typed constraints of any model, evaluated from their coefficients; the objective is the problem's own. */
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
            double excess = left(c, x) - c.bound();
            double amount = c.isEquality() ? Math.abs(excess) : excess;
            if (amount > c.tolerance() && !sink.accept(index, amount)) {
                return;
            }
            index++;
        }
    }

    private static double left(Constraint c, byte[] x) {
        double sum = 0;
        for (int k = 0; k < c.arity(); k++) {
            if (x[c.variable(k)] != 0) {
                sum += c.coefficient(k);
            }
        }
        return sum;
    }

    @Override
    public String describe(int constraint, byte[] x, double amount) {
        Constraint c = model.constraints().get(constraint);
        return "left side is " + Numbers.text(left(c, x)) + ", expected " + (c.isEquality() ? "exactly " : "at most ")
                + Numbers.text(c.bound());
    }

    @Override
    public double objective(byte[] x) {
        return problem.objective(x);
    }
}
