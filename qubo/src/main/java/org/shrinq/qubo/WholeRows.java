package org.shrinq.qubo;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Linear rows in whole numbers whose sums doubles hold.
 *
 * <p>A row whose numbers are whole in some power of ten, and small enough there, is multiplied by it. One whose numbers
 * differ too much is split into at-most rows, and each is made smaller without changing which x satisfy it. With
 * variables of negative coefficients complemented it reads Σ W x ≤ B, W &gt; 0, and S = ΣW: what is above B counts as B
 * + 1; what is above S − B, the least that must be left out, counts as S − B; common divisors are divided out. Where
 * even that is too large it is rounded to an implied row, Σ ⌊W/q⌋ x ≤ ⌊B/q⌋, which is compared as it was written.
 */
final class WholeRows {
    /**
     * One less than sums may have: with the signs of complemented variables back, the bound may be as large as they
     * are.
     */
    private static final int BITS = 51;
    /** Each pass makes some number smaller; rows from files settle after two or three. */
    private static final int PASSES = 64;

    private WholeRows() {}

    static List<Constraint> of(Constraint written, LinearRow row, boolean equality) {
        if (row.isImplied()) {
            return List.of(written);
        }
        ExactRow exact = row.exact();
        if (exact.isWhole() && !equality) {
            return List.of(atMost(written, row));
        }
        if (exact.isWhole() && row.tolerance() == 0) {
            return List.of(equal(written, row));
        }
        List<Constraint> rows = new ArrayList<>();
        addAtMost(row, 1, rows);
        if (equality) {
            addAtMost(row, -1, rows);
        }
        return rows;
    }

    /** Divided by the largest power of ten in all coefficients, the bound rounded down to a multiple of it. */
    private static Constraint atMost(Constraint written, LinearRow row) {
        ExactRow exact = row.exact();
        int tens = commonTens(exact, row.arity(), BigInteger.ZERO);
        if (exact.unit() == 0 && tens == 0 && row.tolerance() == 0) {
            return written;
        }
        BigInteger limit = floor(exact.bound().add(exact.tolerance()), BigInteger.TEN.pow(tens));
        return LinearAtMost.of(row.name(), row.variables(), divided(exact, row.arity(), tens), limit.doubleValue());
    }

    /** Divided by the largest power of ten in all numbers. */
    private static Constraint equal(Constraint written, LinearRow row) {
        ExactRow exact = row.exact();
        int tens = commonTens(exact, row.arity(), exact.bound());
        if (exact.unit() == 0 && tens == 0) {
            return written;
        }
        BigInteger bound = exact.bound().divide(BigInteger.TEN.pow(tens));
        return LinearEqual.of(row.name(), row.variables(), divided(exact, row.arity(), tens), bound.doubleValue());
    }

    private static int commonTens(ExactRow exact, int arity, BigInteger another) {
        long gcd = another.abs().longValueExact();
        for (int k = 0; k < arity && gcd != 1; k++) {
            gcd = exact.coefficient(k).gcd(BigInteger.valueOf(gcd)).longValueExact();
        }
        int tens = 0;
        while (gcd != 0 && gcd % 10 == 0) {
            gcd /= 10;
            tens++;
        }
        return tens;
    }

    private static double[] divided(ExactRow exact, int arity, int tens) {
        BigInteger divisor = BigInteger.TEN.pow(tens);
        double[] result = new double[arity];
        for (int k = 0; k < arity; k++) {
            result[k] = exact.coefficient(k).divide(divisor).doubleValue();
        }
        return result;
    }

    private static BigInteger floor(BigInteger number, BigInteger divisor) {
        BigInteger[] parts = number.divideAndRemainder(divisor);
        return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
    }

    /** Adds Σ sign·w·x ≤ sign·bound + tolerance, unless every x satisfies it. */
    private static void addAtMost(LinearRow row, int sign, List<Constraint> rows) {
        ExactRow exact = row.exact();
        int n = row.arity();
        BigInteger factor = BigInteger.valueOf(sign);
        boolean[] complemented = new boolean[n];
        BigInteger[] size = new BigInteger[n];
        BigInteger limit = exact.bound().multiply(factor).add(exact.tolerance());
        for (int k = 0; k < n; k++) {
            BigInteger w = exact.coefficient(k).multiply(factor);
            complemented[k] = w.signum() < 0;
            size[k] = w.abs();
            limit = complemented[k] ? limit.add(size[k]) : limit;
        }
        if (limit.signum() < 0) {
            rows.add(LinearAtMost.of(row.name(), new int[0], new double[0], -1));
            return;
        }
        Capacity small = Capacity.of(size, limit);
        if (small.isRedundant()) {
            return;
        }
        boolean same = small.bits() <= BITS;
        if (!same) {
            small = small.rounded(small.bits() - BITS);
        }
        double[] coefficients = new double[n];
        BigInteger bound = small.limit();
        for (int k = 0; k < n; k++) {
            BigInteger w = small.sizes()[k];
            coefficients[k] = complemented[k] ? -w.doubleValue() : w.doubleValue();
            bound = complemented[k] ? bound.subtract(w) : bound;
        }
        LinearAtMost whole = LinearAtMost.of(row.name(), row.variables(), coefficients, bound.doubleValue());
        if (same) {
            rows.addAll(whole.inWholeNumbers());
        } else {
            rows.add(whole.impliedBy(exact));
        }
    }

    /** Σ sizes·x ≤ limit with sizes and limit ≥ 0, made small. */
    private record Capacity(BigInteger[] sizes, BigInteger limit) {
        static Capacity of(BigInteger[] sizes, BigInteger limit) {
            Capacity row = new Capacity(sizes.clone(), limit);
            for (int pass = 0; pass < PASSES && row.bits() > BITS && !row.isRedundant(); pass++) {
                Capacity next = row.tightened();
                if (next.limit.equals(row.limit) && Arrays.equals(next.sizes, row.sizes)) {
                    break;
                }
                row = next;
            }
            return row;
        }

        private BigInteger total() {
            BigInteger sum = BigInteger.ZERO;
            for (BigInteger w : sizes) {
                sum = sum.add(w);
            }
            return sum;
        }

        boolean isRedundant() {
            return total().compareTo(limit) <= 0;
        }

        /** Bits of Σ sizes + limit. */
        int bits() {
            return total().add(limit).bitLength();
        }

        private Capacity tightened() {
            BigInteger[] w = sizes.clone();
            BigInteger tooLarge = limit.add(BigInteger.ONE);
            BigInteger total = BigInteger.ZERO;
            for (int k = 0; k < w.length; k++) {
                w[k] = w[k].min(tooLarge);
                total = total.add(w[k]);
            }
            BigInteger left = limit;
            BigInteger least = total.subtract(limit);
            if (least.signum() <= 0) {
                return new Capacity(w, left);
            }
            BigInteger gcd = BigInteger.ZERO;
            for (int k = 0; k < w.length; k++) {
                if (w[k].compareTo(least) > 0) {
                    left = left.subtract(w[k].subtract(least));
                    w[k] = least;
                }
                gcd = gcd.gcd(w[k]);
            }
            for (int k = 0; k < w.length; k++) {
                w[k] = w[k].divide(gcd);
            }
            return new Capacity(w, floor(left, gcd));
        }

        Capacity rounded(int bits) {
            BigInteger[] w = new BigInteger[sizes.length];
            for (int k = 0; k < w.length; k++) {
                w[k] = sizes[k].shiftRight(bits);
            }
            return new Capacity(w, limit.shiftRight(bits));
        }
    }
}
