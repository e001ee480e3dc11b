package org.shrinq.instances;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.shrinq.instances.codec.WriteOptions;
import org.shrinq.instances.text.Limits;
import org.shrinq.qubo.problem.Problem;

/** docs/formats.md has every format in its table, with a grammar and an example that is recognised and read. */
class FormatsPageTest {
    private static final Pattern BLOCK = Pattern.compile("(?m)^```(\\S+)\\R((?s:.*?))^```$");

    private static String page() throws IOException {
        return Files.readString(TestFiles.ROOT.resolve("docs/formats.md"));
    }

    /** The code blocks by their language, which is a format's identifier. */
    private static Map<String, List<String>> blocks() throws IOException {
        Map<String, List<String>> blocks = new TreeMap<>();
        Matcher block = BLOCK.matcher(page());
        while (block.find()) {
            blocks.computeIfAbsent(block.group(1), f -> new ArrayList<>()).add(block.group(2));
        }
        return blocks;
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void everyExampleIsRecognisedAndSurvivesARoundTrip(Format format) throws IOException {
        List<String> examples = blocks().getOrDefault(format.id(), List.of());
        assertThat(examples).as("examples of " + format.id()).isNotEmpty();
        for (String example : examples) {
            Instance instance = TestFiles.read("example.x", example);
            assertThat(instance.format()).isEqualTo(format);
            assertThat(instance.problem().kind()).isIn(format.kinds());
            byte[] written = Instances.bytes(format, instance.problem(), WriteOptions.defaults());
            Problem again = Instances.read(
                            TestFiles.text("example.x", written),
                            "example.x",
                            ReadOptions.defaults().withFormat(format),
                            Limits.ofThisJava())
                    .problem();
            int n = instance.problem().size();
            assertThat(again.size()).isEqualTo(n);
            for (int code = 0; code < 1 << Math.min(n, 9); code++) {
                byte[] x = new byte[n];
                for (int i = 0; i < Math.min(n, 9); i++) {
                    x[i] = (byte) (code >>> i & 1);
                }
                assertThat(again.model().value(x))
                        .isEqualTo(instance.problem().model().value(x));
                assertThat(again.model().isFeasible(x))
                        .isEqualTo(instance.problem().model().isFeasible(x));
            }
        }
    }

    @Test
    void theFourWaysToWriteAQuboSayTheSame() throws IOException {
        for (String id : List.of("qbsolv", "coo", "bqpjson", "mqlib")) {
            Problem problem = TestFiles.read("e", blocks().get(id).get(0)).problem();
            assertThat(problem.objective(new byte[] {1, 1, 1})).as(id).isEqualTo(0.5 + 1 + 3 - 2);
            assertThat(problem.objective(new byte[] {1, 0, 1})).as(id).isEqualTo(0.5 + 1 - 2);
        }
    }

    @Test
    void theTableHasEveryFormat() throws IOException {
        List<String> rows = new ArrayList<>();
        Matcher row = Pattern.compile("(?m)^\\| `([a-z][a-z0-9-]*)` \\|.*\\|$").matcher(page());
        while (row.find()) {
            rows.add(row.group(1));
        }
        List<String> ids = Arrays.stream(Format.values()).map(Format::id).toList();
        assertThat(rows.subList(0, ids.size())).containsExactlyElementsOf(ids);
    }
}
