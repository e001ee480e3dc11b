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
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code completion}: the script by which a shell completes verbs and flags. */
@Command(
        name = "completion",
        header = "Prints or installs the completion of verbs and flags for bash, zsh and fish.",
        footer = {"", "Examples:", "  shrinq completion --install", "  shrinq completion bash > shrinq-completion.sh"})
final class CompletionCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "SHELL", description = "bash, zsh or fish. Default: bash.")
    private String shell = "bash";

    @Option(names = "--install", description = "Puts it where bash looks for completions, in your own folder.")
    private boolean install;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        String script = script();
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

    /** The script for bash serves zsh too, whose bashcompinit it calls. */
    private String script() {
        return switch (shell) {
            case "bash", "zsh" -> AutoComplete.bash("shrinq", spec.root().commandLine());
            case "fish" -> {
                if (install) {
                    throw new Failures.UsageException("--install is for bash. For fish: shrinq completion fish > "
                            + "~/.config/fish/completions/shrinq.fish");
                }
                yield FishCompletion.of(spec.root().commandLine());
            }
            default -> throw new Failures.UsageException("SHELL is '" + shell + "', expected bash, zsh or fish.");
        };
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
