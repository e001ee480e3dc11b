package org.shrinq.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.shrinq.solver.SolverOptions;
import org.shrinq.solver.config.Setting;
import org.shrinq.solver.config.Settings;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** Makes a flag of every setting, and settings of the flags that were given. */
final class SettingFlags {
    private SettingFlags() {}

    /** The flags given that change nothing, because the method does not heed them. */
    static List<String> idle(SolverOptions options, ParseResult parsed) {
        Set<String> idle = Settings.all().stream()
                .filter(s -> !s.isUsed(options))
                .map(s -> "--" + s.name())
                .collect(Collectors.toSet());
        return parsed.matchedOptions().stream()
                .map(OptionSpec::longestName)
                .filter(idle::contains)
                .distinct()
                .toList();
    }

    /**
     * Adds one option per setting to a verb.
     *
     * @param parts of a run that the verb has; settings of others are taken, so that configurations can be shared, but
     *     the help does not show them
     */
    static void addTo(CommandSpec spec, Set<Setting.Scope> parts) {
        int order = 100;
        for (Setting setting : Settings.all()) {
            boolean shown = setting.isOf(parts);
            if (setting.kind() == Setting.Kind.SWITCH) {
                boolean on = Boolean.parseBoolean(setting.get(SolverOptions.defaults()));
                spec.addOption(
                        flag("--no-" + setting.name(), "Leaves out " + inSentence(setting.help()), shown && on, order));
                spec.addOption(flag("--" + setting.name(), setting.help(), shown && !on, order));
            } else {
                spec.addOption(value(setting, order, !shown));
            }
            order++;
        }
    }

    private static String inSentence(String help) {
        return help.substring(0, 1).toLowerCase(Locale.ROOT) + help.substring(1);
    }

    private static OptionSpec flag(String name, String help, boolean shown, int order) {
        return OptionSpec.builder(name)
                .type(boolean.class)
                .arity("0")
                .hidden(!shown)
                .order(order)
                .description(help)
                .build();
    }

    private static OptionSpec value(Setting setting, int order, boolean hidden) {
        String standard = setting.get(SolverOptions.defaults());
        String[] names = new String[1 + setting.aliases().size()];
        names[names.length - 1] = "--" + setting.name();
        for (int k = 0; k < names.length - 1; k++) {
            String alias = setting.aliases().get(k);
            names[k] = (alias.length() == 1 ? "-" : "--") + alias;
        }
        return OptionSpec.builder(names)
                .type(String.class)
                .arity("1")
                .hidden(hidden)
                .paramLabel(setting.placeholder())
                .order(order)
                .description(setting.help() + " Default: " + standard.replace("%", "%%") + ".")
                .build();
    }

    /**
     * The options that the matched flags ask for, in the order in which they were given.
     *
     * @throws Failures.UsageException for a value that is not understood
     */
    static SolverOptions apply(SolverOptions options, ParseResult parsed) {
        SolverOptions result = options;
        for (OptionSpec option : parsed.matchedOptions()) {
            String name = option.longestName().substring(2);
            String setting = name.startsWith("no-") ? name.substring(3) : name;
            if (Settings.find(setting).isEmpty()) {
                continue;
            }
            String value = option.arity().max() == 0 ? "true" : option.<String>getValue();
            result = set(result, name, value, "--");
        }
        return result;
    }

    private static SolverOptions set(SolverOptions options, String name, String value, String prefix) {
        try {
            return Settings.set(options, name, value);
        } catch (IllegalArgumentException e) {
            String message = prefix + e.getMessage();
            throw new Failures.UsageException(message.matches(".*[.?]") ? message : message + ".");
        }
    }

    /**
     * The options of a YAML file: a map from the names of flags, without dashes, to their values.
     *
     * @param instance takes what concerns the instance file
     */
    static SolverOptions configured(SolverOptions options, Path file, InstanceFlags instance) {
        JsonNode root;
        try {
            root = new YAMLMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new Failures.UsageException(
                    file + ": " + (Files.exists(file) ? firstLine(String.valueOf(e.getMessage())) : "no such file."));
        }
        if (root == null || root.isMissingNode() || root.isNull()) {
            return options;
        }
        if (!root.isObject()) {
            throw new Failures.UsageException(
                    file + ": expected lines such as \"layers: 3\". Maybe a colon is missing.");
        }
        SolverOptions result = options;
        for (Map.Entry<String, JsonNode> field : root.properties()) {
            if (field.getValue().isContainerNode()) {
                throw new Failures.UsageException(
                        file + ": " + field.getKey() + " takes one value, not a list or map.");
            }
            if (!instance.configure(field.getKey(), field.getValue().asText())) {
                result = set(result, field.getKey(), field.getValue().asText(), file + ": ");
            }
        }
        return result;
    }

    private static String firstLine(String message) {
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }
}
