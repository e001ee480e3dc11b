package org.shrinq.cli;

import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.shrinq.bench.audit.AuditComparison;
import org.shrinq.bench.audit.AuditResult;
import org.shrinq.bench.audit.AuditRow;
import org.shrinq.bench.audit.ControlKind;
import org.shrinq.bench.audit.Measure;
import org.shrinq.bench.statistics.Interval;
import org.shrinq.qubo.SampleSet;

/** An audit as people read it, in 80 columns. */
final class AuditText {
    private AuditText() {}

    /** @param basis how the order of the bits is known */
    static void print(PrintWriter out, SampleSet device, String basis, AuditResult result) {
        out.println(TextFormat.count(device.shots(), "shot") + " of " + TextFormat.count(device.qubits(), "bit") + ", "
                + TextFormat.count(device.size(), "distinct string"));
        out.println("bit order: " + basis);
        out.printf("%-19s %19s %19s %9s  %s%n", "strings", "mean energy", "CVaR", "best", "feasible");
        for (AuditRow r : result.rows()) {
            out.printf(
                    "%-19s %19s %19s %9s  %s%n",
                    r.name(),
                    around(r.energy()),
                    around(r.cvar()),
                    figure(r.best().estimate()),
                    TextFormat.percent(r.feasible().estimate()));
        }
        out.printf("%-19s %19s %9s %15s %14s%n", "after repair", "mean", "best", "P(optimum) %", "shots for 99 %");
        for (AuditRow r : result.rows()) {
            out.printf(
                    "%-19s %19s %9s %15s %14s%n",
                    r.name(),
                    around(r.repaired()),
                    figure(r.bestRepaired()),
                    percents(r.optimum()),
                    range(r.strings()));
        }
        out.println("  (± and ranges of 95 %; the optimum is " + TextFormat.number(result.reference())
                + (result.knownReference() ? ", the best known" : ", the best that was seen here")
                + (result.judged() < device.shots() ? "; of " + result.judged() + " shots each" : "") + ")");
        out.printf(
                "%-19s %14s %14s %14s %14s%n",
                "the device is",
                Measure.ENERGY.words(),
                Measure.CVAR.words(),
                Measure.REPAIRED.words(),
                Measure.OPTIMUM.words());
        for (ControlKind kind : ControlKind.values()) {
            List<AuditComparison> own = result.comparisons().stream()
                    .filter(c -> c.control() == kind)
                    .sorted(Comparator.comparing(AuditComparison::measure))
                    .toList();
            if (!own.isEmpty()) {
                out.printf("%-19s", kind.words());
                own.forEach(c -> out.printf(" %14s", verdict(c)));
                out.println();
            }
        }
        out.println("  (p of the better of two one-sided permutation tests, corrected by Holm)");
        result.fidelity()
                .filter(f -> !Double.isNaN(f.share().estimate()))
                .ifPresent(f -> wrapped(
                        out,
                        "The mean energy is that of " + percents(f.share()) + " % ideal strings among uniform ones."));
        result.bounds()
                .ifPresent(b -> wrapped(
                        out,
                        "A shot is free of errors with probability " + figure(b.errorFree())
                                + ": the noiseless mean energy lies between " + figure(b.lower()) + " and "
                                + figure(b.upper()) + " (CVaR bounds)."));
        result.notes().forEach(note -> wrapped(out, note));
        wrapped(out, "For:     " + result.verdict().forDevice());
        wrapped(out, "Against: " + result.verdict().against());
    }

    private static void wrapped(PrintWriter out, String text) {
        TextFormat.wrap(text, TextFormat.WIDTH).forEach(out::println);
    }

    private static String verdict(AuditComparison c) {
        boolean better = c.better() <= c.worse();
        double p = Math.min(c.better(), c.worse());
        String text = p < 0.001 ? "<0.001" : String.format(Locale.ROOT, "%.3f", p);
        return p >= 0.05 ? text : (better ? "better " : "worse ") + text;
    }

    private static String figure(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e8) {
            return Long.toString((long) value);
        }
        return String.format(Locale.ROOT, Math.abs(value) >= 1e7 || Math.abs(value) < 1e-3 ? "%.2e" : "%.5g", value);
    }

    private static String around(Interval i) {
        double half = (i.high() - i.low()) / 2;
        return figure(i.estimate()) + " ± "
                + String.format(Locale.ROOT, half >= 1e5 ? "%.1e" : half >= 10 ? "%.0f" : "%.2g", half);
    }

    private static double percent(double share) {
        return 100 * share + 0.0; // no negative zero
    }

    static String percents(Interval i) {
        double low = percent(i.low());
        return String.format(
                Locale.ROOT,
                low >= 10 ? "%.3g [%.0f, %.3g]" : "%.3g [%.2g, %.3g]",
                percent(i.estimate()),
                low,
                percent(i.high()));
    }

    private static String range(Interval strings) {
        return whole(strings.low()) + "–" + whole(strings.high());
    }

    private static String whole(double strings) {
        return Double.isInfinite(strings) ? "∞" : Long.toString((long) Math.ceil(strings));
    }
}
