package org.shrinq.quantum.qaoa;

import java.util.List;
import org.shrinq.quantum.CircuitMethod;
import org.shrinq.quantum.QuantumMethod;

/** The methods of this package. */
public final class QaoaMethods {
    private QaoaMethods() {}

    /** {@code qaoa}: one cost and one mixer angle per layer. */
    public static CircuitMethod qaoa() {
        return new SharedAngleQaoa();
    }

    /** {@code ma-qaoa}: an angle per term and per qubit in every layer (Herrman et al. 2022, arXiv 2109.11455). */
    public static CircuitMethod multiAngleQaoa() {
        return new MultiAngleQaoa();
    }

    /** One of each, in the order in which they are listed to users. */
    public static List<QuantumMethod> all() {
        return List.of(qaoa(), multiAngleQaoa());
    }
}
