package org.shrinq.jmh.instances;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.shrinq.instances.Instance;
import org.shrinq.instances.Instances;

/**
 * Reading large files from the page cache on one thread, with the recognition of the format and the building of the
 * problem; beside it a scan that only loads the bytes and adds up the digits' numbers, which no reader can beat. {@code
 * bytes} is the throughput in bytes per second.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 1,
        jvmArgsAppend = {"-XX:+UseSerialGC", "-Xms4g", "-Xmx4g", "-Xmn2500m"})
public class ReadingBenchmark {
    /** A 50 MB QUBO in qbsolv's format and as a coordinate list; a 10,000-vertex graph as DIMACS and rudy files. */
    @Param({"qbsolv", "coo", "dimacs", "rudy"})
    public String format;

    private Path file;
    private long size;

    /** Bytes read, as a rate. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Rate {
        public long bytes;
    }

    /** Writes the file: 3 million couplings over 10,000 variables, or a graph with 2.5 million edges. */
    @Setup
    public void prepare() throws IOException {
        file = Files.createTempFile("shrinq-reading", "." + format);
        int n = 10_000;
        boolean qubo = format.equals("qbsolv") || format.equals("coo");
        int perVertex = qubo ? 300 : 250;
        SplittableRandom random = new SplittableRandom(1);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(header(n, perVertex));
            for (int i = 0; i < n; i++) {
                if (qubo) {
                    out.write(i + " " + i + " " + random.nextInt(-100, 101) / 8.0 + "\n");
                }
                // a window behind i, cyclic: every pair at most once, as 2 · perVertex < n
                for (int d = 1; d <= perVertex; d++) {
                    int j = (i + d) % n;
                    out.write(line(Math.min(i, j), Math.max(i, j), random));
                }
            }
        }
        size = Files.size(file);
    }

    private String header(int n, int perVertex) {
        long pairs = (long) n * perVertex;
        return switch (format) {
            case "qbsolv" -> "p qubo 0 " + n + " " + n + " " + pairs + "\n";
            case "coo" -> "# vartype=BINARY\n";
            case "dimacs" -> "p edge " + n + " " + pairs + "\n";
            default -> n + " " + pairs + "\n";
        };
    }

    private String line(int i, int j, SplittableRandom random) {
        return switch (format) {
            case "qbsolv", "coo" -> i + " " + j + " " + random.nextInt(-100_000, 100_001) / 1000.0 + "\n";
            case "dimacs" -> "e " + (i + 1) + " " + (j + 1) + "\n";
            default -> (i + 1) + " " + (j + 1) + " " + (random.nextBoolean() ? 1 : -1) + "\n";
        };
    }

    @TearDown
    public void remove() throws IOException {
        Files.deleteIfExists(file);
    }

    @Benchmark
    public Instance read(Rate rate) {
        rate.bytes += size;
        return Instances.read(file);
    }

    /** What every reader has to do at least: load the bytes and turn digits into numbers. */
    @Benchmark
    public long scan(Rate rate) throws IOException {
        rate.bytes += size;
        long sum = 0;
        long number = 0;
        for (byte b : Files.readAllBytes(file)) {
            if (b >= '0' && b <= '9') {
                number = 10 * number + (b - '0');
            } else {
                sum += number;
                number = 0;
            }
        }
        return sum + number;
    }
}
