package org.shrinq.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as a process of its own that is sent signals. */
class ProcessTest {
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

    private String generate(String... arguments) {
        StringWriter err = new StringWriter();
        int code = Main.run(new PrintWriter(Writer.nullWriter()), new PrintWriter(err), arguments);
        assertThat(code).as(err.toString()).isZero();
        return arguments[arguments.length - 1];
    }

    private String log() throws IOException {
        return Files.readString(folder.resolve("log"));
    }

    /** Too large to be proved, with more time than the test waits: only the signal ends it. */
    @Test
    void interruptEndsTheRunWithTheBestSolutionSoFar() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "signals need a Unix");
        String file = generate(
                "generate",
                "qap",
                "--family",
                "uniform",
                "--n",
                "25",
                "-o",
                folder.resolve("u.dat").toString());
        Path out = folder.resolve("r.json");
        Process process = start("solve", file, "--time-limit", "600", "-o", out.toString());
        Thread.sleep(4000);
        assertThat(process.isAlive()).as(log()).isTrue();
        signal(process, "INT");
        assertThat(process.waitFor(60, TimeUnit.SECONDS))
                .as("ended within a minute: " + log())
                .isTrue();
        assertThat(log()).contains("FEASIBLE  objective").contains("stopped   cancelled");
        JsonNode result = new ObjectMapper().readTree(out.toFile());
        assertThat(result.get("status").asText()).isEqualTo("FEASIBLE");
        StringWriter err = new StringWriter();
        int checked =
                Main.run(new PrintWriter(Writer.nullWriter()), new PrintWriter(err), "check", file, out.toString());
        assertThat(checked).as(err.toString()).isZero();
    }

    /** Killed at arbitrary moments, the result file is the one before or the new one. */
    @Test
    void killLeavesNoHalfFile() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "signals need a Unix");
        String file = generate(
                "generate",
                "mis",
                "--family",
                "gnp",
                "--n",
                "40",
                "-o",
                folder.resolve("g.txt").toString());
        Path out = folder.resolve("r.json");
        for (int k = 0; k < 4; k++) {
            Process process =
                    start("solve", file, "--rounds", "1", "--seed", Integer.toString(k), "-o", out.toString());
            process.waitFor(700 + 500L * k, TimeUnit.MILLISECONDS);
            if (process.isAlive()) {
                signal(process, "KILL");
            }
            process.waitFor();
            if (Files.exists(out)) {
                assertThat(new ObjectMapper()
                                .readTree(out.toFile())
                                .get("schema_version")
                                .asText())
                        .as("killed in run %d", k)
                        .isEqualTo("1.0");
            }
        }
    }
}
