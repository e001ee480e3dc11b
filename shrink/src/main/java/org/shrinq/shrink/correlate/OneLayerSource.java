package org.shrinq.shrink.correlate;

import org.shrinq.quantum.closedform.ClosedFormQaoa;
import org.shrinq.quantum.closedform.ClosedFormQaoa.Angles;
import org.shrinq.quantum.closedform.ClosedFormQaoa.Expectations;
import org.shrinq.qubo.Ising;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.run.RandomStreams;

/**
 * ⟨Z_i⟩ and ⟨Z_iZ_j⟩ on couplings of the one-layer QAOA with its best angles, in closed form. The first call searches γ
 * from many starts; later ones climb from the γ before, which contraction changes little.
 */
final class OneLayerSource implements CorrelationSource {
    private static final double FIRST_STEP = 1.2;
    private static final int CLIMB = 6;

    @Override
    public String id() {
        return "qaoa1";
    }

    @Override
    public double operations(Ising ising) {
        double squares = 0;
        double entries = 0;
        for (int i = 0; i < ising.size(); i++) {
            double degree = ising.matrix().degree(i);
            squares += degree * degree;
            entries += degree;
        }
        return (CLIMB + 1) * (8 * squares + 40 * entries);
    }

    @Override
    public boolean looks() {
        return false;
    }

    @Override
    public Correlations correlate(CorrelationTask task, RandomStreams random, Deadline deadline) {
        ClosedFormQaoa circuit = ClosedFormQaoa.of(task.ising());
        boolean warm =
                task.previous().isPresent() && task.previous().get().correlations() instanceof AngledCorrelations;
        Angles best = warm
                ? climb(
                        circuit,
                        ((AngledCorrelations) task.previous().get().correlations()).gamma() * circuit.scale(),
                        deadline)
                : circuit.best(deadline);
        Expectations e = circuit.expectations(best.gamma(), best.beta());
        SparseCorrelations x = new SparseCorrelations(task.size());
        for (int i = 0; i < task.size(); i++) {
            x.setSingle(i, e.single()[i]);
        }
        int[] next = {0};
        double[] pair = e.pair();
        task.ising().forEachCoupling((i, j, c) -> x.setPair(i, j, pair[next[0]++]));
        return new AngledCorrelations(x, best.gamma() / circuit.scale());
    }

    /** Pattern search on log γ: a step is kept while it helps, turned round or halved when it does not. */
    private static Angles climb(ClosedFormQaoa circuit, double start, Deadline deadline) {
        Angles best = circuit.bestMixer(start);
        double factor = FIRST_STEP;
        for (int k = 0; k < CLIMB && !deadline.expired(); k++) {
            Angles next = circuit.bestMixer(best.gamma() * factor);
            if (next.energy() < best.energy()) {
                best = next;
            } else {
                factor = k % 2 == 0 ? 1 / factor : Math.sqrt(factor);
            }
        }
        return best;
    }
}
