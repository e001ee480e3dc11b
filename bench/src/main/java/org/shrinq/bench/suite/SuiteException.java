package org.shrinq.bench.suite;

import java.util.List;

/** A suite that cannot be run; every problem is "file:line: what is wrong. A hint." */
public final class SuiteException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    /** At least one. */
    public SuiteException(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    public List<String> problems() {
        return problems;
    }
}
