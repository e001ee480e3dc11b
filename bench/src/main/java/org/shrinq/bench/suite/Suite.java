package org.shrinq.bench.suite;

import java.util.List;
import org.shrinq.solver.SolverOptions;

/**
 * What is to be compared: every method on every instance with every seed. Read by {@link SuiteReader}; immutable.
 *
 * @param name short, as {@code bench run} and reports name it
 * @param title one line about what it shows
 * @param source file or resource it was read from
 * @param text the YAML itself, kept in the store
 * @param folder where relative instance files are
 * @param missing what happens when they are not there
 * @param instances in the order of the file
 * @param methods sweeps expanded
 * @param seeds each once
 * @param repeats runs of every seed
 * @param limits of every run
 */
public record Suite(
        String name,
        String title,
        String source,
        String text,
        Folder folder,
        Missing missing,
        List<InstanceSpec> instances,
        List<MethodSpec> methods,
        List<Long> seeds,
        int repeats,
        Limits limits) {
    public Suite {
        instances = List.copyOf(instances);
        methods = List.copyOf(methods);
        seeds = List.copyOf(seeds);
    }

    /**
     * Where instance files are.
     *
     * @param place which of the known places
     * @param path under {@link Place#SUITE}, relative to the suite file
     */
    public record Folder(Place place, String path) {
        /** Known places. */
        public enum Place {
            /** Beside the suite file, or a path from there. */
            SUITE,
            /** The instances that come with Shrinq. */
            BUNDLED,
            /** A folder that the caller names. */
            GIVEN
        }
    }

    /** What happens when a file is not there. */
    public enum Missing {
        ERROR,
        /** It is left out, and named. */
        SKIP
    }

    /**
     * Limits of every run.
     *
     * @param seconds after which a run must stop; its best so far counts, and the run is marked as cut
     * @param threads of every run
     * @param workers runs at a time; 0 for as many as there are processors
     */
    public record Limits(double seconds, int threads, int workers) {}

    /** The same suite with other seeds. */
    public Suite withSeeds(List<Long> value) {
        return new Suite(name, title, source, text, folder, missing, instances, methods, value, repeats, limits);
    }

    /** The same suite with other limits. */
    public Suite withLimits(Limits value) {
        return new Suite(name, title, source, text, folder, missing, instances, methods, seeds, repeats, value);
    }

    /** The options of one run. */
    public SolverOptions options(MethodSpec method, long seed) {
        return method.options().withSeed(seed).withThreads(limits.threads());
    }
}
