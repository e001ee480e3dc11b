/** Problems, constraints, QUBO and Ising algebra, encoders and penalties. */
module org.shrinq.qubo {
    requires static transitive org.jspecify;

    exports org.shrinq.qubo;
    exports org.shrinq.qubo.encode;
    exports org.shrinq.qubo.problem;
    exports org.shrinq.qubo.run;

    uses org.shrinq.qubo.problem.ProblemFamily;
}
