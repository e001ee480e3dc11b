package org.shrinq.quantum.statevector;

/** The part of the state that one worker rotates while it is in cache: φ and, on the way back, λ. */
final class Block<A> {
    A re;
    A im;
    A lre;
    A lim;
    int off;

    Block(A re, A im, A lre, A lim, int off) {
        this.re = re;
        this.im = im;
        this.lre = lre;
        this.lim = lim;
        this.off = off;
    }
}
