package org.shrinq.solver.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shrinq.qubo.text.Spelling;
import org.shrinq.solver.SolverOptions;

/**
 * Every choice of a run by name. The command line makes its flags from this list, suites and {@code --config} files use
 * the same names, and result files record the values in force.
 */
public final class Settings {
    private static final List<Setting> ALL = all0();

    private Settings() {}

    private static List<Setting> all0() {
        List<Setting> all = new ArrayList<>();
        all.addAll(MethodSettings.list());
        all.addAll(ShrinkSettings.list());
        all.addAll(RunSettings.list());
        return List.copyOf(all);
    }

    /** All of them, in the order in which they are listed to users. */
    public static List<Setting> all() {
        return ALL;
    }

    /** The setting of that name or alias. */
    public static Optional<Setting> find(String name) {
        return ALL.stream()
                .filter(s -> s.name().equals(name) || s.aliases().contains(name))
                .findFirst();
    }

    /**
     * The options with one choice made. A name with "no-" before it turns a switch off.
     *
     * @throws IllegalArgumentException for an unknown name or a value that is not understood, with a hint
     */
    public static SolverOptions set(SolverOptions options, String name, String value) {
        Optional<Setting> setting = find(name);
        if (setting.isPresent()) {
            return setting.get().set(options, value);
        }
        Optional<Setting> negated = name.startsWith("no-") ? find(name.substring(3)) : Optional.empty();
        if (negated.isPresent() && negated.get().kind() == Setting.Kind.SWITCH) {
            return negated.get().set(options, Boolean.toString(!Values.truth(value)));
        }
        throw new IllegalArgumentException("no setting is called '" + name + "'."
                + Spelling.nearest(name, ALL.stream().map(Setting::name).toList())
                        .map(known -> " Maybe '" + known + "'?")
                        .orElse(""));
    }

    /** The settings whose values differ from the defaults, in order. */
    public static Map<String, String> changed(SolverOptions options) {
        Map<String, String> values = describe(options);
        describe(SolverOptions.defaults()).forEach(values::remove);
        return values;
    }

    /** Every setting with the value in force, in order. */
    public static Map<String, String> describe(SolverOptions options) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Setting s : ALL) {
            values.put(s.name(), s.get(options));
        }
        return values;
    }
}
