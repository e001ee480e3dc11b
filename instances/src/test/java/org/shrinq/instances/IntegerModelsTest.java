package org.shrinq.instances;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shrinq.qubo.BinaryModel;

/**
 * Random models with integers, constants, products and indicators: every point of the file's own variables, by its own
 * arithmetic, against the bits.
 */
class IntegerModelsTest {
    private final double[] lower = {0, -2, 1, 0, 3};
    private final double[] upper = {1, 2, 4, 1, 3};

    private static String signed(double a, String rest) {
        return (a < 0 ? " - " : " + ") + Math.abs(a) + " " + rest;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void everyPointHasItsValueAndItsVerdict(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = lower.length;
        double[] c = random.doubles(n).map(d -> Math.rint(10 * d - 5)).toArray();
        double[][] a = new double[3][];
        double[] bound = new double[3];
        double[] product = new double[3];
        StringBuilder text = new StringBuilder("Minimize\n obj:");
        for (int i = 0; i < n; i++) {
            text.append(signed(c[i], "v" + i));
        }
        double square = random.nextInt(1, 4);
        text.append(" + [ ").append(2 * square).append(" v1 ^ 2 - 2 v1 * v2 ] / 2\nSubject To\n");
        for (int k = 0; k < 3; k++) {
            a[k] = random.doubles(n).map(d -> Math.rint(8 * d - 4)).toArray();
            bound[k] = random.nextInt(-3, 6);
            product[k] = random.nextInt(-2, 3);
            text.append(" r").append(k).append(k == 2 ? ": v3 = 1 ->" : ":");
            for (int i = 0; i < n; i++) {
                text.append(signed(a[k][i], "v" + i));
            }
            if (product[k] != 0 && k < 2) {
                text.append(product[k] < 0 ? " - [ " : " + [ ")
                        .append(Math.abs(product[k]))
                        .append(" v0 * v2 ]");
            }
            text.append(k == 1 ? " >= " : " <= ").append(bound[k]).append('\n');
        }
        text.append("Bounds\n");
        for (int i = 0; i < n; i++) {
            text.append(' ')
                    .append(lower[i])
                    .append(" <= v")
                    .append(i)
                    .append(" <= ")
                    .append(upper[i])
                    .append('\n');
        }
        text.append("Generals\n v1 v2\nBinaries\n v0 v3\nEnd\n");
        Instance instance = TestFiles.read("f", text.toString());
        BinaryModel model = instance.problem().model();
        double[] v = new double[n];
        for (v[0] = 0; v[0] <= 1; v[0]++) {
            for (v[1] = -2; v[1] <= 2; v[1]++) {
                for (v[2] = 1; v[2] <= 4; v[2]++) {
                    for (v[3] = 0; v[3] <= 1; v[3]++) {
                        v[4] = 3;
                        byte[] x = new byte[model.size()];
                        for (int i = 0; i < n; i++) {
                            if (instance.table().variables().get(i).coefficients().length > 0) {
                                assertThat(instance.table().variables().get(i).set(x, v[i]))
                                        .isTrue();
                            }
                        }
                        instance.table().setProducts(x);
                        double value = square * v[1] * v[1] - v[1] * v[2];
                        boolean feasible = true;
                        for (int i = 0; i < n; i++) {
                            value += c[i] * v[i];
                        }
                        for (int k = 0; k < 3; k++) {
                            double sum = k < 2 ? product[k] * v[0] * v[2] : 0;
                            for (int i = 0; i < n; i++) {
                                sum += a[k][i] * v[i];
                            }
                            boolean holds = k == 1 ? sum >= bound[k] : sum <= bound[k];
                            feasible &= holds || (k == 2 && v[3] == 0);
                        }
                        String as = "seed " + seed + "\n" + text + java.util.Arrays.toString(v);
                        assertThat(model.value(x)).as(as).isEqualTo(value);
                        assertThat(model.isFeasible(x)).as(as).isEqualTo(feasible);
                        byte[] wrong = x.clone();
                        for (var p : instance.table().products()) {
                            wrong[p.bit()] ^= 1;
                            assertThat(model.isFeasible(wrong))
                                    .as("a wrong product, " + as)
                                    .isFalse();
                            wrong[p.bit()] ^= 1;
                        }
                    }
                }
            }
        }
    }
}
