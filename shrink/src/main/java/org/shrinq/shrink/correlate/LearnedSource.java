package org.shrinq.shrink.correlate;

import java.util.List;
import java.util.Optional;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.Ising;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.run.RandomStreams;
import org.shrinq.shrink.calibrate.Structure;

/**
 * Correlations that a {@link StepModel} makes of {@link Evidences}. Structures that the model does not know,
 * assignments among them, are answered by the linear relaxation alone.
 */
final class LearnedSource implements CorrelationSource {
    private final StepModel model;
    private final CorrelationSource otherwise = CorrelationSource.lp();

    LearnedSource(StepModel model) {
        this.model = model;
    }

    @Override
    public String id() {
        return "learned";
    }

    private boolean knows(BinaryModel problem) {
        return model.knows(Structure.of(problem), StepModel.Kind.SINGLE);
    }

    @Override
    public double operations(Ising ising) {
        return Evidences.SOURCES.stream().mapToDouble(s -> s.operations(ising)).sum();
    }

    @Override
    public boolean looks() {
        return Evidences.SOURCES.stream().anyMatch(CorrelationSource::looks);
    }

    @Override
    public boolean knowsPairs(BinaryModel problem) {
        return knows(problem) ? model.knows(Structure.of(problem), StepModel.Kind.PAIR) : otherwise.knowsPairs(problem);
    }

    @Override
    public Optional<Placements> placements(
            OpenAssignment assignment, List<Bits> pool, RandomStreams random, Deadline deadline) {
        return otherwise.placements(assignment, pool, random, deadline);
    }

    @Override
    public Correlations correlate(CorrelationTask task, RandomStreams random, Deadline deadline) {
        if (!knows(task.model())) {
            return otherwise.correlate(task, random, deadline);
        }
        Structure structure = Structure.of(task.model());
        Evidences evidences = Evidences.of(task, random, deadline);
        SparseCorrelations values = new SparseCorrelations(task.size());
        for (int i = 0; i < task.size(); i++) {
            double[] f = evidences.single(i, task.ising().degree(i));
            values.setSingle(
                    i, model.expectation(structure, StepModel.Kind.SINGLE, f).orElse(0.0));
        }
        for (int k = 0; k < task.pairs().count(); k++) {
            int i = task.pairs().is()[k];
            int j = task.pairs().js()[k];
            int degree = Math.min(task.ising().degree(i), task.ising().degree(j));
            model.expectation(structure, StepModel.Kind.PAIR, evidences.pair(i, j, degree))
                    .ifPresent(x -> values.setPair(i, j, x));
        }
        return new LearnedCorrelations(values, evidences);
    }
}
