package org.shrinq.bench.audit;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.Ising;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.Sample;
import org.shrinq.qubo.SampleSet;

/**
 * Independent readout errors bit by bit, and their tensored inverse: a measured distribution is multiplied by the
 * inverse of each bit's 2 × 2 matrix. That reweights the strings that were measured, it measures nothing anew, and
 * makes quasi-probabilities, of which the nearest distribution is taken (Smolin, Gambetta and Smith 2012).
 */
public final class ReadoutErrors {
    /** Most bits of a whole distribution. */
    private static final int MOST = 20;

    /** P(1 read | 0) by bit. */
    private final double[] zeroAsOne;
    /** P(0 read | 1) by bit. */
    private final double[] oneAsZero;

    private final String source;

    private ReadoutErrors(double[] zeroAsOne, double[] oneAsZero, String source) {
        this.zeroAsOne = zeroAsOne;
        this.oneAsZero = oneAsZero;
        this.source = source;
        for (int i = 0; i < zeroAsOne.length; i++) {
            if (!(zeroAsOne[i] >= 0 && oneAsZero[i] >= 0 && zeroAsOne[i] + oneAsZero[i] < 0.9)) {
                throw new IllegalArgumentException("readout errors of bit " + i + " are " + zeroAsOne[i] + " and "
                        + oneAsZero[i] + ", which tell nothing of what was there");
            }
        }
    }

    /** The same for every bit, as given. */
    public static ReadoutErrors given(int bits, double zeroAsOne, double oneAsZero) {
        double[] zero = new double[bits];
        double[] one = new double[bits];
        Arrays.fill(zero, zeroAsOne);
        Arrays.fill(one, oneAsZero);
        return new ReadoutErrors(zero, one, "given");
    }

    /** From the counts of a circuit that prepares all zeros and of one that prepares all ones. */
    public static ReadoutErrors calibrated(SampleSet zeros, SampleSet ones) {
        Moments low = Moments.of(zeros);
        Moments high = Moments.of(ones);
        double[] zeroAsOne = new double[low.size()];
        double[] oneAsZero = new double[low.size()];
        for (int i = 0; i < zeroAsOne.length; i++) {
            zeroAsOne[i] = low.one(i);
            oneAsZero[i] = 1 - high.one(i);
        }
        return new ReadoutErrors(zeroAsOne, oneAsZero, "from calibration counts");
    }

    /** Where the rates are from. */
    public String source() {
        return source;
    }

    /** The mean of all rates. */
    public double mean() {
        return (Arrays.stream(zeroAsOne).sum() + Arrays.stream(oneAsZero).sum()) / (2 * zeroAsOne.length);
    }

    /**
     * The mean energy under the tensored inverse: ⟨Z_i⟩ and ⟨Z_iZ_j⟩ of a quadratic form need the matrices of two bits
     * alone.
     */
    public double energy(SampleSet device, Qubo qubo) {
        Moments moments = Moments.of(device);
        Ising ising = qubo.toIsing();
        double[] sum = {ising.offset()};
        for (int i = 0; i < ising.size(); i++) {
            sum[0] += ising.linear(i) * (1 - 2 * moments.one(i) - shift(i)) / slope(i);
        }
        ising.forEachCoupling((i, j, c) -> {
            double zi = 1 - 2 * moments.one(i);
            double zj = 1 - 2 * moments.one(j);
            double zz = 1 - 2 * (moments.one(i) + moments.one(j)) + 4 * moments.both(i, j);
            sum[0] += c * (zz - shift(j) * zi - shift(i) * zj + shift(i) * shift(j)) / (slope(i) * slope(j));
        });
        return sum[0];
    }

    /** Measured ⟨Z⟩ = slope·⟨Z⟩ + shift. */
    private double slope(int i) {
        return 1 - zeroAsOne[i] - oneAsZero[i];
    }

    private double shift(int i) {
        return oneAsZero[i] - zeroAsOne[i];
    }

    /** The reweighted strings as counts that add up to the shots; empty beyond 20 bits. */
    public Optional<Map<Bits, Long>> reweighted(SampleSet device) {
        int n = device.qubits();
        if (n > MOST) {
            return Optional.empty();
        }
        double[] p = new double[1 << n];
        for (Sample s : device.samples()) {
            p[(int) s.bits().toIndex()] += (double) s.count() / device.shots();
        }
        for (int i = 0; i < n; i++) {
            invert(p, i);
        }
        double level = simplexLevel(p);
        Map<Bits, Long> counts = new LinkedHashMap<>();
        double carried = 0;
        for (int z = 0; z < p.length; z++) {
            // rounding that hands its remainder on, so that the counts add up
            carried += Math.max(0, p[z] - level) * device.shots();
            long count = Math.round(carried);
            if (count > 0 && p[z] > level) {
                counts.put(Bits.ofIndex(n, z), count);
                carried -= count;
            }
        }
        return Optional.of(counts);
    }

    private void invert(double[] p, int bit) {
        double determinant = slope(bit);
        int step = 1 << bit;
        for (int z = 0; z < p.length; z++) {
            if ((z & step) == 0) {
                double zero = p[z];
                double one = p[z | step];
                p[z] = ((1 - oneAsZero[bit]) * zero - oneAsZero[bit] * one) / determinant;
                p[z | step] = ((1 - zeroAsOne[bit]) * one - zeroAsOne[bit] * zero) / determinant;
            }
        }
    }

    /** The t with Σ max(0, p − t) = 1. */
    private static double simplexLevel(double[] p) {
        double[] sorted = p.clone();
        Arrays.sort(sorted);
        double sum = 0;
        for (int k = sorted.length - 1; k >= 0; k--) {
            sum += sorted[k];
            double level = (sum - 1) / (sorted.length - k);
            if (k == 0 || sorted[k - 1] <= level) {
                return level;
            }
        }
        throw new IllegalStateException("no distribution");
    }
}
