package org.shrinq.shrink.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shrinq.qubo.Ising;

/** The two rules against their definition on a dense matrix, and against enumeration. */
class LocalRulesTest {
    private static final int N = 7;

    static java.util.stream.LongStream seeds() {
        return java.util.stream.LongStream.rangeClosed(1, 40);
    }

    /** Whole coefficients, small ones and many zeros, so that ties and both outcomes are common. */
    private record Dense(double[] h, double[][] j) {
        static Dense random(long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            double[] h = new double[N];
            double[][] j = new double[N][N];
            for (int u = 0; u < N; u++) {
                h[u] = random.nextInt(-5, 6);
                for (int v = 0; v < u; v++) {
                    j[u][v] = random.nextInt(3) == 0 ? random.nextInt(-4, 5) : 0;
                    j[v][u] = j[u][v];
                }
            }
            return new Dense(h, j);
        }

        Contraction form() {
            Ising.Builder b = Ising.builder(N);
            for (int u = 0; u < N; u++) {
                b.addField(u, h[u]);
                for (int v = 0; v < u; v++) {
                    b.add(u, v, j[u][v]);
                }
            }
            return Contraction.of(b.build());
        }

        double strength(int u) {
            double sum = 0;
            for (double c : j[u]) {
                sum += Math.abs(c);
            }
            return sum;
        }

        /** Least energy over the states that keep the step. */
        double least(Step step) {
            double best = Double.POSITIVE_INFINITY;
            for (int index = 0; index < 1 << N; index++) {
                int[] z = new int[N];
                for (int v = 0; v < N; v++) {
                    z[v] = 1 - 2 * (index >> v & 1);
                }
                boolean kept = step == null || z[step.i()] == step.sign() * (step.isFix() ? 1 : z[step.j()]);
                double energy = 0;
                for (int u = 0; u < N; u++) {
                    energy += h[u] * z[u];
                    for (int v = 0; v < u; v++) {
                        energy += j[u][v] * z[u] * z[v];
                    }
                }
                best = kept ? Math.min(best, energy) : best;
            }
            return best;
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void persistencyFixesExactlyWhereTheFieldOutweighsTheCouplings(long seed) {
        Dense dense = Dense.random(seed);
        Contraction form = dense.form();
        for (int v = 0; v < N; v++) {
            Optional<Step> step = LocalRules.persistency(form, v);
            assertThat(step.isPresent()).isEqualTo(Math.abs(dense.h[v]) >= dense.strength(v));
            if (step.isPresent()) {
                assertThat(step.get()).isEqualTo(Step.fix(v, dense.h[v] > 0 ? 1 : 0));
                assertThat(dense.least(step.get())).isEqualTo(dense.least(null));
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void dominanceMergesExactlyWhereOneCouplingOutweighsTheRest(long seed) {
        Dense dense = Dense.random(seed);
        Contraction form = dense.form();
        for (int v = 0; v < N; v++) {
            int partner = -1;
            for (int u = 0; u < N; u++) {
                double size = Math.abs(dense.j[v][u]);
                if (size > 0 && (partner < 0 || size > Math.abs(dense.j[v][partner]))) {
                    partner = u;
                }
            }
            Optional<Step> step = LocalRules.dominance(form, v, u -> true);
            double largest = partner < 0 ? 0 : Math.abs(dense.j[v][partner]);
            boolean holds = partner >= 0 && largest >= dense.strength(v) - largest + Math.abs(dense.h[v]);
            assertThat(step.isPresent()).isEqualTo(holds);
            if (holds) {
                assertThat(step.get()).isEqualTo(Step.merge(v, partner, dense.j[v][partner] > 0 ? -1 : 1));
                assertThat(dense.least(step.get())).isEqualTo(dense.least(null));
                int forbidden = partner;
                assertThat(LocalRules.dominance(form, v, u -> u != forbidden)).isEmpty();
            }
        }
    }

    /** Two couplings of the same size and nothing else: each dominates, and the lower vertex is the partner. */
    @Test
    void ofEqualPartnersTheFirstIsTaken() {
        for (int[] partners : new int[][] {{0, 2}, {3, 5}, {2, 6}, {4, 5}, {0, 6}}) {
            Ising ising = Ising.builder(7)
                    .add(1, partners[0], 2)
                    .add(1, partners[1], -2)
                    .build();
            assertThat(LocalRules.dominance(Contraction.of(ising), 1, u -> true))
                    .hasValue(Step.merge(1, partners[0], -1));
            Contraction reversed = Contraction.of(Ising.builder(7)
                    .add(1, partners[1], 2)
                    .add(1, partners[0], -2)
                    .build());
            assertThat(LocalRules.dominance(reversed, 1, u -> true)).hasValue(Step.merge(1, partners[0], 1));
        }
    }

    /** After steps the rows have holes; what they hold must still be seen, and nothing else. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void rowsAreThoseOfADenseTwinAfterEveryStep(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Dense dense = Dense.random(seed);
        Contraction form = dense.form();
        boolean[] live = new boolean[N];
        java.util.Arrays.fill(live, true);
        for (int left = N; left > 1; left--) {
            int[] vertices = form.liveVertices();
            int i = vertices[random.nextInt(vertices.length)];
            int j = vertices[random.nextInt(vertices.length)];
            Step step = i == j ? Step.fix(i, random.nextInt(2)) : Step.merge(i, j, random.nextBoolean() ? 1 : -1);
            form.apply(step);
            live[i] = false;
            for (int k = 0; k < N; k++) {
                double c = step.sign() * dense.j[i][k];
                if (step.isFix()) {
                    dense.h[k] += c;
                } else if (k != j) {
                    dense.j[j][k] += c;
                    dense.j[k][j] = dense.j[j][k];
                }
                dense.j[i][k] = 0;
                dense.j[k][i] = 0;
            }
            if (!step.isFix()) {
                dense.h[j] += step.sign() * dense.h[i];
            }
            dense.h[i] = 0;
            int couplings = 0;
            for (int v = 0; v < N; v++) {
                assertThat(form.isLive(v)).isEqualTo(live[v]);
                assertThat(form.field(v)).isEqualTo(dense.h[v]);
                assertThat(form.strength(v)).isEqualTo(dense.strength(v));
                int degree = 0;
                for (int u = 0; u < N; u++) {
                    assertThat(form.coupling(v, u)).isEqualTo(dense.j[v][u]);
                    assertThat(form.row(v).get(u, 0)).isEqualTo(dense.j[v][u]);
                    degree += dense.j[v][u] != 0 ? 1 : 0;
                }
                assertThat(form.degree(v)).isEqualTo(degree);
                couplings += degree;
            }
            assertThat(2 * form.couplings()).isEqualTo(couplings);
            assertThat(form.live()).isEqualTo(left - 1);
        }
    }

    @Test
    void fixedVariablesAreLeftOutFromTheStart() {
        Dense dense = Dense.random(3);
        Contraction whole = dense.form();
        byte[] fixed = {-1, 0, -1, 1, -1, -1, 0};
        Contraction rest = Contraction.of(whole.toQubo(), fixed);
        whole.apply(Step.fix(1, 0));
        whole.apply(Step.fix(3, 1));
        whole.apply(Step.fix(6, 0));
        assertThat(rest.liveVertices()).containsExactly(0, 2, 4, 5).isEqualTo(whole.liveVertices());
        assertThat(rest.toIsing()).isEqualTo(whole.toIsing());
        assertThat(rest.couplings()).isEqualTo(whole.couplings());
    }

    @Test
    void classesTellWhatIsFixed() {
        LiteralClasses classes = new LiteralClasses(4);
        assertThat(classes.variables()).isEqualTo(4);
        classes.apply(Step.merge(0, 1, -1));
        classes.apply(Step.merge(1, 2, 1));
        assertThat(classes.classSize(2)).isEqualTo(3);
        assertThat(classes.isFree(0)).isTrue();
        assertThat(classes.value(0)).isEqualTo(-1);
        classes.apply(Step.fix(2, 1));
        assertThat(classes.isFree(0)).isFalse();
        assertThat(classes.isFree(3)).isTrue();
        assertThat(classes.value(0)).as("against 1 and 2").isZero();
        assertThat(classes.value(1)).isEqualTo(1);
        assertThat(classes.value(2)).isEqualTo(1);
        assertThat(classes.root(0)).isEqualTo(Step.GROUND);
        assertThat(classes.freeClasses()).isEqualTo(1);
    }
}
