package org.shrinq.shrink.contract;

import java.util.Arrays;
import org.shrinq.qubo.Couplings;
import org.shrinq.qubo.Dyadic;
import org.shrinq.qubo.Ising;
import org.shrinq.qubo.QuadraticForm;
import org.shrinq.qubo.Qubo;

/**
 * The Ising form that remains while steps are applied. Substituting z_i = σ z_j in H = offset + Σ h_i z_i + Σ J_ij z_i
 * z_j gives
 *
 * <pre>J_jk += σ J_ik (k ≠ j),  h_j += σ h_i,  offset += σ J_ij</pre>
 *
 * and z_i = σ gives offset += σ h_i, h_k += σ J_ik; the energy of every remaining state is that of its expansion.
 * Vertices keep the indices they have in the form they come from. A step costs O(degree of i). Mutable.
 *
 * <p>Couplings that cancel to within 10⁻¹⁴ of the two numbers added are dropped, so that rounding does not leave edges
 * where the exact sum is 0; for data that doubles add exactly (whole numbers) nothing else is ever dropped.
 */
public final class Contraction {
    private static final double CANCELLATION = 1e-14;

    private final double[] field;
    private final IntDoubleMap[] rows;
    private final boolean[] live;
    private int liveCount;
    private long couplings;
    private double offset;
    private double rounding;

    private Contraction(int universe) {
        field = new double[universe];
        rows = new IntDoubleMap[universe];
        live = new boolean[universe];
    }

    /** Starts from a form with no variable fixed; an implicit form becomes explicit. */
    public static Contraction of(QuadraticForm form) {
        byte[] free = new byte[form.size()];
        Arrays.fill(free, (byte) -1);
        return of(form, free);
    }

    /**
     * Starts from a form in which some variables are fixed.
     *
     * @param fixed per variable 0, 1, or −1 for free; not modified
     */
    public static Contraction of(QuadraticForm form, byte[] fixed) {
        boolean all = true;
        for (byte b : fixed) {
            all &= b < 0;
        }
        Ising ising = all && form instanceof Ising given
                ? given
                : all && form instanceof Qubo qubo
                        ? qubo.toIsing()
                        : form.restrict(fixed).toIsing();
        int[] name = new int[ising.size()];
        int k = 0;
        for (int v = 0; v < fixed.length; v++) {
            if (fixed[v] < 0) {
                name[k++] = v;
            }
        }
        Contraction c = new Contraction(form.size());
        c.offset = ising.offset();
        Couplings j = ising.matrix();
        for (int p = 0; p < name.length; p++) {
            int v = name[p];
            c.live[v] = true;
            c.field[v] = ising.linear(p);
            IntDoubleMap row = new IntDoubleMap(j.degree(p));
            for (int e = j.rowStart(p); e < j.rowEnd(p); e++) {
                row.put(name[j.column(e)], j.value(e));
            }
            c.rows[v] = row;
        }
        c.liveCount = name.length;
        c.couplings = j.count();
        c.rounding = rounding(ising);
        return c;
    }

    /**
     * How far rounding may have moved any sum Σ |h| + Σ |J| over one vertex, whatever steps are applied: 0 where all
     * numbers are multiples of some power of two in which their total is below 2⁵³, so that every sum is exact, else (n
     * + 2)² · 2⁻⁵² times the total.
     */
    public double rounding() {
        return rounding;
    }

    private static double rounding(Ising form) {
        Dyadic numbers = new Dyadic();
        Couplings j = form.matrix();
        for (int v = 0; v < form.size(); v++) {
            numbers.add(form.linear(v), 1);
            for (int e = j.rowStart(v); e < j.rowEnd(v); e++) {
                numbers.add(j.value(e), 1);
            }
        }
        double terms = form.size() + 2.0;
        return numbers.isExact() ? 0 : terms * terms * 0x1p-52 * numbers.total();
    }

    /** Number of remaining vertices. */
    public int live() {
        return liveCount;
    }

    public boolean isLive(int v) {
        return live[v];
    }

    /** The remaining vertices in ascending order. */
    public int[] liveVertices() {
        int[] vertices = new int[liveCount];
        int k = 0;
        for (int v = 0; v < live.length; v++) {
            if (live[v]) {
                vertices[k++] = v;
            }
        }
        return vertices;
    }

    public double offset() {
        return offset;
    }

    public double field(int v) {
        return field[v];
    }

    public int degree(int v) {
        return rows[v].size();
    }

    /** Number of remaining couplings. */
    public long couplings() {
        return couplings;
    }

    public double coupling(int u, int v) {
        return rows[u].get(v, 0);
    }

    /** The neighbour row of a live vertex; read only. */
    public IntDoubleMap row(int v) {
        return rows[v];
    }

    /** Σ_k |J_vk|. */
    public double strength(int v) {
        double sum = 0;
        IntDoubleMap row = rows[v];
        for (int s = 0; s < row.slots(); s++) {
            if (row.keyAt(s) >= 0) {
                sum += Math.abs(row.valueAt(s));
            }
        }
        return sum;
    }

    /**
     * Applies a step.
     *
     * @throws IllegalArgumentException when one of its vertices is gone
     */
    public void apply(Step step) {
        int i = step.i();
        int j = step.j();
        if (!live[i] || (!step.isFix() && !live[j])) {
            throw new IllegalArgumentException("vertex " + (live[i] ? j : i) + " has been eliminated before");
        }
        int sign = step.sign();
        IntDoubleMap row = rows[i];
        if (step.isFix()) {
            offset += sign * field[i];
        } else {
            field[j] += sign * field[i];
        }
        for (int s = 0; s < row.slots(); s++) {
            int k = row.keyAt(s);
            if (k < 0) {
                continue;
            }
            double c = sign * row.valueAt(s);
            rows[k].remove(i);
            couplings--;
            if (step.isFix()) {
                field[k] += c;
            } else if (k == j) {
                offset += c;
            } else {
                add(j, k, c);
            }
        }
        row.clear();
        field[i] = 0;
        live[i] = false;
        liveCount--;
    }

    private void add(int j, int k, double c) {
        double old = rows[j].get(k, 0);
        double sum = old + c;
        if (Math.abs(sum) <= CANCELLATION * (Math.abs(old) + Math.abs(c))) {
            rows[j].remove(k);
            rows[k].remove(j);
            couplings--;
            return;
        }
        if (old == 0) {
            couplings++;
        }
        rows[j].put(k, sum);
        rows[k].put(j, sum);
    }

    /** The remaining form; spin k is the k-th remaining vertex in index order. */
    public Ising toIsing() {
        int[] vertices = liveVertices();
        int[] to = new int[live.length];
        for (int k = 0; k < vertices.length; k++) {
            to[vertices[k]] = k;
        }
        Ising.Builder b = Ising.builder(vertices.length).addOffset(offset);
        for (int k = 0; k < vertices.length; k++) {
            b.addField(k, field[vertices[k]]);
            IntDoubleMap row = rows[vertices[k]];
            for (int s = 0; s < row.slots(); s++) {
                if (row.keyAt(s) > vertices[k]) {
                    b.add(k, to[row.keyAt(s)], row.valueAt(s));
                }
            }
        }
        return b.build();
    }

    /** The remaining form in the binary domain; variable k is the k-th remaining vertex in index order. */
    public Qubo toQubo() {
        return toIsing().toQubo();
    }
}
