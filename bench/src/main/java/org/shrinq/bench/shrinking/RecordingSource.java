package org.shrinq.bench.shrinking;

import java.util.ArrayList;
import java.util.List;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Ising;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.run.RandomStreams;
import org.shrinq.shrink.calibrate.Structure;
import org.shrinq.shrink.contract.Step;
import org.shrinq.shrink.correlate.CorrelationSource;
import org.shrinq.shrink.correlate.CorrelationTask;
import org.shrinq.shrink.correlate.Correlations;
import org.shrinq.shrink.correlate.Evidences;

/**
 * Answers as one of the {@link Evidences#SOURCES} or their mean, and writes down the features of every candidate that
 * it was asked about. Mutable.
 */
final class RecordingSource implements CorrelationSource {
    /**
     * A candidate.
     *
     * @param task number of variables of the task, which tells how many steps had been taken
     * @param i variable of the form
     * @param j another, −1 for a fix
     */
    record Candidate(int task, int i, int j, double[] features) {}

    private final int source;
    private final List<Candidate> candidates = new ArrayList<>();

    /** @param source index among the sources; their number for the mean */
    RecordingSource(int source) {
        this.source = source;
    }

    List<Candidate> candidates() {
        return candidates;
    }

    @Override
    public String id() {
        return "recording";
    }

    @Override
    public double operations(Ising ising) {
        return Evidences.SOURCES.stream().mapToDouble(s -> s.operations(ising)).sum();
    }

    @Override
    public boolean knowsPairs(BinaryModel model) {
        Structure structure = Structure.of(model);
        return structure == Structure.FREE || structure == Structure.PACKING;
    }

    @Override
    public Correlations correlate(CorrelationTask task, RandomStreams random, Deadline deadline) {
        Evidences evidences = Evidences.of(task, random, deadline);
        for (int i = 0; i < task.size(); i++) {
            candidates.add(new Candidate(
                    task.size(),
                    task.variables()[i],
                    Step.GROUND,
                    evidences.single(i, task.ising().degree(i))));
        }
        for (int k = 0; k < task.pairs().count(); k++) {
            int i = task.pairs().is()[k];
            int j = task.pairs().js()[k];
            int degree = Math.min(task.ising().degree(i), task.ising().degree(j));
            candidates.add(
                    new Candidate(task.size(), task.variables()[i], task.variables()[j], evidences.pair(i, j, degree)));
        }
        return source < Evidences.SOURCES.size() ? evidences.answer(source) : evidences;
    }
}
