package org.shrinq.qubo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shrinq.qubo.QuadraticForm.Domain;

class KroneckerFormTest extends QuadraticFormContract {
    /** The data of a form of order 0 to 3. */
    private record Data(double[][] a, double[][] b, double[] linear, double[] rows, double[] columns) {
        static Data draw(SplittableRandom random, int n) {
            double[][] a = matrix(random, n);
            double[][] b = matrix(random, n);
            double[] linear = new double[n * n];
            Arrays.setAll(linear, k -> Cases.quarter(random));
            double[] rows = new double[n];
            double[] columns = new double[n];
            int size = random.nextInt(4);
            Arrays.setAll(rows, k -> size * (double) random.nextInt(4));
            Arrays.setAll(columns, k -> size * (double) random.nextInt(4) / 2);
            return new Data(a, b, linear, rows, columns);
        }

        private static double[][] matrix(SplittableRandom random, int n) {
            double[][] m = new double[n][n];
            for (double[] row : m) {
                for (int k = 0; k < n; k++) {
                    row[k] = random.nextInt(3) == 0 ? 0 : random.nextInt(9) - 4;
                }
            }
            return m;
        }

        KroneckerForm form() {
            return KroneckerForm.of(a, b, linear).withPenalties(rows, columns);
        }

        /** The definition, summed over all pairs, and the penalties as squares. */
        double energy(byte[] x) {
            int n = a.length;
            double sum = 0;
            for (int i = 0; i < n; i++) {
                double row = -1;
                double column = -1;
                for (int k = 0; k < n; k++) {
                    row += x[i * n + k];
                    column += x[k * n + i];
                    sum += linear[i * n + k] * x[i * n + k];
                    for (int j = 0; j < n; j++) {
                        for (int l = 0; l < n; l++) {
                            if (i != j && k != l) {
                                sum += a[i][j] * b[k][l] * x[i * n + k] * x[j * n + l];
                            }
                        }
                    }
                }
                sum += rows[i] * row * row + columns[i] * column * column;
            }
            return sum;
        }

        /** Coefficients by interpolation of the definition. */
        DenseForm dense() {
            int size = linear.length;
            byte[] x = new byte[size];
            double offset = energy(x);
            double[] l = new double[size];
            double[][] q = new double[size][size];
            for (int v = 0; v < size; v++) {
                x[v] = 1;
                l[v] = energy(x) - offset;
                x[v] = 0;
            }
            for (int v = 0; v < size; v++) {
                for (int w = 0; w < size; w++) {
                    if (v != w) {
                        x[v] = 1;
                        x[w] = 1;
                        q[v][w] = energy(x) - offset - l[v] - l[w];
                        x[v] = 0;
                        x[w] = 0;
                    }
                }
            }
            return new DenseForm(Domain.BINARY, offset, l, q);
        }
    }

    @Override
    Case draw(SplittableRandom random) {
        Data data = Data.draw(random, random.nextInt(4));
        return new Case(data.form(), data.dense());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource(SEEDS)
    void energyIsTheDefinition(long seed) {
        Data data = Data.draw(new SplittableRandom(seed), 3);
        KroneckerForm form = data.form();
        Cases.forEachState(9, x -> assertThat(form.energy(x)).isEqualTo(data.energy(x)));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource(SEEDS)
    void sameAsTheExplicitQubo(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        KroneckerForm form = Data.draw(random, 4).form();
        Qubo explicit = Qubo.builder(16).addForm(form, 1).build();
        assertThat(explicit.couplings()).isEqualTo(form.couplings());
        assertThat(explicit.storedNumbers()).isEqualTo(16 + form.couplings());
        assertThat(explicit.matrix().count()).isEqualTo(form.couplings());
        assertThat(form.storedNumbers()).isEqualTo(3 * 16);
        assertThat(explicit.maxAbsCoefficient()).isEqualTo(form.maxAbsCoefficient());
        assertThat(form.restrict(filled(16, -1))).isEqualTo(explicit);
        byte[] fixed = Cases.partial(random, 16, 6);
        assertThat(form.restrict(fixed)).isEqualTo(explicit.restrict(fixed));
        for (int t = 0; t < 50; t++) {
            byte[] x = Cases.state(random, 16);
            assertThat(form.energy(x)).isEqualTo(explicit.energy(x));
            for (int v = 0; v < 16; v++) {
                assertThat(form.flipDelta(x, v)).isEqualTo(explicit.flipDelta(x, v));
            }
        }
        double[] vectors = new double[16 * 5];
        Arrays.setAll(vectors, k -> Cases.quarter(random));
        double[] one = new double[vectors.length];
        double[] two = new double[vectors.length];
        form.multiply(vectors, 5, one);
        explicit.multiply(vectors, 5, two);
        assertThat(one).isEqualTo(two);
    }

    /** Symmetric flows and distances are counted by a shorter way, and no linear term hides the largest coupling. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource(SEEDS)
    void symmetricDataCountTheSameCouplings(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Data data = Data.draw(random, 4);
        for (double[][] m : new double[][][] {data.a(), data.b()}) {
            for (int i = 0; i < 4; i++) {
                for (int j = 0; j < i; j++) {
                    m[i][j] = m[j][i];
                }
            }
        }
        Data pairs = new Data(data.a(), data.b(), new double[16], new double[4], new double[4]);
        for (KroneckerForm form : new KroneckerForm[] {data.form(), pairs.form()}) {
            Qubo explicit = Qubo.builder(16).addForm(form, 1).build();
            assertThat(form.couplings()).isEqualTo(explicit.couplings());
            assertThat(form.maxAbsCoefficient()).isEqualTo(explicit.maxAbsCoefficient());
        }
    }

    /** 10 000 variables, 5·10⁷ couplings, kept in three n×n tables: evaluated without ever holding the couplings. */
    @Test
    void orderOneHundred() {
        int n = 100;
        SplittableRandom random = new SplittableRandom(100);
        double[][] flow = new double[n][n];
        double[][] distance = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                flow[i][j] = random.nextInt(10);
                distance[i][j] = random.nextInt(100);
            }
        }
        double[] penalty = new double[n];
        Arrays.fill(penalty, 1000);
        KroneckerForm form = KroneckerForm.of(flow, distance, new double[n * n]).withPenalties(penalty, penalty);
        assertThat(form.size()).isEqualTo(10_000);
        int[] permutation = new int[n];
        byte[] x = new byte[n * n];
        for (int i = 0; i < n; i++) {
            permutation[i] = (37 * i + 11) % n;
            x[i * n + permutation[i]] = 1;
        }
        double cost = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                cost += i == j ? 0 : flow[i][j] * distance[permutation[i]][permutation[j]];
            }
        }
        assertThat(form.energy(x)).isEqualTo(cost);
        int v = 4 * n + 17;
        byte[] flipped = x.clone();
        flipped[v] ^= 1;
        assertThat(form.flipDelta(x, v)).isEqualTo(form.energy(flipped) - form.energy(x));
        // x'Qx over the couplings alone is twice the quadratic part of the energy
        double[] state = new double[n * n];
        double linear = 0;
        for (int k = 0; k < state.length; k++) {
            state[k] = x[k];
            linear += x[k] * form.linear(k);
        }
        double[] product = new double[n * n];
        form.multiply(state, 1, product);
        double quadratic = 0;
        for (int k = 0; k < state.length; k++) {
            quadratic += state[k] * product[k];
        }
        assertThat(form.offset() + linear + quadratic / 2).isCloseTo(cost, within(1e-6));
        byte[] fixed = x.clone();
        Arrays.fill(fixed, 0, 5, (byte) -1);
        Qubo small = form.restrict(fixed);
        assertThat(small.size()).isEqualTo(5);
        assertThat(small.energy(Arrays.copyOf(x, 5))).isEqualTo(cost);
        assertThat(form.degree(v)).isBetween(198, 9999);
    }

    @Test
    void diagonalsDoNotEnterAndArraysAreCopied() {
        double[][] flow = {{9, 2}, {3, 9}};
        double[][] distance = {{8, 5}, {7, 8}};
        double[] linear = {1, 2, 3, 4};
        KroneckerForm form = KroneckerForm.of(flow, distance, linear);
        assertThat(form.flow(0, 0)).isZero();
        assertThat(form.distance(1, 1)).isZero();
        assertThat(form.flow(1, 0)).isEqualTo(3);
        assertThat(form.distance(0, 1)).isEqualTo(5);
        flow[0][1] = 100;
        distance[0][1] = 100;
        linear[0] = 100;
        assertThat(form.energy(new byte[] {1, 0, 0, 1})).isEqualTo(1 + 4 + 2 * 5 + 3 * 7);
        assertThat(form.energy(new byte[] {0, 1, 1, 0})).isEqualTo(2 + 3 + 2 * 7 + 3 * 5);
        assertThat(form.order()).isEqualTo(2);
        assertThat(form).hasToString("KroneckerForm[2 facilities, 4 variables]");
    }

    /** Penalties are replaced, not added, and the bare objective keeps none of them. */
    @Test
    void penaltiesAreReplaced() {
        KroneckerForm bare = KroneckerForm.of(new double[2][2], new double[2][2], new double[4]);
        double[] rows = {1, 2};
        double[] columns = {4, 8};
        KroneckerForm penalised =
                bare.withPenalties(new double[] {50, 50}, new double[] {50, 50}).withPenalties(rows, columns);
        rows[0] = 77;
        columns[0] = 77;
        assertThat(penalised.offset()).isEqualTo(15);
        assertThat(penalised.rowPenalty(0)).isEqualTo(1);
        assertThat(penalised.rowPenalty(1)).isEqualTo(2);
        assertThat(penalised.columnPenalty(0)).isEqualTo(4);
        assertThat(penalised.columnPenalty(1)).isEqualTo(8);
        assertThat(penalised.energy(new byte[] {1, 0, 0, 1})).isZero();
        assertThat(penalised.energy(new byte[] {1, 1, 0, 0})).isEqualTo(1 + 2);
        assertThat(penalised.energy(new byte[] {1, 0, 1, 0})).isEqualTo(4 + 8);
        assertThat(bare.energy(new byte[4])).isZero();
    }

    @Test
    void shapesAreChecked() {
        assertThatThrownBy(() -> KroneckerForm.of(new double[2][2], new double[3][3], new double[4]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> KroneckerForm.of(new double[2][2], new double[2][2], new double[3]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> KroneckerForm.of(new double[2][3], new double[2][2], new double[4]))
                .isInstanceOf(IllegalArgumentException.class);
        KroneckerForm form = KroneckerForm.of(new double[2][2], new double[2][2], new double[4]);
        assertThatThrownBy(() -> form.withPenalties(new double[1], new double[2]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> form.withPenalties(new double[2], new double[3]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] filled(int n, int value) {
        byte[] x = new byte[n];
        Arrays.fill(x, (byte) value);
        return x;
    }
}
