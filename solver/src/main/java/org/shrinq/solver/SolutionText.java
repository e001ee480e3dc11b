package org.shrinq.solver;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import org.shrinq.qubo.Bits;

/** A solution on one line. */
final class SolutionText {
    private static final int MOST_BITS = 64;

    private SolutionText() {}

    static String of(Solution s) {
        StringBuilder text = new StringBuilder(s.status().name());
        s.objective().ifPresent(o -> text.append(": ").append(number(o)));
        double bound = s.bound().best().value();
        if (Double.isFinite(bound)) {
            text.append(", bound ").append(number(bound));
        }
        s.gap().ifPresent(gap -> text.append(String.format(Locale.ROOT, ", gap %s %%", number(100 * gap))));
        s.x().ifPresent(x -> text.append(", x = ").append(shortened(x)));
        return text.append(
                        String.format(Locale.ROOT, " (%s, %.2f s)", s.problem().name(), s.seconds()))
                .toString();
    }

    private static String shortened(Bits x) {
        String all = x.toString();
        return all.length() <= MOST_BITS
                ? all
                : all.substring(0, MOST_BITS) + "… " + x.ones() + " of " + x.size() + " are 1";
    }

    static String number(double value) {
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        return BigDecimal.valueOf(value)
                .round(new MathContext(12))
                .stripTrailingZeros()
                .toPlainString();
    }
}
