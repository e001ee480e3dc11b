package org.shrinq.solver.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shrinq.qubo.Qubo;

/** The code of a shrinking in its file, whole and damaged. */
class ShrinkLogTest {
    private static final Qubo FOUR = Qubo.builder(4).build();

    private static JsonNode file(String code) throws IOException {
        return new ObjectMapper().readTree("{\"code\": " + code + "}");
    }

    @Test
    void aCodeIsComparedWithWhatItsBlocksSay() throws IOException {
        String blocks = "\"blocks\": [[[0, 1], [2, 3]]]";
        assertThat(ShrinkLog.compareCode(new ObjectMapper().readTree("{}"), FOUR))
                .isEmpty();
        assertThat(ShrinkLog.compareCode(
                        file("{\"name\": \"permutation\", \"qubits\": 1, \"strings\": 2, " + blocks + "}"), FOUR))
                .isEmpty();
        assertThat(ShrinkLog.compareCode(file("{\"name\": \"permutation\", \"qubits\": 2, " + blocks + "}"), FOUR))
                .isEqualTo(List.of("the code has 1 qubits, the file says 2", "the code has 2 strings, the file says "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"name\": \"permutation\"}",
                "{\"name\": \"permutation\", \"blocks\": null}",
                "{\"name\": \"permutation\", \"blocks\": [null]}",
                "{\"name\": \"permutation\", \"blocks\": [[null, null]]}",
                "{\"name\": \"permutation\", \"blocks\": [[[0, 1], [2, \"x\"]]]}",
                "{\"name\": \"permutation\", \"blocks\": [[[0, 1], [2, 9]]]}",
                "{\"name\": \"permutation\", \"blocks\": [[[0, 1], [2]]]}",
                "{\"name\": \"one-hot\", \"blocks\": [[[0, 1], [2, 3]]]}"
            })
    void aDamagedCodeIsNamed(String code) throws IOException {
        JsonNode file = file(code);
        assertThatThrownBy(() -> ShrinkLog.compareCode(file, FOUR)).isInstanceOf(IllegalArgumentException.class);
    }
}
