package org.shrinq.qubo;

import java.math.BigInteger;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A linear row that is compared without rounding: coefficients, bound and tolerance are the decimal numbers that their
 * doubles stand for ({@link Decimal}), held in units of a power of ten in which all are whole. As long as Σ|w| +
 * |bound| + tolerance is at most 2⁵² units, sums of doubles are exact and cost what a plain sum costs. Beyond, a sum of
 * doubles decides where its rounding error, (n + 3) · 2⁻⁵² · Σ|w|, cannot change the answer, and big integers where it
 * could. Immutable.
 */
final class ExactRow {
    private static final int BITS = 52;
    private static final double MOST = 0x1p52;

    private final int[] variables;
    /** In units of {@link #whole} rows; else as written. */
    private final double[] coefficients;

    private final double bound;
    private final double tolerance;
    private final boolean equality;
    /** Exponent of the unit. */
    private final int unit;

    private final @Nullable Big big;

    /** The row in whole numbers that doubles do not hold. */
    private record Big(BigInteger[] coefficients, BigInteger bound, BigInteger tolerance, double error) {}

    private ExactRow(
            int[] variables,
            double[] coefficients,
            double bound,
            double tolerance,
            boolean equality,
            int unit,
            @Nullable Big big) {
        this.variables = variables;
        this.coefficients = coefficients;
        this.bound = bound;
        this.tolerance = tolerance;
        this.equality = equality;
        this.unit = unit;
        this.big = big;
    }

    /** Arrays are kept, and never modified. */
    static ExactRow of(int[] variables, double[] coefficients, double bound, double tolerance, boolean equality) {
        double total = Math.abs(bound) + tolerance;
        boolean whole = bound == Math.rint(bound) && tolerance == Math.rint(tolerance);
        for (double w : coefficients) {
            total += Math.abs(w);
            whole &= w == Math.rint(w);
        }
        if (whole && total <= MOST) {
            return new ExactRow(variables, coefficients, bound, tolerance, equality, 0, null);
        }
        Decimal[] written = new Decimal[coefficients.length + 2];
        int unit = Integer.MAX_VALUE;
        for (int k = 0; k < written.length; k++) {
            int n = coefficients.length;
            written[k] = Decimal.of(k < n ? coefficients[k] : k == n ? bound : tolerance);
            unit = written[k].digits() == 0 ? unit : Math.min(unit, written[k].exponent());
        }
        int n = coefficients.length;
        BigInteger[] numbers = new BigInteger[n];
        for (int k = 0; k < n; k++) {
            numbers[k] = written[k].in(unit);
        }
        return of(variables, coefficients, numbers, written[n].in(unit), written[n + 1].in(unit), equality, unit);
    }

    /** A row whose numbers are given in units of 10^unit; {@code coefficients} are the doubles nearest to them. */
    private static ExactRow of(
            int[] variables,
            double[] coefficients,
            BigInteger[] numbers,
            BigInteger bound,
            BigInteger tolerance,
            boolean equality,
            int unit) {
        BigInteger sum = bound.abs().add(tolerance);
        for (BigInteger w : numbers) {
            sum = sum.add(w.abs());
        }
        if (sum.bitLength() <= BITS) {
            double[] whole = new double[numbers.length];
            for (int k = 0; k < whole.length; k++) {
                whole[k] = numbers[k].doubleValue();
            }
            return new ExactRow(variables, whole, bound.doubleValue(), tolerance.doubleValue(), equality, unit, null);
        }
        double near = Decimal.nearest(bound, unit);
        double room = Decimal.nearest(tolerance, unit);
        double total = Math.abs(near) + room;
        for (double w : coefficients) {
            total += Math.abs(w);
        }
        double error = (numbers.length + 3) * 0x1p-52 * total;
        return new ExactRow(
                variables, coefficients, near, room, equality, unit, new Big(numbers, bound, tolerance, error));
    }

    /** Whether sums of doubles are exact. */
    boolean isWhole() {
        return big == null;
    }

    /** Exponent of the power of ten in which all numbers of the row are whole. */
    int unit() {
        return unit;
    }

    /** The k-th coefficient in units. */
    BigInteger coefficient(int k) {
        return big == null ? BigInteger.valueOf((long) coefficients[k]) : big.coefficients[k];
    }

    /** The bound in units. */
    BigInteger bound() {
        return big == null ? BigInteger.valueOf((long) bound) : big.bound;
    }

    /** The tolerance in units. */
    BigInteger tolerance() {
        return big == null ? BigInteger.valueOf((long) tolerance) : big.tolerance;
    }

    /**
     * What is left of the row when some of its variables are fixed, with its bound and the tolerance kept exactly; null
     * where every completion satisfies it.
     */
    @Nullable
    LinearRow restrict(String name, byte[] fixed, int[] renamed) {
        int n = variables.length;
        int[] free = new int[n];
        BigInteger[] numbers = new BigInteger[n];
        int count = 0;
        BigInteger room = bound();
        BigInteger most = BigInteger.ZERO;
        BigInteger least = BigInteger.ZERO;
        for (int k = 0; k < n; k++) {
            int v = variables[k];
            if (fixed[v] > 0) {
                room = room.subtract(coefficient(k));
            } else if (fixed[v] < 0) {
                numbers[count] = coefficient(k);
                free[count] = renamed[v];
                most = most.add(numbers[count].max(BigInteger.ZERO));
                least = least.add(numbers[count++].min(BigInteger.ZERO));
            }
        }
        boolean fits = most.compareTo(room.add(tolerance())) <= 0;
        if (fits && (!equality || least.compareTo(room.subtract(tolerance())) >= 0)) {
            return null;
        }
        int[] left = Arrays.copyOf(free, count);
        double[] near = new double[count];
        for (int k = 0; k < count; k++) {
            near[k] = Decimal.nearest(numbers[k], unit);
        }
        BigInteger[] kept = Arrays.copyOf(numbers, count);
        ExactRow exact = of(left, near, kept, room, tolerance(), equality, unit);
        return new LinearRow(
                name, left, near, Decimal.nearest(room, unit), Decimal.nearest(tolerance(), unit), exact, false);
    }

    /** Σ w x, rounded once. */
    double activity(byte[] x) {
        return big == null && unit == 0 ? sum(x) : Decimal.nearest(exactSum(x), unit);
    }

    /** 0 where the row holds within its tolerance, else the distance of the activity from the bound, rounded once. */
    double violation(byte[] x) {
        double excess = sum(x) - bound;
        if (big == null) {
            double amount = equality ? Math.abs(excess) : excess;
            return amount <= tolerance ? 0 : unit == 0 ? amount : distance(BigInteger.valueOf((long) amount));
        }
        if (!equality && excess < tolerance - big.error) {
            return 0;
        }
        BigInteger difference = exactSum(x).subtract(big.bound);
        BigInteger amount = equality ? difference.abs() : difference;
        return amount.compareTo(big.tolerance) <= 0 ? 0 : distance(amount);
    }

    private double distance(BigInteger amount) {
        return Math.max(Double.MIN_VALUE, Decimal.nearest(amount, unit));
    }

    private double sum(byte[] x) {
        double sum = 0;
        for (int k = 0; k < variables.length; k++) {
            if (x[variables[k]] != 0) {
                sum += coefficients[k];
            }
        }
        return sum;
    }

    private BigInteger exactSum(byte[] x) {
        if (big == null) {
            return BigInteger.valueOf((long) sum(x));
        }
        BigInteger sum = BigInteger.ZERO;
        for (int k = 0; k < variables.length; k++) {
            if (x[variables[k]] != 0) {
                sum = sum.add(big.coefficients[k]);
            }
        }
        return sum;
    }

    /**
     * Assigns what follows from the row: an activity that cannot come down to bound + tolerance (nor, for an equality,
     * up to bound − tolerance) contradicts, and a variable that would take it there is decided.
     */
    boolean propagate(Propagator p) {
        return propagate(p, 1) && (!equality || propagate(p, -1));
    }

    private boolean propagate(Propagator p, int sign) {
        return big == null ? propagateWhole(p, sign) : propagateBig(p, sign, big);
    }

    private boolean propagateWhole(Propagator p, int sign) {
        double least = 0;
        for (int k = 0; k < variables.length; k++) {
            double w = sign * coefficients[k];
            int value = p.value(variables[k]);
            if (value == 1 || (value < 0 && w < 0)) {
                least += w;
            }
        }
        double room = sign * bound + tolerance - least;
        if (room < 0) {
            return false;
        }
        for (int k = 0; k < variables.length; k++) {
            if (p.value(variables[k]) < 0
                    && Math.abs(coefficients[k]) > room
                    && !p.imply(variables[k], sign * coefficients[k] > 0 ? 0 : 1)) {
                return false;
            }
        }
        return true;
    }

    private boolean propagateBig(Propagator p, int sign, Big row) {
        BigInteger least = BigInteger.ZERO;
        for (int k = 0; k < variables.length; k++) {
            BigInteger w = row.coefficients[k];
            int value = p.value(variables[k]);
            if (value == 1 || (value < 0 && sign * w.signum() < 0)) {
                least = sign > 0 ? least.add(w) : least.subtract(w);
            }
        }
        BigInteger limit = sign > 0 ? row.bound : row.bound.negate();
        BigInteger room = limit.add(row.tolerance).subtract(least);
        if (room.signum() < 0) {
            return false;
        }
        for (int k = 0; k < variables.length; k++) {
            if (p.value(variables[k]) < 0
                    && row.coefficients[k].abs().compareTo(room) > 0
                    && !p.imply(variables[k], sign * row.coefficients[k].signum() > 0 ? 0 : 1)) {
                return false;
            }
        }
        return true;
    }
}
