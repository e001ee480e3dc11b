package org.shrinq.instances.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Eight bytes of a text looked at as one word, so that the length of a number is found without a branch per byte (which
 * a processor guesses wrongly at the end of almost every number). The first byte is the lowest.
 */
public final class EightBytes {
    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long TOP_BITS = 0x8080808080808080L;
    private static final long ZEROS = 0x3030303030303030L;

    private EightBytes() {}

    /** True when eight bytes can be looked at from there. */
    public static boolean fit(byte[] bytes, int at) {
        return at + Long.BYTES <= bytes.length;
    }

    /** The eight bytes at a position where they {@link #fit}. */
    public static long at(byte[] bytes, int at) {
        return (long) WORDS.get(bytes, at);
    }

    /**
     * True when one of them is a control character before the tab: the subtraction borrows into the top bit of the
     * first such byte.
     */
    public static boolean holdControl(long eight) {
        return ((eight - 0x0909090909090909L) & ~eight & TOP_BITS) != 0;
    }

    /** How many of them are line feeds: a byte is 0 where neither its low seven bits carry nor its top bit is set. */
    static int lineFeeds(long eight) {
        long v = eight ^ 0x0A0A0A0A0A0A0A0AL;
        return Long.bitCount(~(((v & ~TOP_BITS) + ~TOP_BITS) | v | ~TOP_BITS));
    }

    /** How many of them, from the first on, are decimal digits. */
    public static int digits(long eight) {
        long values = eight ^ ZEROS; // 0…9 for digits, more for all others
        long others = ((values & ~TOP_BITS) + 0x7676767676767676L | values) & TOP_BITS;
        return Long.numberOfTrailingZeros(others) >>> 3;
    }

    /**
     * The number that the first {@code digits} of them write, 1 ≤ digits ≤ 8: neighbours are joined to pairs, pairs to
     * fours, fours to eight.
     */
    public static int number(long eight, int digits) {
        long v = (eight ^ ZEROS) << (64 - 8 * digits);
        v = v * 10 + (v >>> 8);
        long odd = (v & 0x000000FF000000FFL) * 0x000F424000000064L;
        long even = (v >>> 16 & 0x000000FF000000FFL) * 0x0000271000000001L;
        return (int) (odd + even >>> 32);
    }
}
