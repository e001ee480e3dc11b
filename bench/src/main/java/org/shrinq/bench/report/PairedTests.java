package org.shrinq.bench.report;

import java.util.Arrays;
import java.util.List;
import org.shrinq.bench.statistics.Holm;
import org.shrinq.bench.statistics.Wilcoxon;
import org.shrinq.report.ReportNumbers;
import org.shrinq.report.Table.Cell;

/**
 * The signed-rank tests of one table, corrected after Holm for each other. Fewer than {@link #FEWEST} instances are not
 * tested: even if all their differences had one sign, the two-sided p-value 2 / 2ⁿ would be above 0.05.
 */
final class PairedTests {
    static final int FEWEST = 6;
    static final double SIGNIFICANT = 0.05;

    private final int[] instances;
    private final double[] p;
    private final double[] corrected;

    private PairedTests(int[] instances, double[] p) {
        this.instances = instances;
        this.p = p;
        this.corrected = p.clone();
        double[] adjusted =
                Holm.adjust(Arrays.stream(p).filter(v -> !Double.isNaN(v)).toArray());
        int next = 0;
        for (int k = 0; k < p.length; k++) {
            corrected[k] = Double.isNaN(p[k]) ? Double.NaN : adjusted[next++];
        }
    }

    /**
     * Tests that differences are symmetric about 0.
     *
     * @param differences per test one per instance; none where there is nothing to compare
     */
    static PairedTests of(List<double[]> differences) {
        return new PairedTests(
                differences.stream().mapToInt(d -> d.length).toArray(),
                differences.stream()
                        .mapToDouble(d -> d.length < FEWEST
                                ? Double.NaN
                                : Wilcoxon.test(d).pValue())
                        .toArray());
    }

    /** How many were tested. */
    int count() {
        return (int) Arrays.stream(p).filter(v -> !Double.isNaN(v)).count();
    }

    boolean isTested(int k) {
        return !Double.isNaN(p[k]);
    }

    boolean isSignificant(int k) {
        return corrected[k] < SIGNIFICANT;
    }

    Cell p(int k) {
        return cell(k, p[k]);
    }

    Cell corrected(int k) {
        return cell(k, corrected[k]);
    }

    private Cell cell(int k, double value) {
        return instances[k] > 0 && instances[k] < FEWEST
                ? Cell.text("too few instances for a test")
                : ReportNumbers.pCell(value);
    }
}
