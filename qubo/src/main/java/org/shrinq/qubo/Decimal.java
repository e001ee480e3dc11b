package org.shrinq.qubo;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/**
 * The shortest decimal number that a double stands for, {@code digits · 10^exponent}: what a file or a program wrote,
 * as long as it wrote no more than 15 significant digits. 0.1 is 1·10⁻¹ here, not the binary fraction beside it. At
 * most 17 digits, the last one not 0 (0 is 0·10⁰).
 */
public record Decimal(long digits, int exponent) {
    /** Whole numbers up to here, and 10^0 … 10^22, are doubles; a quotient of the two is correctly rounded. */
    private static final long EXACT = 1L << 53;

    private static final double[] TENS = new double[23];

    static {
        for (int k = 0; k < TENS.length; k++) {
            TENS[k] = Double.parseDouble("1e" + k);
        }
    }

    private static final Decimal ZERO = new Decimal(0, 0);

    /**
     * The decimal of a finite double.
     *
     * @throws NumberFormatException for infinities and NaN
     */
    public static Decimal of(double value) {
        if (value == 0) {
            return ZERO;
        }
        if (Math.abs(value) < EXACT) {
            for (int k = 0; k < TENS.length; k++) {
                double scaled = Math.rint(value * TENS[k]);
                if (Math.abs(scaled) >= 1e15) {
                    break;
                }
                if (scaled / TENS[k] == value) {
                    return stripped((long) scaled, -k);
                }
            }
        }
        BigDecimal exact = new BigDecimal(value);
        for (int digits = 15; digits <= 17; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits));
            if (rounded.doubleValue() == value) {
                return stripped(rounded.unscaledValue().longValueExact(), -rounded.scale());
            }
        }
        throw new AssertionError(value + " is not the double next to its 17 digits");
    }

    private static Decimal stripped(long digits, int exponent) {
        long d = digits;
        int e = exponent;
        while (d % 10 == 0) {
            d /= 10;
            e++;
        }
        return new Decimal(d, e);
    }

    /** This number in units of 10^unit, which divides it. */
    BigInteger in(int unit) {
        return digits == 0 ? BigInteger.ZERO : BigInteger.valueOf(digits).multiply(BigInteger.TEN.pow(exponent - unit));
    }

    /** k with 10^k ≤ |this| &lt; 10^(k+1); 0 for 0. */
    public int magnitude() {
        return digits == 0 ? 0 : Long.toString(Math.abs(digits)).length() - 1 + exponent;
    }

    /** The double nearest to this · 10^shift. */
    public double shifted(int shift) {
        return new BigDecimal(BigInteger.valueOf(digits), -(exponent + shift)).doubleValue();
    }

    /** The double nearest to number · 10^exponent. */
    static double nearest(BigInteger number, int exponent) {
        return new BigDecimal(number, -exponent).doubleValue();
    }
}
