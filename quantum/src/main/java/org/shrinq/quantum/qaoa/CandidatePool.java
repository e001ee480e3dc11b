package org.shrinq.quantum.qaoa;

import org.shrinq.quantum.SampleSet;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.Qubo;

/** The best of all strings ever sampled, with exact energies; bounded. */
final class CandidatePool {
    private final Qubo qubo;
    private final int limit;
    private SampleSet best;

    CandidatePool(Qubo qubo, int limit) {
        this.qubo = qubo;
        this.limit = limit;
        best = SampleSet.empty(qubo.size());
    }

    /** Adds measured indices and returns them as a sample set of their own. */
    SampleSet add(long[] indices) {
        int n = qubo.size();
        SampleSet samples = SampleSet.ofIndices(n, indices, z -> qubo.energy(Bits.ofIndex(n, z)));
        best = best.merge(samples).truncate(limit);
        return samples;
    }

    SampleSet best() {
        return best;
    }
}
