package org.shrinq.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Runs every verb once in one virtual machine, so that an archive of its classes at exit
 * ({@code -XX:ArchiveClassesAtExit}) spares every later start of any of them the loading. What they print is dropped,
 * and a verb that fails leaves its classes out.
 */
final class ClassStore {
    private ClassStore() {}

    /** @param args the folder of bundled instances, and a folder for what the verbs write */
    public static void main(String[] args) throws IOException {
        VectorLaunch.loadVectors();
        Path data = Path.of(args[0]);
        Path work = Files.createDirectories(Path.of(args[1]));
        String mis = data.resolve("mis/1dc.64.txt").toString();
        String small = data.resolve("mis/1tc.8.txt").toString();
        String result = work.resolve("r.json").toString();
        String circuit = work.resolve("c.qasm").toString();
        String counts = work.resolve("counts.json").toString();
        run("solve", mis, "--rounds", "1", "--time-limit", "3", "-o", result);
        run("solve", data.resolve("mdkp/cb.20x5-25.dat").toString(), "--rounds", "2", "--time-limit", "2");
        run("solve", data.resolve("qap/grid.3x3.dat").toString(), "--rounds", "1", "--time-limit", "2");
        run("solve", data.resolve("maxcut/torus.8x8.mc").toString(), "--rounds", "1", "--time-limit", "2");
        run("solve", data.resolve("lp/packing.40.lp").toString(), "--rounds", "1", "--time-limit", "2");
        run("check", mis, result);
        run("report", result, "-o", work.resolve("r.html").toString());
        run("info", small);
        run("encode", small, "-o", work.resolve("e.qubo").toString());
        run("shrink", small, "--qubits", "3", "-o", work.resolve("s.qubo").toString());
        run("export", small, "--qubits", "3", "-o", circuit);
        run("simulate", circuit, "-o", counts);
        run("decode", circuit + ".sidecar.json", counts);
        run("audit", circuit + ".sidecar.json", counts);
        run("convert", small, "-o", work.resolve("g.lp").toString());
        run(
                "generate",
                "mis",
                "--family",
                "gnp",
                "--n",
                "10",
                "-o",
                work.resolve("g.txt").toString());
        run("replay", work.resolve("s.qubo.shrink.json").toString());
        run("bench", "list");
        run("--help");
        run("--version");
    }

    private static void run(String... arguments) {
        Main.run(new PrintWriter(Writer.nullWriter()), new PrintWriter(Writer.nullWriter()), arguments);
    }
}
