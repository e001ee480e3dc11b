package org.shrinq.qubo;

import java.util.Arrays;
import org.shrinq.qubo.text.Brief;

/**
 * Immutable symmetric sparse matrix with zero diagonal in CSR form: every coupling stands in both rows, columns
 * ascending within a row. For hot loops: iterate {@code e} from {@link #rowStart}(i) to rowStart(i + 1).
 */
public final class Couplings {
    private final int size;
    private final int[] rowStart;
    private final int[] column;
    private final double[] value;

    private Couplings(int size, int[] rowStart, int[] column, double[] value) {
        this.size = size;
        this.rowStart = rowStart;
        this.column = column;
        this.value = value;
    }

    /**
     * Sums duplicates and drops zeros. Arrays are not modified; i ≠ j in every entry; the first {@code count} count.
     */
    static Couplings ofTriplets(int size, int[] is, int[] js, double[] values, int count) {
        int[] start = new int[size + 1];
        for (int e = 0; e < count; e++) {
            start[is[e] + 1]++;
            start[js[e] + 1]++;
        }
        for (int i = 0; i < size; i++) {
            start[i + 1] += start[i];
        }
        if (isUpperTriangle(is, js, values, count)) {
            return ofUpperTriangle(size, start, is, js, values, count);
        }
        int total = start[size];
        // Two stable counting passes (by column, then by row) leave every row sorted by column in linear time.
        int[] byColumnRow = new int[total];
        double[] byColumnValue = new double[total];
        int[] cursor = Arrays.copyOf(start, size);
        for (int e = 0; e < count; e++) {
            int p = cursor[js[e]]++;
            byColumnRow[p] = is[e];
            byColumnValue[p] = values[e];
            p = cursor[is[e]]++;
            byColumnRow[p] = js[e];
            byColumnValue[p] = values[e];
        }
        int[] column = new int[total];
        double[] value = new double[total];
        System.arraycopy(start, 0, cursor, 0, size);
        for (int j = 0; j < size; j++) {
            for (int p = start[j]; p < start[j + 1]; p++) {
                int q = cursor[byColumnRow[p]]++;
                column[q] = j;
                value[q] = byColumnValue[p];
            }
        }
        return compact(size, start, column, value);
    }

    /** True for entries i &lt; j, none 0, in ascending order without repetition: what writers of matrices produce. */
    private static boolean isUpperTriangle(int[] is, int[] js, double[] values, int count) {
        for (int e = 0; e < count; e++) {
            boolean ascends = e == 0 || is[e] > is[e - 1] || (is[e] == is[e - 1] && js[e] > js[e - 1]);
            if (!ascends || is[e] >= js[e] || values[e] == 0) {
                return false;
            }
        }
        return true;
    }

    /**
     * One pass is enough for an ordered upper triangle: row j receives its columns i &lt; j, in ascending order, before
     * its own entries come.
     */
    private static Couplings ofUpperTriangle(int size, int[] start, int[] is, int[] js, double[] values, int count) {
        int[] column = new int[2 * count];
        double[] value = new double[2 * count];
        int[] cursor = Arrays.copyOf(start, size);
        for (int e = 0; e < count; e++) {
            int i = is[e];
            int j = js[e];
            double v = values[e];
            int p = cursor[i]++;
            column[p] = j;
            value[p] = v;
            int q = cursor[j]++;
            column[q] = i;
            value[q] = v;
        }
        return new Couplings(size, start, column, value);
    }

    private static Couplings compact(int size, int[] start, int[] column, double[] value) {
        int[] rowStart = new int[size + 1];
        int out = 0;
        for (int i = 0; i < size; i++) {
            int e = start[i];
            while (e < start[i + 1]) {
                int j = column[e];
                double sum = 0;
                while (e < start[i + 1] && column[e] == j) {
                    sum += value[e++];
                }
                if (sum != 0) {
                    column[out] = j;
                    value[out++] = sum;
                }
            }
            rowStart[i + 1] = out;
        }
        return out == column.length
                ? new Couplings(size, rowStart, column, value)
                : new Couplings(size, rowStart, Arrays.copyOf(column, out), Arrays.copyOf(value, out));
    }

    public int size() {
        return size;
    }

    /** Number of stored pairs i &lt; j. */
    public long count() {
        return column.length / 2;
    }

    public int rowStart(int i) {
        return rowStart[i];
    }

    public int rowEnd(int i) {
        return rowStart[i + 1];
    }

    public int column(int e) {
        return column[e];
    }

    public double value(int e) {
        return value[e];
    }

    public int degree(int i) {
        return rowStart[i + 1] - rowStart[i];
    }

    /** The entry (i, j), 0 when absent; O(log degree). */
    public double get(int i, int j) {
        int e = Arrays.binarySearch(column, rowStart[i], rowStart[i + 1], j);
        return e < 0 ? 0 : value[e];
    }

    /** A copy with every value multiplied by a non-zero factor. */
    Couplings scaled(double factor) {
        double[] scaled = new double[value.length];
        for (int e = 0; e < scaled.length; e++) {
            scaled[e] = value[e] * factor;
        }
        return new Couplings(size, rowStart, column, scaled);
    }

    double maxAbs() {
        double max = 0;
        for (double v : value) {
            max = Math.max(max, Math.abs(v));
        }
        return max;
    }

    void forEach(int i, QuadraticForm.NeighborConsumer consumer) {
        for (int e = rowStart[i]; e < rowStart[i + 1]; e++) {
            consumer.accept(column[e], value[e]);
        }
    }

    /** out_i = Σ_j value_ij · v_j, vectors row-major; {@code out} is overwritten. */
    void multiply(double[] vectors, int rank, double[] out) {
        Arrays.fill(out, 0, size * rank, 0.0);
        for (int i = 0; i < size; i++) {
            int to = i * rank;
            for (int e = rowStart[i]; e < rowStart[i + 1]; e++) {
                double c = value[e];
                int from = column[e] * rank;
                for (int k = 0; k < rank; k++) {
                    out[to + k] += c * vectors[from + k];
                }
            }
        }
    }

    /** out = Σ_j value_ij · v_j (length rank, overwritten). */
    void multiplyRow(int i, double[] vectors, int rank, double[] out) {
        Arrays.fill(out, 0, rank, 0.0);
        for (int e = rowStart[i]; e < rowStart[i + 1]; e++) {
            double c = value[e];
            int from = column[e] * rank;
            for (int k = 0; k < rank; k++) {
                out[k] += c * vectors[from + k];
            }
        }
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Couplings c
                && c.size == size
                && Arrays.equals(rowStart, c.rowStart)
                && Arrays.equals(column, c.column)
                && Arrays.equals(value, c.value);
    }

    @Override
    public int hashCode() {
        return (31 * Arrays.hashCode(rowStart) + Arrays.hashCode(column)) * 31 + Arrays.hashCode(value);
    }

    @Override
    public String toString() {
        return Brief.of(this, "variables", size, "entries", value.length);
    }
}
