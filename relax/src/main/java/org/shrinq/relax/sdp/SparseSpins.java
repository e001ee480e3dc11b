package org.shrinq.relax.sdp;

import java.util.Arrays;
import org.shrinq.qubo.Couplings;
import org.shrinq.qubo.Ising;
import org.shrinq.qubo.QuadraticForm;
import org.shrinq.relax.linalg.Dense;

/** Explicit couplings in sorted rows that can be contracted in place. */
final class SparseSpins implements SpinMatrix {
    private final int[][] columns;
    private final double[][] values;
    private final int[] degree;
    private final boolean[] dead;
    private final double magnitude;
    private double constant;
    private int alive;
    private int operations;

    private SparseSpins(int size, double constant, double magnitude) {
        columns = new int[size][];
        values = new double[size][];
        degree = new int[size];
        dead = new boolean[size];
        alive = size;
        this.constant = constant;
        this.magnitude = magnitude;
    }

    static SparseSpins of(QuadraticForm form) {
        QuadraticForm spin = form.toSpin();
        int n = spin.size();
        SparseSpins s = new SparseSpins(n + 1, spin.offset(), Magnitude.of(form));
        int fields = 0;
        for (int i = 0; i < n; i++) {
            fields += spin.linear(i) != 0 ? 1 : 0;
        }
        s.allocate(0, fields);
        int largest = 0;
        for (int i = 0; i < n; i++) {
            int d = spin.degree(i);
            largest = Math.max(largest, d);
            s.allocate(i + 1, d + (spin.linear(i) != 0 ? 1 : 0));
            if (spin.linear(i) != 0) {
                s.append(0, i + 1, spin.linear(i));
                s.append(i + 1, 0, spin.linear(i));
            }
            if (spin instanceof Ising ising) {
                Couplings j = ising.matrix();
                for (int e = j.rowStart(i); e < j.rowEnd(i); e++) {
                    s.append(i + 1, j.column(e) + 1, j.value(e));
                }
            } else {
                int row = i + 1;
                spin.forEachNeighbor(i, (j, c) -> s.append(row, j + 1, c));
            }
        }
        s.operations = largest;
        return s;
    }

    private void allocate(int u, int length) {
        columns[u] = new int[length];
        values[u] = new double[length];
    }

    private void append(int u, int v, double c) {
        columns[u][degree[u]] = v;
        values[u][degree[u]++] = c;
    }

    @Override
    public int size() {
        return degree.length;
    }

    @Override
    public boolean isAlive(int u) {
        return !dead[u];
    }

    @Override
    public int alive() {
        return alive;
    }

    @Override
    public double constant() {
        return constant;
    }

    @Override
    public double rounding() {
        return 0x1p-52 * (operations + 16.0) * magnitude;
    }

    double get(int u, int v) {
        int e = Arrays.binarySearch(columns[u], 0, degree[u], v);
        return e < 0 ? 0 : values[u][e];
    }

    /** z_u = sign·z_v: row u is added to row v and disappears. O(degree(u)·average degree). */
    void merge(int u, int v, int sign) {
        operations++;
        int[] from = columns[u];
        double[] what = values[u];
        int count = degree[u];
        for (int e = 0; e < count; e++) {
            int w = from[e];
            remove(w, u);
            double c = sign * what[e];
            if (w == v) {
                constant += c;
            } else {
                add(w, v, c);
                add(v, w, c);
            }
        }
        columns[u] = new int[0];
        values[u] = new double[0];
        degree[u] = 0;
        dead[u] = true;
        alive--;
    }

    /** C_uv += c on one side; an entry that becomes 0 is dropped. */
    private void add(int u, int v, double c) {
        int e = Arrays.binarySearch(columns[u], 0, degree[u], v);
        if (e >= 0) {
            values[u][e] += c;
            if (values[u][e] == 0) {
                removeAt(u, e);
            }
            return;
        }
        int at = -e - 1;
        if (degree[u] == columns[u].length) {
            int length = degree[u] + degree[u] / 2 + 4;
            columns[u] = Arrays.copyOf(columns[u], length);
            values[u] = Arrays.copyOf(values[u], length);
        }
        System.arraycopy(columns[u], at, columns[u], at + 1, degree[u] - at);
        System.arraycopy(values[u], at, values[u], at + 1, degree[u] - at);
        columns[u][at] = v;
        values[u][at] = c;
        degree[u]++;
    }

    private void remove(int u, int v) {
        int e = Arrays.binarySearch(columns[u], 0, degree[u], v);
        if (e >= 0) {
            removeAt(u, e);
        }
    }

    private void removeAt(int u, int e) {
        System.arraycopy(columns[u], e + 1, columns[u], e, degree[u] - e - 1);
        System.arraycopy(values[u], e + 1, values[u], e, degree[u] - e - 1);
        degree[u]--;
    }

    @Override
    public void multiply(double[] vectors, int rank, double[] out) {
        Arrays.fill(out, 0, size() * rank, 0.0);
        for (int u = 0; u < degree.length; u++) {
            row(u, 0, degree[u], vectors, rank, out, u * rank);
        }
    }

    private void row(int u, int first, int end, double[] vectors, int rank, double[] out, int to) {
        int[] column = columns[u];
        double[] value = values[u];
        for (int e = first; e < end; e++) {
            double c = value[e];
            int from = column[e] * rank;
            for (int k = 0; k < rank; k++) {
                out[to + k] += c * vectors[from + k];
            }
        }
    }

    @Override
    public Sweep sweep(double[] vectors, int rank) {
        return sweepFrom(0, vectors, rank);
    }

    Sweep sweepFrom(int first, double[] vectors, int rank) {
        double[] g = new double[rank];
        double[] before = new double[rank];
        double gain = 0;
        double norms = 0;
        double sum = 0;
        for (int u = first; u < degree.length; u++) {
            if (degree[u] > 0) {
                Arrays.fill(g, 0.0);
                int middle = -Arrays.binarySearch(columns[u], 0, degree[u], u) - 1;
                row(u, 0, middle, vectors, rank, g, 0);
                System.arraycopy(g, 0, before, 0, rank);
                row(u, middle, degree[u], vectors, rank, g, 0);
                double norm = VectorRows.norm(g, 0, rank);
                norms += norm;
                gain += VectorRows.descend(g, norm, vectors, u * rank, rank);
                sum += Dense.dot(before, 0, vectors, u * rank, rank); // all vectors in it are final
            }
        }
        return new Sweep(gain, norms / 2, sum);
    }

    @Override
    public void forEachAbove(int u, QuadraticForm.NeighborConsumer consumer) {
        for (int e = 0; e < degree[u]; e++) {
            if (columns[u][e] > u) {
                consumer.accept(columns[u][e], values[u][e]);
            }
        }
    }

    @Override
    public long entries() {
        long twice = 0;
        for (int d : degree) {
            twice += d;
        }
        return twice / 2;
    }
}
