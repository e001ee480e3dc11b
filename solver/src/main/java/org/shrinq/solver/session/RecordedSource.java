package org.shrinq.solver.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shrinq.qubo.Ising;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.run.RandomStreams;
import org.shrinq.shrink.correlate.CorrelationSource;
import org.shrinq.shrink.correlate.CorrelationTask;
import org.shrinq.shrink.correlate.Correlations;
import org.shrinq.shrink.correlate.MeasuredMoments;
import org.shrinq.shrink.correlate.SparseCorrelations;
import org.shrinq.shrink.correlate.TrainedQaoa;

/**
 * Answers from the counts that a session holds; at the first question without counts it waits, and the run is to be
 * cancelled. Used for one run.
 */
final class RecordedSource implements CorrelationSource {
    private final List<SessionStep> steps;
    private final int layers;
    private final List<Asked> asked = new ArrayList<>();
    private boolean waiting;

    /**
     * A question.
     *
     * @param variables for every spin the variable of the whole form
     * @param circuit the circuit that answers it
     */
    record Asked(int[] variables, TrainedQaoa circuit) {}

    RecordedSource(List<SessionStep> steps, int layers) {
        this.steps = steps;
        this.layers = layers;
    }

    @Override
    public String id() {
        return "measured";
    }

    @Override
    public double operations(Ising ising) {
        return 1e9;
    }

    boolean isWaiting() {
        return waiting;
    }

    List<Asked> asked() {
        return asked;
    }

    @Override
    public Correlations correlate(CorrelationTask task, RandomStreams random, Deadline deadline) {
        if (waiting) {
            return new SparseCorrelations(task.size());
        }
        Optional<SessionStep> step =
                asked.size() < steps.size() ? Optional.of(steps.get(asked.size())) : Optional.empty();
        TrainedQaoa circuit = step.isPresent()
                ? TrainedQaoa.of(
                        task.ising(),
                        SessionStep.array(step.get().gamma()),
                        SessionStep.array(step.get().beta()))
                : TrainedQaoa.train(task.ising(), layers, random.child("train"), Deadline.never());
        asked.add(new Asked(task.variables().clone(), circuit));
        if (step.isEmpty() || step.get().isOut()) {
            waiting = true;
            return new SparseCorrelations(task.size());
        }
        SessionStep s = step.get();
        if (s.counts().keySet().iterator().next().size() != task.size()) {
            throw new IllegalArgumentException("circuit " + asked.size() + " has " + task.size()
                    + " qubits, its counts have others. Maybe another version wrote the session");
        }
        return MeasuredMoments.of(task.size(), s.counts(), s.zeroAsOne(), s.oneAsZero());
    }
}
