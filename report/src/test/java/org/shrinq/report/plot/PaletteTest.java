package org.shrinq.report.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.shrinq.report.HtmlReport;

/**
 * The colours of series can be told apart by everybody: as they are, and as people see them who lack the long or the
 * middle cones (Viénot, Brettel and Mollon, Color Research and Application 24, 1999); and they stand out from the paper
 * (WCAG 2, 3 : 1).
 */
class PaletteTest {
    /** CIE 1976 colour difference; 2.3 is just noticeable. */
    private static final double APART = 20;

    private static final double[][] NORMAL = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
    private static final double[][] PROTAN = {{0.11238, 0.88762, 0}, {0.11238, 0.88762, 0}, {0.00401, -0.00401, 1}};
    private static final double[][] DEUTAN = {{0.29275, 0.70725, 0}, {0.29275, 0.70725, 0}, {-0.02234, 0.02234, 1}};

    @Test
    void coloursOfSeriesDifferForEverybodyInBothLights() throws IOException {
        String css;
        try (InputStream in = Objects.requireNonNull(HtmlReport.class.getResourceAsStream("report.css"))) {
            css = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        int dark = css.indexOf("prefers-color-scheme: dark");
        for (String tokens : List.of(css.substring(0, dark), css.substring(dark))) {
            double[] paper = colour(tokens, "paper");
            List<double[]> series = new ArrayList<>();
            for (int k = 0; k < Svg.COLOURS; k++) {
                series.add(colour(tokens, "c" + k));
                assertThat(contrast(series.get(k), paper))
                        .as("c" + k + " on paper")
                        .isGreaterThanOrEqualTo(3);
            }
            for (double[][] eye : List.of(NORMAL, PROTAN, DEUTAN)) {
                for (int a = 0; a < series.size(); a++) {
                    for (int b = 0; b < a; b++) {
                        assertThat(distance(lab(seen(eye, series.get(a))), lab(seen(eye, series.get(b)))))
                                .as("c" + b + " and c" + a)
                                .isGreaterThan(APART);
                    }
                }
            }
        }
    }

    /** Linear red, green, blue. */
    private static double[] colour(String tokens, String name) {
        Matcher m = Pattern.compile("--" + name + ": #([0-9a-f]{6})").matcher(tokens);
        assertThat(m.find()).as(name).isTrue();
        double[] rgb = new double[3];
        for (int k = 0; k < 3; k++) {
            double v = Integer.parseInt(m.group(1).substring(2 * k, 2 * k + 2), 16) / 255.0;
            rgb[k] = v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
        }
        return rgb;
    }

    private static double[] seen(double[][] eye, double[] rgb) {
        double[] seen = new double[3];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                seen[i] += eye[i][j] * rgb[j];
            }
            seen[i] = Math.max(0, seen[i]);
        }
        return seen;
    }

    private static double luminance(double[] rgb) {
        return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2];
    }

    private static double contrast(double[] a, double[] b) {
        return (Math.max(luminance(a), luminance(b)) + 0.05) / (Math.min(luminance(a), luminance(b)) + 0.05);
    }

    private static double[] lab(double[] c) {
        double x = f((0.4124564 * c[0] + 0.3575761 * c[1] + 0.1804375 * c[2]) / 0.95047);
        double y = f(luminance(c));
        double z = f((0.0193339 * c[0] + 0.119192 * c[1] + 0.9503041 * c[2]) / 1.08883);
        return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
    }

    private static double f(double t) {
        return t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116.0;
    }

    private static double distance(double[] a, double[] b) {
        return Math.sqrt(Math.pow(a[0] - b[0], 2) + Math.pow(a[1] - b[1], 2) + Math.pow(a[2] - b[2], 2));
    }
}
