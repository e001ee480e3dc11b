package org.shrinq.quantum.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.shrinq.quantum.Optimizer;
import org.shrinq.quantum.TrainingPoint;
import org.shrinq.quantum.TrainingStop;
import org.shrinq.qubo.run.Deadline;

/** Every minimiser on functions whose minima are known. */
final class TrainerTest {
    /** Counts its calls; a value and a value with gradient count alike. */
    private abstract static class Counted implements TrainingFunction {
        final int n;
        int calls;

        Counted(int n) {
            this.n = n;
        }

        abstract double compute(double[] x, double[] gradient);

        @Override
        public int dimension() {
            return n;
        }

        @Override
        public double value(double[] x) {
            calls++;
            return compute(x, new double[n]);
        }

        @Override
        public double valueAndGradient(double[] x, double[] gradient) {
            calls++;
            return compute(x, gradient);
        }

        @Override
        public double unit() {
            return 1;
        }
    }

    /** Σ 100(x_{i+1} − x_i²)² + (1 − x_i)², minimum 0 at 1 … 1. */
    private static Counted rosenbrock(int n) {
        return new Counted(n) {
            @Override
            double compute(double[] x, double[] g) {
                Arrays.fill(g, 0);
                double sum = 0;
                for (int i = 0; i + 1 < n; i++) {
                    double a = x[i + 1] - x[i] * x[i];
                    double b = 1 - x[i];
                    sum += 100 * a * a + b * b;
                    g[i] += -400 * a * x[i] - 2 * b;
                    g[i + 1] += 200 * a;
                }
                return sum;
            }
        };
    }

    /** Like a QAOA landscape: periodic, with saddles; global minimum −n at x = centre. */
    private static Counted waves(double[] centre) {
        return new Counted(centre.length) {
            @Override
            double compute(double[] x, double[] g) {
                double sum = 0;
                for (int i = 0; i < n; i++) {
                    sum -= Math.cos(x[i] - centre[i]);
                    g[i] = Math.sin(x[i] - centre[i]);
                }
                return sum;
            }
        };
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 20);
    }

    private static TrainingMonitor monitor(double[] start, int evaluations) {
        return new TrainingMonitor(start, evaluations, Deadline.never(), 1);
    }

    /** A budget that ends a training ends it on the same points with or without the gradient that nobody follows. */
    @Test
    void theLastEvaluationHasNoGradient() {
        Counted whole = rosenbrock(6);
        double[] start = {-1.2, 1, -1.2, 1, -1.2, 1};
        TrainingMonitor longer = monitor(start, 13);
        Trainer.of(Optimizer.LBFGS).minimize(whole, start, 0.1, longer, new SplittableRandom(1));
        AtomicLong values = new AtomicLong();
        Counted f = new Counted(6) {
            @Override
            double compute(double[] x, double[] g) {
                return whole.compute(x, g);
            }

            @Override
            public double exactValue(double[] x) {
                values.incrementAndGet();
                return compute(x, new double[n]);
            }
        };
        TrainingMonitor m = monitor(start, 12);
        TrainingStop stop = Trainer.of(Optimizer.LBFGS).minimize(f, start, 0.1, m, new SplittableRandom(1));
        assertThat(stop).isEqualTo(TrainingStop.EVALUATIONS);
        assertThat(f.calls).isEqualTo(11);
        assertThat(values).hasValue(1);
        assertThat(m.result(stop).curve())
                .containsExactlyElementsOf(longer.result(stop).curve().stream()
                        .filter(point -> point.evaluation() <= 12)
                        .toList());
    }

    @Test
    void quasiNewtonFollowsTheValley() {
        for (int n : new int[] {2, 6, 20}) {
            Counted f = rosenbrock(n);
            double[] start = new double[n];
            Arrays.fill(start, -1.2);
            TrainingMonitor m = monitor(start, 600);
            TrainingStop stop = Trainer.of(Optimizer.LBFGS).minimize(f, start, 0.1, m, new SplittableRandom(1));
            assertThat(stop).as("n = %d", n).isEqualTo(TrainingStop.CONVERGED);
            assertThat(start).containsOnly(-1.2);
            assertThat(m.evaluations()).isEqualTo(f.calls).isLessThan(60 + 25 * n);
            TrainingResult result = m.result(stop);
            // converged means a gradient under 1e-4 or gains under 1e-7: the valley is flat
            assertThat(result.value()).isBetween(0.0, 1e-4);
            assertThat(f.value(result.parameters())).isEqualTo(result.value());
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void quasiNewtonConvergesSuperlinearly(long seed) {
        SplittableRandom r = new SplittableRandom(seed);
        int n = 1 + r.nextInt(12);
        Counted f = waves(r.doubles(n, -1, 1).toArray());
        double[] start = new double[n];
        TrainingMonitor m = monitor(start, 100);
        TrainingStop stop = Trainer.of(Optimizer.LBFGS).minimize(f, start, 0.1, m, r);
        assertThat(stop).isEqualTo(TrainingStop.CONVERGED);
        assertThat(m.bestValue()).isCloseTo(-n, within(1e-6));
        assertThat(m.evaluations()).isLessThan(25);
    }

    /** Waves so low that no steps gain a ten-thousandth of the value. */
    @Test
    void quasiNewtonStopsOnAPlateau() {
        Counted f = new Counted(2) {
            @Override
            double compute(double[] x, double[] gradient) {
                gradient[0] = 2e-4 * Math.cos(x[0]);
                gradient[1] = 2e-4 * Math.sin(3 * x[1]);
                return 100 + 2e-4 * Math.sin(x[0]) - 2e-4 / 3 * Math.cos(3 * x[1]);
            }
        };
        TrainingMonitor monitor = new TrainingMonitor(new double[] {1, 0.4}, 1000, Deadline.never(), 0);
        TrainingStop stop =
                Trainer.of(Optimizer.LBFGS).minimize(f, new double[] {1, 0.4}, 0.01, monitor, new SplittableRandom(1));
        assertThat(stop).isEqualTo(TrainingStop.CONVERGED);
        assertThat(monitor.evaluations()).isBetween(2, 40);
    }

    @ParameterizedTest
    @EnumSource(Optimizer.class)
    void everyTrainerKeepsItsBudgetAndItsPromises(Optimizer optimizer) {
        for (int budget : new int[] {1, 3, 7, 20, 150}) {
            for (int n : new int[] {2, 3, 6}) {
                double[] centre = new SplittableRandom(n).doubles(n, -0.6, 0.6).toArray();
                Counted f = waves(centre);
                double[] start = new double[n];
                TrainingMonitor m = monitor(start, budget);
                TrainingStop stop = Trainer.of(optimizer).minimize(f, start, 0.1, m, new SplittableRandom(5));
                TrainingResult result = m.result(stop);
                assertThat(f.calls)
                        .as("%s %d", optimizer, budget)
                        .isEqualTo(result.evaluations())
                        .isBetween(1, budget);
                assertThat(start).containsOnly(0);
                assertThat(result.value()).isEqualTo(f.value(result.parameters()));
                double last = Double.POSITIVE_INFINITY;
                for (TrainingPoint p : result.curve()) {
                    assertThat(p.objective()).isLessThanOrEqualTo(last);
                    last = p.objective();
                }
                assertThat(last).isEqualTo(result.value());
                if (budget == 150) {
                    double gained = (f.value(start) - result.value()) / (f.value(start) + n);
                    assertThat(gained).as("%s, n = %d", optimizer, n).isGreaterThan(0.7);
                }
                Counted again = waves(centre);
                TrainingMonitor second = monitor(start, budget);
                TrainingStop same = Trainer.of(optimizer).minimize(again, start, 0.1, second, new SplittableRandom(5));
                assertThat(second.result(same)).isEqualTo(result).hasSameHashCodeAs(result);
            }
        }
    }

    /** Once the clock has run out nothing is evaluated any more, and the library in between ends. */
    @ParameterizedTest
    @EnumSource(Optimizer.class)
    void everyTrainerStopsAtTheDeadline(Optimizer optimizer) {
        AtomicLong clock = new AtomicLong();
        Counted f = new Counted(4) {
            @Override
            double compute(double[] x, double[] g) {
                clock.addAndGet(1_000_000);
                double[] centre = {0.5, -0.5, 0.4, 0.3};
                double sum = 0;
                for (int i = 0; i < 4; i++) {
                    sum -= Math.cos(x[i] - centre[i]);
                    g[i] = Math.sin(x[i] - centre[i]);
                }
                return sum;
            }
        };
        double[] start = new double[4];
        TrainingMonitor m = new TrainingMonitor(start, 2_000_000, Deadline.after(0.005, clock::get), 1);
        TrainingStop stop = Trainer.of(optimizer).minimize(f, start, 0.1, m, new SplittableRandom(5));
        TrainingResult result = m.result(stop);
        assertThat(result.stop()).isEqualTo(TrainingStop.DEADLINE);
        // time is left for what follows, or the evaluation at hand is given up
        assertThat(f.calls).isBetween(4, 5);
    }

    /** An evaluation that was stopped half way has no value: it counts for nothing. */
    @ParameterizedTest
    @EnumSource(Optimizer.class)
    void stoppedEvaluationsAreNotPoints(Optimizer optimizer) {
        Counted f = new Counted(2) {
            @Override
            double compute(double[] x, double[] g) {
                return Double.NaN;
            }
        };
        double[] start = {0.25, 0.5};
        AtomicLong clock = new AtomicLong();
        TrainingMonitor m = new TrainingMonitor(start, 30, Deadline.after(1e-8, clock::incrementAndGet), 1);
        TrainingResult result = m.result(Trainer.of(optimizer).minimize(f, start, 0.1, m, new SplittableRandom(5)));
        assertThat(result.evaluations()).isZero();
        assertThat(result.parameters()).containsExactly(0.25, 0.5);
        assertThat(result.curve()).isEmpty();
        assertThat(result.value()).isInfinite();
    }

    @Test
    void partsCountInTheWholeButTheirPointsDoNot() {
        TrainingMonitor whole = monitor(new double[] {9}, 10);
        TrainingMonitor part = whole.part(new double[] {1}, 4);
        Counted f = waves(new double[] {0.3});
        for (int k = 0; k < 6; k++) {
            part.value(f, new double[] {0.1 * k});
        }
        assertThat(f.calls).isEqualTo(4);
        assertThat(part.exhausted()).isTrue();
        assertThat(part.best()[0]).isCloseTo(0.3, within(1e-12));
        assertThat(whole.evaluations()).isEqualTo(4);
        assertThat(whole.best()).containsExactly(9);
        whole.startFrom(new double[] {5});
        assertThat(whole.best()).containsExactly(5);
        assertThat(whole.part(new double[] {1}, 100).maxEvaluations()).isEqualTo(6);
        whole.value(f, new double[] {0});
        whole.startFrom(new double[] {7});
        assertThat(whole.best()).containsExactly(0);
        whole.value(f, new double[] {2});
        TrainingResult result = whole.result(TrainingStop.CONVERGED);
        assertThat(result.curve())
                .containsExactly(new TrainingPoint(5, -Math.cos(0.3)), new TrainingPoint(6, -Math.cos(0.3)));
    }
}
