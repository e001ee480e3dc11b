package org.shrinq.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Standard input and output, pipes, links, and files of counts that say a thing twice. */
class StreamsTest {
    private static final String C5 = "p edge 5 10\ne 1 2\ne 2 3\ne 3 4\ne 4 5\ne 5 1\n";
    private static final String[] SHORT = {"--rounds", "1", "--seed", "1"};

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        return Main.run(new PrintWriter(out), new PrintWriter(err), args);
    }

    private int solve(String... args) {
        String[] all = new String[args.length + 1 + SHORT.length];
        all[0] = "solve";
        System.arraycopy(args, 0, all, 1, args.length);
        System.arraycopy(SHORT, 0, all, args.length + 1, SHORT.length);
        return run(all);
    }

    private static double objective(String json) throws IOException {
        JsonNode root = new ObjectMapper().readTree(json);
        return root.path("objective").asDouble(Double.NaN);
    }

    @Test
    void standardInputToJson() throws IOException {
        InputStream before = System.in;
        try {
            System.setIn(new ByteArrayInputStream(C5.getBytes(StandardCharsets.UTF_8)));
            assertThat(solve("-", "--json")).as(err.toString()).isZero();
        } finally {
            System.setIn(before);
        }
        assertThat(objective(out.toString())).isEqualTo(2);
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void theAccountGoesToStderrWhereTheResultIsPrinted() throws IOException {
        Path file = Files.writeString(folder.resolve("c5.txt"), C5);
        assertThat(solve(file.toString(), "-o", "-")).isZero();
        assertThat(objective(out.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("objective");
        assertThat(Path.of("-")).doesNotExist();
        assertThat(solve(file.toString(), "--json", "-o", "x.json")).isEqualTo(ExitCode.USAGE);
    }

    /** Standard output while a command runs, which is to end well. */
    private String printed(String... args) {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            assertThat(run(args)).as(err.toString()).isZero();
        } finally {
            System.setOut(before);
        }
        assertThat(Path.of("-")).doesNotExist();
        assertThat(Path.of("-.map.json")).doesNotExist();
        return printed.toString(StandardCharsets.UTF_8);
    }

    @Test
    void everyVerbThatWritesPrints() throws IOException {
        String file = Files.writeString(folder.resolve("c5.txt"), C5).toString();
        assertThat(printed("encode", file, "-o", "-")).startsWith("p qubo 0 5 5 5");
        assertThat(printed("encode", file, "-o", "-", "--to", "lp")).startsWith("Minimize");
        assertThat(printed("shrink", file, "-o", "-", "--qubits", "3")).contains("p qubo 0 ");
        String graph = "../instances/data/mis/1tc.32.txt";
        assertThat(printed("export", graph, "-o", "-", "--qubits", "6", "--layers", "1"))
                .startsWith("OPENQASM 3.0;");
        assertThat(printed("generate", "qubo", "--n", "5", "-o", "-", "--format", "coo"))
                .startsWith("# vartype=BINARY");
        assertThat(err.toString()).contains("the small QUBO").doesNotContain("sidecar");
        assertThat(run("encode", file, "-o", "-", "--to", "dimacs")).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void convertedFilesArePrinted() throws IOException {
        Path file = Files.writeString(folder.resolve("c5.txt"), C5);
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            assertThat(run("convert", file.toString(), "-o", "-", "--to", "edge-list"))
                    .as(err.toString())
                    .isZero();
            assertThat(run("convert", file.toString(), "-o", "-", "--to", "qbsolv", "--problem", "maxcut"))
                    .isZero();
        } finally {
            System.setOut(before);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .startsWith("5 5\n1 2\n1 5\n")
                .contains("p qubo 0 5 5 5");
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).contains("written as edge-list");
        assertThat(Path.of("-.map.json")).doesNotExist();
    }

    @Test
    void aPipeIsRead() throws Exception {
        Path fifo = folder.resolve("fifo");
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")), "mkfifo");
        new ProcessBuilder("/usr/bin/mkfifo", fifo.toString()).start().waitFor();
        Thread writer = new Thread(() -> {
            try (OutputStream pipe = Files.newOutputStream(fifo)) {
                pipe.write(C5.getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        writer.start();
        assertThat(run("info", fifo.toString())).as(err.toString()).isZero();
        writer.join();
        assertThat(out.toString()).contains("5 variables");
    }

    @Test
    void aResultIsWrittenThroughALink() throws IOException {
        Path file = Files.writeString(folder.resolve("c5.txt"), C5);
        Path target = folder.resolve("target.json");
        Path link = Files.createSymbolicLink(folder.resolve("link.json"), Path.of("target.json"));
        assertThat(solve(file.toString(), "--quiet", "-o", link.toString())).isZero();
        assertThat(link).isSymbolicLink();
        assertThat(objective(Files.readString(target))).isEqualTo(2);
    }

    @Test
    void aKeyThatStandsTwiceIsRefused() throws IOException {
        Path circuit = folder.resolve("c.qasm");
        String knapsack = "../instances/data/mdkp/cb.20x5-25.dat";
        assertThat(run("export", knapsack, "--qubits", "6", "--maxiter", "2", "-o", circuit.toString()))
                .as(err.toString())
                .isZero();
        Path counts = Files.writeString(
                folder.resolve("counts.json"), "{\"000100\": 1e3,\n \"001000\": 5.0,\n \"000100\": 7}\n");
        assertThat(run("decode", circuit + ".sidecar.json", counts.toString())).isEqualTo(ExitCode.INSTANCE);
        assertThat(err.toString())
                .contains("counts.json:3: expected every key once, found '000100' twice. Maybe two files were put "
                        + "together.");
        Files.writeString(counts, "{\"000100\": 0.25, \"001000\": 0.75}\n");
        assertThat(run("decode", circuit + ".sidecar.json", counts.toString())).isEqualTo(ExitCode.INSTANCE);
        assertThat(err.toString()).contains("--shots");
        assertThat(run("decode", circuit + ".sidecar.json", counts.toString(), "--shots", "101"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).contains("101 shots, 2 distinct strings");
    }
}
