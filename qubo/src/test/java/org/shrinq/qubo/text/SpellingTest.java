package org.shrinq.qubo.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {
    private static final List<String> METHODS = List.of("qaoa", "ma-qaoa", "vqe", "annealing", "tabu", "exact");

    @ParameterizedTest
    @CsvSource({"qbits, qubits, 1", "rnu, run, 1", "qoaa, qaoa, 1", "kitten, sitting, 3", "'', abc, 3", "same, same, 0"
    })
    void distancesCountLettersAndSwaps(String a, String b, int distance) {
        assertThat(Spelling.distance(a, b)).isEqualTo(distance);
        assertThat(Spelling.distance(b, a)).isEqualTo(distance);
    }

    @Test
    void onlyWhatIsNearIsMeant() {
        assertThat(Spelling.nearest("qoaa", METHODS)).contains("qaoa");
        assertThat(Spelling.nearest("anealing", METHODS)).contains("annealing");
        assertThat(Spelling.nearest("simplex", METHODS)).isEmpty();
        assertThat(Spelling.nearest("RUN", List.of("list", "run"))).contains("run");
    }
}
