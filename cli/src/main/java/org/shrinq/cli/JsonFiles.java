package org.shrinq.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads JSON files that a user names. */
final class JsonFiles {
    private JsonFiles() {}

    /** The content, or a message that names the file. */
    static JsonNode read(Path file) {
        try {
            JsonNode root = new ObjectMapper().readTree(file.toFile());
            if (root != null && !root.isMissingNode()) {
                return root;
            }
        } catch (IOException e) {
            String message = String.valueOf(e.getMessage());
            int end = message.indexOf('\n');
            throw new Failures.InputException(file + ": "
                    + (Files.exists(file)
                            ? "not JSON: " + (end < 0 ? message : message.substring(0, end))
                            : "no such file")
                    + ".");
        }
        throw new Failures.InputException(file + ": the file is empty, expected JSON.");
    }
}
