package org.shrinq.report;

/** A part of a report with a heading and a place that links lead to. */
public sealed interface Section permits Figure, Table {
    /** The place: letters, digits and hyphens. */
    String anchor();

    String title();

    /** Whether there is nothing to show; such a section is left out. */
    boolean isEmpty();
}
