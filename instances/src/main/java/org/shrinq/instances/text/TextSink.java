package org.shrinq.instances.text;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;

/**
 * Writes text as UTF-8 bytes. A number is written so that reading it gives back the same bits, in the same characters
 * on every Java: whole numbers below 10¹⁵ without a point, others with the fewest of 15 to 17 significant digits that
 * suffice.
 */
public final class TextSink {
    private final OutputStream out;
    private final byte[] buffer = new byte[1 << 16];
    private int filled;

    public TextSink(OutputStream out) {
        this.out = out;
    }

    public TextSink add(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                return addBytes(text.substring(i).getBytes(StandardCharsets.UTF_8));
            }
            add((byte) c);
        }
        return this;
    }

    private TextSink addBytes(byte[] bytes) {
        for (byte b : bytes) {
            add(b);
        }
        return this;
    }

    private void add(byte b) {
        if (filled == buffer.length) {
            flush();
        }
        buffer[filled++] = b;
    }

    public TextSink space() {
        add((byte) ' ');
        return this;
    }

    public TextSink line() {
        add((byte) '\n');
        return this;
    }

    /** A line of text. */
    public TextSink line(String text) {
        return add(text).line();
    }

    public TextSink add(long value) {
        return add(Long.toString(value));
    }

    public TextSink add(double value) {
        return add(text(value));
    }

    /** Right-aligned in {@code width} columns. */
    public TextSink padded(long value, int width) {
        String digits = Long.toString(value);
        for (int k = digits.length(); k < width; k++) {
            space();
        }
        return add(digits);
    }

    /** The numbers with a space between them, then a line end. */
    public TextSink row(int length, java.util.function.IntToDoubleFunction number) {
        for (int k = 0; k < length; k++) {
            if (k > 0) {
                space();
            }
            add(number.applyAsDouble(k));
        }
        return line();
    }

    public void flush() {
        try {
            out.write(buffer, 0, filled);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        filled = 0;
    }

    /** The shortest text that {@link Double#parseDouble} turns back into {@code value}, which is finite. */
    public static String text(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return Long.toString((long) value);
        }
        BigDecimal exact = new BigDecimal(value);
        for (int digits = 15; digits < 17; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (rounded.doubleValue() == value) {
                return rounded.stripTrailingZeros().toString();
            }
        }
        return exact.round(new MathContext(17, RoundingMode.HALF_EVEN)).toString();
    }
}
