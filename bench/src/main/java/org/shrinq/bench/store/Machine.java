package org.shrinq.bench.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Where runs were done.
 *
 * @param system operating system and architecture
 * @param processor its name, where the system tells it
 * @param processors that the virtual machine may use
 * @param heapBytes most heap
 * @param java version and maker of the virtual machine
 */
public record Machine(String system, String processor, int processors, long heapBytes, String java) {
    /** This one. */
    public static Machine current() {
        return new Machine(
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                processorName(),
                Runtime.getRuntime().availableProcessors(),
                Runtime.getRuntime().maxMemory(),
                System.getProperty("java.version") + " " + System.getProperty("java.vendor"));
    }

    private static String processorName() {
        Path file = Path.of("/proc/cpuinfo");
        if (!Files.isReadable(file)) {
            return "";
        }
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(l -> l.startsWith("model name"))
                    .map(l -> l.substring(l.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("");
        } catch (IOException | java.io.UncheckedIOException e) {
            return "";
        }
    }

    /** One line. */
    @Override
    public String toString() {
        return (processor.isEmpty() ? "" : processor + ", ")
                + processors + (processors == 1 ? " processor, " : " processors, ")
                + String.format(Locale.ROOT, "%.1f GiB heap, ", heapBytes / 0x1p30)
                + system + ", Java " + java;
    }
}
