package org.shrinq.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.shrinq.instances.generate.KnapsackGenerator;
import org.shrinq.qubo.run.RandomStreams;
import org.shrinq.solver.config.Settings;

final class RoundSizesTest {
    @Test
    void laterRoundsMayHaveAnotherBudget() {
        SolverOptions options = SolverOptions.defaults()
                .withReduce(SolverOptions.Stage.OFF)
                .withBounds(SolverOptions.Stage.OFF)
                .withPolish(Polish.none())
                .withQubits(9)
                .withLaterQubits(OptionalInt.of(4))
                .withRounds(3);
        Solution solution =
                Shrinq.with(options).run(KnapsackGenerator.chuBeasley("k", 24, 3, 0.5, new RandomStreams(2)));
        List<Integer> sizes =
                solution.trace().rounds().stream().map(r -> r.search().qubits()).toList();
        assertThat(sizes).hasSizeGreaterThan(1);
        assertThat(sizes.get(0)).isEqualTo(9);
        assertThat(sizes.subList(1, sizes.size())).allMatch(k -> k <= 4);
        assertThat(Settings.describe(options)).containsEntry("later-qubits", "4");
        SolverOptions same = Settings.set(options, "later-qubits", "same");
        assertThat(same.laterQubits()).isEmpty();
        assertThat(same.qubitsOf(3)).isEqualTo(9);
        assertThatThrownBy(() -> options.withLaterQubits(OptionalInt.of(0))).hasMessageContaining("at least 1");
    }
}
