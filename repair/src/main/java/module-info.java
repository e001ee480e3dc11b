/** Verification, repair and polishing by OptaPlanner. */
module org.shrinq.repair {
    requires static transitive org.jspecify;
    requires org.optaplanner.core.impl;
    requires transitive org.shrinq.qubo;
    requires transitive org.shrinq.relax;
    requires transitive org.shrinq.search;

    exports org.shrinq.repair;
    exports org.shrinq.repair.family;
    exports org.shrinq.repair.optaplanner to
            org.shrinq.solver,
            org.shrinq.report,
            org.shrinq.bench;
    exports org.shrinq.repair.verify;

    opens org.shrinq.repair.optaplanner to
            org.optaplanner.core.impl;
}
