package org.shrinq.instances;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.shrinq.instances.codec.WriteOptions;
import org.shrinq.instances.text.Json;
import org.shrinq.instances.text.Text;
import org.shrinq.instances.text.TextSink;

/**
 * The bundled files are byte for byte what their generators write, and their optima are what index.json claims. With
 * -Dshrinq.writeData=true the files are written anew instead.
 */
class BundledDataTest {
    @TestFactory
    Stream<DynamicTest> everyOptimumIsProvenAgain() {
        return Bundle.entries().stream()
                .filter(e -> e.proof() == Bundle.Proof.QUICK || Boolean.getBoolean("shrinq.slow"))
                .map(e -> DynamicTest.dynamicTest(
                        e.path(), () -> assertThat(e.prove().getAsDouble()).isEqualTo(e.optimum())));
    }

    @Test
    void everyFileIsWhatItsGeneratorWrites() throws IOException {
        Set<String> expected = new TreeSet<>(Set.of(Catalog.FILE_NAME));
        for (Bundle.Entry entry : Bundle.entries()) {
            expected.add(entry.path());
            requireBytes(entry.path(), entry.bytes());
        }
        requireBytes(Catalog.FILE_NAME, index());
        Set<String> present = new TreeSet<>();
        for (Path file : TestFiles.files(TestFiles.DATA)) {
            present.add(TestFiles.DATA.relativize(file).toString().replace('\\', '/'));
        }
        assertThat(present).isEqualTo(expected);
    }

    private static void requireBytes(String path, byte[] bytes) throws IOException {
        Path file = TestFiles.DATA.resolve(path);
        if (Boolean.getBoolean("shrinq.writeData")) {
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        }
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
                .as(path)
                .isEqualTo(new String(bytes, StandardCharsets.UTF_8));
    }

    private static byte[] index() {
        StringBuilder text = new StringBuilder("{\n  \"schema_version\": \"1.0\",\n  \"files\": [");
        String separator = "\n";
        for (Bundle.Entry e : Bundle.entries()) {
            byte[] bytes = e.bytes();
            text.append(separator).append("    {");
            field(text, "path", Json.quoted(e.path())).append(",\n     ");
            field(text, "problem", Json.quoted(e.problem().kind().id())).append(", ");
            field(text, "format", Json.quoted(e.format().id())).append(", ");
            field(text, "variables", Integer.toString(e.problem().size())).append(",\n     ");
            field(text, "generator", Json.quoted(e.generator())).append(",\n     ");
            field(text, "best_known", TextSink.text(e.optimum())).append(", ");
            field(text, "optimal", "true").append(",\n     ");
            field(text, "established", Json.quoted(e.established())).append(",\n     ");
            field(text, "sha256", Json.quoted(Text.sha256(bytes, bytes.length))).append("}");
            separator = ",\n";
        }
        return text.append("\n  ]\n}\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static StringBuilder field(StringBuilder text, String name, String value) {
        return text.append(Json.quoted(name)).append(": ").append(value);
    }

    @Test
    void everyFileReadsBackAsTheProblemThatWasWritten() {
        for (Bundle.Entry entry : Bundle.entries()) {
            Instance instance = Instances.read(TestFiles.DATA.resolve(entry.path()));
            assertThat(instance.format()).as(entry.path()).isEqualTo(entry.format());
            assertThat(instance.name()).isEqualTo(entry.problem().name());
            assertThat(instance.problem().kind()).isEqualTo(entry.problem().kind());
            assertThat(instance.bestKnown()).as(entry.path()).hasValue(entry.optimum());
            assertThat(instance.warnings()).isEmpty();
            assertThat(Instances.bytes(
                            entry.format(),
                            instance.problem(),
                            WriteOptions.defaults()
                                    .withVariableNames(instance.variableNames())
                                    .withBestKnown(instance.bestKnown().orElseThrow())))
                    .as(entry.path())
                    .isEqualTo(entry.bytes());
        }
    }

    @Test
    void theCodeGraphIsLaidOutAsPublished() throws IOException {
        for (String name : new String[] {"1dc.64", "1dc.128", "1tc.8", "1tc.32", "1tc.64", "1et.64"}) {
            assertThat(Files.readAllBytes(TestFiles.DATA.resolve("mis/" + name + ".txt")))
                    .as(name)
                    .isEqualTo(Files.readAllBytes(TestFiles.shared("paper/mis/" + name + ".txt")));
        }
    }
}
