/** The pipeline: configuration, rounds, controls, result. */
module org.shrinq.solver {
    requires static transitive org.jspecify;
    requires transitive com.fasterxml.jackson.databind;
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.annotation;
    requires org.slf4j;
    requires transitive org.shrinq.qubo;
    requires transitive org.shrinq.relax;
    requires transitive org.shrinq.search;
    requires transitive org.shrinq.quantum;
    requires transitive org.shrinq.shrink;
    requires transitive org.shrinq.repair;
    requires transitive org.shrinq.instances;

    exports org.shrinq.solver;
    exports org.shrinq.solver.config;
    exports org.shrinq.solver.portfolio;
    exports org.shrinq.solver.result;
    exports org.shrinq.solver.session to
            org.shrinq.report,
            org.shrinq.bench,
            org.shrinq.cli;

    opens org.shrinq.solver.result to
            com.fasterxml.jackson.databind;

    uses org.shrinq.solver.ExactSolver;
    uses org.shrinq.solver.SolutionJson;

    provides org.shrinq.solver.SolutionJson with
            org.shrinq.solver.result.ResultText;
}
