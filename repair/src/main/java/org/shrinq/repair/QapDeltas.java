package org.shrinq.repair;

/**
 * The change of cost of every swap of two facilities, kept up to date: after a swap of u and v a pair that touches neither
 * is corrected in O(1), the others anew in O(n) (Taillard 1991). With c_j = A_uj − A_vj and d_j = B_{π(u)π(j)} −
 * B_{π(v)π(j)} after the swap, Δ_ij falls by (c_i − c_j)(d_i − d_j) and by the same with columns for rows. The distances are
 * kept permuted so that all loops run over consecutive memory. One thread.
 */
final class QapDeltas {
    final int n;
    /** Δ of swapping i and j at i·n + j, valid for i &lt; j. */
    final double[] delta;
    /** Location of each facility. */
    final int[] location;

    private final QapData data;
    private final double[] flowT;
    private final double[] at;
    private final double[] atT;
    private final double[] c;
    private final double[] d;
    private final double[] cT;
    private final double[] dT;
    private double cost;

    QapDeltas(QapData data) {
        this.data = data;
        n = data.n;
        delta = new double[n * n];
        location = new int[n];
        at = new double[n * n];
        c = new double[n];
        d = new double[n];
        if (data.symmetric) {
            flowT = data.flow;
            atT = at;
            cT = c;
            dT = d;
        } else {
            flowT = new double[n * n];
            atT = new double[n * n];
            cT = new double[n];
            dT = new double[n];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    flowT[j * n + i] = data.flow[i * n + j];
                }
            }
        }
    }

    double cost() {
        return cost;
    }

    /** Starts from a permutation (not modified); O(n³). */
    void load(int[] permutation) {
        System.arraycopy(permutation, 0, location, 0, n);
        cost = data.cost(permutation);
        for (int i = 0; i < n; i++) {
            int row = location[i] * n;
            for (int j = 0; j < n; j++) {
                double b = data.distance[row + location[j]];
                at[i * n + j] = b;
                if (!data.symmetric) {
                    atT[j * n + i] = b;
                }
            }
        }
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                delta[i * n + j] = evaluate(i, j);
            }
        }
    }

    /** Δ of one swap from nothing; O(n). */
    private double evaluate(int r, int s) {
        double sum = dot(data.flow, at, r * n, s * n);
        if (data.symmetric) {
            sum = 2 * sum + 4 * data.flow[r * n + s] * at[r * n + s];
        } else {
            sum += dot(flowT, atT, r * n, s * n)
                    + (data.flow[r * n + s] + data.flow[s * n + r]) * (at[r * n + s] + at[s * n + r]);
        }
        if (data.hasLinear) {
            sum += data.linear[r * n + location[s]]
                    + data.linear[s * n + location[r]]
                    - data.linear[r * n + location[r]]
                    - data.linear[s * n + location[s]];
        }
        return sum;
    }

    /** Σ_k (a_rk − a_sk)(b_sk − b_rk) over all k. */
    private double dot(double[] a, double[] b, int r, int s) {
        double even = 0;
        double odd = 0;
        int k = 0;
        for (; k + 1 < n; k += 2) {
            even += (a[r + k] - a[s + k]) * (b[s + k] - b[r + k]);
            odd += (a[r + k + 1] - a[s + k + 1]) * (b[s + k + 1] - b[r + k + 1]);
        }
        if (k < n) {
            even += (a[r + k] - a[s + k]) * (b[s + k] - b[r + k]);
        }
        return even + odd;
    }

    double delta(int i, int j) {
        return i < j ? delta[i * n + j] : delta[j * n + i];
    }

    /** Swaps the locations of u and v; O(n²). */
    void swap(int u, int v) {
        cost += delta(u, v);
        int keep = location[u];
        location[u] = location[v];
        location[v] = keep;
        exchange(at, u, v);
        differences(data.flow, u, v, data.symmetric ? 2 : 1, c);
        differences(at, u, v, 1, d);
        correct(c, d);
        if (!data.symmetric) {
            exchange(atT, u, v);
            differences(flowT, u, v, 1, cT);
            differences(atT, u, v, 1, dT);
            correct(cT, dT);
        }
        for (int k = 0; k < n; k++) {
            if (k != u) {
                delta[Math.min(k, u) * n + Math.max(k, u)] = evaluate(Math.min(k, u), Math.max(k, u));
            }
            if (k != v && k != u) {
                delta[Math.min(k, v) * n + Math.max(k, v)] = evaluate(Math.min(k, v), Math.max(k, v));
            }
        }
    }

    private void correct(double[] left, double[] right) {
        for (int i = 0; i + 1 < n; i++) {
            double ci = left[i];
            double di = right[i];
            int row = i * n;
            for (int j = i + 1; j < n; j++) {
                delta[row + j] -= (ci - left[j]) * (di - right[j]);
            }
        }
    }

    private void differences(double[] m, int u, int v, double factor, double[] out) {
        int ru = u * n;
        int rv = v * n;
        for (int j = 0; j < n; j++) {
            out[j] = factor * (m[ru + j] - m[rv + j]);
        }
    }

    /** Exchanges rows u and v and columns u and v. */
    private void exchange(double[] m, int u, int v) {
        for (int j = 0; j < n; j++) {
            double keep = m[u * n + j];
            m[u * n + j] = m[v * n + j];
            m[v * n + j] = keep;
        }
        for (int i = 0; i < n; i++) {
            double keep = m[i * n + u];
            m[i * n + u] = m[i * n + v];
            m[i * n + v] = keep;
        }
    }
}
