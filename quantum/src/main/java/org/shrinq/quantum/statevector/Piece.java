package org.shrinq.quantum.statevector;

import org.jspecify.annotations.Nullable;

/** The part of the state that one worker has in hand: φ and, on the way back, λ, with the observable beside them. */
final class Piece<A> {
    final PhaseTables.Cursor<A> cursor;
    A re;
    A im;

    @Nullable
    A lre;

    @Nullable
    A lim;

    A diagonal;
    int off;
    int diagonalOff;
    /** Number of the first phase run of this piece. */
    long firstRun;

    Piece(PhaseTables.Cursor<A> cursor, A re, A im, A diagonal) {
        this.cursor = cursor;
        this.re = re;
        this.im = im;
        this.diagonal = diagonal;
    }
}
