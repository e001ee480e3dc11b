package org.shrinq.cli;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.shrinq.bench.execute.EngineException;
import org.shrinq.bench.store.StoreException;
import org.shrinq.bench.suite.SuiteException;
import org.shrinq.instances.text.InstanceException;
import org.shrinq.quantum.InsufficientMemoryException;
import org.shrinq.qubo.encode.EncodingException;
import org.shrinq.qubo.text.Spelling;
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
        if (failure instanceof InstanceException file && file.reason() == InstanceException.Reason.UNWRITABLE) {
            return ExitCode.INTERNAL;
        }
        if (failure instanceof StoreException store && store.reason() == StoreException.Reason.UNWRITABLE) {
            return ExitCode.INTERNAL;
        }
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
        return report(failure, commandLine, isVerbose(parsed));
    }

    static int report(Throwable failure, CommandLine commandLine, boolean verbose) {
        int code = exitCode(failure);
        boolean internal = code == ExitCode.INTERNAL
                && !(failure instanceof UncheckedIOException)
                && !(failure instanceof EngineException)
                && !(failure instanceof InstanceException)
                && !(failure instanceof StoreException);
        commandLine.getErr().println("shrinq: " + (internal ? "internal error: " : "") + message(failure));
        if (verbose) {
            failure.printStackTrace(commandLine.getErr());
        } else if (internal) {
            commandLine.getErr().println("Run it again with --verbose for the details, and please report it.");
        }
        return code;
    }

    /** What is said of a failure. */
    static String message(Throwable failure) {
        if (failure instanceof OutOfMemoryError) {
            return "out of memory, " + TextFormat.bytes(Runtime.getRuntime().maxMemory())
                    + " of heap are not enough. Maybe a smaller size, or more with SHRINQ_JAVA_OPTS=-Xmx16g.";
        }
        String message = failure.getMessage();
        return message == null || failure instanceof Error
                ? failure.getClass().getSimpleName() + (message == null ? "" : ": " + message)
                : message;
    }

    private static boolean isVerbose(ParseResult parsed) {
        for (ParseResult level = parsed; level != null; level = level.hasSubcommand() ? level.subcommand() : null) {
            if (level.hasMatchedOption("--verbose")) {
                return true;
            }
        }
        return false;
    }

    static int usage(CommandLine.ParameterException first, String[] args) {
        CommandLine.ParameterException failure = mistyped(first);
        CommandLine commandLine = failure.getCommandLine();
        commandLine.getErr().println("shrinq: " + mistake(failure));
        suggestion(failure).ifPresent(known -> commandLine.getErr().println("Maybe '" + known + "'?"));
        commandLine.getErr().println("Try '" + commandLine.getCommandSpec().qualifiedName(" ") + " --help'.");
        return ExitCode.USAGE;
    }

    /** What is missing may be there under a name that is not known: then that name is what is wrong. */
    private static CommandLine.ParameterException mistyped(CommandLine.ParameterException failure) {
        List<String> unknown = failure.getCommandLine().getUnmatchedArguments().stream()
                .filter(word -> word.startsWith("-") && word.length() > 1)
                .toList();
        return failure instanceof CommandLine.MissingParameterException && !unknown.isEmpty()
                ? new CommandLine.UnmatchedArgumentException(failure.getCommandLine(), unknown)
                : failure;
    }

    /** The flag or the verb that was meant. */
    private static Optional<String> suggestion(CommandLine.ParameterException failure) {
        if (!(failure instanceof CommandLine.UnmatchedArgumentException unmatched)
                || unmatched.getUnmatched().isEmpty()) {
            return Optional.empty();
        }
        CommandLine verb = failure.getCommandLine();
        String word = unmatched.getUnmatched().get(0).replaceFirst("=.*", "");
        List<String> known = new ArrayList<>();
        if (word.startsWith("-")) {
            verb.getCommandSpec().options().stream()
                    .filter(o -> !o.hidden())
                    .forEach(o -> known.addAll(List.of(o.names())));
        } else {
            known.addAll(verb.getSubcommands().keySet());
        }
        return Spelling.nearest(word, known);
    }

    /** What is wrong with a command line, in the words of the other messages. */
    private static String mistake(CommandLine.ParameterException failure) {
        if (failure instanceof CommandLine.UnmatchedArgumentException unmatched
                && !unmatched.isUnknownOption()
                && !unmatched.getUnmatched().isEmpty()) {
            String first = unmatched.getUnmatched().get(0);
            return failure.getCommandLine().getSubcommands().isEmpty()
                    ? "nothing is expected where '" + first + "' stands."
                    : "no verb is called '" + first + "'.";
        }
        if (failure.getArgSpec() instanceof CommandLine.Model.OptionSpec option && failure.getValue() != null) {
            boolean whole = option.type() == int.class || option.type() == long.class || option.type() == Integer.class;
            return option.longestName() + " is '" + failure.getValue() + "', expected a "
                    + (whole ? "whole number." : "number.");
        }
        if (String.valueOf(failure.getMessage()).contains("unmappable characters")) {
            return "a path holds letters that the locale has no encoding for. Set LC_ALL=C.UTF-8.";
        }
        String message = String.valueOf(failure.getMessage())
                .replaceFirst("Unknown subcommand ('.*')\\.", "No verb is called $1.");
        return message.substring(0, 1).toLowerCase(Locale.ROOT)
                + message.substring(1)
                + (message.endsWith("'") ? "." : "");
    }
}
