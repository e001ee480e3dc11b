/** Problems, constraints, QUBO and Ising algebra, encoders and penalties. */
module org.shrinq.qubo {
    requires static transitive org.jspecify;

    exports org.shrinq.qubo;
    exports org.shrinq.qubo.encode;
    exports org.shrinq.qubo.model;
    exports org.shrinq.qubo.problem;
    exports org.shrinq.qubo.run;
    exports org.shrinq.qubo.terms to
            org.shrinq.instances,
            org.shrinq.relax,
            org.shrinq.search,
            org.shrinq.quantum,
            org.shrinq.shrink,
            org.shrinq.repair,
            org.shrinq.solver,
            org.shrinq.report,
            org.shrinq.bench;
    exports org.shrinq.qubo.text to
            org.shrinq.instances,
            org.shrinq.relax,
            org.shrinq.search,
            org.shrinq.quantum,
            org.shrinq.shrink,
            org.shrinq.repair,
            org.shrinq.solver,
            org.shrinq.report,
            org.shrinq.bench;

    uses org.shrinq.qubo.problem.ProblemFamily;
}
