package org.shrinq.shrink.correlate;

import java.util.OptionalDouble;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Ising;
import org.shrinq.qubo.Sense;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.run.RandomStreams;

/**
 * Marginals of {@link BeliefPropagation}: on the typed constraints of what is left of a constrained model, for single
 * variables; on the contracted form, with its coupled pairs, of a model without constraints. Six temperatures, each √½
 * of the one before, from half the mean contribution of a variable.
 */
final class BeliefSource implements CorrelationSource {
    private static final int TEMPERATURES = 6;
    private static final double FALL = Math.sqrt(0.5);
    private static final double HOTTEST = 0.5;
    private static final int SWEEPS = 60;
    private static final double SWEEP_OPERATIONS = 40;

    @Override
    public String id() {
        return "bp";
    }

    @Override
    public double operations(Ising ising) {
        return SWEEP_OPERATIONS * SWEEPS * (ising.size() + ising.couplings());
    }

    @Override
    public boolean looks() {
        return false;
    }

    /** Classes of merged variables are unknown to the typed constraints. */
    @Override
    public boolean knowsPairs(BinaryModel model) {
        return model.constraints().isEmpty();
    }

    @Override
    public Correlations correlate(CorrelationTask task, RandomStreams random, Deadline deadline) {
        BinaryModel model = task.model();
        boolean free = model.constraints().isEmpty();
        BinaryModel rest = free
                ? new BinaryModel(Sense.MINIMIZE, task.ising().toQubo(), model.constraints())
                : model.restrict(task.partial());
        BeliefPropagation beliefs = new BeliefPropagation(rest, random.stream("ties"));
        double[] temperatures = new double[TEMPERATURES];
        temperatures[0] = HOTTEST * beliefs.unit();
        for (int t = 1; t < TEMPERATURES; t++) {
            temperatures[t] = FALL * temperatures[t - 1];
        }
        double[] z = beliefs.run(temperatures, SWEEPS, deadline);
        SparseCorrelations values = new SparseCorrelations(task.size());
        if (free) {
            for (int v = 0; v < z.length; v++) {
                values.setSingle(v, z[v]);
            }
            int[][] pairs = beliefs.pairs();
            for (int k = 0; k < pairs.length; k++) {
                values.setPair(pairs[k][0], pairs[k][1], beliefs.pair(k));
            }
        } else {
            int[] position = positions(task.partial());
            for (int k = 0; k < task.size(); k++) {
                int v = task.variables()[k];
                values.setSingle(k, v < position.length && position[v] >= 0 ? z[position[v]] : 0);
            }
        }
        return new Priced(values, beliefs.operations());
    }

    /** Of every variable of the model among those that are left, −1 for a fixed one. */
    private static int[] positions(byte[] partial) {
        int[] position = new int[partial.length];
        int next = 0;
        for (int v = 0; v < partial.length; v++) {
            position[v] = partial[v] < 0 ? next++ : -1;
        }
        return position;
    }

    private record Priced(SparseCorrelations values, double cost) implements ValuesWithMemory {
        @Override
        public OptionalDouble operations() {
            return OptionalDouble.of(cost);
        }
    }
}
