package org.shrinq.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.shrinq.quantum.device.MeasuredCircuit;
import org.shrinq.quantum.device.OpenQasm;

/** Reads OpenQASM files that a user names. */
final class CircuitFiles {
    private CircuitFiles() {}

    /** The program, or a message that names file and line. */
    static MeasuredCircuit read(Path file) {
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException e) {
            throw new Failures.InputException(file + ": "
                    + (Files.isDirectory(file)
                            ? "is a folder. Name a file in it."
                            : Files.exists(file) ? "cannot be read as text." : "no such file."));
        }
        try {
            return OpenQasm.read(text);
        } catch (IllegalArgumentException e) {
            throw new Failures.InputException(
                    file + String.valueOf(e.getMessage()).replaceFirst("^line (\\d+)", ":$1") + ".");
        }
    }
}
