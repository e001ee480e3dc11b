/** Exact reductions, correlation sources, merge guard, contraction and expansion. */
module org.shrinq.shrink {
    requires static transitive org.jspecify;
    requires transitive org.shrinq.qubo;
    requires transitive org.shrinq.relax;
    requires transitive org.shrinq.search;
    requires transitive org.shrinq.quantum;

    exports org.shrinq.shrink;
    exports org.shrinq.shrink.calibrate;
    exports org.shrinq.shrink.contract;
    exports org.shrinq.shrink.correlate;
    exports org.shrinq.shrink.guard;
    exports org.shrinq.shrink.reduce;
}
