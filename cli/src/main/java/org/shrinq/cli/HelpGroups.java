package org.shrinq.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shrinq.solver.config.Setting;
import org.shrinq.solver.config.Setting.Scope;
import org.shrinq.solver.config.Settings;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The flags of a verb with many of them, in groups: those of every day first. */
final class HelpGroups {
    private static final String EVERYDAY = "Every day";
    private static final String READING = "Reading the instance";
    private static final String CIRCUIT = "Circuit and its training";
    private static final String SHRINKING = "Reducing, encoding and shrinking";
    private static final String SEARCH = "Repair, search and limits";
    private static final String OUTPUT = "Output";
    static final List<String> ORDER = List.of(EVERYDAY, READING, CIRCUIT, SHRINKING, SEARCH, OUTPUT);

    /** In the order in which they are shown. */
    private static final List<String> DAILY = List.of(
            "--method",
            "--qubits",
            "--layers",
            "--time-limit",
            "--rounds",
            "--controls",
            "--seed",
            "--start",
            "--pool");

    /** Puts those of every day into the order in which they are shown; others stay as they are. */
    static final Comparator<OptionSpec> EVERYDAY_ORDER = Comparator.comparingInt(o -> DAILY.indexOf(o.longestName()));

    private static final Set<String> OF_READING =
            Set.of("--problem", "--format", "--index", "--complement", "--drop-loops", "--config");

    private HelpGroups() {}

    static void arrange(CommandLine verb) {
        verb.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, HelpGroups::render);
    }

    private static String render(Help help) {
        Map<String, List<OptionSpec>> groups = new LinkedHashMap<>();
        ORDER.forEach(name -> groups.put(name, new ArrayList<>()));
        for (OptionSpec option : help.commandSpec().options()) {
            if (!option.hidden()) {
                groups.computeIfAbsent(group(option), name -> new ArrayList<>()).add(option);
            }
        }
        groups.computeIfAbsent(EVERYDAY, name -> new ArrayList<>()).sort(EVERYDAY_ORDER);
        StringBuilder text = new StringBuilder();
        groups.forEach((name, options) -> {
            if (!options.isEmpty()) {
                Help.Layout layout = help.createDefaultLayout(options, List.of(), help.colorScheme());
                layout.addAllOptions(options, help.parameterLabelRenderer());
                text.append(String.format("%n%s:%n", name)).append(layout);
            }
        });
        return text.toString();
    }

    /** Where a flag stands. */
    static String group(OptionSpec option) {
        String name = option.longestName();
        if (DAILY.contains(name)) {
            return EVERYDAY;
        }
        if (OF_READING.contains(name)) {
            return READING;
        }
        Setting setting = Settings.find(name.replaceFirst("^--(no-)?", "")).orElse(null);
        if (setting == null) {
            return OUTPUT;
        }
        if (setting.isOf(Set.of(Scope.CIRCUIT, Scope.MEASUREMENT, Scope.METHOD))) {
            return CIRCUIT;
        }
        return setting.isOf(Set.of(Scope.SHRINKING, Scope.ENCODING, Scope.REDUCTION)) ? SHRINKING : SEARCH;
    }
}
