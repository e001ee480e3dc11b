package org.shrinq.instances.family;

/** Edges with a weight each, in an order that files keep; two may have the same ends. */
public interface WeightedEdges {
    int count();

    /** One end of edge e, a vertex from 0. */
    int source(int e);

    /** The other end. */
    int target(int e);

    double weight(int e);

    /** Whether any weight is not 1. */
    default boolean areWeighted() {
        for (int e = 0; e < count(); e++) {
            if (weight(e) != 1) {
                return true;
            }
        }
        return false;
    }
}
