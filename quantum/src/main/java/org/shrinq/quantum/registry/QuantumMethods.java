package org.shrinq.quantum.registry;

import java.util.List;
import java.util.stream.Stream;
import org.shrinq.quantum.QuantumMethod;
import org.shrinq.quantum.ansatz.AnsatzMethods;
import org.shrinq.quantum.qaoa.QaoaMethods;

/** The quantum methods by name. */
public final class QuantumMethods {
    /** Every method, in the order in which they are listed to users. */
    private static final List<QuantumMethod> ALL = Stream.concat(
                    QaoaMethods.all().stream(), AnsatzMethods.all().stream())
            .toList();

    private QuantumMethods() {}

    /** All methods; unmodifiable. */
    public static List<QuantumMethod> all() {
        return ALL;
    }

    /** The ids of all methods, such as {@code qaoa}. */
    public static List<String> ids() {
        return ALL.stream().map(QuantumMethod::id).toList();
    }

    /**
     * The method of that id.
     *
     * @throws IllegalArgumentException when there is none; the message lists those there are
     */
    public static QuantumMethod byId(String id) {
        for (QuantumMethod method : ALL) {
            if (method.id().equals(id)) {
                return method;
            }
        }
        throw new IllegalArgumentException("no quantum method '" + id + "', there are " + ids());
    }
}
