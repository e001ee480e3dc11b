package org.shrinq.solver.config;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.shrinq.quantum.QuantumOptions;
import org.shrinq.qubo.text.Brief;
import org.shrinq.solver.SolverOptions;

/**
 * One choice of a run under the name that flags, YAML files and result files share.
 *
 * @param name without dashes, such as "cvar-alpha"
 * @param aliases further names, such as "reps"; one of a single letter is a short flag
 * @param kind what values it takes
 * @param scopes the parts of a run that read it; not empty
 * @param option what it chooses about circuits, where it is heeded by circuits alone
 * @param placeholder what the help shows for the value, such as "K"
 * @param help one sentence
 * @param getter the value in force
 * @param setter the options with another value; throws IllegalArgumentException for a wrong one
 */
public record Setting(
        String name,
        List<String> aliases,
        Kind kind,
        Set<Scope> scopes,
        Optional<QuantumOptions.Option> option,
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

    /** What reads a setting; verbs and suites take the settings of the parts that they have. */
    public enum Scope {
        /** What searches, and how many strings it draws. */
        METHOD,
        /** Exact reductions. */
        REDUCTION,
        /** Objective and constraints as a QUBO. */
        ENCODING,
        /** The way down to the qubit budget. */
        SHRINKING,
        /** A circuit and its training. */
        CIRCUIT,
        /** Where and how well a trained circuit is measured. */
        MEASUREMENT,
        /** Repair of samples. */
        REPAIR,
        /** What is done besides and after one pass. */
        ROUNDS,
        /** The time limit. */
        LIMIT,
        /** Which of many equal runs it is: the seed. */
        REPETITION,
        /** The machine; results do not depend on it. */
        MACHINE,
        /** What a forecast of memory and time takes into account. */
        FORECAST
    }

    /** For a setting that is not of circuits alone. */
    Setting(
            String name,
            List<String> aliases,
            Kind kind,
            Set<Scope> scopes,
            String placeholder,
            String help,
            Function<SolverOptions, String> getter,
            BiFunction<SolverOptions, String, SolverOptions> setter) {
        this(name, aliases, kind, scopes, Optional.empty(), placeholder, help, getter, setter);
    }

    public Setting {
        aliases = List.copyOf(aliases);
        scopes = Set.copyOf(scopes);
    }

    /** Whether any of these parts reads it. */
    public boolean isOf(Set<Scope> parts) {
        return !Collections.disjoint(scopes, parts);
    }

    /** Whether the method that searches heeds it. */
    public boolean isUsed(SolverOptions options) {
        return option.map(o -> options.circuit().map(c -> c.uses(o)).orElse(false))
                .orElse(true);
    }

    /** The value in force, as {@link #set} takes it. */
    public String get(SolverOptions options) {
        return getter.apply(options);
    }

    /**
     * The options with this choice made.
     *
     * @throws IllegalArgumentException for a value that is not understood, naming the setting, the value and what was
     *     expected
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

    @Override
    public String toString() {
        return Brief.of(this);
    }
}
