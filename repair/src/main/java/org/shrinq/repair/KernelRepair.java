package org.shrinq.repair;

import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.repair.family.RepairKernel;
import org.shrinq.repair.verify.Verifier;

/** Runs a kernel's steps, judges every step by the verifier and takes back what made things worse. */
final class KernelRepair implements Repair {
    private final Verifier verifier;
    private final RepairKernel kernel;
    private final RepairMode mode;
    private final ReasonLog log;
    private final byte[] snapshot;

    KernelRepair(Verifier verifier, RepairKernel kernel, RepairMode mode) {
        this.verifier = verifier;
        this.kernel = kernel;
        this.mode = mode;
        log = new ReasonLog(verifier.size());
        snapshot = new byte[verifier.size()];
    }

    @Override
    public Repaired repair(byte[] x, SplittableRandom random, Deadline deadline) {
        verifier.requireBits(x);
        byte[] y = x.clone();
        boolean feasible = verifier.isFeasible(y);
        OptionalDouble before = feasible ? OptionalDouble.of(verifier.objective(y)) : OptionalDouble.empty();
        if (!feasible) {
            kernel.makeFeasible(y, random, deadline, log);
            feasible = verifier.isFeasible(y);
        }
        ReasonLog.Delta repairs = log.delta(x, y);
        System.arraycopy(y, 0, snapshot, 0, y.length);
        if (feasible) {
            improve(y, random, deadline);
        }
        ReasonLog.Delta improvements = log.delta(snapshot, y);
        return new Repaired(verifier, Bits.of(y), feasible, before, verifier.objective(y), repairs, improvements);
    }

    @Override
    public boolean repairInPlace(byte[] x, SplittableRandom random, Deadline deadline) {
        boolean feasible = verifier.isFeasible(x);
        if (!feasible) {
            kernel.makeFeasible(x, random, deadline, log);
            feasible = verifier.isFeasible(x);
        }
        if (feasible) {
            System.arraycopy(x, 0, snapshot, 0, x.length);
            improve(x, random, deadline);
        }
        return feasible;
    }

    /** The snapshot must equal y. */
    private void improve(byte[] y, SplittableRandom random, Deadline deadline) {
        if (mode == RepairMode.FEASIBLE_ONLY || deadline.expired()) {
            return;
        }
        kernel.improve(y, random, deadline, log);
        boolean kept = verifier.isFeasible(y)
                && !verifier.sense().isBetter(verifier.objective(snapshot), verifier.objective(y));
        if (!kept) {
            System.arraycopy(snapshot, 0, y, 0, y.length);
        }
    }

    @Override
    public Repair fork() {
        return new KernelRepair(verifier, kernel.fork(), mode);
    }
}
