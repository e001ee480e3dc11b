package org.shrinq.solver.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shrinq.solver.SolverOptions;

/** Settings and values that were meant, and times with units. */
class SettingWordsTest {
    @Test
    void whatIsMisspeltIsToldWhatIsNear() {
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
