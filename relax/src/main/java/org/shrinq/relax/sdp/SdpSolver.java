package org.shrinq.relax.sdp;

import java.util.SplittableRandom;
import org.shrinq.qubo.KroneckerForm;
import org.shrinq.qubo.QuadraticForm;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.relax.linalg.Dense;

/**
 * The semidefinite relaxation of a quadratic form in the spin domain,
 *
 * <pre>min offset + Σ h_i ⟨v_0, v_i⟩ + Σ_{i&lt;j} J_ij ⟨v_i, v_j⟩,  ‖v_u‖ = 1,</pre>
 *
 * by the mixing method (Wang, Chang and Kolter 2017, arXiv 1706.00476): sweeps of v_u ← −g_u/‖g_u‖ with g_u = Σ_w C_uw
 * v_w, over vectors of length ⌈√(2(n + 1))⌉ + 1, at which local minima are global. A sweep costs O(couplings·rank), for
 * a {@link KroneckerForm} of order m O(m³·rank). Variables can be merged and fixed in place, after which a solve goes
 * on from the present vectors. Not thread-safe.
 *
 * <p>The bound is <a href="SdpBound.html">certified</a>: y_u = ½‖g_u‖ raised until ½C + diag(y) is proven positive
 * semidefinite, then f ≥ offset − Σ y_u; rounding errors are taken off.
 */
public final class SdpSolver {
    private static final long EXPLICIT_LIMIT = 80_000_000;

    /** Sweeps cannot gain more than rounding below this share of the objective. */
    private static final double LEAST_GAIN = 1e-14;

    /**
     * Coordinate steps never leave the span of the vectors. Where they span too little (all ±v_0 after an integral
     * solution) a contracted form's optimum may lie outside, so that a warm start is disturbed by this much; it raises
     * the objective by 10⁻⁶.
     */
    private static final double NOISE = 1e-3;

    private final QuadraticForm form;
    private final SdpOptions options;
    private final SplittableRandom random;
    private final int rank;
    private final double[] vectors;
    private final int[] into;
    private final byte[] sign;
    /** The largest |coefficient|: what a value near 0 is measured by. */
    private final double scale;

    private SpinMatrix matrix;
    private boolean warm;

    private SdpSolver(
            QuadraticForm form, SdpOptions options, int rank, double[] vectors, boolean warm, SplittableRandom random) {
        this.form = form;
        this.options = options;
        this.random = random;
        this.rank = rank;
        this.vectors = vectors;
        this.warm = warm;
        this.matrix = form instanceof KroneckerForm k ? new KroneckerSpins(k) : SparseSpins.of(form);
        this.scale = form.maxAbsCoefficient();
        this.into = new int[form.size() + 1];
        this.sign = new byte[form.size() + 1];
        for (int u = 0; u < into.length; u++) {
            into[u] = u;
            sign[u] = 1;
        }
    }

    /** From random vectors. The form may be in either domain; it is not modified. */
    public static SdpSolver of(QuadraticForm form, SdpOptions options, SplittableRandom random) {
        int rank = rank(form.size(), options.rankCap());
        return new SdpSolver(
                form, options, rank, VectorRows.random(form.size() + 1, rank, random.split()), false, random);
    }

    /**
     * From given unit vectors, as {@link SdpSolution#vectors} lays them out; for a contracted form take the rows of the
     * variables that are left (and the re-normalised sum of merged ones).
     *
     * @param vectors (n + 1)·rank numbers, taken over and modified
     */
    public static SdpSolver from(
            QuadraticForm form, SdpOptions options, int rank, double[] vectors, SplittableRandom random) {
        if (rank < 1 || vectors.length != (form.size() + 1) * rank) {
            throw new IllegalArgumentException("expected " + (form.size() + 1) + " vectors of length " + rank + ", got "
                    + vectors.length + " numbers");
        }
        return new SdpSolver(form, options, rank, vectors, true, random);
    }

    /** min(cap, ⌈√(2(n + 1))⌉ + 1 rounded up to a multiple of 4). */
    public static int rank(int n, int cap) {
        int full = (int) Math.ceil(Math.sqrt(2.0 * (n + 1))) + 1;
        return Math.min(cap, (full + 3) / 4 * 4);
    }

    /** Number of variables that are neither merged nor fixed. */
    public int free() {
        return matrix.alive() - 1;
    }

    /** What variable i was merged into, itself when it is free; {@code -1} when it was fixed. */
    public int representative(int i) {
        return find(i + 1) - 1;
    }

    /**
     * z_i = sign·z_j from now on: the lesser known of both ends disappears from the relaxation and the other one's
     * vector becomes the re-normalised sum. Merging with what is fixed fixes. Costs O(degree(i)·mean degree). A
     * {@link KroneckerForm} becomes explicit.
     *
     * @param sign +1 or −1
     * @return false when both were one already, whatever the sign between them; nothing changes then
     * @throws IllegalStateException when an implicit form has more than 8·10⁷ couplings
     */
    public boolean merge(int i, int j, int sign) {
        if (sign != 1 && sign != -1) {
            throw new IllegalArgumentException("sign " + sign + " is neither 1 nor -1");
        }
        return tie(i + 1, j + 1, sign);
    }

    /**
     * x_i = value from now on.
     *
     * @param value 0 or 1
     * @return false when it was fixed already, to whichever value; nothing changes then
     */
    public boolean fix(int i, int value) {
        if (value != 0 && value != 1) {
            throw new IllegalArgumentException("value " + value + " is neither 0 nor 1");
        }
        return tie(i + 1, 0, 1 - 2 * value);
    }

    private boolean tie(int u, int w, int relation) {
        int a = find(u);
        int b = find(w);
        if (a == b) {
            return false;
        }
        int s = relation * sign[u] * sign[w];
        int from = a == 0 ? b : a;
        int to = a == 0 ? a : b;
        if (matrix instanceof KroneckerSpins k) {
            if (to == 0) {
                k.fix(from, s);
                link(from, to, s);
                warm = true;
                return true;
            }
            makeExplicit(k);
        }
        ((SparseSpins) matrix).merge(from, to, s);
        VectorRows.mergeInto(vectors, from * rank, to * rank, to == 0 ? 0 : s, rank);
        link(from, to, s);
        warm = true;
        return true;
    }

    private void link(int from, int to, int s) {
        into[from] = to;
        sign[from] = (byte) s;
    }

    /** Root of u; afterwards u points to it and sign[u] is relative to it. */
    private int find(int u) {
        if (into[u] == u) {
            return u;
        }
        int root = find(into[u]);
        if (into[u] != root) {
            sign[u] *= sign[into[u]];
            into[u] = root;
        }
        return root;
    }

    private void makeExplicit(KroneckerSpins implicit) {
        long couplings = form.couplings();
        if (couplings > EXPLICIT_LIMIT) {
            throw new IllegalStateException("merging variables of an implicit form makes its " + couplings
                    + " couplings explicit, at most " + EXPLICIT_LIMIT + " are kept");
        }
        SparseSpins explicit = SparseSpins.of(form);
        for (int u = 1; u < into.length; u++) {
            if (implicit.fixedSign(u) != 0) {
                explicit.merge(u, 0, implicit.fixedSign(u));
            }
        }
        matrix = explicit;
    }

    /**
     * Sweeps until the tolerance (or the gap, when a bound is wanted), the limit of sweeps or the deadline is reached;
     * at least once. A time limit includes the proof of the bound.
     */
    public SdpSolution solve(Deadline deadline) {
        if (warm) {
            disturb();
        }
        followTies();
        boolean bounding = options.bounding() != SdpOptions.Bounding.NONE;
        double tolerance = bounding ? LEAST_GAIN : warm ? options.warmTolerance() : options.coldTolerance();
        double reserve = bounding && deadline.hasTimeLimit() ? proofSeconds() : 0;
        double value = Double.NaN;
        SdpBound bound = SdpBound.NONE;
        int nextCheck = 1;
        int sweeps = 0;
        while (sweeps < options.maxSweeps()) {
            SpinMatrix.Sweep sweep = matrix.sweep(vectors, rank);
            sweeps++;
            value = matrix.constant() + sweep.sum();
            if (sweep.gain() <= tolerance * sweep.magnitude() || isLate(deadline, reserve)) {
                break;
            }
            double about = Double.isNaN(value) ? matrix.constant() - sweep.magnitude() : value;
            if (bounding && sweeps >= nextCheck && sweep.gain() <= 0.02 * goal(about)) {
                nextCheck = sweeps + 4 + sweeps / 8;
                double[] products = new double[vectors.length];
                value = evaluate(products);
                Certificate certificate = certificate(products);
                if (value - certificate.estimate(deadline) <= goal(value)) {
                    bound = SdpBound.larger(bound, certificate.prove(options.bounding(), deadline));
                    if (value - bound.value() <= goal(value) || !bound.isTight()) {
                        break;
                    }
                    nextCheck += sweeps / 8;
                }
            }
        }
        warm = true;
        if (bounding || Double.isNaN(value)) {
            double[] products = new double[vectors.length];
            value = evaluate(products);
            if (bounding && value - bound.value() > goal(value)) {
                bound = SdpBound.larger(bound, certificate(products).prove(options.bounding(), deadline));
            }
        }
        followTies();
        return new SdpSolution(rank, vectors, value, sweeps, bound);
    }

    private double goal(double value) {
        return options.gap() * Math.max(scale, Math.abs(value));
    }

    private static boolean isLate(Deadline deadline, double reserve) {
        if (reserve > 0 && deadline.remainingSeconds() <= reserve) {
            deadline.strike();
            return true;
        }
        return reserve == 0 && deadline.expired();
    }

    /** What a proof may take at 10⁹ multiplications a second, twice. */
    private double proofSeconds() {
        double n = Math.min(matrix.alive(), Certificate.DENSE_LIMIT);
        return 0.01 + 2 * n * n * n / 6e9;
    }

    /** products = C·V; returns the objective. */
    private double evaluate(double[] products) {
        matrix.multiply(vectors, rank, products);
        double twice = 0;
        for (int u = 0; u < into.length; u++) {
            if (matrix.isAlive(u)) {
                twice += Dense.dot(products, u * rank, vectors, u * rank, rank);
            }
        }
        return matrix.constant() + twice / 2;
    }

    private Certificate certificate(double[] products) {
        double[] y = new double[into.length];
        for (int u = 0; u < y.length; u++) {
            y[u] = matrix.isAlive(u) ? 0.5 * VectorRows.norm(products, u * rank, rank) : 0;
        }
        return new Certificate(matrix, y, random);
    }

    private void disturb() {
        double size = NOISE * Math.sqrt(3.0 / rank);
        for (int u = 1; u < into.length; u++) {
            if (matrix.isAlive(u)) {
                for (int k = 0; k < rank; k++) {
                    vectors[u * rank + k] += size * random.nextDouble(-1, 1);
                }
                VectorRows.normalize(vectors, u * rank, rank);
            }
        }
    }

    private void followTies() {
        for (int u = 1; u < into.length; u++) {
            if (into[u] != u) {
                int root = find(u);
                for (int k = 0; k < rank; k++) {
                    vectors[u * rank + k] = sign[u] * vectors[root * rank + k];
                }
            }
        }
    }
}
