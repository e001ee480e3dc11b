package org.shrinq.qubo.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.shrinq.qubo.Graph;

/** The first row that covers a problem serves it. */
class FamilyTableTest {
    private record Row<P extends Problem>(Class<P> type, String word) implements ProblemFamily<P> {}

    private static final MaxCut CUT =
            MaxCut.of("triangle", 3, new int[] {0, 0, 1}, new int[] {1, 2, 2}, new double[] {1, 1, 1});
    private static final MaximumIndependentSet SET =
            MaximumIndependentSet.of("edge", Graph.of(2, new int[] {0}, new int[] {1}));

    @Test
    void theFirstRowThatCoversServes() {
        FamilyTable<Row<?>> table =
                FamilyTable.of(Row.class, List.of(new Row<>(MaxCut.class, "cut"), new Row<>(Problem.class, "any")));
        assertThat(table.of(CUT).word()).isEqualTo("cut");
        assertThat(table.of(SET).word()).isEqualTo("any");
    }

    @Test
    void aProblemWithoutARowIsNamed() {
        FamilyTable<Row<?>> table = FamilyTable.of(Row.class, List.of(new Row<>(MaxCut.class, "cut")));
        assertThatThrownBy(() -> table.of(SET))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("edge");
    }
}
