package org.shrinq.solver.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shrinq.quantum.SampleSet;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.Qubo;

class CountsTest {
    private static final Qubo QUBO =
            Qubo.builder(3).addLinear(0, -1).addLinear(1, 2).add(0, 2, 5).build();

    /** Every shape below says: the string with variable 0 alone was seen 7 times, the one with variables 1 and 2 three times. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'001': 7, '110': 3}",
                "{'counts': {'001': 7, '1 10': 3}}",
                "{'counts': {'0x1': 7, '0x6': 3}}",
                "{'results': [{'data': {'counts': {'0x1': 7, '0x6': 3}}}]}",
                "{'measurementCounts': {'100': 7, '011': 3}}",
                "{'measurement_counts': {'100': 7, '011': 3}}",
                "{'measurementProbabilities': {'100': 0.7, '011': 0.3}, 'taskMetadata': {'shots': 10}}",
                "{'measurements': [[1,0,0],[1,0,0],[0,1,1],[1,0,0],[1,0,0],[0,1,1],[1,0,0],[1,0,0],[0,1,1],[1,0,0]]}"
            })
    void everyShapeGivesTheSameStrings(String json) throws IOException {
        SampleSet samples = Counts.read(new ObjectMapper().readTree(json.replace('\'', '"')))
                .samples(QUBO);
        assertThat(samples.shots()).isEqualTo(10);
        assertThat(samples.samples().get(0).bits()).isEqualTo(Bits.parse("100"));
        assertThat(samples.samples().get(0).count()).isEqualTo(7);
        assertThat(samples.samples().get(0).energy()).isEqualTo(-1);
        assertThat(samples.samples().get(1).bits()).isEqualTo(Bits.parse("011"));
        assertThat(samples.samples().get(1).energy()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[1, 2] | holds no counts",
                "{'001': 1.5} | expected a whole number",
                "{'01': 3} | expected 3",
                "{'measurementProbabilities': {'100': 1}} | shots"
            })
    void otherShapesAreRefused(String json, String message) {
        assertThatThrownBy(() -> Counts.read(new ObjectMapper().readTree(json.replace('\'', '"')))
                        .samples(QUBO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
