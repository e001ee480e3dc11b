package org.shrinq.quantum.registry;

import java.util.List;
import org.shrinq.quantum.backend.Backend;
import org.shrinq.quantum.backend.Simulator;
import org.shrinq.quantum.strange.StrangeBackend;

/** The simulators by name. */
public final class Backends {
    private static final List<Simulator> ALL = List.of(Backend.stateVector(), StrangeBackend.create());

    private Backends() {}

    /** All backends; unmodifiable. */
    public static List<Simulator> all() {
        return ALL;
    }

    /**
     * The backend of that id.
     *
     * @throws IllegalArgumentException when there is none; the message lists those there are
     */
    public static Simulator byId(String id) {
        for (Simulator b : ALL) {
            if (b.id().equals(id)) {
                return b;
            }
        }
        throw new IllegalArgumentException("no backend '" + id + "', there are "
                + ALL.stream().map(Simulator::id).toList());
    }
}
