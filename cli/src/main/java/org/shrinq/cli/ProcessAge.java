package org.shrinq.cli;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/**
 * How long this process has run. Linux counts the start of a process in ticks since the machine began, of which Java
 * makes an instant by a time of boot in whole seconds: up to a second too early, the whole of a short time limit. So
 * the ticks are taken from the machine's age.
 */
final class ProcessAge {
    private static final long NANOS_PER_TICK = 10_000_000; // USER_HZ is 100 on all machines that Java runs on
    private static final int START_FIELD = 22;
    /** What a launcher needs until it is the virtual machine, under load. */
    private static final long LONGEST_START = 2_000_000_000;

    private ProcessAge() {}

    /**
     * How long the command has run: as long as its process, which is the launcher's until it becomes the virtual
     * machine. Where that is long, the launcher has built first, or somebody's script has become the launcher, and the
     * virtual machine's own age counts.
     */
    static long ofCommand() {
        return ofCommand(
                nanos(), () -> 1_000_000 * ManagementFactory.getRuntimeMXBean().getUptime());
    }

    static long ofCommand(long process, LongSupplier machine) {
        return process > LONGEST_START ? machine.getAsLong() : process;
    }

    /** In nanoseconds, to about two hundredths of a second. */
    static long nanos() {
        return ofKernel().orElseGet(ProcessAge::ofHandle);
    }

    private static OptionalLong ofKernel() {
        try {
            // the bean of the virtual machine would tell as well, but takes 30 ms to load
            return parse(Files.readString(Path.of("/proc/self/stat")), Files.readString(Path.of("/proc/uptime")));
        } catch (IOException | RuntimeException e) {
            return OptionalLong.empty();
        }
    }

    private static long ofHandle() {
        Instant now = Instant.now();
        Instant begun = ProcessHandle.current().info().startInstant().orElse(now);
        return Math.max(0, Duration.between(begun, now).toNanos());
    }

    /**
     * The age from what the kernel says; empty where that makes no sense, as in a container that has its own age.
     *
     * @param stat "pid (name) state …", whose field 22 is the start in ticks; the name may contain anything
     * @param uptime seconds since the machine began, and another number
     * @throws RuntimeException for other texts
     */
    static OptionalLong parse(String stat, String uptime) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 1).trim().split(" ");
        long begun = NANOS_PER_TICK * Long.parseLong(fields[START_FIELD - 3]);
        long now = (long) (1e9 * Double.parseDouble(uptime.substring(0, uptime.indexOf(' '))));
        return now >= begun ? OptionalLong.of(now - begun) : OptionalLong.empty();
    }
}
