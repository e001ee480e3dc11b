package org.shrinq.quantum.statevector;

/** The part of the state that one worker has in hand: φ and, on the way back, λ. */
final class Piece<A> {
    A re;
    A im;
    A lre;
    A lim;
    int off;

    Piece(A re, A im, A lre, A lim, int off) {
        this.re = re;
        this.im = im;
        this.lre = lre;
        this.lim = lim;
        this.off = off;
    }
}
