package org.shrinq.search.assignment;

/**
 * The change of cost of every swap of two facilities, kept up to date: after a swap of u and v a pair that touches neither
 * is corrected in O(1), the others anew in O(n) (Taillard 1991). With c_j = A_uj − A_vj and d_j = B_{π(u)π(j)} −
 * B_{π(v)π(j)} after the swap, Δ_ij falls by (c_i − c_j)(d_i − d_j) and by the same with columns for rows. The distances are
 * kept permuted so that all loops run over consecutive memory. With r_i = Σ_k A_ik B_ik a fresh Δ_us is
 * Σ_k (A_uk B_sk + A_sk B_uk) − r_u − r_s and a correction for k = u, s; the cross sums for all s at once are a sum of n rows, which
 * the compiler vectorises where it may not vectorise a dot product (a descent at n = 100 took 0.4 of the time). One thread.
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
    /** Σ_k A_ik B_ik of each facility, and Σ_k A_ki B_ki too without symmetry. */
    private final double[] own;

    private final double[] crossU;
    private final double[] crossV;
    private double cost;

    public AssignmentDeltas(AssignmentData data) {
        this.data = data;
        n = data.n;
        delta = new double[n * n];
        location = new int[n];
        at = new double[n * n];
        c = new double[n];
        d = new double[n];
        own = new double[n];
        crossU = new double[n];
        crossV = new double[n];
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
        for (int i = 0; i < n; i++) {
            own[i] = ownCost(i);
        }
        for (int i = 0; i + 1 < n; i += 2) {
            refresh(i, i + 1);
        }
        if (n % 2 != 0) {
            refresh(n - 1, n - 1);
        }
    }

    private double ownCost(int i) {
        double sum = dot(data.flow, at, i * n);
        return data.symmetric ? sum : sum + dot(flowT, atT, i * n);
    }

    private double dot(double[] a, double[] b, int row) {
        double sum = 0;
        for (int k = row; k < row + n; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }

    /** Computes Δ of every swap of u or v anew; needs up to date {@link #own}. */
    private void refresh(int u, int v) {
        java.util.Arrays.fill(crossU, 0);
        java.util.Arrays.fill(crossV, 0);
        addCross(data.flow, at, flowT, atT, u, v);
        if (!data.symmetric) {
            addCross(flowT, atT, data.flow, at, u, v);
        }
        store(u, crossU);
        if (v != u) {
            store(v, crossV);
        }
    }

    private void addCross(double[] a, double[] b, double[] aT, double[] bT, int u, int v) {
        for (int k = 0; k < n; k++) {
            addRows(aT, bT, k * n, a[u * n + k], b[u * n + k], a[v * n + k], b[v * n + k]);
        }
    }

    private void addRows(double[] aT, double[] bT, int row, double au, double bu, double av, double bv) {
        for (int s = 0; s < n; s++) {
            double a = aT[row + s];
            double b = bT[row + s];
            crossU[s] += au * b + bu * a;
            crossV[s] += av * b + bv * a;
        }
    }

    private void store(int r, double[] cross) {
        for (int s = 0; s < n; s++) {
            if (s != r) {
                double change = cross[s] - own[r] - own[s];
                double between = data.flow[r * n + s];
                double apart = at[r * n + s];
                change = data.symmetric
                        ? 2 * change + 4 * between * apart
                        : change + (between + data.flow[s * n + r]) * (apart + at[s * n + r]);
                if (data.hasLinear) {
                    change += data.linear[r * n + location[s]]
                            + data.linear[s * n + location[r]]
                            - data.linear[r * n + location[r]]
                            - data.linear[s * n + location[s]];
                }
                delta[Math.min(r, s) * n + Math.max(r, s)] = change;
            }
        }
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
        differences(data.flow, u, v, data.symmetric ? 2 : 1, c);
        differences(at, u, v, 1, d);
        correct(c, d);
        if (!data.symmetric) {
            exchange(atT, u, v);
            differences(flowT, u, v, 1, cT);
            differences(atT, u, v, 1, dT);
            correct(cT, dT);
        }
        double share = data.symmetric ? 0.5 : 1;
        for (int k = 0; k < n; k++) {
            own[k] += share * c[k] * d[k];
            if (!data.symmetric) {
                own[k] += cT[k] * dT[k];
            }
        }
        own[u] = ownCost(u);
        own[v] = ownCost(v);
        refresh(u, v);
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
