package org.shrinq.quantum.circuit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Both sets of loops against the obvious one. */
final class PairLoopsTest {
    static LongStream seeds() {
        return LongStream.rangeClosed(1, 20);
    }

    private static Amplitudes random(int n, SplittableRandom r) {
        Amplitudes a = Amplitudes.zeros(1 << n);
        for (int z = 0; z < a.length(); z++) {
            a.re()[z] = r.nextDouble(-1, 1);
            a.im()[z] = r.nextDouble(-1, 1);
        }
        return a;
    }

    private static Amplitudes applied(Amplitudes state, int q, GateMatrix m) {
        Amplitudes out = Amplitudes.zeros(state.length());
        for (int z = 0; z < state.length(); z++) {
            int row = z >>> q & 1;
            for (int c = 0; c < 2; c++) {
                int w = z & ~(1 << q) | c << q;
                out.re()[z] += m.re(row, c) * state.re()[w] - m.im(row, c) * state.im()[w];
                out.im()[z] += m.re(row, c) * state.im()[w] + m.im(row, c) * state.re()[w];
            }
        }
        return out;
    }

    private static void assertSame(Amplitudes found, Amplitudes expected) {
        for (int z = 0; z < found.length(); z++) {
            assertThat(found.re()[z]).isCloseTo(expected.re()[z], within(1e-13));
            assertThat(found.im()[z]).isCloseTo(expected.im()[z], within(1e-13));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void matricesAndCrossMatrices(long seed) {
        SplittableRandom r = new SplittableRandom(seed);
        int n = 1 + (int) (seed % 7);
        List<GateMatrix> matrices = List.of(
                GateMatrix.of(GateKind.U, r.nextDouble(), r.nextDouble(), r.nextDouble()),
                GateMatrix.of(GateKind.RX, r.nextDouble()),
                GateMatrix.of(GateKind.RY, r.nextDouble()),
                GateMatrix.of(GateKind.RZ, r.nextDouble()),
                GateMatrix.of(GateKind.H));
        for (PairLoops loops : List.of(new PlainPairLoops(), new VectorPairLoops())) {
            for (GateMatrix m : matrices) {
                for (int q = 0; q < n; q++) {
                    Amplitudes bra = random(n, r);
                    Amplitudes ket = random(n, r);
                    Amplitudes expectedBra = applied(bra, q, m);
                    Amplitudes expectedKet = applied(ket, q, m);
                    double[][] cross = new double[4][2];
                    for (int z = 0; z < bra.length(); z++) {
                        for (int c = 0; c < 2; c++) {
                            int w = z & ~(1 << q) | c << q;
                            double[] entry = cross[2 * (z >>> q & 1) + c];
                            entry[0] += bra.re()[z] * ket.re()[w] + bra.im()[z] * ket.im()[w];
                            entry[1] += bra.re()[z] * ket.im()[w] - bra.im()[z] * ket.re()[w];
                        }
                    }
                    Amplitudes alone = ket.copy();
                    loops.apply(alone, q, m);
                    assertSame(alone, expectedKet);
                    GateMatrix found = loops.crossThenApply(bra, ket, q, m);
                    assertSame(bra, expectedBra);
                    assertSame(ket, expectedKet);
                    for (int e = 0; e < 4; e++) {
                        assertThat(found.re(e / 2, e % 2)).isCloseTo(cross[e][0], within(1e-11));
                        assertThat(found.im(e / 2, e % 2)).isCloseTo(cross[e][1], within(1e-11));
                    }
                }
            }
        }
    }
}
