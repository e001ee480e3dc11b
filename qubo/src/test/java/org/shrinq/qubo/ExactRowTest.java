package org.shrinq.qubo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Rows against sums of {@link BigDecimal}, over numbers that doubles add up exactly, that they round, and that they
 * cannot hold together.
 */
final class ExactRowTest {
    private static final String SEEDS = "org.shrinq.qubo.Cases#seeds200";

    /** One row as text, so that the decimal numbers of the reference are those that were written. */
    private record Row(String[] coefficients, String bound, boolean equality) {
        static Row random(SplittableRandom random) {
            int n = random.nextInt(1, 7);
            int kind = random.nextInt(6);
            String[] w = new String[n];
            BigDecimal sum = BigDecimal.ZERO;
            for (int k = 0; k < n; k++) {
                w[k] = number(random, kind);
                sum = random.nextBoolean() ? sum.add(new BigDecimal(w[k])) : sum;
            }
            // near a sum that occurs: on it, or off by the last digit of something small
            String near = sum.toString();
            String bound = random.nextInt(3) > 0 && new BigDecimal(Double.parseDouble(near) + "").compareTo(sum) == 0
                    ? near
                    : number(random, kind);
            return new Row(w, bound, random.nextInt(4) == 0);
        }

        private static String number(SplittableRandom random, int kind) {
            String sign = random.nextInt(4) == 0 ? "-" : "";
            return sign
                    + switch (kind) {
                        case 0 -> "" + random.nextInt(1, 20);
                        case 1 -> random.nextInt(0, 3) + "." + random.nextInt(1, 10);
                        case 2 -> random.nextInt(1, 10) + "e" + random.nextInt(-3, 18);
                        case 3 -> "0." + random.nextLong(1_000_000_000_000_000L, 9_999_999_999_999_999L);
                        case 4 -> random.nextInt(1, 10) + "e" + random.nextInt(-300, 300);
                        default -> "" + (1_000_000_000_000L - random.nextInt(5)) * random.nextInt(1, 3);
                    };
        }

        Constraint constraint(int shift) {
            int n = coefficients.length;
            int[] variables = new int[n];
            double[] w = new double[n];
            for (int k = 0; k < n; k++) {
                variables[k] = k;
                w[k] = Double.parseDouble(scaled(coefficients[k], shift));
            }
            double b = Double.parseDouble(scaled(bound, shift));
            return equality ? LinearEqual.of("r", variables, w, b) : LinearAtMost.of("r", variables, w, b);
        }

        private static String scaled(String number, int shift) {
            return new BigDecimal(number).scaleByPowerOfTen(shift).toString();
        }

        boolean holds(byte[] x) {
            BigDecimal sum = BigDecimal.ZERO;
            for (int k = 0; k < coefficients.length; k++) {
                sum = x[k] == 0 ? sum : sum.add(decimal(coefficients[k]));
            }
            int order = sum.compareTo(decimal(bound));
            return equality ? order == 0 : order <= 0;
        }

        /** What the double nearest to the text stands for; the text itself up to 15 digits. */
        private static BigDecimal decimal(String text) {
            Decimal d = Decimal.of(Double.parseDouble(text));
            return BigDecimal.valueOf(d.digits()).scaleByPowerOfTen(d.exponent());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource(SEEDS)
    void rowsAreComparedAsWritten(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int trial = 0; trial < 30; trial++) {
            Row row = Row.random(random);
            Constraint c = row.constraint(0);
            List<Constraint> whole = c.inWholeNumbers();
            int n = row.coefficients.length;
            byte[] fixed = Cases.partial(random, n, n / 2);
            int[] renamed = new int[n];
            int free = 0;
            for (int v = 0; v < n; v++) {
                renamed[v] = fixed[v] < 0 ? free++ : -1;
            }
            Constraint rest = c.restrict(fixed, renamed);
            Cases.forEachState(n, x -> {
                String what = c + " on " + java.util.Arrays.toString(x);
                boolean holds = row.holds(x);
                assertThat(c.isSatisfied(x)).as(what).isEqualTo(holds);
                assertThat(whole.stream().allMatch(w -> w.isSatisfied(x)))
                        .as(what + " as " + whole)
                        .isEqualTo(holds);
                for (Constraint w : whole) {
                    double sum = 0;
                    for (int k = 0; k < w.arity(); k++) {
                        assertThat(w.coefficient(k)).isEqualTo(Math.rint(w.coefficient(k)));
                        sum += x[w.variable(k)] * w.coefficient(k);
                    }
                    // what is not whole is implied: nothing that holds is lost
                    boolean bySum = w.isEquality() ? sum == w.bound() : sum <= w.bound();
                    assertThat(bySum || (!holds && !w.isWhole()) || !w.isSatisfied(x))
                            .as(what + " as " + w)
                            .isTrue();
                    assertThat(holds && !bySum).as(what + " as " + w).isFalse();
                }
                Propagator p = new Propagator(
                        new BinaryModel(Sense.MINIMIZE, Qubo.builder(n).build(), List.of(c)));
                boolean alive = p.propagateAll();
                for (int v = 0; v < n && alive; v++) {
                    alive = p.assign(v, x[v]);
                }
                assertThat(alive).as(what).isEqualTo(holds);
                boolean agrees = true;
                byte[] inner = new byte[n];
                for (int v = 0; v < n; v++) {
                    agrees &= fixed[v] < 0 || fixed[v] == x[v];
                    if (fixed[v] < 0) {
                        inner[renamed[v]] = x[v];
                    }
                }
                if (agrees) {
                    assertThat(rest == null || rest.isSatisfied(inner))
                            .as(what + " as " + rest)
                            .isEqualTo(holds);
                }
            });
        }
    }

    /** Whatever power of ten a row is multiplied by, algorithms see the same whole numbers. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("org.shrinq.qubo.Cases#seeds20")
    void scalesDoNotShow(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int trial = 0; trial < 50; trial++) {
            Row row = Row.random(random);
            String plain = row.constraint(0).inWholeNumbers().toString();
            for (int shift : new int[] {-200, -17, -1, 1, 5, 200}) {
                if (java.util.Arrays.stream(row.coefficients).allMatch(w -> fits(w, shift)) && fits(row.bound, shift)) {
                    assertThat(row.constraint(shift).inWholeNumbers()).hasToString(plain);
                }
            }
        }
    }

    /** 15 digits come back from any double, subnormal and infinite ones aside. */
    private static boolean fits(String number, int shift) {
        BigDecimal d = new BigDecimal(number).scaleByPowerOfTen(shift);
        double size = Math.abs(d.doubleValue());
        return new BigDecimal(number).signum() == 0 || (d.precision() <= 15 && size > 1e-290 && size < 1e305);
    }

    @Test
    void doublesStandForTheirShortestDecimals() {
        assertThat(Decimal.of(0.1)).isEqualTo(new Decimal(1, -1));
        assertThat(Decimal.of(-1200)).isEqualTo(new Decimal(-12, 2));
        assertThat(Decimal.of(1e300)).isEqualTo(new Decimal(1, 300));
        assertThat(Decimal.of(2e-300)).isEqualTo(new Decimal(2, -300));
        assertThat(Decimal.of(4.35)).isEqualTo(new Decimal(435, -2));
        assertThat(Decimal.of(1.7976931348623157e308)).isEqualTo(new Decimal(17976931348623157L, 292));
        assertThat(Decimal.of(0)).isEqualTo(new Decimal(0, 0));
        SplittableRandom random = new SplittableRandom(1);
        for (int trial = 0; trial < 2000; trial++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                assertThat(Decimal.of(value).shifted(0)).isEqualTo(value);
            }
            double written = Double.parseDouble(random.nextInt(1, 1_000_000) + "e" + random.nextInt(-30, 30));
            assertThat(Long.toString(Decimal.of(written).digits()).length()).isLessThanOrEqualTo(6);
        }
    }
}
