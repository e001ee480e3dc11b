package org.shrinq.solver.audit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shrinq.solver.audit.Specimen.Kind;
import org.shrinq.solver.audit.Specimen.Pair;
import org.shrinq.solver.audit.Specimen.Row;
import org.shrinq.solver.audit.Specimen.Type;

/**
 * A specimen in whole numbers of 62 bits, where they hold it: the same evaluation as {@link Specimen}'s, some hundred
 * times as fast.
 */
final class WholeSpecimen {
    private static final BigDecimal MOST = BigDecimal.valueOf(1L << 62);

    private final Specimen specimen;
    private final long[][] rows;
    private final long[] bounds;
    private final long constant;
    private final long[] linear;
    private final long[] pairs;
    private final long[][] first;
    private final int scale;

    private WholeSpecimen(Specimen specimen) {
        this.specimen = specimen;
        List<Row> all = specimen.rows();
        rows = new long[all.size()][];
        bounds = new long[all.size()];
        for (int r = 0; r < rows.length; r++) {
            List<BigDecimal> numbers = new ArrayList<>(all.get(r).coefficients());
            numbers.add(all.get(r).bound());
            long[] whole = whole(numbers, scale(numbers));
            rows[r] = whole;
            bounds[r] = whole[whole.length - 1];
        }
        List<BigDecimal> numbers = new ArrayList<>(specimen.linear());
        numbers.add(specimen.constant());
        List<BigDecimal> values = specimen.kind() == Kind.INDEPENDENT_SET
                ? List.of()
                : specimen.pairs().stream().map(Pair::value).toList();
        numbers.addAll(values);
        specimen.first().forEach(numbers::addAll);
        scale = scale(numbers);
        whole(numbers, scale); // whether sums of all of them fit
        linear = whole(specimen.linear(), scale);
        constant = whole(List.of(specimen.constant()), scale)[0];
        pairs = whole(values, scale);
        first = specimen.first().stream().map(r -> whole(r, scale)).toArray(long[][]::new);
    }

    /** Empty for assignments, whose permutations are few, for sequences, and where 62 bits do not hold all sums. */
    static Optional<WholeSpecimen> of(Specimen specimen) {
        try {
            return specimen.kind() == Kind.ASSIGNMENT || specimen.kind() == Kind.SEQUENCE
                    ? Optional.empty()
                    : Optional.of(new WholeSpecimen(specimen));
        } catch (ArithmeticException tooLong) {
            return Optional.empty();
        }
    }

    private static int scale(List<BigDecimal> numbers) {
        int scale = Integer.MIN_VALUE;
        for (BigDecimal number : numbers) {
            scale = number.signum() == 0
                    ? scale
                    : Math.max(scale, number.stripTrailingZeros().scale());
        }
        return scale == Integer.MIN_VALUE ? 0 : scale;
    }

    private static long[] whole(List<BigDecimal> numbers, int scale) {
        BigDecimal sum = BigDecimal.ZERO;
        long[] whole = new long[numbers.size()];
        for (int k = 0; k < whole.length; k++) {
            BigDecimal shifted = numbers.get(k).scaleByPowerOfTen(scale);
            whole[k] = shifted.longValueExact();
            sum = sum.add(shifted.abs());
        }
        if (sum.compareTo(MOST) > 0) {
            throw new ArithmeticException("sums up to " + sum);
        }
        return whole;
    }

    boolean isFeasible(byte[] x) {
        if (specimen.kind() == Kind.INDEPENDENT_SET) {
            for (Pair p : specimen.pairs()) {
                if (x[p.u()] != 0 && x[p.v()] != 0) {
                    return false;
                }
            }
            return true;
        }
        for (int r = 0; r < rows.length; r++) {
            List<Integer> variables = specimen.rows().get(r).variables();
            Type type = specimen.rows().get(r).type();
            long sum = -bounds[r];
            for (int k = 0; k < variables.size(); k++) {
                sum += x[variables.get(k)] * rows[r][k];
            }
            if (sum > 0 || (sum < 0 && (type == Type.EQUAL || type == Type.EXACTLY_ONE))) {
                return false;
            }
        }
        return true;
    }

    BigDecimal objective(byte[] x) {
        long sum = constant;
        if (specimen.kind() == Kind.MARKET_SHARE) {
            for (int k = 0; k < first.length; k++) {
                long miss = -linear[k];
                for (int j = 0; j < x.length; j++) {
                    miss += x[j] * first[k][j];
                }
                sum += Math.abs(miss);
            }
            return BigDecimal.valueOf(sum).scaleByPowerOfTen(-scale);
        }
        for (int i = 0; i < linear.length; i++) {
            sum += x[i] * linear[i];
        }
        for (int p = 0; p < pairs.length; p++) {
            Pair pair = specimen.pairs().get(p);
            boolean counts =
                    specimen.kind() == Kind.CUT ? x[pair.u()] != x[pair.v()] : x[pair.u()] != 0 && x[pair.v()] != 0;
            sum += counts ? pairs[p] : 0;
        }
        return BigDecimal.valueOf(sum).scaleByPowerOfTen(-scale);
    }
}
