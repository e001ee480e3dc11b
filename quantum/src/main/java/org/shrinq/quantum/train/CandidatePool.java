package org.shrinq.quantum.train;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.shrinq.quantum.QuantumTask;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.SampleSet;

/** The best of all strings that a run has sampled, in training and after it, with exact energies; bounded. */
public final class CandidatePool {
    private final int qubits;
    private final ToDoubleFunction<Bits> energy;
    private final int limit;
    private SampleSet best;

    /** @param limit how many different strings are kept */
    public CandidatePool(Qubo qubo, int limit) {
        this(qubo.size(), qubo::energy, limit);
    }

    private CandidatePool(int qubits, ToDoubleFunction<Bits> energy, int limit) {
        this.qubits = qubits;
        this.energy = energy;
        this.limit = limit;
        best = SampleSet.empty(qubits);
    }

    /** For the strings of a task and as many of them as its options say. */
    public static CandidatePool of(QuantumTask task) {
        int limit = task.options().candidates();
        return task.strings()
                .map(t -> new CandidatePool(t.qubits(), x -> t.energyOf(x.toIndex()), limit))
                .orElseGet(() -> new CandidatePool(task.qubo(), limit));
    }

    /** Adds measured indices and returns them as a separate sample set. */
    public SampleSet add(long[] indices) {
        SampleSet samples = SampleSet.ofIndices(qubits, indices, z -> energy.applyAsDouble(Bits.ofIndex(qubits, z)));
        best = best.merge(samples).truncate(limit);
        return samples;
    }

    /** Adds measured strings and returns them as a sample set. */
    public SampleSet add(List<Bits> strings) {
        Map<Bits, Long> counts = new HashMap<>();
        strings.forEach(x -> counts.merge(x, 1L, Long::sum));
        SampleSet samples = SampleSet.ofCounts(qubits, counts, energy);
        best = best.merge(samples).truncate(limit);
        return samples;
    }

    /** The lowest so far. */
    public SampleSet best() {
        return best;
    }
}
