package org.shrinq.cli;

import picocli.CommandLine.Option;

/** How much is printed. */
final class OutputFlags {
    @Option(names = "--quiet", description = "Prints nothing but errors.")
    private boolean quiet;

    @Option(
            names = "--verbose",
            description =
                    "Logs what is decided and found on stderr, lists all settings, and shows stack traces of errors.")
    private void setVerbose(boolean value) {
        verbose = value;
        // in another program's process, such as Spark's, the log is that program's
        if (verbose
                && org.slf4j.LoggerFactory.getILoggerFactory()
                        .getClass()
                        .getName()
                        .startsWith("ch.qos.logback.")) {
            ((ch.qos.logback.classic.Logger) org.slf4j.LoggerFactory.getLogger("org.shrinq"))
                    .setLevel(ch.qos.logback.classic.Level.DEBUG);
        }
    }

    private boolean verbose;

    boolean isVerbose() {
        return verbose;
    }

    boolean isQuiet() {
        return quiet;
    }
}
