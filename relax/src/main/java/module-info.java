/** Relaxations: each gives a primal guess and a bound. */
module org.shrinq.relax {
    requires static transitive org.jspecify;
    requires ojalgo;
    requires transitive org.shrinq.qubo;

    exports org.shrinq.relax;
    exports org.shrinq.relax.assignment to
            org.shrinq.search,
            org.shrinq.shrink,
            org.shrinq.repair,
            org.shrinq.solver,
            org.shrinq.report,
            org.shrinq.bench;
    exports org.shrinq.relax.branch;
    exports org.shrinq.relax.cycle to
            org.shrinq.search,
            org.shrinq.shrink,
            org.shrinq.repair,
            org.shrinq.solver,
            org.shrinq.report,
            org.shrinq.bench;
    exports org.shrinq.relax.knapsack to
            org.shrinq.search,
            org.shrinq.shrink,
            org.shrinq.repair,
            org.shrinq.solver,
            org.shrinq.report,
            org.shrinq.bench;
    exports org.shrinq.relax.lagrange to
            org.shrinq.search,
            org.shrinq.shrink,
            org.shrinq.repair,
            org.shrinq.solver,
            org.shrinq.report,
            org.shrinq.bench;
    exports org.shrinq.relax.linalg to
            org.shrinq.search,
            org.shrinq.shrink,
            org.shrinq.repair,
            org.shrinq.solver,
            org.shrinq.report,
            org.shrinq.bench;
    exports org.shrinq.relax.lp;
    exports org.shrinq.relax.roof to
            org.shrinq.search,
            org.shrinq.shrink,
            org.shrinq.repair,
            org.shrinq.solver,
            org.shrinq.report,
            org.shrinq.bench;
    exports org.shrinq.relax.sdp;
    exports org.shrinq.relax.theta to
            org.shrinq.search,
            org.shrinq.shrink,
            org.shrinq.repair,
            org.shrinq.solver,
            org.shrinq.report,
            org.shrinq.bench,
            org.shrinq.jmh;
}
