package org.shrinq.quantum.mps;

/** The tensor of a qubit: one matrix for |0⟩ and one for |1⟩, left bond × right bond. */
record Site(Matrix zero, Matrix one) {
    int left() {
        return zero.rows;
    }

    int right() {
        return zero.cols;
    }

    /** The same seen from the right end of the chain. */
    Site mirrored() {
        return new Site(zero.transpose(), one.transpose());
    }

    Matrix at(int z) {
        return z == 0 ? zero : one;
    }

    /** The tensor with a gate on its qubit: A'_z = Σ_y u_zy A_y. */
    Site turned(Gate2 u) {
        Matrix a = new Matrix(left(), right());
        a.add(zero, u.re(0, 0), u.im(0, 0));
        a.add(one, u.re(0, 1), u.im(0, 1));
        Matrix b = new Matrix(left(), right());
        b.add(zero, u.re(1, 0), u.im(1, 0));
        b.add(one, u.re(1, 1), u.im(1, 1));
        return new Site(a, b);
    }

    /** left·A. */
    Site after(Matrix left) {
        return new Site(left.times(zero), left.times(one));
    }
}
