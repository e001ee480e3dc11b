package org.shrinq.relax.lp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Constraint;
import org.shrinq.qubo.ExactlyOne;
import org.shrinq.qubo.LinearAtMost;
import org.shrinq.qubo.LinearEqual;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.Sense;
import org.shrinq.qubo.run.Deadline;

/** The dual simplex against ojAlgo, and both against duality. */
class ModelLpTest {
    static LongStream seeds() {
        return LongStream.rangeClosed(1, 200);
    }

    /** Rows of every kind around a random corner, so that most models are feasible. */
    private static BinaryModel model(SplittableRandom random) {
        int n = random.nextInt(2, 13);
        boolean whole = random.nextBoolean();
        Qubo.Builder objective = Qubo.builder(n).addOffset(random.nextInt(-3, 4));
        for (int i = 0; i < n; i++) {
            objective.addLinear(i, number(random, whole));
        }
        List<Constraint> rows = new ArrayList<>();
        int m = random.nextInt(1, 6);
        for (int k = 0; k < m; k++) {
            int size = random.nextInt(1, n + 1);
            int[] order = random.ints(0, n).distinct().limit(size).toArray();
            double[] weights = new double[size];
            double at = 0;
            double largest = 0;
            for (int e = 0; e < size; e++) {
                weights[e] = number(random, whole);
                largest += Math.max(0, weights[e]);
                at += random.nextBoolean() ? weights[e] : 0;
            }
            rows.add(
                    switch (random.nextInt(4)) {
                        case 0 -> ExactlyOne.of("one" + k, order);
                        case 1 -> LinearEqual.of("equal" + k, order, weights, at);
                        default -> LinearAtMost.of("most" + k, order, weights, Math.min(at, largest));
                    });
        }
        Sense sense = random.nextBoolean() ? Sense.MAXIMIZE : Sense.MINIMIZE;
        return new BinaryModel(sense, objective.build(), rows);
    }

    private static double number(SplittableRandom random, boolean whole) {
        return whole ? random.nextInt(-9, 10) : random.nextDouble(-9, 9);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void agreesWithTheLibrary(long seed) {
        BinaryModel model = model(new SplittableRandom(seed));
        Optional<ModelLp.Result> own = ModelLp.solve(model, Deadline.never());
        Optional<ModelLp.Result> library = OjalgoLp.solve(model, Deadline.never());
        assertThat(own.isPresent()).isEqualTo(library.isPresent());
        if (own.isPresent()) {
            double value = value(model, library.get().x());
            assertThat(own.get().bound()).isCloseTo(value, within(1e-6));
            assertThat(library.get().bound()).isLessThanOrEqualTo(value + 1e-6);
        }
    }

    /** What the minimisation sees. */
    private static double value(BinaryModel model, double[] x) {
        double value = model.objective().offset();
        for (int i = 0; i < x.length; i++) {
            value += model.objective().linear(i) * x[i];
        }
        return model.sense().factor() * value;
    }

    /**
     * Strong duality: the value of x is the bound, x keeps the rows, and x stands where its reduced cost asks it to.
     */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void solutionAndMultipliersProveEachOther(long seed) {
        BinaryModel model = model(new SplittableRandom(seed));
        Optional<ModelLp.Result> solved = ModelLp.solve(model, Deadline.never());
        if (solved.isEmpty()) {
            return;
        }
        ModelLp.Result lp = solved.get();
        for (int i = 0; i < model.size(); i++) {
            double reduced = lp.reducedCosts()[i];
            if (reduced > 1e-6) {
                assertThat(lp.x()[i]).isCloseTo(0, within(1e-6));
            } else if (reduced < -1e-6) {
                assertThat(lp.x()[i]).isCloseTo(1, within(1e-6));
            }
        }
        assertThat(value(model, lp.x())).isCloseTo(lp.bound(), within(1e-6));
        for (int k = 0; k < model.constraints().size(); k++) {
            Constraint row = model.constraints().get(k);
            double activity = 0;
            for (int e = 0; e < row.arity(); e++) {
                activity += row.coefficient(e) * lp.x()[row.variable(e)];
            }
            assertThat(lp.activities()[k]).isCloseTo(activity, within(1e-9));
            assertThat(activity).isLessThanOrEqualTo(row.bound() + 1e-6);
            if (row.isEquality()) {
                assertThat(activity).isCloseTo(row.bound(), within(1e-6));
            } else {
                assertThat(lp.multipliers()[k]).isNotNegative();
                assertThat(lp.multipliers()[k] * (row.bound() - activity)).isCloseTo(0, within(1e-5));
            }
        }
    }

    /** Boxes that shrink and grow between solves give the optimum of the boxes in force. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theBasisGoesOnWhenBoxesChange(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        BinaryModel model = model(random);
        BoxedSimplex simplex = BoxedSimplex.of(model);
        for (int round = 0; round < 6; round++) {
            byte[] fixed = new byte[model.size()];
            for (int i = 0; i < fixed.length; i++) {
                fixed[i] = (byte) (random.nextInt(3) == 0 ? random.nextInt(2) : -1);
                simplex.setBounds(i, fixed[i] < 0 ? 0 : fixed[i], fixed[i] < 0 ? 1 : fixed[i]);
            }
            BoxedSimplex.Status status = simplex.solve(Double.POSITIVE_INFINITY, 10_000);
            BinaryModel rows = withFixed(model, fixed);
            Optional<ModelLp.Result> library = OjalgoLp.solve(rows, Deadline.never());
            assertThat(status)
                    .isEqualTo(library.isPresent() ? BoxedSimplex.Status.OPTIMAL : BoxedSimplex.Status.INFEASIBLE);
            if (library.isPresent()) {
                assertThat(simplex.safeBound())
                        .isCloseTo(value(rows, library.get().x()), within(1e-6));
            } else {
                assertThat(simplex.provesInfeasible()).isTrue();
            }
        }
    }

    /** The model with a row x_i = value for every fixed variable. */
    private static BinaryModel withFixed(BinaryModel model, byte[] fixed) {
        List<Constraint> rows = new ArrayList<>(model.constraints());
        for (int i = 0; i < fixed.length; i++) {
            if (fixed[i] >= 0) {
                rows.add(LinearEqual.of("fixed" + i, new int[] {i}, new double[] {1}, fixed[i]));
            }
        }
        return new BinaryModel(model.sense(), model.objective(), rows);
    }

    @Test
    void aRememberedModelIsSolvedOnceAndOthersAnew() {
        SplittableRandom random = new SplittableRandom(7);
        BinaryModel one = model(random);
        BinaryModel other = model(random);
        LinearRelaxations remembering = LinearRelaxations.remembering();
        Optional<ModelLp.Result> first = remembering.solve(one, Deadline.never());
        assertThat(first).isPresent();
        assertThat(remembering.solve(one, Deadline.after(0)).orElseThrow()).isSameAs(first.get());
        assertThat(remembering.solve(other, Deadline.never()).map(ModelLp.Result::bound))
                .isEqualTo(ModelLp.solve(other, Deadline.never()).map(ModelLp.Result::bound));
    }
}
