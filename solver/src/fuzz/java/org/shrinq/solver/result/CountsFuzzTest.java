package org.shrinq.solver.result;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Files of counts under the fuzzer: {@code mvn -Pfuzz -pl solver -am test -Dtest=CountsFuzzTest}. */
class CountsFuzzTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<byte[]> seeds() {
        return CountsTest.shapes().map(s -> s.getBytes(StandardCharsets.UTF_8));
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "40s")
    void counts(byte[] data) {
        JsonNode json;
        try {
            json = JSON.readTree(data);
        } catch (IOException e) {
            return;
        }
        CountsTest.requireReadOrRefused(json);
    }
}
