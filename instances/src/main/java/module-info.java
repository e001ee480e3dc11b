/** Readers, writers and generators of instance files. */
module org.shrinq.instances {
    requires static transitive org.jspecify;
    requires com.fasterxml.jackson.core;
    requires org.apache.commons.compress;
    requires org.tukaani.xz;
    requires transitive org.shrinq.qubo;

    exports org.shrinq.instances;
    exports org.shrinq.instances.codec;
    exports org.shrinq.instances.family;
    exports org.shrinq.instances.generate to
            org.shrinq.solver,
            org.shrinq.report,
            org.shrinq.bench,
            org.shrinq.cli,
            org.shrinq.jmh;
    exports org.shrinq.instances.solution to
            org.shrinq.solver,
            org.shrinq.report,
            org.shrinq.bench,
            org.shrinq.cli;
    exports org.shrinq.instances.text;
}
