package org.shrinq.repair.verify;

import org.shrinq.qubo.problem.LowAutocorrelation;

/** No constraints; the objective is Σ_k C_k², each C_k added up from the products of the spins. */
final class SequenceRules extends RulesWithoutConstraints {
    private final LowAutocorrelation problem;

    SequenceRules(LowAutocorrelation problem) {
        this.problem = problem;
    }

    @Override
    public int size() {
        return problem.length();
    }

    @Override
    public double objective(byte[] x) {
        double energy = 0;
        for (int k = 1; k < x.length; k++) {
            double correlation = 0;
            for (int i = 0; i + k < x.length; i++) {
                int s = x[i] == 0 ? 1 : -1;
                int t = x[i + k] == 0 ? 1 : -1;
                correlation += s * t;
            }
            energy += correlation * correlation;
        }
        return energy;
    }
}
