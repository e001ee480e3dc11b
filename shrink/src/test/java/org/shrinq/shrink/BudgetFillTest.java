package org.shrinq.shrink;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.Conflict;
import org.shrinq.qubo.Constraint;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.Sense;
import org.shrinq.qubo.encode.Encoder;
import org.shrinq.qubo.encode.EncodingOptions;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.shrink.Elimination.Evidence;

class BudgetFillTest {
    private static final ShrinkOptions OPTIONS = ShrinkOptions.defaults();

    private static ShrinkInput input(int n, List<Constraint> rows, int qubits) {
        Qubo.Builder form = Qubo.builder(n);
        for (int v = 0; v < n; v++) {
            form.addLinear(v, -1 - v);
        }
        BinaryModel model = new BinaryModel(Sense.MINIMIZE, form.build(), rows);
        return ShrinkInput.of(Encoder.encode(model, EncodingOptions.defaults())).withQubits(qubits);
    }

    private static ShrinkState fix(ShrinkInput input, int[] variables, int[] values, double[] correlations) {
        ShrinkState state = new ShrinkState(input, OPTIONS, Deadline.never());
        state.makeExplicit();
        for (int k = 0; k < variables.length; k++) {
            state.propose(variables[k], values[k], EliminationRule.CORRELATION, new Evidence(correlations[k], 0, 0));
        }
        return state;
    }

    @Test
    void theWeakestStepIsTakenBack() {
        List<Constraint> star = new ArrayList<>();
        for (int leaf = 1; leaf <= 6; leaf++) {
            star.add(new Conflict(0, leaf));
        }
        ShrinkInput input = input(12, star, 4);
        ShrinkState state = fix(input, new int[] {8, 9, 0}, new int[] {0, 0, 1}, new double[] {0.2, 0.9, -0.5});
        assertThat(state.free()).isEqualTo(3);
        Bits witness = state.witness().orElseThrow();
        ShrinkState fuller = new BudgetFill(input.withPool(List.of(witness)), OPTIONS, Deadline.never())
                .run(state.log())
                .orElseThrow();
        assertThat(fuller.free()).isEqualTo(4);
        assertThat(fuller.classes().isFree(8)).isTrue();
        assertThat(fuller.classes().value(9)).isZero();
        assertThat(fuller.classes().value(0)).isEqualTo(1);
        assertThat(fuller.classes().value(6))
                .as("what follows from the rest stays")
                .isZero();
        assertThat(fuller.log().entries())
                .filteredOn(e -> e.rule() == EliminationRule.PROPAGATION)
                .hasSize(6)
                .allMatch(Elimination::proven);
    }

    @Test
    void aFullBudgetHasNothingToSpare() {
        ShrinkInput input = input(6, List.of(), 3);
        ShrinkState state = fix(input, new int[] {0, 1, 2}, new int[] {1, 1, 1}, new double[] {-0.1, -0.1, -0.1});
        Bits witness = state.witness().orElseThrow();
        assertThat(new BudgetFill(input.withPool(List.of(witness)), OPTIONS, Deadline.never()).run(state.log()))
                .isEmpty();
    }

    @Test
    void nothingAtAllHasNothingToSpare() {
        ShrinkInput input = input(0, List.of(), 3);
        ShrinkState state = fix(input, new int[0], new int[0], new double[0]);
        assertThat(new BudgetFill(input, OPTIONS, Deadline.never()).run(state.log()))
                .isEmpty();
    }

    /**
     * Against enumeration: every feasible point of the small problem is one of the fuller problem, which fits the
     * budget.
     */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void nothingThatWasKeptIsLost(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        BinaryModel model = RandomModels.model(random, 14);
        int n = model.size();
        int qubits = 4;
        ShrinkInput input = ShrinkInput.of(Encoder.encode(model, EncodingOptions.defaults()))
                .withQubits(qubits);
        ShrinkState state = new ShrinkState(input, OPTIONS, Deadline.never());
        state.makeExplicit();
        while (state.free() > qubits && state.witness().isPresent()) {
            int v = random.nextInt(n);
            state.propose(v, random.nextInt(2), EliminationRule.CORRELATION, new Evidence(random.nextDouble(), 0, 0));
        }
        if (state.witness().isEmpty()) {
            return;
        }
        ShrinkInput guided = input.withPool(List.of(state.witness().orElseThrow()));
        for (int checks : new int[] {0, 3, 10, 30, 100, 100_000}) { // whenever time is up
            Deadline deadline = Deadline.never().withChecks(checks);
            new BudgetFill(guided, OPTIONS, deadline).run(state.log()).ifPresent(fuller -> {
                assertThat(fuller.free()).as("%d checks", checks).isBetween(state.free(), qubits);
                assertThat(feasible(model, fuller)).containsAll(feasible(model, state));
            });
        }
    }

    private static Set<Bits> feasible(BinaryModel model, ShrinkState state) {
        Set<Bits> points = new HashSet<>();
        byte[] x = new byte[model.size()];
        for (int s = 0; s < 1 << x.length; s++) {
            for (int v = 0; v < x.length; v++) {
                x[v] = (byte) (s >> v & 1);
            }
            boolean agrees = true;
            for (int v = 0; v < x.length && agrees; v++) {
                int root = state.classes().root(v);
                int sign = state.classes().sign(v);
                agrees = root < 0 ? x[v] == state.classes().value(v) : (x[v] == x[root]) == (sign > 0);
            }
            if (agrees && model.isFeasible(x)) {
                points.add(Bits.of(x));
            }
        }
        return points;
    }
}
