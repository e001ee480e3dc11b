package org.shrinq.quantum.statevector;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.Ising;

/** The multi-angle QAOA written down as it is defined, term by term and qubit by qubit: the twin of the fast engine. */
public final class ReferenceState {
    private final double[] re;
    private final double[] im;
    private final int n;

    private ReferenceState(int n) {
        this.n = n;
        re = new double[1 << n];
        im = new double[1 << n];
        Arrays.fill(re, Math.pow(2, -0.5 * n));
    }

    /** Angles as {@link QaoaSimulator#valueMulti} takes them. */
    public static ReferenceState of(Ising ising, double[][] gamma, double[][] beta) {
        ReferenceState s = new ReferenceState(ising.size());
        double scale = ising.maxAbsCoefficient() > 0 ? ising.maxAbsCoefficient() : 1;
        for (int l = 0; l < gamma.length; l++) {
            double[] angles = gamma[l];
            int[] term = {0};
            double[] phase = new double[s.re.length];
            for (int i = 0; i < s.n; i++) {
                if (ising.linear(i) != 0) {
                    s.addPhase(phase, angles[term[0]++] * ising.linear(i) / scale, 1L << i);
                }
            }
            ising.forEachCoupling((i, j, c) -> s.addPhase(phase, angles[term[0]++] * c / scale, 1L << i | 1L << j));
            s.applyPhase(phase);
            for (int q = 0; q < s.n; q++) {
                s.applyMixer(q, beta[l][q]);
            }
        }
        return s;
    }

    /** Angles as {@link QaoaSimulator#value} takes them. */
    public static ReferenceState of(Ising ising, double[] gamma, double[] beta) {
        return of(ising, repeated(gamma, terms(ising)), repeated(beta, ising.size()));
    }

    static int terms(Ising ising) {
        int[] count = {0};
        for (int i = 0; i < ising.size(); i++) {
            count[0] += ising.linear(i) != 0 ? 1 : 0;
        }
        ising.forEachCoupling((i, j, c) -> count[0]++);
        return count[0];
    }

    static double[][] repeated(double[] values, int times) {
        double[][] rows = new double[values.length][times];
        for (int l = 0; l < values.length; l++) {
            Arrays.fill(rows[l], values[l]);
        }
        return rows;
    }

    private void addPhase(double[] phase, double angle, long mask) {
        for (int z = 0; z < phase.length; z++) {
            phase[z] += (Long.bitCount(z & mask) & 1) == 0 ? angle : -angle;
        }
    }

    private void applyPhase(double[] phase) {
        for (int z = 0; z < re.length; z++) {
            double c = Math.cos(phase[z]);
            double s = -Math.sin(phase[z]);
            double r = re[z];
            re[z] = r * c - im[z] * s;
            im[z] = r * s + im[z] * c;
        }
    }

    /** exp(−iβX) = [[cos β, −i sin β], [−i sin β, cos β]]. */
    private void applyMixer(int q, double beta) {
        double c = Math.cos(beta);
        double s = Math.sin(beta);
        for (int z = 0; z < re.length; z++) {
            int w = z | 1 << q;
            if (w != z) {
                double r0 = re[z];
                double i0 = im[z];
                double r1 = re[w];
                double i1 = im[w];
                re[z] = c * r0 + s * i1;
                im[z] = c * i0 - s * r1;
                re[w] = c * r1 + s * i0;
                im[w] = c * i1 - s * r0;
            }
        }
    }

    double[] re() {
        return re;
    }

    double[] im() {
        return im;
    }

    public double[] probabilities() {
        double[] p = new double[re.length];
        for (int z = 0; z < p.length; z++) {
            p[z] = re[z] * re[z] + im[z] * im[z];
        }
        return p;
    }

    /** The energy of every string, offset included. */
    public static double[] energies(Ising ising) {
        double[] e = new double[1 << ising.size()];
        for (int z = 0; z < e.length; z++) {
            e[z] = ising.energy(Bits.ofIndex(ising.size(), z));
        }
        return e;
    }

    public static double mean(double[] p, double[] f) {
        double sum = 0;
        for (int z = 0; z < p.length; z++) {
            sum += p[z] * f[z];
        }
        return sum;
    }

    /** By sorting: the mean of the best fraction α. */
    public static double cvar(double[] p, double[] f, double alpha) {
        Integer[] order = new Integer[p.length];
        Arrays.setAll(order, z -> z);
        Arrays.sort(order, (a, b) -> Double.compare(f[a], f[b]));
        double left = alpha;
        double sum = 0;
        for (int z : order) {
            double take = Math.min(left, p[z]);
            sum += take * f[z];
            left -= take;
        }
        return sum / alpha;
    }

    /** A model with fields and couplings; every third density is complete, every third sparse. */
    public static Ising model(int n, SplittableRandom r) {
        double density = new double[] {1, 0.4, 2.5 / n}[r.nextInt(3)];
        double size = r.nextDouble(0.5, 5);
        Ising.Builder b = Ising.builder(n).addOffset(r.nextDouble(-9, 9));
        for (int i = 0; i < n; i++) {
            if (r.nextInt(4) > 0) {
                b.addField(i, r.nextDouble(-size, size));
            }
            for (int j = i + 1; j < n; j++) {
                if (r.nextDouble() < density) {
                    b.add(i, j, r.nextDouble(-size, size));
                }
            }
        }
        return b.build();
    }

    public static double[] angles(int p, SplittableRandom r) {
        return r.doubles(p, -3, 3).toArray();
    }

    static double[][] angles(int p, int count, SplittableRandom r) {
        double[][] rows = new double[p][];
        for (int l = 0; l < p; l++) {
            rows[l] = angles(count, r);
        }
        return rows;
    }
}
