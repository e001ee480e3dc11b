package org.shrinq.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Lines keep to 120 columns, text blocks apart, whose lines are data; the formatter leaves comments and strings. A file
 * of the product has one idea, and at most 400 lines.
 */
class SourceLinesTest {
    private static final int COLUMNS = 120;
    private static final int LINES = 400;

    private static List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        try (Stream<Path> modules = Files.list(Path.of(".."))) {
            for (Path module : (Iterable<Path>) modules::iterator) {
                Path source = module.resolve("src");
                if (Files.isDirectory(source)) {
                    try (Stream<Path> files = Files.walk(source)) {
                        files.filter(f -> f.toString().endsWith(".java")).forEach(sources::add);
                    }
                }
            }
        }
        return sources;
    }

    @Test
    void keepTo120Columns() throws IOException {
        List<String> longer = new ArrayList<>();
        List<Path> sources = sources();
        for (Path source : sources) {
            boolean block = false;
            int number = 0;
            for (String line : Files.readAllLines(source)) {
                number++;
                if (!block && line.codePointCount(0, line.length()) > COLUMNS) {
                    longer.add(source.getFileName() + ":" + number);
                }
                block ^= line.split("\"\"\"", -1).length % 2 == 0;
            }
        }
        assertThat(longer).isEmpty();
        assertThat(sources).hasSizeGreaterThan(500);
    }

    @Test
    void filesAreShort() throws IOException {
        List<String> longer = new ArrayList<>();
        for (Path source : sources()) {
            int lines = Files.readAllLines(source).size();
            if (source.toString().contains("/src/main/") && lines > LINES) {
                longer.add(source.getFileName() + ": " + lines);
            }
        }
        assertThat(longer).isEmpty();
    }
}
