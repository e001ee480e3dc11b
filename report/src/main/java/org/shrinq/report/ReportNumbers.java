package org.shrinq.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import org.shrinq.report.Table.Cell;

/** Numbers as reports print them. */
public final class ReportNumbers {
    private ReportNumbers() {}

    /** A whole number as such, else four significant digits. */
    public static String number(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : "−∞";
        }
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return Long.toString((long) value).replace('-', '−');
        }
        double size = Math.abs(value);
        String format = size >= 1000 ? "%.0f" : size >= 100 ? "%.1f" : size >= 10 ? "%.2f" : "%.3f";
        return size < 0.001
                ? String.format(Locale.ROOT, "%.1e", value).replace('-', '−')
                : String.format(Locale.ROOT, format, value).replace('-', '−');
    }

    /** A share as per cent; "none" for an infinite gap, where nothing was feasible. */
    public static String percent(double share) {
        if (Double.isNaN(share)) {
            return "–";
        }
        if (Double.isInfinite(share)) {
            return "none";
        }
        double percent = 100 * share;
        if (percent != 0 && Math.abs(percent) < 0.005) {
            return percent > 0 ? "<0.01" : ">−0.01";
        }
        String text = String.format(Locale.ROOT, Math.abs(percent) < 10 ? "%.2f" : "%.1f", percent);
        return text.replaceAll("\\.?0+$", "").replace('-', '−');
    }

    public static Cell numberCell(double value) {
        return new Cell(number(value), value);
    }

    public static Cell percentCell(double share) {
        return new Cell(percent(share), share);
    }

    /** "1.2 [0.8, 1.9]" in per cent. */
    public static Cell intervalCell(double estimate, double low, double high) {
        return new Cell(
                Double.isNaN(estimate) ? "–" : percent(estimate) + " [" + percent(low) + ", " + percent(high) + "]",
                estimate);
    }

    public static Cell secondsCell(double seconds) {
        return new Cell(Double.isInfinite(seconds) ? "∞" : number(seconds), seconds);
    }

    /** A p-value. */
    public static Cell pCell(double p) {
        return new Cell(Double.isNaN(p) ? "–" : p < 0.0001 ? "<0.0001" : String.format(Locale.ROOT, "%.4f", p), p);
    }

    public static String count(long count, String one) {
        return count(count, one, one + "s");
    }

    public static String count(long count, String one, String several) {
        return count + " " + (count == 1 ? one : several);
    }

    /** A number as it was given, to 12 digits: objectives and bounds are not rounded where a reader compares them. */
    public static String exact(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value) || (value == Math.rint(value) && Math.abs(value) < 1e15)) {
            return number(value);
        }
        return new BigDecimal(value)
                .round(new MathContext(12))
                .stripTrailingZeros()
                .toPlainString()
                .replace('-', '−');
    }

    /** Seconds with their unit. */
    public static String seconds(double value) {
        return value > 0 && value < 0.001
                ? "<1 ms"
                : value < 1 ? number(Math.rint(1000 * value)) + " ms" : number(value) + " s";
    }
}
