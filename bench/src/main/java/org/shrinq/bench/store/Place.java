package org.shrinq.bench.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a run was made. Seconds are comparable only between places of one {@link #machine}.
 *
 * @param host name of the computer; empty where the system does not tell it
 * @param machine processor, processors, heap, system and Java, see {@link Machine}
 */
public record Place(String host, String machine) {
    /** Lazily, and once a process. */
    private static final class Here {
        private static final Place PLACE =
                new Place(hostName(), Machine.current().toString());
    }

    /** This process. */
    public static Place here() {
        return Here.PLACE;
    }

    /** Host and machine in one line. */
    @Override
    public String toString() {
        return host.isEmpty() ? machine : host + ": " + machine;
    }

    private static String hostName() {
        for (String variable : new String[] {"HOSTNAME", "COMPUTERNAME"}) {
            String name = System.getenv(variable);
            if (name != null && !name.isBlank()) {
                return name.strip();
            }
        }
        try {
            Path file = Path.of("/proc/sys/kernel/hostname");
            return Files.isReadable(file) ? Files.readString(file).strip() : "";
        } catch (IOException e) {
            return "";
        }
    }
}
