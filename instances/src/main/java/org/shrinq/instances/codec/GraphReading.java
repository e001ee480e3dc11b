package org.shrinq.instances.codec;

/** Which graph is meant by the edges that a graph file lists. */
public enum GraphReading {
    /** The listed edges. */
    AS_LISTED,
    /** The missing edges: an independent set of the complement is a clique of the listed graph. */
    COMPLEMENT
}
