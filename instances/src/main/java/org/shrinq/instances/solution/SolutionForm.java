package org.shrinq.instances.solution;

import java.util.Locale;
import java.util.Optional;

/** The ways in which files give a solution. */
public enum SolutionForm {
    /** QAPLIB: "n value", then the location of every facility, counted from 1. */
    SLN("sln"),
    /** One 0 or 1 per variable, with or without white space between them. */
    BITS("bits"),
    /** The numbers of the variables that are 1, counted from 1. */
    INDICES("indices"),
    /** The location of every facility, counted from 1. */
    PERMUTATION("permutation"),
    /** "name value" per line, as MIP solvers write; variables that are not named are 0. */
    SOL("sol"),
    /** A Shrinq result file, or its {@code solution} object, or an array of bits. Read only. */
    JSON("json");

    private final String id;

    SolutionForm(String id) {
        this.id = id;
    }

    /** "sln", "bits", "indices", "permutation", "sol", "json". */
    public String id() {
        return id;
    }

    public static Optional<SolutionForm> ofId(String id) {
        String lower = id.toLowerCase(Locale.ROOT);
        for (SolutionForm form : values()) {
            if (form.id.equals(lower)) {
                return Optional.of(form);
            }
        }
        return Optional.empty();
    }
}
