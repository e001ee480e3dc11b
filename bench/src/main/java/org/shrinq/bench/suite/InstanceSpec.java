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
     * @param from which folder the pattern is relative to
     * @param pattern a path, or a glob such as {@code mkp/*.dat}
     * @param read how to read them
     */
    record Files(int line, From from, String pattern, ReadOptions read, OptionalDouble timeLimit)
            implements InstanceSpec {
        /** Where files are looked for. */
        public enum From {
            /** The suite's folder. */
            SUITE,
            /** The instances that come with Shrinq, whatever the suite's folder. */
            BUNDLED
        }

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
