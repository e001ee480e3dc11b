package org.shrinq.instances.model;

import java.util.Locale;
import java.util.Optional;

/** The sections of a CPLEX LP text. */
enum LpSection {
    MINIMIZE("", "minimize", "minimise", "minimum", "min"),
    MAXIMIZE("", "maximize", "maximise", "maximum", "max"),
    CONSTRAINTS("", "subject", "such", "st", "s.t.", "st."),
    BOUNDS("", "bounds", "bound"),
    BINARIES("", "binaries", "binary", "bin"),
    GENERALS("", "generals", "general", "gen", "integers", "integer", "int"),
    SEMI_CONTINUOUS("Write x = 0 or l <= x <= u with a binary z: l z <= x <= u z.", "semi-continuous", "semi", "semis"),
    SPECIAL_SETS(
            "Write an SOS1 of binaries as a row 'their sum <= 1'; an SOS2 needs a row for each pair that is not "
                    + "adjacent.",
            "sos",
            "sos1",
            "sos2"),
    /** Gurobi's; its two words begin like {@link #GENERALS}. */
    GENERAL_CONSTRAINTS("Write min, max, and, or and abs as rows with binaries.", "genconstr", "gencons"),
    PIECEWISE("Write the pieces as rows with binaries.", "pwlobj", "pwl"),
    LAZY_CONSTRAINTS("", "lazy"),
    USER_CUTS("", "user"),
    END("", "end");

    private final String hint;
    private final String[] words;

    LpSection(String hint, String... words) {
        this.hint = hint;
        this.words = words;
    }

    /** What to do about a section that cannot be expressed; empty for the others. */
    String hint() {
        return hint;
    }

    /**
     * The section that the lexer's present word opens; a word before a colon is a name, unless nothing follows the
     * colon on its line.
     */
    static Optional<LpSection> at(LpLexer in) {
        if (in.kind() != LpLexer.Kind.NAME || !in.isFirstOnLine()) {
            return Optional.empty();
        }
        Optional<LpSection> section = of(in.word());
        if (section.isEmpty()) {
            return section;
        }
        if (in.following() == ':'
                && (!in.restOfLine().equals(":") || section.get().isLabelOfOthers())) {
            return Optional.empty();
        }
        boolean several = section.get() == GENERALS
                && in.restOfLine().toLowerCase(Locale.ROOT).startsWith("constr");
        return several ? Optional.of(GENERAL_CONSTRAINTS) : section;
    }

    /** Senses are labels of other dialects, "max: 3x+2y;". */
    private boolean isLabelOfOthers() {
        return this == MINIMIZE || this == MAXIMIZE;
    }

    static Optional<LpSection> of(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        for (LpSection section : values()) {
            for (String name : section.words) {
                if (name.equals(lower)) {
                    return Optional.of(section);
                }
            }
        }
        return Optional.empty();
    }
}
