package org.shrinq.repair.sequence;

import java.util.SplittableRandom;
import org.shrinq.qubo.problem.LowAutocorrelation;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.repair.family.RepairKernel;
import org.shrinq.search.FlipLog;
import org.shrinq.search.sequence.SequenceDescent;

/** Every sequence is feasible: descent on its energy ({@link SequenceDescent}). */
public final class SequenceRepair implements RepairKernel {
    private final SequenceDescent descent;

    public SequenceRepair(LowAutocorrelation problem) {
        this(new SequenceDescent(problem));
    }

    private SequenceRepair(SequenceDescent descent) {
        this.descent = descent;
    }

    @Override
    public void makeFeasible(byte[] x, SplittableRandom random, Deadline deadline, FlipLog log) {}

    @Override
    public void improve(byte[] x, SplittableRandom random, Deadline deadline, FlipLog log) {
        descent.run(x, deadline, log);
    }

    @Override
    public RepairKernel fork() {
        return new SequenceRepair(descent.fork());
    }
}
