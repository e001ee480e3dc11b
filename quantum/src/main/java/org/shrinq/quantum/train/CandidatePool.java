package org.shrinq.quantum.train;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.SampleSet;

/** The best of all strings that a run has sampled, in training and after it, with exact energies; bounded. */
public final class CandidatePool {
    private final Qubo qubo;
    private final int limit;
    private SampleSet best;

    /** @param limit how many different strings are kept */
    public CandidatePool(Qubo qubo, int limit) {
        this.qubo = qubo;
        this.limit = limit;
        best = SampleSet.empty(qubo.size());
    }

    /** Adds measured indices and returns them as a sample set of their own. */
    public SampleSet add(long[] indices) {
        int n = qubo.size();
        SampleSet samples = SampleSet.ofIndices(n, indices, z -> qubo.energy(Bits.ofIndex(n, z)));
        best = best.merge(samples).truncate(limit);
        return samples;
    }

    /** Adds measured strings and returns them as a sample set. */
    public SampleSet add(List<Bits> strings) {
        Map<Bits, Long> counts = new HashMap<>();
        strings.forEach(x -> counts.merge(x, 1L, Long::sum));
        SampleSet samples = SampleSet.ofCounts(qubo.size(), counts, qubo::energy);
        best = best.merge(samples).truncate(limit);
        return samples;
    }

    /** The lowest so far. */
    public SampleSet best() {
        return best;
    }
}
