package org.shrinq.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every block of Java in the README and on docs/java-api.md is part of an example, whatever its indentation. */
class PageTest {
    private static String flush(String text) {
        return text.lines().map(String::strip).reduce("", (a, b) -> a + b + "\n");
    }

    @Test
    void thePageShowsTheExamples() throws IOException {
        StringBuilder sources = new StringBuilder();
        try (Stream<Path> files = Files.list(Path.of("src/main/java/org/shrinq/examples"))) {
            for (Path file : (Iterable<Path>) files.sorted()::iterator) {
                sources.append(flush(Files.readString(file)));
            }
        }
        List<String> found = new ArrayList<>();
        for (String page : List.of("../README.md", "../docs/java-api.md")) {
            Matcher blocks =
                    Pattern.compile("```java\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(Path.of(page)));
            blocks.results().map(m -> flush(m.group(1))).forEach(found::add);
        }
        assertThat(found).hasSize(3 + 7);
        assertThat(found).allSatisfy(block -> assertThat(sources.toString()).contains(block));
    }

    /** The project that depends on us names our version, and the page shows its import of the BOM. */
    @Test
    void thePageShowsTheSeparateProject() throws IOException {
        String pom = flush(Files.readString(Path.of("separate/pom.xml")));
        Matcher block = Pattern.compile("```xml\n(.*?</dependencyManagement>)", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("../docs/java-api.md")));
        assertThat(block.find()).isTrue();
        assertThat(pom).contains(flush(block.group(1)));
    }
}
