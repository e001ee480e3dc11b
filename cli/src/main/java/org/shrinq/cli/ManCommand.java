package org.shrinq.cli;

import java.util.concurrent.Callable;
import org.shrinq.solver.result.ToolVersion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code man}: the manual page. */
@Command(
        name = "man",
        header = "Prints the manual page of all verbs, for man.",
        footer = {"", "Examples:", "  shrinq man > shrinq.1", "  shrinq man > ~/.local/share/man/man1/shrinq.1"})
final class ManCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().getOut().print(ManPage.of(spec.root().commandLine(), ToolVersion.text()));
        return ExitCode.OK;
    }
}
