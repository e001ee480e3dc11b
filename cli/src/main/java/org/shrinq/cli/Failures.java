package org.shrinq.cli;

import java.io.UncheckedIOException;
import org.shrinq.bench.store.StoreException;
import org.shrinq.bench.suite.SuiteException;
import org.shrinq.instances.InstanceException;
import org.shrinq.quantum.InsufficientMemoryException;
import org.shrinq.qubo.encode.EncodingException;
import org.shrinq.solver.RefusedException;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** Turns what went wrong into one message on stderr and an exit code. A stack trace only with {@code --verbose}. */
final class Failures {
    private Failures() {}

    /** Something that the user can mend by calling differently. */
    static final class UsageException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UsageException(String message) {
            super(message);
        }
    }

    /** A file that is not what it should be. */
    static final class InputException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        InputException(String message) {
            super(message);
        }
    }

    static int exitCode(Throwable failure) {
        if (failure instanceof InstanceException
                || failure instanceof EncodingException
                || failure instanceof InputException
                || failure instanceof SuiteException
                || failure instanceof StoreException) {
            return ExitCode.INSTANCE;
        }
        if (failure instanceof InsufficientMemoryException
                || failure instanceof RefusedException
                || failure instanceof OutOfMemoryError) {
            return ExitCode.REFUSED;
        }
        if (failure instanceof UsageException || failure instanceof CommandLine.ParameterException) {
            return ExitCode.USAGE;
        }
        return ExitCode.INTERNAL;
    }

    static int report(Exception failure, CommandLine commandLine, ParseResult parsed) {
        int code = exitCode(failure);
        boolean internal = code == ExitCode.INTERNAL && !(failure instanceof UncheckedIOException);
        String message = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        commandLine.getErr().println("shrinq: " + (internal ? "internal error: " : "") + message);
        if (isVerbose(parsed)) {
            failure.printStackTrace(commandLine.getErr());
        } else if (internal) {
            commandLine.getErr().println("Run it again with --verbose for the details, and please report it.");
        }
        return code;
    }

    private static boolean isVerbose(ParseResult parsed) {
        for (ParseResult level = parsed; level != null; level = level.hasSubcommand() ? level.subcommand() : null) {
            if (level.hasMatchedOption("--verbose")) {
                return true;
            }
        }
        return false;
    }

    static int usage(CommandLine.ParameterException failure, String[] args) {
        CommandLine commandLine = failure.getCommandLine();
        commandLine.getErr().println("shrinq: " + failure.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(failure, commandLine.getErr());
        commandLine.getErr().println("Try '" + commandLine.getCommandSpec().qualifiedName(" ") + " --help'.");
        return ExitCode.USAGE;
    }
}
