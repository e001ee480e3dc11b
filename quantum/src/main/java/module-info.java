/** Circuits, backends, ansätze, parameter training, sampling and OpenQASM. */
module org.shrinq.quantum {
    requires static transitive org.jspecify;
    requires strange;
    requires hipparchus.optim;
    requires hipparchus.core;
    requires jcobyla;
    requires org.slf4j;
    requires static jdk.incubator.vector;
    requires java.management;
    requires transitive org.shrinq.qubo;

    exports org.shrinq.quantum;
    exports org.shrinq.quantum.ansatz to
            org.shrinq.shrink,
            org.shrinq.solver,
            org.shrinq.report,
            org.shrinq.bench;
    exports org.shrinq.quantum.backend;
    exports org.shrinq.quantum.circuit;
    exports org.shrinq.quantum.closedform to
            org.shrinq.shrink,
            org.shrinq.solver,
            org.shrinq.report,
            org.shrinq.bench;
    exports org.shrinq.quantum.device;
    exports org.shrinq.quantum.lightcone to
            org.shrinq.shrink,
            org.shrinq.solver,
            org.shrinq.report,
            org.shrinq.bench,
            org.shrinq.cli;
    exports org.shrinq.quantum.mps to
            org.shrinq.shrink,
            org.shrinq.solver,
            org.shrinq.report,
            org.shrinq.bench,
            org.shrinq.cli;
    exports org.shrinq.quantum.noise;
    exports org.shrinq.quantum.qaoa to
            org.shrinq.shrink,
            org.shrinq.solver,
            org.shrinq.report,
            org.shrinq.bench,
            org.shrinq.jmh;
    exports org.shrinq.quantum.registry to
            org.shrinq.shrink,
            org.shrinq.solver,
            org.shrinq.report,
            org.shrinq.bench,
            org.shrinq.cli;
    exports org.shrinq.quantum.statevector to
            org.shrinq.shrink,
            org.shrinq.solver,
            org.shrinq.report,
            org.shrinq.bench,
            org.shrinq.jmh;
    exports org.shrinq.quantum.strange to
            org.shrinq.shrink,
            org.shrinq.solver,
            org.shrinq.report,
            org.shrinq.bench,
            org.shrinq.jmh;
    exports org.shrinq.quantum.train to
            org.shrinq.shrink,
            org.shrinq.solver,
            org.shrinq.report,
            org.shrinq.bench;
}
