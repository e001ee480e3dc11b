package org.shrinq.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shrinq.bench.execute.RunExecutorProvider;
import org.shrinq.bench.portfolio.CrewProvider;
import org.shrinq.bench.portfolio.RemoteCrew;
import org.shrinq.bench.portfolio.RemotePortfolio;
import org.shrinq.instances.Instance;
import org.shrinq.instances.ReadOptions;
import org.shrinq.solver.RefusedException;
import org.shrinq.solver.SolverOptions;
import picocli.CommandLine.Option;

/** Who does the runs: threads of this process, or an engine with its own machines. */
final class ExecutorFlags {
    private static final String LOCAL = "local";

    @Option(
            names = "--executor",
            paramLabel = "NAME",
            description =
                    "local: threads of this process (default); spark: an Apache Spark cluster, see docs/cluster.md.")
    private String executor = LOCAL;

    @Option(
            names = "--master",
            paramLabel = "URL",
            description = "Where the Spark cluster is, such as spark://host:7077.")
    private @Nullable String master;

    /** Whether threads of this process do them. */
    boolean isLocal() {
        if (!executor.equals(LOCAL)) {
            return false;
        }
        if (master != null) {
            throw new Failures.UsageException("--master is for --executor spark.");
        }
        return true;
    }

    Optional<String> master() {
        return Optional.ofNullable(master);
    }

    /** The engine for the runs of a suite. */
    RunExecutorProvider runs() {
        return RunExecutorProvider.find(executor).orElseThrow(this::unknown);
    }

    /** The engine, connected, for the members of a portfolio. */
    RemoteCrew crew(Instance instance, ReadOptions read, SolverOptions options) {
        return CrewProvider.find(executor)
                .orElseThrow(this::unknown)
                .open(master(), RemotePortfolio.of(instance, read, options), RemotePortfolio.content(instance));
    }

    private RefusedException unknown() {
        return new RefusedException("no executor is called '" + executor + "' in this build. "
                + "The one for Spark is a separate jar: build it with 'mvn -Pspark -Dfast package', and hand it to "
                + "spark-submit, see docs/cluster.md.");
    }
}
