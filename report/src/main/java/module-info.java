/** Pages and plots about runs. */
module org.shrinq.report {
    requires static transitive org.jspecify;
    requires org.jgrapht.core;
    requires transitive org.shrinq.solver;

    exports org.shrinq.report to
            org.shrinq.bench,
            org.shrinq.cli;
    exports org.shrinq.report.plot to
            org.shrinq.bench;
    exports org.shrinq.report.run to
            org.shrinq.bench,
            org.shrinq.cli;
}
