package org.shrinq.quantum.statevector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The loops in single precision are those in double with another type: whoever changes one must change the other. Sources
 * are compared without their types, casts and white space.
 */
final class PrecisionTwinsTest {
    private static String plain(String kind, String name) throws IOException {
        Path file = Path.of("src/main/java/org/shrinq/quantum/statevector", kind + name + ".java");
        return Files.readString(file)
                .replaceAll("\\(float\\)|\\(double\\)", "")
                .replaceAll("\\b(float|double)\\b", "real")
                .replaceAll("Float|Double", "Real")
                .replaceAll("return [48];", "return bytes;")
                .replaceAll("\\s+", "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PlainKernel",
                "PlainOverlaps",
                "PlainPhases",
                "PlainRotations",
                "VectorKernel",
                "VectorLanes",
                "VectorOverlaps",
                "VectorPhases",
                "VectorRotations"
            })
    void differInTypesAlone(String name) throws IOException {
        assertThat(plain("Float", name)).isEqualTo(plain("Double", name));
    }
}
