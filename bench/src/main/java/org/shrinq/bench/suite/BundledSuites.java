package org.shrinq.bench.suite;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** The suites that come with Shrinq. */
public final class BundledSuites {
    private static final List<String> NAMES = List.of(
            "quick",
            "paper",
            "shrinking",
            "shrinking-paper",
            "shrinking-generated",
            "shrinking-strings",
            "shrinking-control",
            "assignment-codes",
            "assignment-codes-paper",
            "assignment-codes-strings",
            "calibration",
            "training",
            "choices",
            "scaling",
            "simulators",
            "peers",
            "parts",
            "beyond",
            "steering",
            "qoblib");

    private BundledSuites() {}

    /** In the order in which they are listed to users. */
    public static List<String> names() {
        return NAMES;
    }

    /** The suite of that name; empty when there is none. */
    public static Optional<Suite> find(String name) {
        return NAMES.contains(name) ? Optional.of(SuiteReader.parse(text(name), name + ".yaml")) : Optional.empty();
    }

    /** Its YAML, a template for a custom suite. */
    public static String text(String name) {
        try (InputStream in = BundledSuites.class.getResourceAsStream(name + ".yaml")) {
            if (in == null) {
                throw new IllegalArgumentException("no suite is called " + name);
            }
            return SuiteReader.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
