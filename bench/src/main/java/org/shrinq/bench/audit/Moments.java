package org.shrinq.bench.audit;

import org.shrinq.qubo.Sample;
import org.shrinq.qubo.SampleSet;

/**
 * How often bits, and pairs of bits, are 1. Shots are kept as one row of words a bit, so that a pair costs N/64 steps.
 */
final class Moments {
    private final long[][] rows;
    private final long shots;

    private Moments(long[][] rows, long shots) {
        this.rows = rows;
        this.shots = shots;
    }

    static Moments of(SampleSet samples) {
        int n = samples.qubits();
        int shots = Math.toIntExact(samples.shots());
        long[][] rows = new long[n][(shots + 63) / 64];
        int at = 0;
        for (Sample s : samples.samples()) {
            for (long c = 0; c < s.count(); c++, at++) {
                for (int i = 0; i < n; i++) {
                    rows[i][at >>> 6] |= (long) s.bits().get(i) << at;
                }
            }
        }
        return new Moments(rows, shots);
    }

    int size() {
        return rows.length;
    }

    long shots() {
        return shots;
    }

    /** P(x_i = 1). */
    double one(int i) {
        return (double) count(i, i) / shots;
    }

    /** P(x_i = 1 and x_j = 1). */
    double both(int i, int j) {
        return (double) count(i, j) / shots;
    }

    private long count(int i, int j) {
        long count = 0;
        for (int w = 0; w < rows[i].length; w++) {
            count += Long.bitCount(rows[i][w] & rows[j][w]);
        }
        return count;
    }

    /** I(x_i; x_j) in nats. */
    double information(int i, int j) {
        double pi = one(i);
        double pj = one(j);
        double both = both(i, j);
        return term(both, pi * pj)
                + term(pi - both, pi * (1 - pj))
                + term(pj - both, (1 - pi) * pj)
                + term(1 - pi - pj + both, (1 - pi) * (1 - pj));
    }

    private static double term(double p, double product) {
        return p <= 1e-15 || product <= 0 ? 0 : p * Math.log(p / product);
    }
}
