package org.shrinq.cli;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Java 25.0.0 to 25.0.2, whose collector G1 may move arrays that native code holds, so that what is unpacked, packed or
 * stored through it can be damaged without a word; mended in 25.0.3. The launcher's collector is another one;
 * {@code java -jar} takes G1.
 */
final class CollectorFault {
    private static final int FEATURE = 25;
    private static final int MENDED = 3;

    private CollectorFault() {}

    /** What to say about this virtual machine; nothing about a sound one. */
    static Optional<String> here() {
        return warning(
                Runtime.version(),
                () -> ManagementFactory.getGarbageCollectorMXBeans().stream()
                        .map(GarbageCollectorMXBean::getName)
                        .toList());
    }

    /** @param collectors by name; asked only where the version matters, since that takes a while */
    static Optional<String> warning(Runtime.Version version, Supplier<List<String>> collectors) {
        boolean faulty = version.feature() == FEATURE && version.interim() == 0 && version.update() < MENDED;
        return faulty && collectors.get().stream().anyMatch(name -> name.startsWith("G1"))
                ? Optional.of("warning: the collector G1 of Java 25.0." + version.update()
                        + " can damage data that native code reads or writes, such as .gz files and stores."
                        + " Maybe Java 25.0.3, or -XX:+UseParallelGC.")
                : Optional.empty();
    }
}
