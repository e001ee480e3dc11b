package org.shrinq.quantum.ansatz;

import java.util.List;
import org.shrinq.quantum.CircuitMethod;
import org.shrinq.quantum.QuantumMethod;

/** The methods of this package. */
public final class AnsatzMethods {
    private AnsatzMethods() {}

    /** {@code ws-qaoa}: {@link AnsatzCircuits#warmStart}, marginals clipped to [0.25, 0.75]. */
    public static CircuitMethod warmStartQaoa() {
        return new WarmStartQaoa();
    }

    /** {@code xy-qaoa}: {@link AnsatzCircuits#xyMixer} on the task's one-hot groups. */
    public static CircuitMethod xyQaoa() {
        return new XyQaoa();
    }

    /** {@code grover-qaoa}: the Grover mixer on the task's feasible strings, enumerated. */
    public static QuantumMethod groverQaoa() {
        return new GroverQaoa();
    }

    /** {@code vqe}: {@link AnsatzCircuits#hardwareEfficient} with that entangler. */
    public static CircuitMethod vqe(AnsatzCircuits.Entangler entangler) {
        return new HardwareEfficientVqe(entangler);
    }

    /** {@code pce}: Pauli-correlation encoding, n ≤ 3·C(m, 2) variables on m qubits. */
    public static QuantumMethod pauliCorrelationEncoding() {
        return new PauliCorrelationEncoding();
    }

    /** {@code qrao}: quantum random access optimisation, up to three variables on a qubit. */
    public static QuantumMethod randomAccessOptimization() {
        return new RandomAccessOptimization();
    }

    /** One of each, the entangler linear, in the order in which they are listed to users. */
    public static List<QuantumMethod> all() {
        return List.of(
                warmStartQaoa(),
                xyQaoa(),
                groverQaoa(),
                vqe(AnsatzCircuits.Entangler.LINEAR),
                pauliCorrelationEncoding(),
                randomAccessOptimization());
    }
}
