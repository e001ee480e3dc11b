package org.shrinq.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shrinq.instances.codec.WriteOptions;
import org.shrinq.qubo.encode.Encoder;
import org.shrinq.qubo.encode.Encoding;
import org.shrinq.qubo.encode.EncodingOptions;
import org.shrinq.qubo.problem.LowAutocorrelation;

/** Binary sequences as files, and their QUBO with the map of its products. */
class LabsTest {
    @TempDir
    private Path folder;

    @Test
    void isReadAndWritten() throws IOException {
        Instance read =
                TestFiles.read("b.json", "{\"source\": [1, {\"labs\": 9}], \"labs\": 13, \"name\": \"Barker\"}\n");
        assertThat(read.format()).isEqualTo(Format.LABS);
        assertThat(read.problem())
                .isInstanceOfSatisfying(
                        LowAutocorrelation.class, p -> assertThat(p.length()).isEqualTo(13));
        assertThat(read.bestKnown()).hasValue(6);
        assertThat(TestFiles.read("b.json", "{\"labs\": 67}").bestKnown()).isEmpty();
        assertThat(TestFiles.read("b.json", "{\"labs\": 66}").bestKnown()).hasValue(257);
        Path file = folder.resolve("c.json");
        Instances.write(file, Format.LABS, read.problem(), WriteOptions.defaults());
        assertThat(Files.readString(file)).isEqualTo("{\"name\": \"b\", \"labs\": 13}\n");
        assertThat(Instances.read(file).problem().size()).isEqualTo(13);
    }

    @Test
    void refusals() {
        refused("{\"labs\": 0}", "expected the length of a sequence");
        refused("{\"labs\": 1001}", "expected the length of a sequence");
        refused("{\"labs\": 2.5}", "expected the length of a sequence");
        refused("{\"labs\": \"13\"}", "expected the length of a sequence");
        assertThatThrownBy(() ->
                        TestFiles.read("f.json", "{}", ReadOptions.defaults().withFormat(Format.LABS)))
                .hasMessageContaining("expected the field \"labs\", found none");
    }

    private static void refused(String text, String message) {
        assertThatThrownBy(() -> TestFiles.read("f.json", text))
                .hasMessageContaining("f.json:1")
                .hasMessageContaining(message);
    }

    @Test
    void noModelHoldsIt() {
        Instance read = TestFiles.read("b.json", "{\"labs\": 5}");
        for (Format format : Format.values()) {
            if (format != Format.LABS) {
                assertThatThrownBy(() -> Converter.convert(read, format))
                        .hasMessageContaining("cannot be written as " + format.id())
                        .hasMessageContaining("fourth degree; 'shrinq encode'")
                        .hasMessageContaining("It can be written as labs.");
            }
        }
    }

    @Test
    void theQuboNamesItsProducts() throws IOException {
        Instance read = TestFiles.read("b.json", "{\"labs\": 4}");
        Encoding encoding = Encoder.encode(read.problem().model(), EncodingOptions.defaults());
        Path file = folder.resolve("b.qubo");
        Converter.writeEncoded(file, Format.QBSOLV, read, encoding);
        Instance qubo = Instances.read(file);
        assertThat(qubo.problem().size()).isEqualTo(10);
        assertThat(Optima.of(qubo)).hasValue(2);
        assertThat(Files.readString(folder.resolve("b.qubo.map.json")))
                .contains("\"name\": \"p_x3_x4\", \"role\": \"product\", \"meaning\": \"x3 * x4\"")
                .contains("\"meaning\": \"element 4 of the sequence is -1\"");
    }
}
