/** Classical search by family of problem: samplers, tabu, local search; gains kept incrementally. */
module org.shrinq.search {
    requires static transitive org.jspecify;
    requires transitive org.shrinq.qubo;
    requires transitive org.shrinq.relax;

    exports org.shrinq.search;
    exports org.shrinq.search.assignment to
            org.shrinq.shrink,
            org.shrinq.repair,
            org.shrinq.solver,
            org.shrinq.report,
            org.shrinq.bench;
    exports org.shrinq.search.family to
            org.shrinq.shrink,
            org.shrinq.repair,
            org.shrinq.solver,
            org.shrinq.report,
            org.shrinq.bench;
    exports org.shrinq.search.flip to
            org.shrinq.shrink,
            org.shrinq.repair,
            org.shrinq.solver,
            org.shrinq.report,
            org.shrinq.bench;
    exports org.shrinq.search.independentset to
            org.shrinq.shrink,
            org.shrinq.repair,
            org.shrinq.solver,
            org.shrinq.report,
            org.shrinq.bench;
    exports org.shrinq.search.knapsack to
            org.shrinq.shrink,
            org.shrinq.repair,
            org.shrinq.solver,
            org.shrinq.report,
            org.shrinq.bench;
    exports org.shrinq.search.marketshare to
            org.shrinq.shrink,
            org.shrinq.repair,
            org.shrinq.solver,
            org.shrinq.report,
            org.shrinq.bench;
    exports org.shrinq.search.maxcut to
            org.shrinq.shrink,
            org.shrinq.repair,
            org.shrinq.solver,
            org.shrinq.report,
            org.shrinq.bench;
    exports org.shrinq.search.model to
            org.shrinq.shrink,
            org.shrinq.repair,
            org.shrinq.solver,
            org.shrinq.report,
            org.shrinq.bench;
    exports org.shrinq.search.sampler;
    exports org.shrinq.search.sequence to
            org.shrinq.shrink,
            org.shrinq.repair,
            org.shrinq.solver,
            org.shrinq.report,
            org.shrinq.bench;
    exports org.shrinq.search.steer to
            org.shrinq.shrink,
            org.shrinq.repair,
            org.shrinq.solver,
            org.shrinq.report,
            org.shrinq.bench;
}
