package org.shrinq.quantum.statevector;

import org.shrinq.quantum.KernelChoice;

/** The kernels that this machine can run: registers of two doubles are too short for the vector loops. */
public final class TestKernels {
    private TestKernels() {}

    public static KernelChoice[] available() {
        return hasVectors()
                ? new KernelChoice[] {KernelChoice.PLAIN, KernelChoice.VECTOR}
                : new KernelChoice[] {KernelChoice.PLAIN};
    }

    static boolean hasVectors() {
        return Kernels.ofDouble(KernelChoice.AUTO, 20).lanes() > 1;
    }
}
