package org.shrinq.instances.codec;

/** What becomes of edges from a vertex to itself. */
public enum Loops {
    /** The file is refused. */
    REFUSED,
    /** They are left out and counted. */
    DROPPED
}
