package org.shrinq.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads JSON files that a user names. */
final class JsonFiles {
    private static final Pattern TWICE = Pattern.compile("Duplicate field '(.*)'");
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private JsonFiles() {}

    /** The content, or a message that names the file. */
    static JsonNode read(Path file) {
        try {
            JsonNode root = MAPPER.readTree(file.toFile());
            if (root != null && !root.isMissingNode()) {
                return root;
            }
        } catch (IOException e) {
            throw new Failures.InputException(file + why(file, e));
        }
        throw new Failures.InputException(file + ": the file is empty, expected JSON.");
    }

    private static String why(Path file, IOException e) {
        if (!Files.exists(file)) {
            return ": no such file.";
        }
        if (Files.isDirectory(file)) {
            return ": is a folder. Name a file in it.";
        }
        if (e instanceof JsonProcessingException json && json.getLocation() != null) {
            Matcher twice = TWICE.matcher(String.valueOf(json.getOriginalMessage()));
            if (twice.find()) {
                return ":" + json.getLocation().getLineNr() + ": expected every key once, found '" + twice.group(1)
                        + "' twice. Maybe two files were put together.";
            }
            boolean cut = String.valueOf(json.getMessage()).contains("end-of-input");
            return ":" + json.getLocation().getLineNr()
                    + (cut
                            ? ": expected more JSON, found the end of the file. Maybe the file is truncated."
                            : ": expected JSON. Maybe it is another file.");
        }
        return ": cannot be read.";
    }
}
