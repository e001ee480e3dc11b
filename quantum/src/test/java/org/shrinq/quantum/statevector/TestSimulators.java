package org.shrinq.quantum.statevector;

import java.util.function.BooleanSupplier;
import org.shrinq.quantum.KernelChoice;
import org.shrinq.quantum.Precision;
import org.shrinq.qubo.Ising;

/** Simulators of one thread for the tests, and the signal that never stops them. */
final class TestSimulators {
    static final BooleanSupplier GO_ON = () -> false;
    static final KernelChoice[] KERNELS = TestKernels.available();

    private TestSimulators() {}

    static QaoaSimulator simulator(Ising ising, Goal goal, Precision precision, KernelChoice kernel) {
        return QaoaSimulator.of(ising, goal, precision, kernel, 1);
    }

    static QaoaSimulator exact(Ising ising, Goal goal) {
        return simulator(ising, goal, Precision.DOUBLE, KernelChoice.AUTO);
    }
}
