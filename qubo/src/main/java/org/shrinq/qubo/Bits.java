package org.shrinq.qubo;

import java.util.Arrays;

/**
 * An immutable bit vector; bit i is variable i. Text lists variable 0 first. Packed 64 to a word, compared by value.
 */
public final class Bits implements Comparable<Bits> {
    private final int size;
    private final long[] words;

    private Bits(int size, long[] words) {
        this.size = size;
        this.words = words;
    }

    /** The vector of {@code size} zeros. */
    public static Bits zeros(int size) {
        return new Bits(size, new long[(size + 63) >>> 6]);
    }

    /**
     * Packs a 0/1 array. Not modified.
     *
     * @throws IllegalArgumentException when an entry is neither 0 nor 1
     */
    public static Bits of(byte[] x) {
        long[] words = new long[(x.length + 63) >>> 6];
        for (int i = 0; i < x.length; i++) {
            if ((x[i] & ~1) != 0) {
                throw new IllegalArgumentException("bit " + i + " is " + x[i] + ", expected 0 or 1");
            }
            words[i >>> 6] |= (long) x[i] << (i & 63);
        }
        return new Bits(x.length, words);
    }

    /** The lowest {@code size} ≤ 64 bits of {@code index}; bit i of the index is variable i (state-vector order). */
    public static Bits ofIndex(int size, long index) {
        if (size < 0 || size > 64) {
            throw new IllegalArgumentException("an index holds 0 to 64 bits, not " + size);
        }
        if (size == 0) {
            return zeros(0);
        }
        return new Bits(size, new long[] {size == 64 ? index : index & ((1L << size) - 1)});
    }

    /**
     * Reads a text of 0 and 1, variable 0 first.
     *
     * @throws IllegalArgumentException on any other character
     */
    public static Bits parse(String text) {
        byte[] x = new byte[text.length()];
        for (int i = 0; i < x.length; i++) {
            char c = text.charAt(i);
            if (c != '0' && c != '1') {
                throw new IllegalArgumentException("character " + (i + 1) + " is '" + c + "', expected 0 or 1");
            }
            x[i] = (byte) (c - '0');
        }
        return of(x);
    }

    public int size() {
        return size;
    }

    /** Bit i, 0 or 1. */
    public int get(int i) {
        if (i < 0 || i >= size) {
            throw new IndexOutOfBoundsException("bit " + i + " of " + size);
        }
        return (int) (words[i >>> 6] >>> (i & 63)) & 1;
    }

    /** A copy in which bit i is {@code value}. */
    public Bits with(int i, int value) {
        if ((value & ~1) != 0) {
            throw new IllegalArgumentException("bit " + i + " cannot be " + value + ", expected 0 or 1");
        }
        byte[] x = toArray();
        x[i] = (byte) value;
        return of(x);
    }

    /** A fresh 0/1 array, the form that hot loops use. */
    public byte[] toArray() {
        byte[] x = new byte[size];
        for (int i = 0; i < size; i++) {
            x[i] = (byte) ((words[i >>> 6] >>> (i & 63)) & 1);
        }
        return x;
    }

    /** Number of ones. */
    public int ones() {
        int count = 0;
        for (long w : words) {
            count += Long.bitCount(w);
        }
        return count;
    }

    /** Number of positions in which two vectors of the same size differ. */
    public int hammingDistance(Bits other) {
        if (other.size != size) {
            throw new IllegalArgumentException("sizes differ: " + size + " and " + other.size);
        }
        int count = 0;
        for (int w = 0; w < words.length; w++) {
            count += Long.bitCount(words[w] ^ other.words[w]);
        }
        return count;
    }

    /** The vector as an unsigned number, variable 0 least significant; needs size ≤ 64. */
    public long toIndex() {
        if (size > 64) {
            throw new IllegalStateException("an index holds at most 64 bits, this vector has " + size);
        }
        return size == 0 ? 0 : words[0];
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Bits b && b.size == size && Arrays.equals(words, b.words);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(words) + size;
    }

    /** Orders by size, then as the unsigned number with variable 0 least significant. */
    @Override
    public int compareTo(Bits o) {
        if (size != o.size) {
            return Integer.compare(size, o.size);
        }
        for (int w = words.length - 1; w >= 0; w--) {
            int c = Long.compareUnsigned(words[w], o.words[w]);
            if (c != 0) {
                return c;
            }
        }
        return 0;
    }

    /** 0 and 1, variable 0 first: what {@link #parse} reads, a character for each, however many. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(size);
        for (int i = 0; i < size; i++) {
            text.append((char) ('0' + get(i)));
        }
        return text.toString();
    }
}
