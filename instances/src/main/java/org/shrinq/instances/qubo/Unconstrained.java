package org.shrinq.instances.qubo;

import java.util.Optional;
import org.shrinq.qubo.QuadraticForm;
import org.shrinq.qubo.Sense;
import org.shrinq.qubo.problem.Problem;

/**
 * The objective of a problem without constraints, turned to the sense that a format has: every number is multiplied by
 * {@code factor}, which is exact.
 */
public record Unconstrained(QuadraticForm form, double factor) {
    /** Why a format without constraints cannot hold the problem. */
    public static Optional<String> obstacle(Problem problem) {
        return problem.model().constraints().isEmpty()
                ? Optional.empty()
                : Optional.of("it has no place for constraints; encode the problem as a QUBO first");
    }

    public static Unconstrained of(Problem problem, Sense sense) {
        return new Unconstrained(problem.model().objective(), problem.sense() == sense ? 1 : -1);
    }

    public int size() {
        return form.size();
    }

    /** Adding 0 makes −0 a 0. */
    public double offset() {
        return factor * form.offset() + 0.0;
    }

    public double linear(int i) {
        return factor * form.linear(i) + 0.0;
    }

    public void forEachCoupling(QuadraticForm.CouplingConsumer consumer) {
        form.forEachCoupling((i, j, c) -> consumer.accept(i, j, factor * c));
    }

    public int linearTerms() {
        int count = 0;
        for (int i = 0; i < size(); i++) {
            count += form.linear(i) != 0 ? 1 : 0;
        }
        return count;
    }
}
