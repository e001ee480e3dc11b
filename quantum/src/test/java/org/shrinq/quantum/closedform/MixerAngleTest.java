package org.shrinq.quantum.closedform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The exact minimum against a fine grid, in general and in every degenerate case. */
final class MixerAngleTest {
    private static final int GRID = 4_000;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 200);
    }

    static Stream<MixerAngle> special() {
        return Stream.of(
                new MixerAngle(0, 0, 0),
                new MixerAngle(1, 0, 0),
                new MixerAngle(-2, 0, 0),
                new MixerAngle(0, 1, 0),
                new MixerAngle(0, -1, 0),
                new MixerAngle(0, 0, 1),
                new MixerAngle(0, 0, -1),
                new MixerAngle(1, 0, 1),
                new MixerAngle(2, 0, -1), // where the quartic has a double root on the circle
                new MixerAngle(-2, 0, 1),
                new MixerAngle(2, 1, 0),
                new MixerAngle(4, 1, 0),
                new MixerAngle(4, -1, 0),
                new MixerAngle(1e-300, 1e-300, 1e-300),
                new MixerAngle(1e200, 1, 1),
                new MixerAngle(1, 1e-18, 1e-18),
                new MixerAngle(1e-12, 1, -1e-12));
    }

    private static void check(MixerAngle m) {
        double beta = m.best();
        assertThat(beta).isGreaterThan(-Math.PI / 2).isLessThanOrEqualTo(Math.PI / 2);
        double size = Math.abs(m.a()) + Math.abs(m.b()) + Math.abs(m.c());
        double least = 0;
        for (int k = 0; k < GRID; k++) {
            least = Math.min(least, m.energy(k * Math.PI / GRID));
        }
        assertThat(m.energy(beta)).as("%s at %s", m, beta).isLessThanOrEqualTo(least + 3e-13 * size);
        // the grid's error is second order in its step
        assertThat(m.energy(beta)).as("%s", m).isGreaterThanOrEqualTo(least - 1e-5 * size);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void isTheGlobalMinimum(long seed) {
        SplittableRandom r = new SplittableRandom(seed);
        check(new MixerAngle(r.nextDouble(-1, 1), r.nextDouble(-1, 1), r.nextDouble(-1, 1)));
        double small = Math.pow(10, -r.nextInt(16));
        check(new MixerAngle(r.nextDouble(-1, 1), small * r.nextDouble(-1, 1), r.nextDouble(-1, 1)));
        check(new MixerAngle(small * r.nextDouble(-1, 1), r.nextDouble(-1, 1), r.nextDouble(-1, 1)));
        check(new MixerAngle(r.nextDouble(-1, 1), small * r.nextDouble(-1, 1), small * r.nextDouble(-1, 1)));
    }

    @ParameterizedTest
    @MethodSource("special")
    void degenerateCases(MixerAngle m) {
        check(m);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void tiesAreBrokenTowardsZero(long seed) {
        SplittableRandom r = new SplittableRandom(seed);
        MixerAngle withoutFields = new MixerAngle(0, r.nextDouble(-1, 1), r.nextDouble(-1, 1));
        assertThat(Math.abs(withoutFields.best())).isLessThanOrEqualTo(Math.PI / 4 + 1e-9);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void energyIsTheFormula(long seed) {
        SplittableRandom r = new SplittableRandom(seed);
        double a = r.nextDouble(-1, 1);
        double b = r.nextDouble(-1, 1);
        double c = r.nextDouble(-1, 1);
        double beta = r.nextDouble(-4, 4);
        double s = Math.sin(2 * beta);
        assertThat(new MixerAngle(a, b, c).energy(beta))
                .isCloseTo(a * s + 2 * b * s * Math.cos(2 * beta) - c * s * s, within(1e-14));
    }
}
