package org.shrinq.report.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Maps values to a stretch of the page, with ticks. */
public interface Scale {
    /** Units that the label of a tick takes. */
    double ROOM = 26;

    /** Characters of a label; longer ones have a power of ten. */
    int LONGEST_LABEL = 9;

    /** The place of a value; values outside are moved to the nearer end. */
    double at(double value);

    List<Tick> ticks();

    /**
     * A tick.
     *
     * @param label may be empty
     */
    record Tick(double place, String label) {}

    /** Linear from {@code low} to {@code high}. */
    static Scale linear(double low, double high, double from, double to) {
        return linear(low, high, 0, from, to);
    }

    /** Linear with ticks that are at least so far apart, such as 1 for whole numbers. */
    static Scale linear(double low, double high, double apart, double from, double to) {
        double span = high > low ? high - low : 1;
        double step = Math.max(apart, niceStep(span / 6));
        double nearZero = 1e-9 * span;
        List<Tick> ticks = new ArrayList<>();
        Scale scale = new Mapped(v -> v, low, low + span, from, to, ticks);
        for (double v = Math.ceil(low / step - 1e-9) * step; v <= low + span + 1e-9 * span; v += step) {
            ticks.add(new Tick(scale.at(v), label(Math.abs(v) < nearZero ? 0 : v, step)));
        }
        return scale;
    }

    /** Logarithmic from {@code low} to {@code high}, both positive, in decades. */
    static Scale log(double low, double high, double from, double to) {
        double top = Math.max(high, low * 10);
        List<Tick> ticks = new ArrayList<>();
        Scale scale = new Mapped(Math::log10, low, top, from, to, ticks);
        int first = (int) Math.ceil(Math.log10(low) - 1e-9);
        int last = (int) Math.floor(Math.log10(top) + 1e-9);
        int every = Math.max(1, (last - first + 7) / 8);
        for (int e = first; e <= last; e += every) {
            ticks.add(new Tick(scale.at(Math.pow(10, e)), power(e)));
        }
        return scale;
    }

    /**
     * A gap from 0 to 100 per cent and more: linear up to {@code linear}, logarithmic beyond; an infinite gap has a
     * place of its own at the end.
     *
     * @param linear where the logarithm takes over, such as 0.001
     * @param high largest finite gap
     */
    static Scale gap(double linear, double high, double from, double to) {
        double top = Math.max(high, 100 * linear);
        double width = to - from;
        List<Tick> ticks = new ArrayList<>();
        Mapped inner = new Mapped(
                v -> Math.signum(v) * Math.log10(1 + Math.abs(v) / linear), 0, top, from, from + 0.9 * width, ticks);
        ticks.add(new Tick(from, "0"));
        for (double v = linear; v <= top * 1.0001; v *= 10) {
            ticks.add(new Tick(inner.at(v), label(100 * v, 100 * v) + " %"));
        }
        ticks.add(new Tick(to, "none"));
        return new Scale() {
            @Override
            public double at(double value) {
                return Double.isInfinite(value) ? to : inner.at(value);
            }

            @Override
            public List<Tick> ticks() {
                return ticks;
            }
        };
    }

    /**
     * Positive and negative values: linear up to {@code linear} on both sides of 0, logarithmic beyond, sign(v) log10(1
     * + |v| / linear).
     *
     * @param linear where the logarithm takes over
     */
    static Scale symmetricLog(double linear, double low, double high, double from, double to) {
        List<Tick> ticks = new ArrayList<>();
        double bottom = Math.min(low, -linear);
        double top = Math.max(high, linear);
        Scale scale =
                new Mapped(v -> Math.signum(v) * Math.log10(1 + Math.abs(v) / linear), bottom, top, from, to, ticks);
        ticks.add(new Tick(scale.at(0), "0"));
        for (double v = linear; v <= Math.max(top, -bottom) * 1.0001; v *= 10) {
            // no room for the first ones beside 0 on a narrow page
            boolean named = v > linear || Math.abs(scale.at(v) - scale.at(0)) > ROOM;
            if (v <= top * 1.0001) {
                ticks.add(new Tick(scale.at(v), named ? "+" + label(v, v) : ""));
            }
            if (-v >= bottom * 1.0001) {
                ticks.add(new Tick(scale.at(-v), named ? label(-v, v) : ""));
            }
        }
        return scale;
    }

    /**
     * Values by their distance from one of them: {@link #symmetricLog} with that in the middle. Ticks are distances,
     * but for the middle's own.
     *
     * @param name of the middle
     * @param linear where the logarithm takes over
     */
    static Scale around(double middle, String name, double linear, double low, double high, double from, double to) {
        Scale distance = symmetricLog(linear, low - middle, high - middle, from, to);
        List<Tick> ticks = distance.ticks().stream()
                .map(t -> t.label().equals("0") ? new Tick(t.place(), name) : t)
                .toList();
        return new Scale() {
            @Override
            public double at(double value) {
                return distance.at(value - middle);
            }

            @Override
            public List<Tick> ticks() {
                return ticks;
            }
        };
    }

    private static double niceStep(double rough) {
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double lead = rough / power;
        return power * (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10);
    }

    private static String label(double value, double step) {
        int digits = (int) Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
        String text = String.format(Locale.ROOT, "%." + Math.min(6, digits) + "f", value);
        if (text.length() > LONGEST_LABEL) {
            int figures = (int) Math.ceil(Math.log10(Math.abs(value) / step));
            text = String.format(Locale.ROOT, "%." + Math.max(1, Math.min(5, figures)) + "e", value)
                    .replaceAll("e\\+?0*", "e");
        }
        return text.replace('-', '−').replaceAll("^−0$", "0");
    }

    private static String power(int exponent) {
        return switch (exponent) {
            case -2 -> "0.01";
            case -1 -> "0.1";
            case 0 -> "1";
            case 1 -> "10";
            case 2 -> "100";
            case 3 -> "1000";
            default -> "1e" + exponent;
        };
    }

    /** A monotone function, then linear. */
    final class Mapped implements Scale {
        private final java.util.function.DoubleUnaryOperator function;
        private final double low;
        private final double high;
        private final double from;
        private final double to;
        private final List<Tick> ticks;

        Mapped(
                java.util.function.DoubleUnaryOperator function,
                double low,
                double high,
                double from,
                double to,
                List<Tick> ticks) {
            this.function = function;
            this.low = function.applyAsDouble(low);
            this.high = function.applyAsDouble(high);
            this.from = from;
            this.to = to;
            this.ticks = ticks;
        }

        @Override
        public double at(double value) {
            double share = (function.applyAsDouble(value) - low) / (high - low);
            return from + Math.max(0, Math.min(1, share)) * (to - from);
        }

        @Override
        public List<Tick> ticks() {
            return ticks;
        }
    }
}
