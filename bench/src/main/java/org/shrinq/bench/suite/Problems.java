package org.shrinq.bench.suite;

import java.util.ArrayList;
import java.util.List;

/** Collects everything that is wrong with a suite, so that it can be mended in one go. */
final class Problems {
    private final String file;
    private final List<String> messages = new ArrayList<>();

    Problems(String file) {
        this.file = file;
    }

    /** One problem; the hint may be empty. */
    void add(int line, String message, String hint) {
        messages.add(file + ":" + line + ": " + message + "." + (hint.isEmpty() ? "" : " " + hint));
    }

    void throwIfAny() {
        if (!messages.isEmpty()) {
            throw new SuiteException(messages);
        }
    }
}
