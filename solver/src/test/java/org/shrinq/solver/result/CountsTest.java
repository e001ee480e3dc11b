package org.shrinq.solver.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.Sample;
import org.shrinq.qubo.SampleSet;

class CountsTest {
    private static final Qubo QUBO =
            Qubo.builder(3).addLinear(0, -1).addLinear(1, 2).add(0, 2, 5).build();

    /** As Qiskit's runtime writes ten shots of three bits: base64 of zlib of a NumPy array of shape (10, 1). */
    private static final String PRIMITIVE = "{'__type__': 'PrimitiveResult', '__value__': {'pub_results': [{'__type__':"
            + " 'SamplerPubResult', '__value__': {'data': {'__type__': 'DataBin', '__value__': {'field_names': ['c'],"
            + " 'shape': [], 'fields': {'c': {'__type__': 'BitArray', '__value__': {'array': {'__type__': 'ndarray',"
            + " '__value__': "
            + "'eJyb7BfqGxDJyFDGUK2eklqcXKRupaBeU2qorqOgnpZfVFKUmBefX5SSChJ3S8wp"
            + "TgWKF2ckFqQC+RqGBjoKhpo6CrUK5AIuRkY2KAIAjz0b3g=='}, 'num_bits': 3}}}}}, 'metadata': {}}}], "
            + "'metadata': {}}}";

    /**
     * Every shape says: the string with variable 0 alone was seen 7 times, the one with variables 1 and 2 three times.
     */
    private static final String[] SHAPES = {
        "{'001': 7, '110': 3}",
        "{'counts': {'001': 7, '1 10': 3}}",
        "{'counts': {'0x1': 7, '0x6': 3}}",
        "{'results': [{'data': {'counts': {'0x1': 7, '0x6': 3}}}]}",
        "{'results': [{'data': {'c': {'samples': ['0x1','0x1','0x6','0x1','0x1','0x6','0x1','0x1','0x6','0x1'],"
                + " 'num_bits': 3}}, 'metadata': {}}]}",
        "{'measurementCounts': {'100': 7, '011': 3}}",
        "{'measurement_counts': {'100': 7, '011': 3}}",
        "{'measurementProbabilities': {'100': 0.7, '011': 0.3}, 'taskMetadata': {'shots': 10}}",
        "{'measurements': [[1,0,0],[1,0,0],[0,1,1],[1,0,0],[1,0,0],[0,1,1],[1,0,0],[1,0,0],[0,1,1],[1,0,0]]}",
        "{'1': 7, '6': 3}",
        "{'quasi_dists': [{'1': 0.72, '6': 0.3, '3': -0.02}], 'metadata': [{'shots': 10}]}",
        "{'histogram': {'1': 0.7, '6': 0.3}, 'shots': 10}",
        "{'data': {'histogram': {'1': 0.7, '6': 0.3}}, 'shots': 10}",
        PRIMITIVE,
        "{'cirq_type': 'ResultDict', 'records': {'c': {'packed_digits': '9249236c', 'binary': true, 'dtype': 'uint8',"
                + " 'shape': [10, 1, 3]}}}",
        "{'measurements': {'c': [[1,0,0],[1,0,0],[0,1,1],[1,0,0],[1,0,0],[0,1,1],[1,0,0],[1,0,0],[0,1,1],[1,0,0]]}}",
        "{'readout_data': {'ro': [[1,0,0],[1,0,0],[0,1,1],[1,0,0],[1,0,0],[0,1,1],[1,0,0],[1,0,0],[0,1,1],[1,0,0]]}}",
        "{'ro': [[1,0,0],[1,0,0],[0,1,1],[1,0,0],[1,0,0],[0,1,1],[1,0,0],[1,0,0],[0,1,1],[1,0,0]]}"
    };

    static Stream<String> shapes() {
        return Stream.of(SHAPES).map(s -> s.replace('\'', '"'));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void everyShapeGivesTheSameStrings(String json) throws IOException {
        SampleSet samples = Counts.read(new ObjectMapper().readTree(json)).samples(QUBO);
        assertThat(samples.shots()).isEqualTo(10);
        assertThat(samples.samples().get(0).bits()).isEqualTo(Bits.parse("100"));
        assertThat(samples.samples().get(0).count()).isEqualTo(7);
        assertThat(samples.samples().get(0).energy()).isEqualTo(-1);
        assertThat(samples.samples().get(1).bits()).isEqualTo(Bits.parse("011"));
        assertThat(samples.samples().get(1).energy()).isEqualTo(2);
    }

    /**
     * Of several registers the one with three bits, the one called c of two such, the one that is named, or all
     * together.
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'01 001': 7, '11 110': 3} | '' | register 0",
                "{'001 01': 7, '110 11': 3} | 1 | register 1",
                "{'01 0': 4, '00 1': 7, '11 0': 3} | '' | registers 1 0 together",
                "{'results': [{'data': {'counts': {'0x9': 7, '0x1e': 3}}, 'header': {'creg_sizes': [['c', 3], ['d', "
                        + "2]]}}]} | '' | register c",
                "{'results': [{'data': {'counts': {'0x9': 7, '0x36': 3}}, 'header': {'creg_sizes': [['c', 3], ['d', "
                        + "3]]}}]} | c | register c",
                "{'results': [{'data': {'counts': {'0x9': 7, '0x36': 3}}, 'header': {'creg_sizes': [['c', 3], ['d', "
                        + "3]]}}]} | '' | register c",
                "{'results': [{'data': {'d': {'samples': ['0x1','0x3'], 'num_bits': 2}, 'x': {'samples': "
                        + "['0x1','0x6'], 'num_bits': 3}}}]} | '' | register x",
                "{'records': {'d': {'packed_digits': '60', 'binary': true, 'shape': [2, 1, 2]}, 'c': "
                        + "{'packed_digits': '8c', 'binary': true, 'shape': [2, 1, 3]}}} | '' | register c",
                "{'b': [[1],[0]], 'a': [[1,0,0],[0,1,1]]} | a | register a"
            })
    void registersAreToldApart(String json, String name, String basis) throws IOException {
        Counts counts = Counts.read(new ObjectMapper().readTree(json.replace('\'', '"')))
                .register(3, name);
        assertThat(counts.basis()).endsWith(basis);
        assertThat(counts.strings(3).keySet()).contains(Bits.parse("100"), Bits.parse("011"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'0000 01': 7} | '' | 'registers 1 of 4 bits, 0 of 2 bits, expected one of 3 bits'",
                "{'001 010': 7} | '' | --register",
                "{'001 01': 7} | e | none is called 'e'",
                "{'records': {'c': {'packed_digits': '8', 'binary': true, 'shape': [2, 1, 3]}}} | '' | not hexadecimal",
                "{'records': {'c': {'packed_digits': '80', 'binary': true, 'shape': [9, 1, 3]}}} | '' | cut off",
                "{'records': {'c': {'packed_digits': '93', 'binary': false, 'shape': [2, 1, 3]}}} | '' | measured "
                        + "once a shot",
                "{'a': [[1,0,0]], 'b': [[1],[0]]} | '' | register a has 1 shots"
            })
    void registersThatCannotBeToldAreRefused(String json, String name, String message) {
        assertThatThrownBy(() -> Counts.read(new ObjectMapper().readTree(json.replace('\'', '"')))
                        .register(3, name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    /** A list, a map by name and lists inside one file: the second circuit's counts. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[{'111': 1}, {'001': 7}]",
                "{'one': {'111': 1}, 'two': {'001': 7}}",
                "{'results': [{'data': {'counts': {'0x7': 1}}}, {'data': {'counts': {'0x1': 7}}}]}",
                "{'quasi_dists': [{'7': 1.0}, {'1': 1.0}], 'metadata': [{'shots': 1}, {'shots': 7}]}"
            })
    void circuitsOfOneFileAreToldApart(String json) throws IOException {
        var root = new ObjectMapper().readTree(json.replace('\'', '"'));
        assertThat(Counts.read(Counts.part(root, "two", 1).orElseThrow()).strings(3))
                .containsExactly(Map.entry(Bits.parse("100"), 7L));
        assertThat(Counts.part(root, "three", 2)).isEmpty();
    }

    /**
     * Variables 0, 1, 2 are measured on qubits 5, 3, 4; the columns are these qubits in whatever order the result says.
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'measurementCounts': {'100': 7, '011': 3}, 'measuredQubits': [5, 3, 4]}",
                "{'measurementCounts': {'001': 7, '110': 3}, 'measuredQubits': [3, 4, 5]}",
                "{'measurement_counts': {'010': 7, '101': 3}, 'measured_qubits': [4, 5, 3]}",
                "{'measurements': [[0,0,1],[1,1,0]], 'measuredQubits': [3, 4, 5]}",
                "{'measurementCounts': {'100': 7, '011': 3}, 'measuredQubits': [0, 1, 2]}",
                "{'001': 7, '110': 3}"
            })
    void measuredQubitsTellTheColumns(String json) throws IOException {
        SampleSet samples = Counts.read(new ObjectMapper().readTree(json.replace('\'', '"')))
                .withLayout(List.of(5, 3, 4))
                .samples(QUBO);
        assertThat(samples.samples()).extracting(Sample::bits).containsExactly(Bits.parse("100"), Bits.parse("011"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[1, 2] | holds no counts",
                "{'001': 1.5} | expected a whole number",
                "{'results': [{'data': {'c': {'samples': ['0x1'], 'num_bits': 8888888888}}}]} | num_bits is "
                        + "8888888888, expected at most 65536",
                "{'001': 1e30} | expected a whole number of at most 1e12",
                "{'01': 3} | expected 3",
                "{'results': [{'data': {'c': {'samples': ['0x9']}}}]} | needs 4 bits",
                "{'measurementProbabilities': {'100': 1}} | shots",
                "{'100': 0.5, '110': 0.5} | --shots",
                "{'histogram': {'1': 0.7, '6': 0.3}} | --shots",
                "{'9': 3} | needs 4 bits"
            })
    void otherShapesAreRefused(String json, String message) {
        assertThatThrownBy(() -> Counts.read(new ObjectMapper().readTree(json.replace('\'', '"')))
                        .samples(QUBO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    static void requireReadOrRefused(JsonNode json) {
        for (long shots : new long[] {0, 10}) {
            for (String register : new String[] {"", "c"}) {
                try {
                    Map<Bits, Long> strings = Counts.read(json, shots)
                            .register(3, register)
                            .withLayout(List.of(5, 3, 4))
                            .strings(3);
                    assertThat(strings)
                            .isNotEmpty()
                            .allSatisfy((x, count) -> assertThat(count).isPositive());
                } catch (IllegalArgumentException e) {
                    assertThat(e).isExactlyInstanceOf(IllegalArgumentException.class);
                    assertThat(e.getMessage()).isNotBlank();
                }
            }
        }
    }

    /** A number, text or bracket put where another stands, until the text is no JSON any more. */
    @Test
    void damagedCountsAreReadOrRefused() {
        String[] pieces = {
            "-1", "1e30", "0.5", "null", "\"\"", "[]", "{}", "[0]", "true", "\"0x\"", "\"x\"", "99999999999999999999"
        };
        SplittableRandom random = new SplittableRandom(5);
        for (String shape : SHAPES) {
            for (int trial = 0; trial < 150; trial++) {
                String text = shape.replace('\'', '"');
                int from = random.nextInt(text.length());
                int to = Math.min(text.length(), from + random.nextInt(12));
                String damaged = text.substring(0, from)
                        + (random.nextBoolean() ? pieces[random.nextInt(pieces.length)] : "")
                        + text.substring(to);
                try {
                    requireReadOrRefused(new ObjectMapper().readTree(damaged));
                } catch (IOException e) {
                    continue;
                } catch (RuntimeException | AssertionError e) {
                    throw new AssertionError("seed 5: " + damaged, e);
                }
            }
        }
    }
}
