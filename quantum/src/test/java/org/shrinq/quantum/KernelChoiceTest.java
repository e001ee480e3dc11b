package org.shrinq.quantum;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KernelChoiceTest {
    @ParameterizedTest
    @CsvSource({
        "AUTO, 16, 3, 200, PLAIN",
        "AUTO, 20, 3, 200, AUTO",
        "AUTO, 20, 3, 0, PLAIN",
        "AUTO, 26, 8, 0, AUTO",
        "AUTO, 60, 1, 1, AUTO",
        "VECTOR, 4, 1, 1, VECTOR",
        "PLAIN, 26, 3, 200, PLAIN"
    })
    void littleWorkTakesPlainLoops(
            KernelChoice choice, int qubits, int layers, int evaluations, KernelChoice expected) {
        assertThat(choice.forWork(qubits, layers, evaluations)).isEqualTo(expected);
    }
}
