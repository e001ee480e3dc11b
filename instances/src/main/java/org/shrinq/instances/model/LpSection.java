package org.shrinq.instances.model;

import java.util.Locale;
import java.util.Optional;

/** The sections of a CPLEX LP text. */
enum LpSection {
    MINIMIZE("minimize", "minimise", "minimum", "min"),
    MAXIMIZE("maximize", "maximise", "maximum", "max"),
    CONSTRAINTS("subject", "such", "st", "s.t.", "st."),
    BOUNDS("bounds", "bound"),
    BINARIES("binaries", "binary", "bin"),
    GENERALS("generals", "general", "gen", "integers", "integer", "int"),
    SEMI_CONTINUOUS("semi-continuous", "semi", "semis"),
    SPECIAL_SETS("sos", "sos1", "sos2"),
    LAZY_CONSTRAINTS("lazy"),
    USER_CUTS("user"),
    END("end");

    private final String[] words;

    LpSection(String... words) {
        this.words = words;
    }

    /** The section that the lexer's present word opens; a word before a colon is a name. */
    static Optional<LpSection> at(LpLexer in) {
        if (in.kind() != LpLexer.Kind.NAME || !in.isFirstOnLine() || in.following() == ':') {
            return Optional.empty();
        }
        return of(in.word());
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
