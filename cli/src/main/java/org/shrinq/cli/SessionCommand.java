package org.shrinq.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code session}: a device drives the shrinking. */
@Command(
        name = "session",
        header = "Recursive QAOA on a device: circuit after circuit, its counts between them.",
        synopsisSubcommandLabel = "VERB",
        commandListHeading = "%nVerbs:%n",
        subcommands = {
            SessionNewCommand.class,
            SessionNextCommand.class,
            SessionTakeCommand.class,
            SessionShowCommand.class,
            CommandLine.HelpCommand.class
        },
        footer = {
            "",
            "Examples:",
            "  shrinq session new instances/data/mis/1tc.32.txt --qubits 5 -o s.json",
            "  shrinq session next s.json -o c.qasm"
        })
final class SessionCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
