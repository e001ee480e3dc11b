package org.shrinq.quantum.mps;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import org.shrinq.quantum.InsufficientMemoryException;

/**
 * A state of n qubits as a chain of matrices, ψ(z) = A_1(z_1) A_2(z_2) ⋯ A_n(z_n), with bonds of at most χ. Kept in
 * mixed canonical form: left of the centre the matrices are isometries from the left, right of it from the right, so
 * that what is cut at a bond is known in the norm of the whole state. Mutable, for one thread.
 *
 * <p>A {@link Star} of gates doubles the bonds between its ends; they are cut back to χ in one sweep, the reduced
 * density matrix of the kept side being formed from Gram matrices of the other. While a bond need not be cut its basis
 * is taken as it is or from a QR step, exact to rounding; the Gram matrix is used only where weight is discarded, whose
 * square root it has to about 10⁻⁸. The share of the norm that is kept is multiplied up: the {@link #fidelity}
 * estimate.
 */
final class MatrixProductState {
    private final Site[] sites;
    private final int bond;
    private final double cutoff;
    private int centre;
    private double fidelity = 1;

    /**
     * |0…0⟩.
     *
     * @param bond χ, at least 1
     * @param cutoff share of the norm that a cut to χ may discard besides, for the sake of smaller bonds
     */
    MatrixProductState(int qubits, int bond, double cutoff) {
        this.bond = bond;
        this.cutoff = cutoff;
        sites = new Site[qubits];
        for (int k = 0; k < qubits; k++) {
            Matrix one = Matrix.identity(1);
            sites[k] = new Site(one, new Matrix(1, 1));
        }
    }

    /** Bytes of a state and of the scratch of a sweep. Saturates. */
    static long bytesFor(int qubits, int bond) {
        double full = Math.pow(2, Math.min(30, qubits / 2.0));
        double chi = Math.min(bond, full);
        double bytes = 16 * (2.0 * qubits * chi * chi + qubits * chi * chi + 40 * chi * chi);
        return bytes > Long.MAX_VALUE ? Long.MAX_VALUE : (long) bytes;
    }

    int size() {
        return sites.length;
    }

    /** The product over all cuts of the share of the norm kept: an estimate of |⟨exact|this⟩|². */
    double fidelity() {
        return fidelity;
    }

    int largestBond() {
        return Arrays.stream(sites).mapToInt(Site::right).max().orElse(1);
    }

    void apply(int site, Gate2 gate) {
        sites[site] = sites[site].turned(gate);
    }

    /** Moves the centre by QR steps; exact. */
    void moveTo(int site) {
        while (centre < site) {
            step(1);
        }
        while (centre > site) {
            step(-1);
        }
    }

    private Site seen(int k, int direction) {
        return direction > 0 ? sites[k] : sites[k].mirrored();
    }

    private void put(int k, int direction, Site site) {
        sites[k] = direction > 0 ? site : site.mirrored();
    }

    private void step(int direction) {
        Site here = seen(centre, direction);
        Matrix t = Matrix.stacked(here.zero(), here.one());
        Matrix basis = Subspace.orthonormal(t.adjoint());
        put(centre, direction, isometry(basis, here.left()));
        Matrix rest = basis.times(t);
        centre += direction;
        put(centre, direction, seen(centre, direction).after(rest));
    }

    /** The tensor of a basis u† of the space (z, left bond). */
    private static Site isometry(Matrix basis, int left) {
        Matrix u = basis.adjoint();
        return new Site(u.rows(0, left), u.rows(left, 2 * left));
    }

    /** Applies a star of gates; the sweep starts at the end that is nearer to the centre. */
    void apply(Star star, BooleanSupplier stop) {
        int first = star.first();
        int last = star.last();
        int direction = Math.abs(centre - first) <= Math.abs(centre - last) ? 1 : -1;
        moveTo(direction > 0 ? first : last);
        new Sweep(star, direction, direction > 0 ? last : first).run(stop);
    }

    /** One sweep of a star from the centre to its other end. */
    private final class Sweep {
        private final Star star;
        private final int direction;
        private final int start;
        private final int end;
        private final Matrix[] gram; // per site, of the branches from it on: see look
        private final Matrix[]
                exact; // per site: what lies beyond it, written out, where that is no larger than the bond

        Sweep(Star star, int direction, int end) {
            this.star = star;
            this.direction = direction;
            start = centre;
            this.end = end;
            gram = new Matrix[Math.abs(end - start) + 1];
            exact = new Matrix[Math.abs(end - start) + 1];
        }

        private int place(int k) {
            return Math.abs(k - start);
        }

        /** Sites beyond k, to the end of the chain. */
        private int beyond(int k) {
            return direction > 0 ? sites.length - 1 - k : k;
        }

        private Site branch(int k, int s) {
            Site site = seen(k, direction);
            if (k == star.control()) {
                Matrix nothing = new Matrix(site.left(), site.right());
                return s == 0 ? new Site(site.zero(), nothing) : new Site(nothing, site.one());
            }
            Gate2 gate = star.on(k, s);
            return gate.isIdentity() ? site : site.turned(gate);
        }

        void run(BooleanSupplier stop) {
            boolean cuts = false;
            for (int k = end; k != start; k -= direction) {
                cuts |= 2 * seen(k, direction).left() > bond;
            }
            for (int k = end; k != start; k -= direction) {
                if (stop.getAsBoolean()) {
                    return;
                }
                look(k, cuts);
            }
            Matrix[] incoming = new Matrix[2]; // kept bond × old bond, for each branch
            for (int k = start; k != end; k += direction) {
                if (stop.getAsBoolean()) {
                    return;
                }
                incoming = cut(k, incoming);
            }
            Matrix zero = new Matrix(incoming[0].rows, seen(end, direction).right());
            Matrix one = new Matrix(zero.rows, zero.cols);
            for (int s = 0; s < 2; s++) {
                Site b = branch(end, s);
                zero.addProduct(incoming[s], b.zero(), 1);
                one.addProduct(incoming[s], b.one(), 1);
            }
            put(end, direction, new Site(zero, one));
            centre = end;
            double norm = zero.norm2() + one.norm2();
            zero.scale(1 / Math.sqrt(norm));
            one.scale(1 / Math.sqrt(norm));
            put(end, direction, new Site(zero, one));
        }

        /**
         * What lies beyond the bond before site k, written out where it is small, and as a Gram matrix where bonds are
         * cut. Of the four of them, G_st = R_s R_t† with R_s what follows in branch s, one tells all: with the control
         * among what follows G_01 = 0 and G_00 + G_11 = 1, so that G_00 is kept; else the branches are isometries, G_00
         * = G_11 = 1, and G_01 is kept.
         */
        private void look(int k, boolean cuts) {
            Site[] b = {branch(k, 0), branch(k, 1)};
            int at = place(k);
            int rest = beyond(k) + 1;
            int width = b[0].left();
            if (rest < 24 && width >= 1 << rest && (k == end || exact[at + 1] != null)) {
                exact[at] = k == end ? written(b, rest(k), rest(k)) : extended(b, exact[at + 1]);
            }
            if (!cuts) {
                return;
            }
            int other = hasControl(k) ? 0 : 1;
            boolean first = k == end || k == star.control();
            Matrix g = new Matrix(width, width);
            for (int z = 0; z < 2; z++) {
                Matrix left = first ? b[0].at(z) : b[0].at(z).times(gram[at + 1]);
                g.addProduct(left, b[other].at(z).adjoint(), 1);
            }
            gram[at] = g;
        }

        /** True when the control is site k or lies beyond it. */
        private boolean hasControl(int k) {
            return (star.control() - k) * direction >= 0;
        }

        /** All of the chain beyond the last site of the star: bond × 2^sites. */
        private Matrix rest(int k) {
            Matrix rest = Matrix.identity(1);
            for (int j = direction > 0 ? sites.length - 1 : 0; j != k; j -= direction) {
                Site site = seen(j, direction);
                rest = Matrix.beside(site.zero().times(rest), site.one().times(rest));
            }
            return rest;
        }

        private Matrix extended(Site[] b, Matrix beyond) {
            int half = beyond.rows / 2;
            return written(b, beyond.rows(0, half), beyond.rows(half, beyond.rows));
        }

        private Matrix written(Site[] b, Matrix afterZero, Matrix afterOne) {
            return Matrix.stacked(
                    Matrix.beside(b[0].zero().times(afterZero), b[0].one().times(afterZero)),
                    Matrix.beside(b[1].zero().times(afterOne), b[1].one().times(afterOne)));
        }

        /** Writes the new tensor of site k; returns what goes on to the next. */
        private Matrix[] cut(int k, Matrix[] incoming) {
            Matrix[] t = new Matrix[2]; // rows (z, kept bond), columns the old bond
            for (int s = 0; s < 2; s++) {
                Site b = branch(k, s);
                t[s] = k == start
                        ? Matrix.stacked(b.zero(), b.one())
                        : Matrix.stacked(incoming[s].times(b.zero()), incoming[s].times(b.one()));
            }
            int rows = t[0].rows;
            int columns = 2 * t[0].cols;
            Matrix known = exact[place(k) + 1];
            int beyond = known == null ? Integer.MAX_VALUE : known.cols;
            Matrix basis;
            if (rows <= bond && rows <= Math.min(columns, beyond)) {
                basis = Matrix.identity(rows);
            } else if (known != null && beyond < columns && beyond <= bond) {
                Matrix all = new Matrix(rows, beyond);
                int half = columns / 2;
                all.addProduct(t[0], known.rows(0, half), 1);
                all.addProduct(t[1], known.rows(half, columns), 1);
                basis = Subspace.orthonormal(all.adjoint());
            } else if (columns <= bond) {
                basis = Subspace.orthonormal(Matrix.beside(t[0], t[1]).adjoint());
            } else {
                Subspace.Kept kept = Subspace.largest(density(k + direction, t), bond, cutoff);
                basis = kept.basis();
                fidelity *= kept.kept();
            }
            put(k, direction, isometry(basis, rows / 2));
            return new Matrix[] {basis.times(t[0]), basis.times(t[1])};
        }

        /** Σ_st T_s G_st T_t† for what follows from site k on. */
        private Matrix density(int k, Matrix[] t) {
            Matrix g = gram[place(k)];
            Matrix zero;
            Matrix one;
            if (hasControl(k)) {
                zero = t[0].times(g);
                one = t[1].copy();
                one.addProduct(t[1], g, -1);
            } else {
                zero = t[0].copy();
                zero.addProduct(t[1], g.adjoint(), 1);
                one = t[1].copy();
                one.addProduct(t[0], g, 1);
            }
            Matrix rho = zero.timesAdjoint(t[0]);
            rho.addProduct(one, t[1].adjoint(), 1);
            return rho;
        }
    }

    /** ⟨Z⟩ of every site and ⟨ZZ⟩ of pairs; the centre ends at the last site. */
    void correlations(int[][] partners, double[] single, double[][] pair, BooleanSupplier stop) {
        moveTo(0);
        for (int i = 0; i < sites.length && !stop.getAsBoolean(); i++) {
            moveTo(i);
            Site here = sites[i];
            single[i] = here.zero().norm2() - here.one().norm2();
            int last = partners[i].length == 0 ? i : partners[i][partners[i].length - 1];
            Matrix e = here.zero().adjoint().times(here.zero());
            e.addProduct(here.one().adjoint(), here.one(), -1);
            int next = 0;
            for (int j = i + 1; j <= last && next < partners[i].length; j++) {
                Site site = sites[j];
                Matrix zero = e.times(site.zero());
                Matrix one = e.times(site.one());
                if (partners[i][next] == j) {
                    pair[i][next++] = zero.dot(site.zero()) - one.dot(site.one());
                }
                if (j < last) {
                    e = site.zero().adjoint().times(zero);
                    e.addProduct(site.one().adjoint(), one, 1);
                }
            }
        }
    }

    /**
     * Draws strings with exactly the probabilities |ψ|² of this state, site by site from conditional probabilities
     * (Ferris and Vidal 2012, arXiv 1201.3974). Fewer than asked for when stopped.
     */
    byte[][] sample(int shots, SplittableRandom random, BooleanSupplier stop) {
        moveTo(0);
        byte[][] drawn = new byte[shots][];
        for (int s = 0; s < shots; s++) {
            if (stop.getAsBoolean()) {
                return Arrays.copyOf(drawn, s);
            }
            byte[] x = new byte[sites.length];
            Matrix row = Matrix.identity(1);
            for (int k = 0; k < sites.length; k++) {
                Matrix zero = row.times(sites[k].zero());
                Matrix one = row.times(sites[k].one());
                double a = zero.norm2();
                double b = one.norm2();
                x[k] = (byte) (random.nextDouble() * (a + b) < a ? 0 : 1);
                row = x[k] == 0 ? zero : one;
                row.scale(1 / Math.sqrt(x[k] == 0 ? a : b));
            }
            drawn[s] = x;
        }
        return drawn;
    }

    /** ψ(x) up to a global phase: real and imaginary part. For tests and small chains. */
    double[] amplitude(byte[] x) {
        Matrix row = Matrix.identity(1);
        for (int k = 0; k < sites.length; k++) {
            row = row.times(sites[k].at(x[k]));
        }
        return new double[] {row.re[0], row.im[0]};
    }

    static void check(int qubits, int bond) {
        InsufficientMemoryException.check(qubits, bytesFor(qubits, bond), "a bond smaller than " + bond);
    }
}
