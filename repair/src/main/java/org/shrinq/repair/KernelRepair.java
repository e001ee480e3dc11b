package org.shrinq.repair;

import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.repair.family.RepairKernel;
import org.shrinq.repair.verify.Verifier;

/**
 * Runs a kernel's steps, judges every step by the verifier and takes back what made things worse. The kernel is made
 * for the first candidate that needs it.
 */
final class KernelRepair implements Repair {
    private final Verifier verifier;
    private final Supplier<RepairKernel> kernels;
    private final RepairMode mode;
    private final ReasonLog log;
    private final byte[] snapshot;
    private @Nullable RepairKernel made;

    KernelRepair(Verifier verifier, Supplier<RepairKernel> kernels, RepairMode mode) {
        this.verifier = verifier;
        this.kernels = kernels;
        this.mode = mode;
        log = new ReasonLog(verifier.size());
        snapshot = new byte[verifier.size()];
    }

    /** Makes it now: a large problem takes tenths of a second. */
    RepairKernel kernel() {
        if (made == null) {
            made = kernels.get();
        }
        return made;
    }

    @Override
    public Repaired repair(byte[] x, SplittableRandom random, Deadline deadline) {
        verifier.requireBits(x);
        byte[] y = x.clone();
        boolean feasible = verifier.isFeasible(y);
        OptionalDouble before = feasible ? OptionalDouble.of(verifier.objective(y)) : OptionalDouble.empty();
        if (!feasible) {
            kernel().makeFeasible(y, random, deadline, log);
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
            kernel().makeFeasible(x, random, deadline, log);
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
        kernel().improve(y, random, deadline, log);
        boolean kept = verifier.isFeasible(y)
                && !verifier.sense().isBetter(verifier.objective(snapshot), verifier.objective(y));
        if (!kept) {
            System.arraycopy(snapshot, 0, y, 0, y.length);
        }
    }

    @Override
    public Repair fork() {
        RepairKernel fork = kernel().fork();
        return new KernelRepair(verifier, () -> fork, mode);
    }
}
