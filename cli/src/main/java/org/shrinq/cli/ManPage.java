package org.shrinq.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The manual page in the language of man(7), from the same verbs and flags as the help. */
final class ManPage {
    private final StringBuilder page = new StringBuilder();

    private ManPage() {}

    static String of(CommandLine root, String version) {
        ManPage man = new ManPage();
        man.line(".TH SHRINQ 1 \"\" \"shrinq " + version + "\" \"User commands\"");
        man.line(".SH NAME");
        man.line("shrinq \\- "
                + escaped(first(root.getCommandSpec().usageMessage().header())));
        man.line(".SH SYNOPSIS");
        man.line(".B shrinq");
        man.line("VERB [OPTIONS] [ARGUMENTS]");
        man.line(".SH DESCRIPTION");
        man.line("Reads an instance file, shrinks the problem until a small quantum circuit can search what is left, "
                + "and gives a");
        man.line("verified solution with a bound and an account of what each stage added.");
        man.verbs(root, "");
        man.line(".SH EXIT STATUS");
        man.term("0", "A feasible solution was found, or what was asked for is done.");
        man.term("1", "Internal error, or something cannot be written.");
        man.term("2", "Wrong usage.");
        man.term("3", "An instance cannot be read, or is not valid.");
        man.term("4", "No feasible solution within the limits.");
        man.term("5", "Refused, because it cannot fit the memory or the qubits.");
        man.line(".SH ENVIRONMENT");
        man.term("JAVA_HOME", "The Java to use, 17 or newer; without it the java on the PATH.");
        man.term("SHRINQ_JAVA_OPTS", "Further options for the virtual machine, such as \\-Xmx8g.");
        return man.page.toString();
    }

    private void verbs(CommandLine parent, String prefix) {
        parent.getSubcommands().forEach((name, verb) -> {
            CommandSpec spec = verb.getCommandSpec();
            line(".SH " + (prefix + name).toUpperCase(java.util.Locale.ROOT));
            line(escaped(first(spec.usageMessage().header())));
            for (PositionalParamSpec p : spec.positionalParameters()) {
                term(p.paramLabel(), escaped(String.join(" ", p.description())));
            }
            Map<String, StringBuilder> groups = new LinkedHashMap<>();
            boolean grouped = spec.options().size() > MANY;
            if (grouped) {
                HelpGroups.ORDER.forEach(group -> groups.put(group, new StringBuilder()));
            }
            List<OptionSpec> options = new ArrayList<>(spec.options());
            if (grouped) {
                options.sort(HelpGroups.EVERYDAY_ORDER);
            }
            for (OptionSpec option : options) {
                if (!option.hidden() && !option.usageHelp()) {
                    groups.computeIfAbsent(grouped ? HelpGroups.group(option) : "", g -> new StringBuilder())
                            .append(flag(option));
                }
            }
            groups.forEach((group, flags) -> {
                if (flags.length() > 0) {
                    page.append(group.isEmpty() ? "" : ".SS " + group + "\n").append(flags);
                }
            });
            examples(spec.usageMessage());
            verbs(verb, prefix + name + " ");
        });
    }

    /** Flags beyond which they stand in groups. */
    private static final int MANY = 25;

    private static String flag(OptionSpec option) {
        String names = String.join(", ", option.names()).replace("-", "\\-");
        String value = option.arity().max() > 0 ? " \\fI" + escaped(option.paramLabel()) + "\\fR" : "";
        return ".TP\n\\fB" + names + "\\fR" + value + "\n"
                + escaped(String.join(" ", option.description()).replace("%%", "%")) + "\n";
    }

    private void examples(UsageMessageSpec usage) {
        List<String> lines = List.of(usage.footer());
        int at = lines.indexOf("Examples:");
        if (at >= 0) {
            line(".SS Examples");
            line(".nf");
            lines.subList(at + 1, lines.size()).forEach(l -> line(escaped(l)));
            line(".fi");
        }
    }

    private void term(String name, String text) {
        line(".TP");
        line("\\fB" + escaped(name) + "\\fR");
        line(text);
    }

    private void line(String text) {
        page.append(text).append('\n');
    }

    private static String first(String... lines) {
        return lines.length == 0 ? "" : lines[0];
    }

    /** A dot or a quote at the beginning of a line would be a request. */
    private static String escaped(String text) {
        String plain = text.replace("\\", "\\e").replace("-", "\\-");
        return plain.startsWith(".") || plain.startsWith("'") ? "\\&" + plain : plain;
    }
}
