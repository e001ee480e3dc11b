package org.shrinq.bench.suite;

import java.util.Map;
import java.util.OptionalDouble;
import org.shrinq.instances.ReadOptions;

/** How a suite names instances. */
public sealed interface InstanceSpec {
    /** Line of the suite file, counted from 1. */
    int line();

    /** Time limit in seconds of every run on them whose method sets none itself. */
    OptionalDouble timeLimit();

    /**
     * Files.
     *
     * @param pattern a path, or a glob such as {@code mkp/*.dat}, relative to the suite's folder
     * @param read how to read them
     */
    record Files(int line, String pattern, ReadOptions read, OptionalDouble timeLimit) implements InstanceSpec {
        boolean isGlob() {
            return pattern.chars().anyMatch(c -> c == '*' || c == '?' || c == '[' || c == '{');
        }
    }

    /**
     * One generated instance.
     *
     * @param kind as {@code generate} takes it: "mdkp", "mis", …
     * @param parameters by the names of {@code generate}'s flags
     */
    record Generated(int line, String kind, Map<String, String> parameters, OptionalDouble timeLimit)
            implements InstanceSpec {
        public Generated {
            parameters = Map.copyOf(parameters);
        }
    }
}
