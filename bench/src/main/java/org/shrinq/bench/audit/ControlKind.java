package org.shrinq.bench.audit;

import java.util.List;
import java.util.Locale;

/** What strings are compared with. */
public enum ControlKind {
    /** Every string equally likely. */
    UNIFORM("uniform bits", true),
    /** Independent bits with the measured shares of ones. */
    INDEPENDENT("same bits", true),
    /** Two-bit marginals by rounding of normal numbers. */
    GAUSSIAN("same pairs, Gauss", true),
    /** Two-bit marginals along a tree. */
    TREE("same pairs, tree", true),
    /** Steepest descent from uniform bits. */
    GREEDY("greedy descent", true),
    /** Simulated annealing. */
    ANNEALING("annealing", true),
    /** The circuit without noise. */
    IDEAL("ideal circuit", false),
    /** The circuit without noise, mixed with uniform bits so that the mean energy is the measured one. */
    DEPOLARIZED("depolarised circuit", false);

    private final String words;
    private final boolean classical;

    ControlKind(String words, boolean classical) {
        this.words = words;
        this.classical = classical;
    }

    /** As tables have it. */
    public String words() {
        return words;
    }

    /** Whether it knows the counts or the problem alone; such controls decide the verdict. */
    public boolean isClassical() {
        return classical;
    }

    /** The name of its random streams, and in JSON. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Those that hold where this one made the strings: it lies in their families. */
    public List<ControlKind> trueWhereDrawnFrom() {
        return switch (this) {
            case UNIFORM -> List.of(UNIFORM, INDEPENDENT, GAUSSIAN, TREE);
            case INDEPENDENT -> List.of(INDEPENDENT, GAUSSIAN, TREE);
            case GAUSSIAN, TREE, GREEDY, ANNEALING, IDEAL, DEPOLARIZED -> List.of(this);
        };
    }
}
