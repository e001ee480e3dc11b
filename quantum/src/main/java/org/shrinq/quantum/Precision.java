package org.shrinq.quantum;

/** Floating point type of the amplitudes. */
public enum Precision {
    DOUBLE(8),
    SINGLE(4);

    private final int bytes;

    Precision(int bytes) {
        this.bytes = bytes;
    }

    /** Bytes of one real number; an amplitude takes twice that. */
    public int bytes() {
        return bytes;
    }
}
