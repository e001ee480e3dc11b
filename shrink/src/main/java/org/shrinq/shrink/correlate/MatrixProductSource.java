package org.shrinq.shrink.correlate;

import org.shrinq.quantum.circuit.QaoaCircuit;
import org.shrinq.quantum.closedform.Strength;
import org.shrinq.quantum.lightcone.FixedAngleTable;
import org.shrinq.quantum.mps.MpsOptions;
import org.shrinq.quantum.mps.MpsState;
import org.shrinq.qubo.Ising;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.run.RandomStreams;

/**
 * ⟨Z_i⟩ and ⟨Z_iZ_j⟩ on couplings of a QAOA of several layers whose state is cut to a matrix product state; its angles
 * are those of regular trees. One layer in closed form where the state would take too long, or when time is up.
 */
final class MatrixProductSource implements CorrelationSource {
    /** Multiplications of one state: a minute of one core. */
    private static final double MOST_OPERATIONS = 2e11;

    private final int layers;
    private final MpsOptions options;
    private final CorrelationSource closedForm = CorrelationSource.qaoa1();

    MatrixProductSource(int layers, int bond) {
        if (layers < 1) {
            throw new IllegalArgumentException("layers is " + layers + ", expected at least 1");
        }
        this.layers = layers;
        options = MpsOptions.DEFAULTS.withBond(bond);
    }

    @Override
    public String id() {
        return "mps";
    }

    @Override
    public boolean looks() {
        return false;
    }

    /** A star for each variable and layer, over a quarter of the chain; the expectations cost as much as a layer. */
    @Override
    public double operations(Ising ising) {
        double n = ising.size();
        double bond = Math.min(options.bond(), Math.pow(2, n / 2));
        return (layers + 1) * n * Math.max(1, n / 4) * 64 * bond * bond * bond;
    }

    @Override
    public Correlations correlate(CorrelationTask task, RandomStreams random, Deadline deadline) {
        Ising ising = task.ising();
        double strength = Strength.of(ising);
        if (ising.size() < 2 || strength == 0 || operations(ising) > MOST_OPERATIONS) {
            return closedForm.correlate(task, random, deadline);
        }
        FixedAngleTable.Angles table = FixedAngleTable.bundled().angles(FixedAngleTable.degree(ising), layers);
        double[] gamma = new double[layers];
        for (int l = 0; l < layers; l++) {
            gamma[l] = table.gamma()[l] / strength;
        }
        SparseCorrelations x = new SparseCorrelations(task.size());
        return MpsState.run(QaoaCircuit.of(ising, gamma, table.beta()), options, deadline::expired)
                .flatMap(state -> state.expectations(ising, deadline::expired))
                .<Correlations>map(e -> {
                    for (int i = 0; i < task.size(); i++) {
                        x.setSingle(i, e.single()[i]);
                    }
                    int[] next = {0};
                    ising.forEachCoupling((i, j, c) -> x.setPair(i, j, e.pair()[next[0]++]));
                    return x;
                })
                .orElseGet(() -> closedForm.correlate(task, random, deadline));
    }
}
