package org.shrinq.cli;

/** The exit codes. */
final class ExitCode {
    /** A feasible solution was written, or the verb did what it was asked. */
    static final int OK = 0;
    /** An internal error, or output that cannot be written. */
    static final int INTERNAL = 1;
    /** Wrong usage. */
    static final int USAGE = 2;
    /** An unreadable or invalid instance. */
    static final int INSTANCE = 3;
    /** No feasible solution within the limits; for check, a solution that is not what it claims to be. */
    static final int INFEASIBLE = 4;
    /** Refused because it cannot fit. */
    static final int REFUSED = 5;
    /** The reader of standard output has gone: what a shell says of a command that SIGPIPE ended. */
    static final int CLOSED_PIPE = 141;

    private ExitCode() {}
}
