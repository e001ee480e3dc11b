package org.shrinq.instances.generate;

import java.util.Locale;

/** What the generators are given, by the name that files and flags use. */
public enum GeneratorParameter {
    /** One of the kind's families. */
    FAMILY,
    /** Items, facilities, vertices, bits of a word, variables. */
    N,
    /** Rows or products. */
    M,
    /** Rows of a grid. */
    ROWS,
    /** Columns of a grid. */
    COLUMNS,
    /** Variables in a row. */
    SIZE,
    /** Capacity over total weight, in (0, 1]. */
    TIGHTNESS,
    /** Share of pairs present. */
    DENSITY,
    /** Reach of a disk. */
    RADIUS;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
