package org.shrinq.quantum.statevector;

/**
 * The phase factors of one run of 2^tableBits consecutive local indices z = (b, a), a of {@link Kernel#PHASE_BITS}
 * bits: P(z) = T[z]·Q[a]·V[b], complex. T is shared by all runs, Q and V belong to this one.
 */
final class PhaseRow<A> {
    final A tre;
    final A tim;
    final A qre;
    final A qim;
    final double[] vre;
    final double[] vim;
    final int length;

    PhaseRow(A tre, A tim, A qre, A qim, double[] vre, double[] vim, int length) {
        this.tre = tre;
        this.tim = tim;
        this.qre = qre;
        this.qim = qim;
        this.vre = vre;
        this.vim = vim;
        this.length = length;
    }
}
