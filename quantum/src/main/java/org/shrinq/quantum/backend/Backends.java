package org.shrinq.quantum.backend;

import java.util.List;
import org.shrinq.quantum.strange.StrangeBackend;

/** The backends by name. */
public final class Backends {
    private static final List<Backend> ALL = List.of(Backend.stateVector(), StrangeBackend.create());

    private Backends() {}

    /** All backends; unmodifiable. */
    public static List<Backend> all() {
        return ALL;
    }

    /**
     * The backend of that id.
     *
     * @throws IllegalArgumentException when there is none; the message lists those there are
     */
    public static Backend byId(String id) {
        for (Backend b : ALL) {
            if (b.id().equals(id)) {
                return b;
            }
        }
        throw new IllegalArgumentException("no backend '" + id + "', there are "
                + ALL.stream().map(Backend::id).toList());
    }
}
