package org.shrinq.spark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shrinq.bench.store.RunStore;
import org.shrinq.bench.store.StoredRun;
import org.shrinq.solver.result.Replay;
import org.shrinq.solver.result.ResultJson;

/**
 * The application jar on a cluster of two workers with executors in processes of their own, killed at bad moments.
 * Needs the jar and the folder of Spark's jars that the build writes before.
 */
class ClusterIT {
    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final Path JAR = TARGET.resolve("shrinq-spark.jar");
    private static final Path HOME = TARGET.resolve("spark-home");
    private static final String CLUSTER = "local-cluster[2,1,1024]";
    /** Far more than any of it takes: only a cluster that hangs gets there. */
    private static final long MINUTES = 20;

    private static final String SUITE = """
            suite: cluster
            instances: [{generate: mdkp, n: 20, m: 3}, {generate: mis, n: 24, density: 0.3}, {generate: qap, n: 5}]
            settings: {rounds: 3, qubits: 10, layers: 2, maxiter: 60, shots: 512, polish: none, bounds: false}
            methods: {qaoa: , vqe: {method: vqe}}
            seeds: 1..3
            limits: {seconds: 600, threads: 1, workers: 1}
            """;
    private static final int RUNS = 18;

    /** The store of the same suite without a cluster, made once for all tests. */
    @TempDir
    private static Path shared;

    @TempDir
    private Path folder;

    private final List<Process> processes = new ArrayList<>();
    private Path suite = Path.of("");

    @BeforeEach
    void write() throws IOException {
        suite = Files.writeString(folder.resolve("cluster.yaml"), SUITE);
    }

    @AfterEach
    void stop() {
        processes.forEach(p -> p.descendants().forEach(ProcessHandle::destroyForcibly));
        processes.forEach(Process::destroyForcibly);
    }

    private Process run(Path store, String... more) throws IOException {
        return start(
                Stream.concat(Stream.of("bench", "run", suite.toString(), "--store", store.toString()), Stream.of(more))
                        .toArray(String[]::new));
    }

    /** The command line in a process of its own; words that begin with -D are for its virtual machine. */
    private Process start(String... words) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx512m");
        command.addAll(List.of(System.getProperty("spark.options").split(" ")));
        command.add("-Dspark.ui.enabled=false");
        Stream.of(words).filter(w -> w.startsWith("-D")).forEach(command::add);
        command.addAll(List.of(
                "-cp", JAR + File.pathSeparator + HOME.resolve("jars") + File.separator + "*", "org.shrinq.cli.Main"));
        Stream.of(words).filter(w -> !w.startsWith("-D")).forEach(command::add);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        builder.environment()
                .putAll(Map.of(
                        "SPARK_HOME", HOME.toString(), "SPARK_SCALA_VERSION", "2.13", "SPARK_LOCAL_IP", "127.0.0.1"));
        Process process = builder.start();
        processes.add(process);
        return process;
    }

    private Process onCluster(Path store, String... more) throws IOException {
        return run(
                store,
                Stream.concat(Stream.of(more), Stream.of("--executor", "spark", "--master", CLUSTER))
                        .toArray(String[]::new));
    }

    private Path log() {
        return folder.resolve("log");
    }

    private void finish(Process process) throws IOException, InterruptedException {
        assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES)).as("ended").isTrue();
        assertThat(process.exitValue()).as(Files.readString(log())).isZero();
    }

    private static void awaitRuns(Process process, Path store, int runs) throws InterruptedException {
        while (process.isAlive() && stored(store) < runs) {
            Thread.sleep(20);
        }
    }

    private static int stored(Path store) {
        if (!Files.exists(store)) {
            return 0;
        }
        try (RunStore open = RunStore.open(store)) {
            return open.keys().size();
        }
    }

    private static Map<String, StoredRun> runs(Path store) {
        Map<String, StoredRun> runs = new TreeMap<>();
        try (RunStore open = RunStore.open(store)) {
            open.runs(Optional.empty())
                    .forEach(r -> runs.put(
                            r.instance().name() + " " + r.method() + " "
                                    + r.key().seed(),
                            r));
        }
        return runs;
    }

    private void assertSameAsLocal(Path store) throws IOException, InterruptedException {
        Path local = shared.resolve("local.db");
        if (stored(local) < RUNS) {
            finish(run(local));
        }
        Map<String, StoredRun> expected = runs(local);
        Map<String, StoredRun> actual = runs(store);
        assertThat(actual.keySet()).isEqualTo(expected.keySet()).hasSize(RUNS);
        actual.forEach((key, run) -> assertThat(Replay.differences(
                        ResultJson.tree(expected.get(key).result().orElseThrow()),
                        ResultJson.tree(run.result().orElseThrow())))
                .as(key)
                .isEmpty());
    }

    @Test
    void anExecutorThatIsKilledCostsOnlyItsRunsInFlight() throws IOException, InterruptedException {
        Path store = folder.resolve("cluster.db");
        Process driver = onCluster(store);
        awaitRuns(driver, store, 2);
        ProcessHandle executor = executor(driver);
        assertThat(stored(store)).as("killed in the middle").isLessThan(RUNS);
        executor.destroyForcibly();
        finish(driver);
        assertSameAsLocal(store);
    }

    private static ProcessHandle executor(Process driver) {
        return driver.descendants()
                .filter(p -> p.info().commandLine().orElse("").contains("CoarseGrainedExecutorBackend"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aPortfolioThatLosesAnExecutorGivesTheResultOfThreads() throws IOException, InterruptedException {
        Path instance = folder.resolve("k.dat");
        finish(start("generate", "mdkp", "--n", "40", "--m", "3", "--seed", "5", "-o", instance.toString()));
        String[] solve = {
            "solve",
            instance.toString(),
            "--portfolio",
            "3",
            "--no-bounds",
            "--rounds",
            "4",
            "--qubits",
            "9",
            "--maxiter",
            "20",
            "--polish",
            "none",
            "-o"
        };
        Path here = folder.resolve("here.json");
        Path there = folder.resolve("there.json");
        Path temporary = Files.createDirectory(folder.resolve("tmp"));
        Process driver = start(Stream.concat(
                        Stream.of(solve),
                        Stream.of(
                                there.toString(),
                                "--executor",
                                "spark",
                                "--master",
                                CLUSTER,
                                "-Dspark.executor.extraJavaOptions=-Djava.io.tmpdir=" + temporary))
                .toArray(String[]::new));
        while (driver.isAlive() && isEmpty(temporary)) {
            Thread.sleep(20);
        }
        executor(driver).destroyForcibly();
        finish(driver);
        finish(start(Stream.concat(Stream.of(solve), Stream.of(here.toString())).toArray(String[]::new)));
        ObjectMapper mapper = new ObjectMapper();
        JsonNode result = mapper.readTree(there.toFile());
        assertThat(Replay.differences(mapper.readTree(here.toFile()), result)).isEmpty();
        assertThat(result.path("portfolio"))
                .hasSize(3)
                .allSatisfy(m -> assertThat(m.path("place").asText()).isNotEmpty());
    }

    /** Whether no executor has written its copy of the instance yet, as it does before it begins. */
    private static boolean isEmpty(Path temporary) throws IOException {
        try (Stream<Path> files = Files.walk(temporary)) {
            return files.noneMatch(f -> f.endsWith("k.dat"));
        }
    }

    @Test
    void aDriverThatIsKilledGoesOnWithASecondCall() throws IOException, InterruptedException {
        Path store = folder.resolve("cluster.db");
        Process driver = onCluster(store);
        awaitRuns(driver, store, 2);
        driver.destroyForcibly().waitFor();
        int kept = stored(store);
        assertThat(kept).isBetween(2, RUNS - 1);
        finish(onCluster(store));
        assertThat(Files.readString(log())).contains(kept + " in the store, " + (RUNS - kept) + " to do");
        assertSameAsLocal(store);
    }

    @Test
    void aRunThatKillsItsExecutorIsMarkedAndTheRestGoesOn() throws IOException, InterruptedException {
        Files.writeString(
                suite,
                SUITE.replace("vqe: {method: vqe}", "poison: {method: cp-sat, only: [qap]}")
                        .replace("1..3", "1..2"));
        Path poison = poison();
        Path store = folder.resolve("cluster.db");
        finish(onCluster(store, "-Dspark.jars=" + JAR + "," + poison, "-Dspark.task.maxFailures=2"));
        Map<String, StoredRun> runs = runs(store);
        assertThat(runs).hasSize(8);
        runs.forEach((key, run) -> {
            if (run.method().equals("poison")) {
                assertThat(run.ended()).as(key).isEqualTo(StoredRun.Ended.FAILED);
                assertThat(run.error().orElseThrow()).contains("lost its executor 4 times");
            } else {
                assertThat(run.ended()).as(key).isEqualTo(StoredRun.Ended.DONE);
            }
        });
    }

    private Path poison() throws IOException {
        Path jar = folder.resolve("poison.jar");
        String name = PoisonSolver.class.getName().replace('.', '/') + ".class";
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                InputStream in = PoisonSolver.class.getClassLoader().getResourceAsStream(name)) {
            out.putNextEntry(new JarEntry(name));
            out.write(in.readAllBytes());
            out.putNextEntry(new JarEntry("META-INF/services/org.shrinq.solver.ExactSolver"));
            out.write(PoisonSolver.class.getName().getBytes(StandardCharsets.UTF_8));
        }
        return jar;
    }
}
