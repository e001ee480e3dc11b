package org.shrinq.solver.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shrinq.solver.Method;
import org.shrinq.solver.SolverOptions;

/** Words that were meant, and times with units. */
class SpellingTest {
    @ParameterizedTest
    @CsvSource({"qbits, qubits, 1", "rnu, run, 1", "qoaa, qaoa, 1", "kitten, sitting, 3", "'', abc, 3", "same, same, 0"
    })
    void distancesCountLettersAndSwaps(String a, String b, int distance) {
        assertThat(Spelling.distance(a, b)).isEqualTo(distance);
        assertThat(Spelling.distance(b, a)).isEqualTo(distance);
    }

    @Test
    void onlyWhatIsNearIsMeant() {
        assertThat(Spelling.nearest("qoaa", Method.ids())).contains("qaoa");
        assertThat(Spelling.nearest("anealing", Method.ids())).contains("annealing");
        assertThat(Spelling.nearest("simplex", Method.ids())).isEmpty();
        assertThat(Spelling.nearest("RUN", List.of("list", "run"))).contains("run");
        assertThatThrownBy(() -> Settings.set(SolverOptions.defaults(), "method", "qoaa"))
                .hasMessageEndingWith(". Maybe qaoa?");
        assertThatThrownBy(() -> Settings.set(SolverOptions.defaults(), "qbits", "3"))
                .hasMessageContaining("Maybe 'qubits'?");
    }

    @ParameterizedTest
    @CsvSource({"30, 30", "10s, 10", "2m, 120", "1.5h, 5400", "500ms, 0.5", "2 min, 120", "1e1, 10"})
    void timesHaveUnits(String text, double seconds) {
        SolverOptions options = Settings.set(SolverOptions.defaults(), "time-limit", text);
        assertThat(options.timeLimit()).isEqualTo(OptionalDouble.of(seconds));
        assertThat(Settings.set(SolverOptions.defaults(), "polish", text)
                        .polish()
                        .seconds())
                .isEqualTo(seconds);
        assertThat(Settings.changed(options)).containsOnlyKeys("time-limit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10x", "s", "1d", "-5", "NaN", "1..2"})
    void whatIsNoTimeIsTold(String text) {
        assertThatThrownBy(() -> Settings.set(SolverOptions.defaults(), "time-limit", text))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
