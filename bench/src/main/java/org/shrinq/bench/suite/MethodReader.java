package org.shrinq.bench.suite;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.shrinq.qubo.problem.ProblemKind;
import org.shrinq.solver.SolverOptions;
import org.shrinq.solver.SolverOptions.Stage;
import org.shrinq.solver.config.Settings;

/** Reads the methods of a suite: settings by name, lists meaning one method for every combination. */
final class MethodReader {
    private static final Set<String> RUN_KEYS = Set.of("seed", "threads", "controls");

    private final Problems problems;
    private final boolean controls;

    MethodReader(Problems problems, boolean controls) {
        this.problems = problems;
        this.controls = controls;
    }

    List<MethodSpec> read(@Nullable Yaml settings, @Nullable Yaml methods) {
        SolverOptions base = SolverOptions.defaults().withControls(controls ? Stage.ON : Stage.OFF);
        Map<String, String> common = new LinkedHashMap<>();
        if (settings instanceof Yaml.Mapping mapping) {
            for (Map.Entry<String, Yaml> entry : mapping.entries().entrySet()) {
                if (entry.getValue() instanceof Yaml.Scalar value) {
                    base = set(base, entry.getKey(), value.text(), value.line());
                    common.put(entry.getKey(), value.text());
                } else {
                    problems.add(
                            entry.getValue().line(),
                            "'settings' hold for every method and take one value each",
                            "Lists belong to a method.");
                }
            }
        } else if (settings != null) {
            problems.add(settings.line(), "'settings' is a mapping from setting to value", "");
        }
        List<MethodSpec> specs = new ArrayList<>();
        if (methods instanceof Yaml.Mapping mapping && !mapping.entries().isEmpty()) {
            for (Map.Entry<String, Yaml> entry : mapping.entries().entrySet()) {
                method(entry.getKey(), entry.getValue(), base, common, specs);
            }
        } else {
            problems.add(
                    methods == null ? 1 : methods.line(),
                    "a suite has methods",
                    "Such as methods: {qaoa: {layers: 3}, annealing: {method: annealing}}.");
        }
        requireDifferent(specs, methods == null ? 1 : methods.line());
        return specs;
    }

    private SolverOptions set(SolverOptions options, String key, String value, int line) {
        if (RUN_KEYS.contains(key)) {
            problems.add(
                    line,
                    "'" + key + "' belongs to the suite, not to a method",
                    key.equals("threads")
                            ? "Set it under limits."
                            : "Set " + (key.equals("seed") ? "seeds" : key) + " at the top.");
            return options;
        }
        try {
            return Settings.set(options, key, value);
        } catch (IllegalArgumentException e) {
            String message = String.valueOf(e.getMessage());
            int hint = message.indexOf(". Maybe ");
            problems.add(
                    line, hint < 0 ? message : message.substring(0, hint), hint < 0 ? "" : message.substring(hint + 2));
            return options;
        }
    }

    private void method(String name, Yaml node, SolverOptions base, Map<String, String> common, List<MethodSpec> into) {
        if (node instanceof Yaml.Scalar s && s.text().isEmpty()) {
            into.add(new MethodSpec(name, common, base, Set.of()));
            return;
        }
        if (!(node instanceof Yaml.Mapping mapping)) {
            problems.add(node.line(), "method '" + name + "' is a mapping from setting to value", "");
            return;
        }
        Set<ProblemKind> only = Set.of();
        Map<String, List<String>> lists = new LinkedHashMap<>();
        for (Map.Entry<String, Yaml> entry : mapping.entries().entrySet()) {
            if (entry.getKey().equals("only")) {
                only = only(entry.getValue());
            } else {
                lists.put(entry.getKey(), ParameterGrid.values(entry.getValue(), entry.getKey(), problems));
            }
        }
        for (Map<String, String> choice : ParameterGrid.combinations(lists)) {
            SolverOptions options = base;
            StringJoiner label = new StringJoiner(",", name + "/", "").setEmptyValue(name);
            for (Map.Entry<String, String> entry : choice.entrySet()) {
                String key = entry.getKey();
                int line = Objects.requireNonNull(mapping.entries().get(key)).line();
                options = set(options, key, entry.getValue(), line);
                if (Objects.requireNonNull(lists.get(key)).size() > 1) {
                    label.add(key + "=" + entry.getValue());
                }
            }
            Map<String, String> all = new LinkedHashMap<>(common);
            all.putAll(choice);
            into.add(new MethodSpec(label.toString(), all, options, only));
        }
    }

    private Set<ProblemKind> only(Yaml node) {
        Set<ProblemKind> kinds = new LinkedHashSet<>();
        for (String id : ParameterGrid.values(node, "only", problems)) {
            ProblemKind.ofId(id)
                    .ifPresentOrElse(
                            kinds::add,
                            () -> problems.add(
                                    node.line(),
                                    "no kind of problem is called '" + id + "'",
                                    "Expected " + ProblemKind.listed() + "."));
        }
        return kinds;
    }

    private void requireDifferent(List<MethodSpec> specs, int line) {
        Map<String, String> names = new LinkedHashMap<>();
        for (MethodSpec spec : specs) {
            String other = names.putIfAbsent(spec.configurationHash(), spec.name());
            if (other != null) {
                problems.add(
                        line,
                        "methods '" + other + "' and '" + spec.name() + "' are the same configuration",
                        "One of them says nothing new.");
            }
        }
    }
}
