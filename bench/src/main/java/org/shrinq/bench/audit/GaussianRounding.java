package org.shrinq.bench.audit;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.shrinq.bench.statistics.BivariateNormal;
import org.shrinq.bench.statistics.NearestCorrelation;
import org.shrinq.bench.statistics.Normal;
import org.shrinq.bench.statistics.PositivePart;

/**
 * Strings with the measured one- and two-bit marginals, made of correlated normal numbers and thresholds (Emrich and
 * Piedmonte 1991; as a control of quantum optimisation arXiv 2507.21883): thresholds are the quantiles of the shares of
 * ones, the correlation of each pair is the tetrachoric one of its measured shares, and the matrix of them the nearest
 * correlation matrix. Where that projection moves much, the pairs differ from the measured ones: {@link #largestMiss}
 * tells by how much. O(n³) to fit, O(n²) a string.
 */
final class GaussianRounding implements StringSource.Draw {
    /** Bits that are not constant. */
    private final int[] live;

    private final byte[] constant;
    private final double[] threshold;
    private final double[][] root;
    private final double miss;

    private GaussianRounding(int[] live, byte[] constant, double[] threshold, double[][] root, double miss) {
        this.live = live;
        this.constant = constant;
        this.threshold = threshold;
        this.root = root;
        this.miss = miss;
    }

    static GaussianRounding fit(Moments moments) {
        int n = moments.size();
        byte[] constant = new byte[n];
        for (int i = 0; i < n; i++) {
            constant[i] = (byte) (moments.one(i) == 1 ? 1 : 0);
        }
        int[] live = IntStream.range(0, n)
                .filter(i -> moments.one(i) > 0 && moments.one(i) < 1)
                .toArray();
        int m = live.length;
        double[] threshold = new double[m];
        for (int a = 0; a < m; a++) {
            threshold[a] = Normal.quantile(moments.one(live[a]));
        }
        double[][] measured = new double[m][m];
        for (int a = 0; a < m; a++) {
            measured[a][a] = 1;
            for (int b = 0; b < a; b++) {
                double angle = BivariateNormal.angle(threshold[a], threshold[b], moments.both(live[a], live[b]));
                measured[a][b] = Math.sin(angle);
                measured[b][a] = measured[a][b];
            }
        }
        double[][] near = NearestCorrelation.of(measured);
        double miss = 0;
        for (int a = 0; a < m; a++) {
            for (int b = 0; b < a; b++) {
                double angle = Math.asin(Math.max(-1, Math.min(1, near[a][b])));
                double both = BivariateNormal.cdf(threshold[a], threshold[b], angle);
                miss = Math.max(miss, Math.abs(both - moments.both(live[a], live[b])));
            }
        }
        return new GaussianRounding(
                live, constant, threshold, unitRows(PositivePart.of(near).root()), miss);
    }

    /** Rows of length 1, so that every normal number has variance 1 where the projection stopped early. */
    private static double[][] unitRows(double[][] root) {
        for (double[] row : root) {
            double sum = 0;
            for (double v : row) {
                sum += v * v;
            }
            double scale = 1 / Math.sqrt(sum);
            for (int k = 0; k < row.length; k++) {
                row[k] *= scale;
            }
        }
        return root;
    }

    /** Largest difference between a pair's measured share of both ones and that of this source. */
    double largestMiss() {
        return miss;
    }

    @Override
    public void fill(byte[] x, SplittableRandom random) {
        System.arraycopy(constant, 0, x, 0, x.length);
        int m = live.length;
        double[] normal = new double[m];
        for (int k = 0; k < m; k++) {
            normal[k] = random.nextGaussian();
        }
        for (int a = 0; a < m; a++) {
            double sum = 0;
            double[] row = root[a];
            for (int k = 0; k < m; k++) {
                sum += row[k] * normal[k];
            }
            x[live[a]] = (byte) (sum < threshold[a] ? 1 : 0);
        }
    }
}
