package org.shrinq.relax.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.shrinq.qubo.run.Deadline;

class FactorisationTest {
    /** Path graph Laplacian plus shift: eigenvalues 2 − 2cos(πk/n) + shift, k = 0 … n − 1. */
    private static double[] path(int n, double shift) {
        double[] m = new double[n * n];
        for (int i = 0; i < n; i++) {
            m[i * n + i] = (i == 0 || i == n - 1 ? 1 : 2) + shift;
            if (i > 0) {
                m[i * n + i - 1] = -1;
                m[(i - 1) * n + i] = -1;
            }
        }
        return m;
    }

    @Test
    void choleskyTellsTheSign() {
        for (int n = 2; n < 40; n++) {
            double second = 2 - 2 * Math.cos(Math.PI / n);
            assertThat(Cholesky.factorize(path(n, 1e-9), n, Deadline.never())).isEqualTo(Cholesky.Outcome.POSITIVE);
            assertThat(Cholesky.factorize(path(n, -1e-9), n, Deadline.never()))
                    .isEqualTo(Cholesky.Outcome.NOT_POSITIVE);
            assertThat(sparse(path(n, 1e-9), n)).isEqualTo(SparseCholesky.Outcome.POSITIVE);
            assertThat(sparse(path(n, -1e-9), n)).isEqualTo(SparseCholesky.Outcome.NOT_POSITIVE);
            assertThat(second).isPositive();
        }
    }

    @Test
    void bothFactorisationsAgreeOnRandomMatrices() {
        for (int seed = 0; seed < 200; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int n = 1 + random.nextInt(30);
            double[] m = random(n, random.nextDouble(), random);
            double least = Jacobi.least(m, n);
            for (double margin : new double[] {-1e-6, 1e-6}) {
                double[] shifted = m.clone();
                for (int i = 0; i < n; i++) {
                    shifted[i * n + i] -= least - margin;
                }
                boolean positive = margin > 0;
                assertThat(Cholesky.factorize(shifted.clone(), n, Deadline.never()) == Cholesky.Outcome.POSITIVE)
                        .as("dense, seed %d", seed)
                        .isEqualTo(positive);
                assertThat(sparse(shifted, n) == SparseCholesky.Outcome.POSITIVE)
                        .as("sparse, seed %d", seed)
                        .isEqualTo(positive);
            }
        }
    }

    @Test
    void lanczosFindsBothEnds() {
        for (int seed = 0; seed < 50; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int n = 1 + random.nextInt(25);
            double[] m = random(n, 0.5, random);
            double[] minus = m.clone();
            for (int i = 0; i < minus.length; i++) {
                minus[i] = -minus[i];
            }
            SymmetricOperator a = (x, out) -> {
                for (int i = 0; i < n; i++) {
                    out[i] = Dense.dot(m, i * n, x, 0, n);
                }
            };
            Lanczos ends = Lanczos.run(a, n, n, random, Deadline.never());
            assertThat(ends.least()).as("seed %d", seed).isCloseTo(Jacobi.least(m, n), within(1e-8));
            assertThat(ends.greatest()).as("seed %d", seed).isCloseTo(-Jacobi.least(minus, n), within(1e-8));
            Lanczos many = Lanczos.run(a, n, Math.max(1, n / 2), random, Deadline.never());
            assertThat(many.probableLower(n, 1e-9)).isLessThanOrEqualTo(Jacobi.least(m, n));
        }
    }

    @Test
    void eigendecompositionsReproduceTheMatrix() {
        for (int seed = 0; seed < 60; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int n = 1 + random.nextInt(40);
            double[] m = random(n, seed % 3 == 0 ? 0.1 : 1, random);
            SymmetricEigen eigen = new SymmetricEigen(n);
            assertThat(eigen.greatest(m.clone(), Deadline.never()))
                    .isCloseTo(Jacobi.eigenvalues(m, n)[n - 1], within(1e-10));
            assertThat(eigen.decompose(m.clone(), Deadline.never())).isTrue();
            double[] sorted = eigen.values().clone();
            java.util.Arrays.sort(sorted);
            assertThat(sorted).usingComparatorWithPrecision(1e-10).containsExactly(Jacobi.eigenvalues(m, n));
            double[] q = eigen.vectors();
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    assertThat(Dense.dot(q, i * n, q, j * n, n)).isCloseTo(i == j ? 1 : 0, within(1e-12));
                    double sum = 0;
                    for (int r = 0; r < n; r++) {
                        sum += eigen.values()[r] * q[r * n + i] * q[r * n + j];
                    }
                    assertThat(sum).as("seed %d", seed).isCloseTo(m[i * n + j], within(1e-12 * n));
                }
            }
        }
    }

    @Test
    void aLargeSparseRestIsRefused() {
        int n = 30;
        double[] m = random(n, 1, new SplittableRandom(1));
        SparseCholesky s = toSparse(m, n);
        assertThat(s.factorize(10, Deadline.never())).isEqualTo(SparseCholesky.Outcome.TOO_LARGE);
    }

    private static double[] random(int n, double density, SplittableRandom random) {
        double[] m = new double[n * n];
        for (int i = 0; i < n; i++) {
            m[i * n + i] = random.nextDouble(-1, 1);
            for (int j = 0; j < i; j++) {
                if (random.nextDouble() < density) {
                    m[i * n + j] = random.nextDouble(-1, 1);
                    m[j * n + i] = m[i * n + j];
                }
            }
        }
        return m;
    }

    private static SparseCholesky.Outcome sparse(double[] m, int n) {
        return toSparse(m, n).factorize(n, Deadline.never());
    }

    private static SparseCholesky toSparse(double[] m, int n) {
        double[] diagonal = new double[n];
        int[][] columns = new int[n][n];
        double[][] values = new double[n][n];
        int[] degree = new int[n];
        for (int i = 0; i < n; i++) {
            diagonal[i] = m[i * n + i];
            for (int j = 0; j < n; j++) {
                if (j != i && m[i * n + j] != 0) {
                    columns[i][degree[i]] = j;
                    values[i][degree[i]++] = m[i * n + j];
                }
            }
        }
        return new SparseCholesky(diagonal, columns, values, degree);
    }
}
