package org.shrinq.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every test that docs/guarantees.md names is there. */
class GuaranteesPageTest {
    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w*Test)(#(\\w+))?`");

    private static Map<String, String> tests() throws IOException {
        Map<String, String> tests = new HashMap<>();
        try (Stream<Path> modules = Files.list(Path.of(".."))) {
            for (Path module : (Iterable<Path>) modules::iterator) {
                Path sources = module.resolve("src/test/java");
                if (Files.isDirectory(sources)) {
                    try (Stream<Path> files = Files.walk(sources)) {
                        for (Path file :
                                (Iterable<Path>) files.filter(f -> f.toString().endsWith("Test.java"))::iterator) {
                            tests.put(file.getFileName().toString().replace(".java", ""), Files.readString(file));
                        }
                    }
                }
            }
        }
        return tests;
    }

    @Test
    void everyNamedTestIsThere() throws IOException {
        Map<String, String> tests = tests();
        List<String> missing = new ArrayList<>();
        List<MatchResult> named = NAMED.matcher(Files.readString(Path.of("../docs/guarantees.md")))
                .results()
                .toList();
        for (MatchResult test : named) {
            String text = tests.getOrDefault(test.group(1), "");
            String method = test.group(3);
            if (text.isEmpty()
                    || (method != null
                            && !text.contains("void " + method + "(")
                            && !text.contains("ArchRule " + method + " "))) {
                missing.add(test.group());
            }
        }
        assertThat(missing).isEmpty();
        assertThat(named).hasSizeGreaterThan(40);
    }
}
