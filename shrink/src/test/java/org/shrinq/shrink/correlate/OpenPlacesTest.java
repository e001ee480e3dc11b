package org.shrinq.shrink.correlate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shrinq.qubo.AtMostOne;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Constraint;
import org.shrinq.qubo.ExactlyOne;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.Sense;

/** Rows and columns read off models. */
class OpenPlacesTest {
    /** Facility by place, the variables in no order; −1 for none. */
    private static final int[][] GRID = {{5, 0, 7}, {2, -1, 4}, {6, 3, 1}};

    private static BinaryModel model(int variables, List<Constraint> rows) {
        return new BinaryModel(Sense.MINIMIZE, Qubo.builder(variables).build(), rows);
    }

    private static List<Constraint> rows(int[][] grid) {
        List<Constraint> rows = new ArrayList<>();
        for (int i = 0; i < grid.length; i++) {
            int own = i;
            rows.add(row("f" + i, grid[i]));
            rows.add(row("p" + i, Arrays.stream(grid).mapToInt(r -> r[own]).toArray()));
        }
        return rows;
    }

    private static Constraint row(String name, int... variables) {
        return ExactlyOne.of(name, Arrays.stream(variables).filter(v -> v >= 0).toArray());
    }

    private static byte[] free(int variables) {
        byte[] free = new byte[variables];
        Arrays.fill(free, (byte) -1);
        return free;
    }

    @Test
    void readsFacilitiesAndPlaces() {
        OpenPlaces open = OpenPlaces.of(model(8, rows(GRID)), free(8)).orElseThrow();
        assertThat(open.open()).isEqualTo(3);
        for (int i = 0; i < 3; i++) {
            for (int a = 0; a < 3; a++) {
                assertThat(open.variable(i, a)).isEqualTo(GRID[i][a]);
            }
        }
    }

    @Test
    void leavesOutWhatIsPlaced() {
        byte[] partial = free(8);
        partial[2] = 1; // facility 1 at place 0
        OpenPlaces open = OpenPlaces.of(model(8, rows(GRID)), partial).orElseThrow();
        assertThat(open.open()).isEqualTo(2);
        assertThat(new int[] {open.variable(0, 0), open.variable(0, 1), open.variable(1, 0), open.variable(1, 1)})
                .containsExactly(0, 7, 3, 1);
        partial[3] = 1;
        assertThat(OpenPlaces.of(model(8, rows(GRID)), partial))
                .as("one is left")
                .isEmpty();
    }

    @Test
    void otherModelsAreNone() {
        List<Constraint> atMost = rows(GRID);
        atMost.set(2, AtMostOne.of("f1", 2, 4));
        assertThat(OpenPlaces.of(model(8, atMost), free(8))).isEmpty();
        assertThat(OpenPlaces.of(model(9, rows(GRID)), free(9)))
                .as("a variable in no row")
                .isEmpty();
        List<Constraint> thrice = rows(GRID);
        thrice.add(row("again", 5, 2));
        assertThat(OpenPlaces.of(model(8, thrice), free(8))).isEmpty();
        assertThat(OpenPlaces.of(model(3, List.of(row("a", 0, 1), row("b", 1, 2), row("c", 2, 0))), free(3)))
                .as("three rows that meet pairwise")
                .isEmpty();
        assertThat(OpenPlaces.of(model(4, List.of(row("a", 0, 1, 2, 3), row("b", 0, 1), row("c", 2, 3))), free(4)))
                .as("one facility for two places")
                .isEmpty();
        assertThat(OpenPlaces.of(model(4, List.of(row("a", 0, 1, 2, 3), row("b", 0, 1, 2, 3))), free(4)))
                .as("one place, four ways to take it")
                .isEmpty();
    }
}
