package org.shrinq.bench.suite;

import org.shrinq.solver.SolverOptions;

/**
 * One run to be done.
 *
 * @param instance what is solved
 * @param method name of the configuration
 * @param configurationHash digest of the configuration without seed and threads
 * @param options every choice, seed and threads among them
 * @param repeat counted from 1
 * @param seconds after which the run must stop
 * @param bytes forecast of its memory
 */
public record RunTask(
        BenchInstance instance,
        String method,
        String configurationHash,
        SolverOptions options,
        int repeat,
        double seconds,
        long bytes) {
    public long seed() {
        return options.seed();
    }

    /** Seconds that it is expected to take, from its size and settings alone; at most its limit. */
    public double forecastSeconds() {
        return Math.min(seconds, Cost.seconds(instance, options));
    }

    /** Instance, method and seed, as progress shows them. */
    public String label() {
        return instance.name() + " " + method + " seed " + seed() + (repeat > 1 ? " repeat " + repeat : "");
    }
}
