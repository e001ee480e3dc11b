package org.shrinq.solver.config;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.shrinq.solver.SolverOptions;

/**
 * One choice of a run under the name that flags, YAML files and result files share.
 *
 * @param name without dashes, such as "cvar-alpha"
 * @param aliases further names, such as "reps"; one of a single letter is a short flag
 * @param kind what values it takes
 * @param placeholder what the help shows for the value, such as "K"
 * @param help one sentence
 * @param getter the value in force
 * @param setter the options with another value; throws IllegalArgumentException for a wrong one
 */
public record Setting(
        String name,
        List<String> aliases,
        Kind kind,
        String placeholder,
        String help,
        Function<SolverOptions, String> getter,
        BiFunction<SolverOptions, String, SolverOptions> setter) {
    /** Shape of the values. */
    public enum Kind {
        /** true or false; on the command line the flag alone, or with "no-" before it. */
        SWITCH,
        /** A word, or a number. */
        VALUE
    }

    public Setting {
        aliases = List.copyOf(aliases);
    }

    /** The value in force, as {@link #set} takes it. */
    public String get(SolverOptions options) {
        return getter.apply(options);
    }

    /**
     * The options with this choice made.
     *
     * @throws IllegalArgumentException for a value that is not understood, naming the setting, the value and what was expected
     */
    public SolverOptions set(SolverOptions options, String value) {
        try {
            return setter.apply(options, value.strip());
        } catch (IllegalArgumentException e) {
            String said = String.valueOf(e.getMessage());
            int expected = said.lastIndexOf("expected ");
            // the name and the value are said here; a message with quotes is about a part of the value
            boolean again = expected >= 0 && said.indexOf('\'') < 0;
            throw new IllegalArgumentException(
                    name + " is '" + value + "'" + (again ? ", " + said.substring(expected) : ": " + said), e);
        }
    }
}
