/** The benchmark harness: suites, results store, statistics and reports. */
module org.shrinq.bench {
    requires static transitive org.jspecify;
    requires transitive com.fasterxml.jackson.databind;
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.dataformat.yaml;
    requires java.sql;
    requires org.xerial.sqlitejdbc;
    requires transitive org.shrinq.solver;
    requires transitive org.shrinq.instances;
    requires transitive org.shrinq.report;

    exports org.shrinq.bench.audit to
            org.shrinq.cli;
    exports org.shrinq.bench.execute to
            org.shrinq.cli;
    exports org.shrinq.bench.portfolio to
            org.shrinq.cli;
    exports org.shrinq.bench.report to
            org.shrinq.cli;
    exports org.shrinq.bench.shrinking to
            org.shrinq.cli;
    exports org.shrinq.bench.statistics to
            org.shrinq.cli;
    exports org.shrinq.bench.steering to
            org.shrinq.cli;
    exports org.shrinq.bench.store to
            org.shrinq.cli;
    exports org.shrinq.bench.suite to
            org.shrinq.cli;
    exports org.shrinq.bench.tune to
            org.shrinq.cli;

    uses org.shrinq.bench.execute.RunExecutorProvider;
    uses org.shrinq.bench.portfolio.CrewProvider;
}
