package org.shrinq.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as a process of its own that is sent signals. */
class ProcessTest {
    private static final int SIGINT = 2;

    @TempDir
    Path folder;

    private Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                "org.shrinq.cli.Main"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
    }

    private static void signal(Process process, String name) throws IOException, InterruptedException {
        int code = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
        assertThat(code).as("kill -%s", name).isZero();
    }

    private static void run(String... arguments) {
        StringWriter err = new StringWriter();
        int code = Main.run(new PrintWriter(Writer.nullWriter()), new PrintWriter(err), arguments);
        assertThat(code).as(err.toString()).isZero();
    }

    private String generate(String kind, String family, int n, String name) {
        String file = folder.resolve(name).toString();
        run("generate", kind, "--family", family, "--n", Integer.toString(n), "-o", file);
        return file;
    }

    @BeforeEach
    void signalsNeedUnix() {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "signals need a Unix");
    }

    /**
     * True in a background job of a shell, which starts its processes with SIGINT ignored; a virtual machine leaves it
     * so. SIGTERM then stands in, which takes the same way.
     */
    private static boolean ignoresInterrupts() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.isReadable(status)) {
            return false;
        }
        long ignored = Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .mapToLong(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16))
                .findAny()
                .orElse(0);
        return (ignored >> (SIGINT - 1) & 1) == 1;
    }

    private String log() throws IOException {
        return Files.readString(folder.resolve("log"));
    }

    /**
     * Too large to be proved, with more time than any test takes: only the signal ends it, once the log names a
     * solution.
     */
    @Test
    void interruptEndsTheRunWithTheBestSolutionSoFar() throws Exception {
        String file = generate("qap", "uniform", 25, "u.dat");
        Path out = folder.resolve("r.json");
        Process process = start("solve", file, "--time-limit", "600", "--verbose", "-o", out.toString());
        while (process.isAlive() && !log().contains("objective")) {
            Thread.sleep(10);
        }
        assertThat(process.isAlive()).as(log()).isTrue();
        signal(process, ignoresInterrupts() ? "TERM" : "INT");
        assertThat(process.waitFor(60, TimeUnit.SECONDS))
                .as("ended within a minute: " + log())
                .isTrue();
        assertThat(log()).contains("FEASIBLE  objective").contains("stopped   cancelled");
        JsonNode result = new ObjectMapper().readTree(out.toFile());
        assertThat(result.get("status").asText()).isEqualTo("FEASIBLE");
        run("check", file, out.toString());
    }

    /** Killed at arbitrary moments, the result file is the one before or the new one. */
    @Test
    void killLeavesNoHalfFile() throws Exception {
        String file = generate("mis", "gnp", 40, "g.txt");
        Path out = folder.resolve("r.json");
        for (int k = 0; k < 4; k++) {
            Process process =
                    start("solve", file, "--rounds", "1", "--seed", Integer.toString(k), "-o", out.toString());
            process.waitFor(700 + 500L * k, TimeUnit.MILLISECONDS);
            kill(process);
            if (Files.exists(out)) {
                assertThat(new ObjectMapper()
                                .readTree(out.toFile())
                                .get("schema_version")
                                .asText())
                        .as("killed in run %d", k)
                        .isEqualTo("1.1");
            }
        }
    }

    /** Killed while a long file is being written beside its target, which then is as it was. */
    @Test
    void killDuringAWriteLeavesTheFormerFile() throws Exception {
        Path out = folder.resolve("long.txt");
        Files.writeString(out, "former");
        boolean caught = false;
        for (int k = 0; k < 20 && !caught; k++) {
            Process process = start("generate", "mis", "--family", "gnp", "--n", "3000", "-o", out.toString());
            while (process.isAlive() && !partlyWritten()) {
                Thread.sleep(1);
            }
            kill(process);
            caught = partlyWritten();
            if (!caught) { // it was quicker than this test
                assertThat(Files.readString(out)).startsWith("p ");
                Files.writeString(out, "former");
            }
        }
        assertThat(caught).as("killed during a write once in 20 runs").isTrue();
        assertThat(out).hasContent("former");
    }

    private boolean partlyWritten() throws IOException {
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, ".*.part")) {
            return parts.iterator().hasNext();
        }
    }

    /** Sends SIGKILL; nothing happens when the process has ended by then. */
    private static void kill(Process process) throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}
