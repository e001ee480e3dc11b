package org.shrinq.quantum.statevector;

import static org.shrinq.quantum.statevector.KernelBench.OFF;
import static org.shrinq.quantum.statevector.KernelBench.SIZE;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The phases of every kernel and its sums over the diagonal against one line of their definition; what must not be
 * touched is looked at too.
 */
final class KernelPhaseTest {
    static Stream<KernelBench<?>> benches() {
        return KernelBench.all();
    }

    private static <A> PhaseRow<A> phases(KernelBench<A> b, double[][] table, double[][] q, double[][] v) {
        return new PhaseRow<>(
                b.stored(table[0]), b.stored(table[1]), b.stored(q[0]), b.stored(q[1]), v[0], v[1], table[0].length);
    }

    @ParameterizedTest
    @MethodSource("benches")
    <A> void phasesAndWhatTheySum(KernelBench<A> b) {
        int length = 512;
        int small = 1 << Kernel.PHASE_BITS;
        double[][] table = {b.numbers(length), b.numbers(length)};
        double[][] q = {b.numbers(small), b.numbers(small)};
        double[][] v = {b.numbers(length / small), b.numbers(length / small)};
        double[] pr = new double[length];
        double[] pi = new double[length];
        for (int z = 0; z < length; z++) {
            int a = z % small;
            int c = z / small;
            double fr = q[0][a] * v[0][c] - q[1][a] * v[1][c];
            double fi = q[0][a] * v[1][c] + q[1][a] * v[0][c];
            pr[z] = table[0][z] * fr - table[1][z] * fi;
            pi[z] = table[0][z] * fi + table[1][z] * fr;
        }
        PhaseRow<A> row = phases(b, table, q, v);
        double[] re = b.numbers(SIZE);
        double[] im = b.numbers(SIZE);
        double[] lre = b.numbers(SIZE);
        double[] lim = b.numbers(SIZE);
        double[] f = b.numbers(SIZE);

        A fr = b.stored(re);
        A fi = b.stored(im);
        b.kernel.phaseFill(fr, fi, OFF, row);
        double[] er = re.clone();
        double[] ei = im.clone();
        System.arraycopy(pr, 0, er, OFF, length);
        System.arraycopy(pi, 0, ei, OFF, length);
        b.assertSame(fr, er, "fill re");
        b.assertSame(fi, ei, "fill im");

        fr = b.stored(re);
        fi = b.stored(im);
        b.kernel.phase(fr, fi, OFF, row);
        for (int z = 0; z < length; z++) {
            er[OFF + z] = re[OFF + z] * pr[z] - im[OFF + z] * pi[z];
            ei[OFF + z] = re[OFF + z] * pi[z] + im[OFF + z] * pr[z];
        }
        b.assertSame(fr, er, "phase re");
        b.assertSame(fi, ei, "phase im");

        fr = b.stored(re);
        fi = b.stored(im);
        A lr = b.stored(lre);
        A li = b.stored(lim);
        double sum = b.kernel.unphase(fr, fi, lr, li, OFF, row, b.stored(f), 32);
        double expected = 0;
        double[] elr = lre.clone();
        double[] eli = lim.clone();
        for (int z = 0; z < length; z++) {
            int k = OFF + z;
            expected += f[32 + z] * (lre[k] * im[k] - lim[k] * re[k]);
            er[k] = re[k] * pr[z] + im[k] * pi[z];
            ei[k] = im[k] * pr[z] - re[k] * pi[z];
            elr[k] = lre[k] * pr[z] + lim[k] * pi[z];
            eli[k] = lim[k] * pr[z] - lre[k] * pi[z];
        }
        b.assertClose(sum, expected, "unphase");
        b.assertSame(fr, er, "unphase re");
        b.assertSame(fi, ei, "unphase im");
        b.assertSame(lr, elr, "unphase lre");
        b.assertSame(li, eli, "unphase lim");
    }

    @ParameterizedTest
    @MethodSource("benches")
    <A> void sumsOverTheDiagonal(KernelBench<A> b) {
        double[] re = b.numbers(SIZE);
        double[] im = b.numbers(SIZE);
        double[] lre = b.numbers(SIZE);
        double[] lim = b.numbers(SIZE);
        double[] f = b.numbers(SIZE);
        A fr = b.stored(re);
        A fi = b.stored(im);
        A lr = b.stored(lre);
        A li = b.stored(lim);
        A diagonal = b.stored(f);
        int length = 2048;
        for (double clip : new double[] {Double.POSITIVE_INFINITY, 0.25}) {
            double expectation = 0;
            double current = 0;
            double[] applied = lre.clone();
            double[] appliedIm = lim.clone();
            double[] probabilities = new double[SIZE];
            double[] currents = new double[SIZE];
            for (int z = 0; z < length; z++) {
                int k = OFF + z;
                double value = Math.min(f[48 + z], clip);
                expectation += value * (re[k] * re[k] + im[k] * im[k]);
                current += f[48 + z] * (lre[k] * im[k] - lim[k] * re[k]);
                applied[k] = value * re[k];
                appliedIm[k] = value * im[k];
                probabilities[5 + z] = re[k] * re[k] + im[k] * im[k];
                currents[5 + z] = 3 * (lre[k] * im[k] - lim[k] * re[k]);
            }
            b.assertClose(b.kernel.expectation(fr, fi, OFF, diagonal, 48, length, clip), expectation, "expectation");
            b.assertClose(b.kernel.current(fr, fi, lr, li, OFF, diagonal, 48, length), current, "current");
            double[] out = new double[SIZE];
            b.kernel.probabilities(fr, fi, OFF, length, out, 5);
            b.assertSame(b.stored(out), probabilities, "probabilities");
            out = new double[SIZE];
            b.kernel.currents(fr, fi, lr, li, OFF, length, 3, out, 5);
            b.assertSame(b.stored(out), currents, "currents");
            A ar = b.stored(lre);
            A ai = b.stored(lim);
            b.kernel.apply(fr, fi, ar, ai, OFF, diagonal, 48, length, clip);
            b.assertSame(ar, applied, "apply re");
            b.assertSame(ai, appliedIm, "apply im");
        }
        b.assertSame(fr, re, "re");
        b.assertSame(fi, im, "im");
    }

    @ParameterizedTest
    @MethodSource("benches")
    <A> void tableRows(KernelBench<A> b) {
        double[] tre = b.numbers(256);
        double[] tim = b.numbers(256);
        double[] gre = b.numbers(128);
        double[] gim = b.numbers(128);
        A tr = b.stored(tre);
        A ti = b.stored(tim);
        b.kernel.tableRow(tr, ti, 128, 64, b.stored(gre), b.stored(gim), 32, 64, 0.3, -0.7);
        double[] er = tre.clone();
        double[] ei = tim.clone();
        for (int k = 0; k < 64; k++) {
            double fr = gre[32 + k] * 0.3 + gim[32 + k] * 0.7;
            double fi = gim[32 + k] * 0.3 - gre[32 + k] * 0.7;
            er[128 + k] = tre[64 + k] * fr - tim[64 + k] * fi;
            ei[128 + k] = tre[64 + k] * fi + tim[64 + k] * fr;
        }
        b.assertSame(tr, er, "tableRow re");
        b.assertSame(ti, ei, "tableRow im");
    }
}
