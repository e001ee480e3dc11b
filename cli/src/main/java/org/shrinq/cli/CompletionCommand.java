package org.shrinq.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.shrinq.solver.result.TextFiles;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code completion}: the script by which a shell completes verbs and flags. */
@Command(
        name = "completion",
        header = "Prints or installs the completion of verbs and flags for bash and zsh.",
        footer = {"", "Examples:", "  shrinq completion --install", "  shrinq completion > shrinq-completion.sh"})
final class CompletionCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--install", description = "Puts it where bash looks for completions, in your own folder.")
    private boolean install;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        String script = AutoComplete.bash("shrinq", spec.root().commandLine());
        if (!install) {
            out.print(script);
            return ExitCode.OK;
        }
        Path file = target(System.getenv());
        TextFiles.write(file, script);
        out.println(file + ": installed, new shells complete 'shrinq' and './shrinq'.");
        out.println("zsh, or bash without the package bash-completion, needs this line in ~/.zshrc");
        out.println("or ~/.bashrc besides:");
        out.println("  source '" + file + "'");
        return ExitCode.OK;
    }

    /** In the folder that bash-completion loads from on demand. */
    static Path target(Map<String, String> environment) {
        String data = environment.getOrDefault("XDG_DATA_HOME", "");
        String home = environment.getOrDefault("HOME", "");
        if (data.isEmpty() && home.isEmpty()) {
            throw new Failures.UsageException(
                    "--install needs a home folder, and HOME is not set. Maybe use 'shrinq completion > FILE'.");
        }
        Path folder = data.isEmpty() ? Path.of(home, ".local", "share") : Path.of(data);
        return folder.resolve("bash-completion").resolve("completions").resolve("shrinq");
    }
}
