package org.shrinq.cli;

import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** The completion of verbs and flags for fish. */
final class FishCompletion {
    private FishCompletion() {}

    static String of(CommandLine root) {
        StringBuilder script =
                new StringBuilder("# completion of shrinq for fish: ~/.config/fish/completions/shrinq.fish\n");
        root.getSubcommands().forEach((name, verb) -> {
            String[] header = verb.getCommandSpec().usageMessage().header();
            script.append("complete -c shrinq -n __fish_use_subcommand -f -a ")
                    .append(name)
                    .append(" -d ")
                    .append(quoted(header.length == 0 ? "" : header[0]))
                    .append('\n');
            String within = "complete -c shrinq -n '__fish_seen_subcommand_from " + name + "'";
            verb.getSubcommands()
                    .keySet()
                    .forEach(child -> script.append(within)
                            .append(" -f -a ")
                            .append(child)
                            .append('\n'));
            for (OptionSpec option : verb.getCommandSpec().options()) {
                if (!option.hidden()) {
                    script.append(within)
                            .append(" -l ")
                            .append(option.longestName().replaceFirst("^-+", ""))
                            .append(option.arity().max() > 0 ? " -r" : "")
                            .append(" -d ")
                            .append(quoted(
                                    String.join(" ", option.description()).replace("%%", "%")))
                            .append('\n');
                }
            }
        });
        return script.toString();
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
