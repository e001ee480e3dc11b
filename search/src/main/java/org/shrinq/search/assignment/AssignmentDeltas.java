package org.shrinq.search.assignment;

/**
 * The change of cost of every swap of two facilities, kept up to date: after a swap of u and v a pair that touches
 * neither is corrected in O(1), the others anew in O(n) (Taillard 1991). With c_j = A_uj − A_vj and d_j = B_{π(u)π(j)}
 * − B_{π(v)π(j)} after the swap, Δ_ij falls by (c_i − c_j)(d_i − d_j) and by the same with columns for rows. The
 * distances are kept permuted so that all loops run over consecutive memory. A fresh Δ_us is X_us + X_su − X_uu − X_ss
 * + (A_us + A_su)(B_us + B_su) of the cross sums X_is = Σ_k (A_ik B_sk + A_ki B_ks), which a swap changes by an
 * exchange of two columns and a matrix of rank one ({@link CrossSums}): one multiplication an entry and none for the
 * many rows i of sparse flows with A_iu = A_iv, where fresh sums take four (twice as many swaps a second at n = 100).
 * One thread.
 */
public final class AssignmentDeltas {
    public final int n;
    /** Δ of swapping i and j at i·n + j, valid for i &lt; j. */
    public final double[] delta;
    /** Location of each facility. */
    public final int[] location;

    private final AssignmentData data;
    private final double[] flowT;
    private final double[] at;
    private final double[] atT;
    private final double[] c;
    private final double[] d;
    private final double[] cT;
    private final double[] dT;
    /** Σ_k A_ik B_sk at i·n + s; with symmetry half of X. */
    private final CrossSums rows;
    /** Σ_k A_ki B_ks at i·n + s; the same as the other with symmetry. */
    private final CrossSums columns;

    private double cost;

    public AssignmentDeltas(AssignmentData data) {
        this.data = data;
        n = data.n;
        delta = new double[n * n];
        location = new int[n];
        at = new double[n * n];
        c = new double[n];
        d = new double[n];
        rows = new CrossSums(n);
        if (data.symmetric) {
            flowT = data.flow;
            atT = at;
            cT = c;
            dT = d;
            columns = rows;
        } else {
            columns = new CrossSums(n);
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

    public double cost() {
        return cost;
    }

    /** Starts from a permutation (not modified); O(n³). */
    public void load(int[] permutation) {
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
        rows.load(data.flow, atT);
        if (!data.symmetric) {
            columns.load(flowT, at);
        }
        for (int i = 0; i < n; i++) {
            refresh(i);
        }
    }

    /** Computes Δ of every swap of a facility anew from the cross sums. */
    private void refresh(int r) {
        for (int s = 0; s < n; s++) {
            if (s != r) {
                delta[Math.min(r, s) * n + Math.max(r, s)] = fresh(r, s);
            }
        }
    }

    private double fresh(int r, int s) {
        double change = rows.swap(r, s) + columns.swap(r, s);
        double between = data.flow[r * n + s] + data.flow[s * n + r];
        change += between * (at[r * n + s] + at[s * n + r]);
        if (data.hasLinear) {
            change += data.linear[r * n + location[s]]
                    + data.linear[s * n + location[r]]
                    - data.linear[r * n + location[r]]
                    - data.linear[s * n + location[s]];
        }
        return change;
    }

    public double delta(int i, int j) {
        return i < j ? delta[i * n + j] : delta[j * n + i];
    }

    /** Swaps the locations of u and v; O(n²). */
    public void swap(int u, int v) {
        cost += delta(u, v);
        int keep = location[u];
        location[u] = location[v];
        location[v] = keep;
        exchange(at, u, v);
        differences(data.flow, u, v, c);
        differences(at, u, v, d);
        if (data.symmetric) {
            correct(c, d, 2);
        } else {
            exchange(atT, u, v);
            differences(flowT, u, v, cT);
            differences(atT, u, v, dT);
            correct(c, d, 1);
            correct(cT, dT, 1);
            columns.swap(u, v, c, d);
        }
        rows.swap(u, v, cT, dT);
        refresh(u);
        refresh(v);
    }

    private void correct(double[] left, double[] right, double factor) {
        for (int i = 0; i + 1 < n; i++) {
            double ci = factor * left[i];
            double di = right[i];
            int row = i * n;
            for (int j = i + 1; j < n; j++) {
                delta[row + j] -= (ci - factor * left[j]) * (di - right[j]);
            }
        }
    }

    private void differences(double[] m, int u, int v, double[] out) {
        int ru = u * n;
        int rv = v * n;
        for (int j = 0; j < n; j++) {
            out[j] = m[ru + j] - m[rv + j];
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
