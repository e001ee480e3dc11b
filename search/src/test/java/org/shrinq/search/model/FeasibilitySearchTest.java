package org.shrinq.search.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Constraint;
import org.shrinq.qubo.ExactlyOne;
import org.shrinq.qubo.LinearAtMost;
import org.shrinq.qubo.LinearEqual;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.Sense;
import org.shrinq.qubo.problem.VariableTable;
import org.shrinq.search.SearchControl;
import org.shrinq.search.SearchLimit;

/**
 * The incremental state of a general model against recomputation, and the search for a feasible point on models that
 * have one.
 */
class FeasibilitySearchTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void everyFlipCostsWhatTheStateSays(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        BinaryModel model = random(random, 12);
        ModelState state = new ModelState(new ModelRows(model));
        state.load(new byte[12]);
        state.trackImproving();
        for (int t = 0; t < 60; t++) {
            byte[] x = state.x.clone();
            double now = weighted(model, state, x);
            TreeSet<Integer> expected = new TreeSet<>();
            for (int v = 0; v < 12; v++) {
                x[v] ^= 1;
                double change = weighted(model, state, x) - now;
                x[v] ^= 1;
                assertThat(state.delta[v]).as("seed " + seed).isCloseTo(change, within(1e-9));
                if (change < -1e-9) {
                    expected.add(v);
                }
            }
            TreeSet<Integer> improving = new TreeSet<>();
            for (int k = 0; k < state.improvingCount(); k++) {
                improving.add(state.improving(k));
            }
            assertThat(improving).isEqualTo(expected);
            assertThat(state.isFeasible()).isEqualTo(model.isFeasible(x));
            if (t % 7 == 3) {
                state.raiseViolated();
            }
            state.flip(random.nextInt(12));
        }
    }

    @Test
    void fewPointsAreGoneThrough() {
        for (int seed = 0; seed < 20; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            BinaryModel model = random(random, 7);
            boolean any = false;
            byte[] x = new byte[7];
            for (int index = 0; index < 128; index++) {
                for (int i = 0; i < 7; i++) {
                    x[i] = (byte) (index >> i & 1);
                }
                any |= model.isFeasible(x);
            }
            SearchControl control = new SearchControl(SearchLimit.iterations(1_000_000), Sense.MINIMIZE);
            ModelState state = new ModelState(new ModelRows(model));
            boolean found = new FeasibilitySearch(state).run(new byte[7], random, control);
            assertThat(found).as("seed %d", seed).isEqualTo(any);
            assertThat(control.iterations()).as("seed %d", seed).isLessThanOrEqualTo(256);
        }
    }

    @Test
    void startsGoByLubysSequence() {
        long[] first = {1, 1, 2, 1, 1, 2, 4, 1, 1, 2, 1, 1, 2, 4, 8};
        for (int k = 1; k <= first.length; k++) {
            assertThat(FeasibilitySearch.luby(k)).as("member %d", k).isEqualTo(first[k - 1]);
        }
    }

    @Test
    void aRowWithoutVariablesThatFailsEndsTheSearch() {
        Constraint never = LinearEqual.of("never", new int[0], new double[0], 2);
        BinaryModel model = new BinaryModel(Sense.MINIMIZE, Qubo.builder(40).build(), List.of(never));
        SearchControl control = new SearchControl(SearchLimit.iterations(1_000_000), Sense.MINIMIZE);
        boolean found = new FeasibilitySearch(new ModelState(new ModelRows(model)))
                .run(new byte[40], new SplittableRandom(1), control);
        assertThat(found).isFalse();
        assertThat(control.iterations()).isZero();
    }

    private static double weighted(BinaryModel model, ModelState state, byte[] x) {
        double sum = 0;
        for (int c = 0; c < model.constraints().size(); c++) {
            sum += state.weight(c) * model.constraints().get(c).violation(x);
        }
        return sum;
    }

    /**
     * Integers and switches of large coefficient: from one start a feasible point is found soon or, it seems, never.
     */
    @Test
    void anotherStartFindsWhatTheFirstDoesNot() {
        int found = 0;
        for (long seed = 1; seed <= 10; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<VariableTable.Variable> integers = new ArrayList<>();
            int n = 15;
            for (int i = 0; i < 15; i++) {
                VariableTable.Variable v = VariableTable.Variable.between("i" + i, 0, random.nextInt(27, 180), n);
                integers.add(v);
                n += v.coefficients().length;
            }
            byte[] hidden = new byte[n];
            for (int b = 0; b < 15; b++) {
                hidden[b] = (byte) random.nextInt(2);
            }
            for (VariableTable.Variable v : integers) {
                v.set(hidden, random.nextInt((int) v.most() + 1));
            }
            List<Constraint> rows = new ArrayList<>();
            for (int k = 0; k < 20; k++) {
                double[] dense = new double[n];
                dense[random.nextInt(15)] = 67;
                for (int t = 0; t < 4; t++) {
                    VariableTable.Variable v = integers.get(random.nextInt(15));
                    int a = random.nextInt(1, 5) * (random.nextBoolean() ? 1 : -1);
                    for (int b = 0; b < v.coefficients().length; b++) {
                        dense[v.firstBit() + b] = a * v.coefficients()[b];
                    }
                }
                int[] variables =
                        IntStream.range(0, n).filter(b -> dense[b] != 0).toArray();
                double sum = Arrays.stream(variables)
                        .mapToDouble(b -> dense[b] * hidden[b])
                        .sum();
                double[] values =
                        Arrays.stream(variables).mapToDouble(b -> dense[b]).toArray();
                rows.add(
                        k < 6
                                ? LinearEqual.of("e" + k, variables, values, sum)
                                : LinearAtMost.of("r" + k, variables, values, sum + random.nextInt(50)));
            }
            BinaryModel model = new BinaryModel(Sense.MINIMIZE, Qubo.builder(n).build(), rows);
            byte[] ones = new byte[n];
            Arrays.fill(ones, (byte) 1);
            SearchControl control = new SearchControl(SearchLimit.iterations(60_000), Sense.MINIMIZE);
            ModelState state = new ModelState(new ModelRows(model));
            if (new FeasibilitySearch(state, new VariableTable(integers, List.of()))
                    .run(ones, new SplittableRandom(seed), control)) {
                assertThat(model.isFeasible(state.x)).as("seed " + seed).isTrue();
                found++;
            }
        }
        assertThat(found).isEqualTo(10);
    }

    /** Sums of integers that a hidden point meets: single bits lead to it seldom, moves of integers nearly always. */
    @Test
    void integersAreMovedAsAWhole() {
        int[] found = new int[2];
        for (long seed = 1; seed <= 20; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<VariableTable.Variable> integers = new ArrayList<>();
            int n = 0;
            for (int i = 0; i < 10; i++) {
                VariableTable.Variable v =
                        VariableTable.Variable.between("i" + i, random.nextInt(-9, 1), random.nextInt(6, 200), n);
                integers.add(v);
                n += v.coefficients().length;
            }
            byte[] hidden = new byte[n];
            for (VariableTable.Variable v : integers) {
                assertThat(v.set(hidden, random.nextInt((int) v.least(), (int) v.most() + 1)))
                        .isTrue();
            }
            List<Constraint> rows = new ArrayList<>();
            for (int k = 0; k < 8; k++) {
                double[] dense = new double[n];
                for (int t = 0; t < 4; t++) {
                    VariableTable.Variable v = integers.get(random.nextInt(10));
                    int a = random.nextInt(1, 5) * (random.nextBoolean() ? 1 : -1);
                    for (int b = 0; b < v.coefficients().length; b++) {
                        dense[v.firstBit() + b] = a * v.coefficients()[b];
                    }
                }
                int[] variables =
                        IntStream.range(0, n).filter(b -> dense[b] != 0).toArray();
                double[] values =
                        Arrays.stream(variables).mapToDouble(b -> dense[b]).toArray();
                double sum = Arrays.stream(variables)
                        .mapToDouble(b -> dense[b] * hidden[b])
                        .sum();
                rows.add(
                        k < 4
                                ? LinearEqual.of("e" + k, variables, values, sum)
                                : LinearAtMost.of("r" + k, variables, values, sum));
            }
            BinaryModel model = new BinaryModel(Sense.MINIMIZE, Qubo.builder(n).build(), rows);
            for (int whole = 0; whole < 2; whole++) {
                ModelState state = new ModelState(new ModelRows(model));
                VariableTable table = whole == 1 ? new VariableTable(integers, List.of()) : VariableTable.none();
                SearchControl control = new SearchControl(SearchLimit.iterations(3_000), Sense.MINIMIZE);
                if (new FeasibilitySearch(state, table).run(new byte[n], new SplittableRandom(seed), control)) {
                    assertThat(model.isFeasible(state.x)).as("seed " + seed).isTrue();
                    found[whole]++;
                }
            }
        }
        assertThat(found[1])
                .as("single flips: " + found[0])
                .isGreaterThanOrEqualTo(16)
                .isGreaterThan(found[0] + 4);
    }

    @Test
    void modelsWithAHiddenPointAreMadeFeasible() {
        for (long seed = 1; seed <= 40; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            BinaryModel model = random(random, 20 + random.nextInt(20));
            ModelState state = new ModelState(new ModelRows(model));
            SearchControl control = new SearchControl(SearchLimit.iterations(200_000), Sense.MINIMIZE);
            boolean found = new FeasibilitySearch(state).run(new byte[model.size()], random, control);
            assertThat(found).as("seed " + seed).isTrue();
            assertThat(model.isFeasible(state.x)).isTrue();
        }
    }

    /** A Latin square: only moves of a one within a row that asks for exactly one lead on. */
    @Test
    void latinSquareIsFilledFromNothing() {
        int n = 7;
        List<Constraint> rows = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                int[] cell = new int[n];
                int[] inRow = new int[n];
                int[] inColumn = new int[n];
                for (int k = 0; k < n; k++) {
                    cell[k] = (i * n + j) * n + k;
                    inRow[k] = (i * n + k) * n + j;
                    inColumn[k] = (k * n + i) * n + j;
                }
                rows.add(ExactlyOne.of("cell", cell));
                rows.add(ExactlyOne.of("row", inRow));
                rows.add(ExactlyOne.of("column", inColumn));
            }
        }
        BinaryModel model =
                new BinaryModel(Sense.MINIMIZE, Qubo.builder(n * n * n).build(), rows);
        ModelState state = new ModelState(new ModelRows(model));
        SearchControl control = new SearchControl(SearchLimit.iterations(100_000), Sense.MINIMIZE);
        assertThat(new FeasibilitySearch(state).run(new byte[n * n * n], new SplittableRandom(1), control))
                .isTrue();
        assertThat(model.isFeasible(state.x)).isTrue();
    }

    @Test
    void aSearchInSlicesIsTheSearchInOnePiece() {
        for (long seed = 1; seed <= 20; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            BinaryModel model = random(random, 40);
            ModelState whole = new ModelState(new ModelRows(model));
            SearchControl control = new SearchControl(SearchLimit.iterations(600), Sense.MINIMIZE);
            boolean found = new FeasibilitySearch(whole).run(new byte[40], new SplittableRandom(seed), control);
            ModelState sliced = new ModelState(whole.rows);
            FeasibilitySearch search = new FeasibilitySearch(sliced);
            SplittableRandom same = new SplittableRandom(seed);
            boolean reached =
                    search.run(new byte[40], same, new SearchControl(SearchLimit.iterations(0), Sense.MINIMIZE));
            for (int k = 0; k < 60 && !reached; k++) {
                reached = search.resume(same, new SearchControl(SearchLimit.iterations(10), Sense.MINIMIZE));
            }
            assertThat(reached).as("seed " + seed).isEqualTo(found);
            assertThat(sliced.x).isEqualTo(whole.x);
        }
    }

    /** Rows of both signs, of both kinds, satisfied by a hidden point. */
    private static BinaryModel random(SplittableRandom random, int n) {
        byte[] hidden = new byte[n];
        for (int v = 0; v < n; v++) {
            hidden[v] = (byte) random.nextInt(2);
        }
        List<Constraint> rows = new ArrayList<>();
        for (int c = 0; c < n / 2; c++) {
            int length = 2 + random.nextInt(5);
            int[] variables = random.ints(0, n).distinct().limit(length).toArray();
            boolean uniform = random.nextBoolean();
            double[] coefficients = new double[length];
            double activity = 0;
            for (int k = 0; k < length; k++) {
                int size = uniform ? 3 : 1 + random.nextInt(4);
                coefficients[k] = random.nextBoolean() ? size : -size;
                activity += hidden[variables[k]] * coefficients[k];
            }
            rows.add(
                    random.nextInt(3) == 0
                            ? LinearEqual.of("e" + c, variables, coefficients, activity)
                            : LinearAtMost.of("a" + c, variables, coefficients, activity + random.nextInt(3)));
        }
        return new BinaryModel(Sense.MINIMIZE, Qubo.builder(n).build(), rows);
    }
}
