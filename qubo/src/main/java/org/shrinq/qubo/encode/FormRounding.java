package org.shrinq.qubo.encode;

import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Decimal;
import org.shrinq.qubo.Dyadic;
import org.shrinq.qubo.KroneckerForm;
import org.shrinq.qubo.QuadraticForm;

/**
 * A bound on what rounding can do to the energies of an encoded form: to its coefficients while they are added up, and
 * to any sum of them. With T the sum of the absolute values of everything that is added (Σ|objective| + Σ_rows P·(Σ|w|
 * + |b|)²) over N terms from R rows it is
 *
 * <pre>E = (N + 3R + 8) · 2⁻⁵² · T,</pre>
 *
 * and 0 where all of it are multiples of a power of two in which T is below 2⁵³. A penalty that outweighs what it has
 * to by more than 2E does so in doubles as well; objectives that differ by more than 2E are in the right order.
 */
final class FormRounding {
    private static final double LARGEST_EXACT = 0x1p52;

    private final Dyadic terms = new Dyadic();
    private final double leastDifference;
    private double count;
    private int rows;

    FormRounding(BinaryModel model) {
        QuadraticForm f = model.objective();
        int[] unit = {Integer.MAX_VALUE};
        addObjective(f, value -> {
            if (value != 0) {
                unit[0] = Math.min(unit[0], Decimal.of(value).exponent());
            }
        });
        double step = unit[0] == Integer.MAX_VALUE ? 1 : Double.parseDouble("1e" + unit[0]);
        leastDifference = terms.total() / step <= LARGEST_EXACT ? step : 0;
    }

    private interface Unit {
        void see(double value);
    }

    private void addObjective(QuadraticForm f, Unit unit) {
        add(f.offset(), 1, unit);
        for (int i = 0; i < f.size(); i++) {
            add(f.linear(i), 1, unit);
        }
        if (f instanceof KroneckerForm k) {
            addProducts(k, unit);
        } else {
            f.forEachCoupling((i, j, c) -> add(c, 2, unit));
        }
    }

    private void addProducts(KroneckerForm form, Unit unit) {
        Dyadic flow = new Dyadic();
        Dyadic distance = new Dyadic();
        int n = form.order();
        int[] least = {Integer.MAX_VALUE, Integer.MAX_VALUE};
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                flow.add(form.flow(i, j), 1);
                distance.add(form.distance(i, j), 1);
                least[0] = least(least[0], form.flow(i, j));
                least[1] = least(least[1], form.distance(i, j));
            }
        }
        terms.addProducts(flow, distance, 1);
        count += (double) n * n * n * n;
        if (least[0] != Integer.MAX_VALUE && least[1] != Integer.MAX_VALUE) {
            unit.see(Double.parseDouble("1e" + (least[0] + least[1])));
        }
    }

    private static int least(int exponent, double value) {
        return value == 0 ? exponent : Math.min(exponent, Decimal.of(value).exponent());
    }

    private void add(double value, double times, Unit unit) {
        terms.add(value, times);
        count++;
        unit.see(value);
    }

    /** A penalty weight·x_u·x_v. */
    void addPair(double weight) {
        terms.add(weight, 2);
        count++;
    }

    /** The penalty of a row, weight·(Σ coefficient·x − bound)², whose numbers are whole. */
    void addSquare(double weight, double[] coefficients, double bound) {
        double size = Math.abs(bound);
        for (double w : coefficients) {
            size += Math.abs(w);
        }
        terms.add(weight, 2 * size * size);
        count += coefficients.length;
        rows++;
    }

    /** E. */
    double error() {
        return terms.isExact() ? 0 : (count + 3.0 * rows + 8) * 0x1p-52 * terms.total();
    }

    /**
     * Whether a proof that needs {@code margin} survives, and the order of objectives with it as far as their own sums
     * do not round.
     */
    boolean survives(double margin) {
        double twice = 2 * error();
        return margin > twice && (leastDifference == 0 || twice < leastDifference);
    }
}
