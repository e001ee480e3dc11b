package org.shrinq.shrink.correlate;

import java.util.Map;
import org.shrinq.qubo.Bits;

/** Correlations from measured strings. */
public final class MeasuredMoments {
    private MeasuredMoments() {}

    /**
     * ⟨Z_i⟩ and ⟨Z_iZ_j⟩ of the strings, with the readout undone by the tensored inverse: a measured ⟨Z⟩ is (1 − a −
     * b)⟨Z⟩ + b − a.
     *
     * @param counts of strings of so many bits
     * @param zeroAsOne a, the probability that 0 is read as 1; with b below 1 in sum
     * @param oneAsZero b, the probability that 1 is read as 0
     */
    public static SparseCorrelations of(int bits, Map<Bits, Long> counts, double zeroAsOne, double oneAsZero) {
        double[] single = new double[bits];
        double[][] pair = new double[bits][bits];
        double[] shots = {0};
        counts.forEach((x, count) -> {
            shots[0] += count;
            for (int i = 0; i < bits; i++) {
                double zi = (1 - 2 * x.get(i)) * (double) count;
                single[i] += zi;
                for (int j = 0; j < i; j++) {
                    pair[i][j] += zi * (1 - 2 * x.get(j));
                }
            }
        });
        double slope = 1 - zeroAsOne - oneAsZero;
        double shift = oneAsZero - zeroAsOne;
        SparseCorrelations correlations = new SparseCorrelations(bits);
        for (int i = 0; i < bits; i++) {
            double zi = single[i] / shots[0];
            correlations.setSingle(i, (zi - shift) / slope);
            for (int j = 0; j < i; j++) {
                double zj = single[j] / shots[0];
                double zz = pair[i][j] / shots[0];
                correlations.setPair(i, j, (zz - shift * (zi + zj) + shift * shift) / (slope * slope));
            }
        }
        return correlations;
    }
}
