package org.shrinq.quantum.statevector;

import org.shrinq.qubo.Ising;

/**
 * A quadratic function of bits, f(x) = constant + Σ l_i x_i + Σ_{i&lt;j} q_ij x_i x_j, dense, for at most some 30 bits.
 */
final class Quadratic {
    final int size;
    final double constant;
    final double[] linear;
    /** n·n, symmetric, zero diagonal. */
    final double[] coupling;

    Quadratic(double constant, double[] linear, double[] coupling) {
        this.size = linear.length;
        this.constant = constant;
        this.linear = linear;
        this.coupling = coupling;
    }

    /** factor·(ising − its offset). */
    static Quadratic of(Ising ising, double factor) {
        int n = ising.size();
        double[] linear = new double[n];
        double[] coupling = new double[n * n];
        double constant = 0;
        for (int i = 0; i < n; i++) {
            constant += factor * ising.linear(i);
            linear[i] -= 2 * factor * ising.linear(i);
            for (int e = ising.matrix().rowStart(i); e < ising.matrix().rowEnd(i); e++) {
                double j = factor * ising.matrix().value(e);
                linear[i] -= 2 * j;
                coupling[i * n + ising.matrix().column(e)] = 4 * j;
                constant += j / 2;
            }
        }
        return new Quadratic(constant, linear, coupling);
    }

    /** f of all 2ⁿ bit strings in index order, in two additions each. */
    <A> A table(Kernel<A> kernel, Workers workers) {
        A out = kernel.allocate(1 << size);
        int low = Math.min(size, 12);
        double[] first = lowTable(low);
        int rows = 1 << (size - low);
        workers.run(Math.min(rows, 64), (task, w) -> {
            double[] row = new double[1 << low];
            double[] fields = new double[low];
            int chunk = rows / Math.min(rows, 64);
            for (int u = task * chunk; u < (task + 1) * chunk; u++) {
                double start = fieldsOf(u, low, fields);
                addRow(first, start, fields, row);
                kernel.store(row, 0, out, u << low, 1 << low);
            }
        });
        return out;
    }

    /** f without its constant over the lowest bits, the others 0, by doubling. */
    private double[] lowTable(int bits) {
        double[] table = new double[1 << bits];
        for (int k = 0; k < bits; k++) {
            int half = 1 << k;
            table[half] = linear[k];
            for (int i = 0; i < k; i++) {
                int step = 1 << i;
                double c = coupling[k * size + i];
                for (int z = 0; z < step; z++) {
                    table[half + step + z] = table[half + z] + c;
                }
            }
            for (int z = 0; z < half; z++) {
                table[half + z] += table[z];
            }
        }
        return table;
    }

    /** What the set bits u above {@code low} add: the value alone, and per low bit. */
    private double fieldsOf(int u, int low, double[] fields) {
        java.util.Arrays.fill(fields, 0);
        double sum = constant;
        for (int k = low; k < size; k++) {
            if ((u >>> (k - low) & 1) != 0) {
                sum += linear[k];
                int row = k * size;
                for (int i = 0; i < low; i++) {
                    fields[i] += coupling[row + i];
                }
                for (int i = low; i < k; i++) {
                    if ((u >>> (i - low) & 1) != 0) {
                        sum += coupling[row + i];
                    }
                }
            }
        }
        return sum;
    }

    /** row[z] = first[z] + start + Σ fields_i z_i, the sum split over the two halves of z. */
    private static void addRow(double[] first, double start, double[] fields, double[] row) {
        int half = Math.min(6, fields.length);
        double[] a = new double[1 << half];
        double[] b = new double[1 << (fields.length - half)];
        b[0] = start;
        spread(a, fields, 0, half);
        spread(b, fields, half, fields.length);
        for (int k = 0; k < b.length; k++) {
            double add = b[k];
            int off = k << half;
            for (int z = 0; z < a.length; z++) {
                row[off + z] = first[off + z] + (a[z] + add);
            }
        }
    }

    private static void spread(double[] table, double[] fields, int from, int to) {
        for (int i = from; i < to; i++) {
            int half = 1 << (i - from);
            for (int z = 0; z < half; z++) {
                table[half + z] = table[z] + fields[i];
            }
        }
    }
}
