package org.shrinq.spark;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.shrinq.bench.execute.EngineException;
import org.shrinq.bench.execute.RunExecutor;
import org.shrinq.bench.execute.RunExecutorProvider;
import org.shrinq.bench.portfolio.CrewProvider;
import org.shrinq.bench.portfolio.RemoteCrew;
import org.shrinq.bench.portfolio.RemotePortfolio;
import org.shrinq.solver.RefusedException;

/**
 * {@code --executor spark}. Settings of Spark come from spark-submit or system properties as for any application; what
 * is not set there is set here: cores of a task, the Vector API of the executors, the application's jar, a quiet log.
 */
public final class SparkProvider implements RunExecutorProvider, CrewProvider {
    private static final String EXECUTOR_OPTIONS = "spark.executor.extraJavaOptions";
    /** What the launcher gives the virtual machine too; without the module the plain kernels run. */
    private static final String VECTOR = "--add-modules=jdk.incubator.vector -XX:+IgnoreUnrecognizedVMOptions"
            + " -XX:+UnlockExperimentalVMOptions -XX:+EnableVectorSupport"
            + " -Djdk.incubator.vector.VECTOR_ACCESS_OOB_CHECK=0 --enable-native-access=ALL-UNNAMED";

    @Override
    public String name() {
        return "spark";
    }

    @Override
    public RunExecutor open(Request request) {
        return new SparkExecutor(connect(request.master(), request.threads(), request.title()), request.threads());
    }

    @Override
    public RemoteCrew open(Optional<String> master, RemotePortfolio portfolio, byte[] content) {
        return new SparkCrew(connect(master, portfolio.threads(), portfolio.title()), portfolio, content);
    }

    private static SparkContext connect(Optional<String> master, int threads, String title) {
        SparkConf conf = new SparkConf(true);
        master.ifPresent(conf::setMaster);
        if (!conf.contains("spark.master")) {
            throw new RefusedException(
                    "no Spark cluster is named. Say where it is with --master spark://host:7077, or start"
                            + " this with spark-submit.");
        }
        conf.setIfMissing("spark.app.name", title);
        conf.set("spark.task.cpus", Integer.toString(threads));
        String options = conf.get(EXECUTOR_OPTIONS, "");
        // as the launcher: G1 of Java 25.0.0 to 25.0.2 moves arrays that native code holds
        String collector = options.contains("GC") ? "" : " -XX:+UseParallelGC";
        conf.set(EXECUTOR_OPTIONS, (options + " " + VECTOR + collector).strip());
        conf.setIfMissing("spark.log.level", "WARN");
        conf.set("spark.job.interruptOnCancel", "true");
        addJar(conf);
        try {
            return new SparkContext(conf);
        } catch (Exception e) { // Scala does not say which ones it throws
            throw new EngineException("Spark at " + conf.get("spark.master") + " does not start: " + e.getMessage(), e);
        }
    }

    /** Executors elsewhere need this jar; spark-submit has said so already. */
    private static void addJar(SparkConf conf) {
        CodeSource source = SparkProvider.class.getProtectionDomain().getCodeSource();
        if (source == null
                || conf.contains("spark.jars")
                || conf.get("spark.master").matches("local(\\[.*])?")) {
            return;
        }
        try {
            Path jar = Path.of(source.getLocation().toURI());
            if (Files.isRegularFile(jar)) {
                conf.set("spark.jars", jar.toString());
            }
        } catch (URISyntaxException e) {
            throw new IllegalStateException(source.getLocation() + " is no place of a jar", e);
        }
    }
}
