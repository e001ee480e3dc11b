package org.shrinq.bench.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The suite that the documentation shows is one, and its list of suites is complete. */
class DocumentationTest {
    @Test
    void theSuiteInTheDocumentationIsValid() throws IOException {
        String text = Files.readString(Path.of("../docs/benchmarking.md"));
        Matcher block = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL).matcher(text);
        assertThat(block.find()).isTrue();
        Suite suite = SuiteReader.parse(block.group(1), "mine.yaml");
        assertThat(suite.methods().stream().map(MethodSpec::name))
                .contains("layers/layers=2,objective=cvar")
                .hasSize(8);
        assertThat(suite.instances()).hasSize(10);
        for (String name : BundledSuites.names()) {
            assertThat(text).contains("| `" + name + "` |");
        }
    }
}
