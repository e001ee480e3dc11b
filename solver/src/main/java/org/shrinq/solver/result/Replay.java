package org.shrinq.solver.result;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.shrinq.instances.Format;
import org.shrinq.instances.ReadOptions;
import org.shrinq.instances.codec.GraphReading;
import org.shrinq.instances.codec.Loops;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.problem.ProblemKind;
import org.shrinq.solver.Solution;
import org.shrinq.solver.SolverOptions;
import org.shrinq.solver.config.Settings;

/** Reads the configuration of a recorded run back, and compares two results. */
public final class Replay {
    /** Fields that may differ between two runs of the same configuration. */
    private static final Set<String> TIMES =
            Set.of("seconds", "timing", "java", "read", "total_seconds", "source", "threads", "place");

    /** Fields that earlier builds of this version did not record yet. */
    private static final Set<String> LATER = Set.of("bound_history", "raw_best_fraction");

    private Replay() {}

    /**
     * The options that a {@code config} object records.
     *
     * @throws IllegalArgumentException for a setting that this version does not know
     */
    public static SolverOptions options(Map<String, Object> config) {
        SolverOptions options = SolverOptions.defaults();
        for (Map.Entry<String, Object> setting : config.entrySet()) {
            options = Settings.set(options, setting.getKey(), String.valueOf(setting.getValue()));
        }
        return options;
    }

    /**
     * The options that a result records: its {@code config}, and its {@code start} where it has one.
     *
     * @throws IllegalArgumentException for a setting that this version does not know, or a start that is none
     */
    public static SolverOptions recorded(ResultFile result) {
        SolverOptions options = options(result.config());
        List<Integer> start = result.start();
        if (start.isEmpty()) {
            return options;
        }
        byte[] x = new byte[start.size()];
        for (int i = 0; i < x.length; i++) {
            if ((start.get(i) & ~1) != 0) {
                throw new IllegalArgumentException("the start has " + start.get(i) + " where 0 or 1 is expected");
            }
            x[i] = start.get(i).byteValue();
        }
        return options.withStart(Bits.of(x));
    }

    /** How a result's instance was read. */
    public static ReadOptions readOptions(ResultFile.InstanceEntry instance) {
        Optional<ProblemKind> kind = ProblemKind.ofId(instance.problem());
        Optional<Format> format = Format.ofId(instance.format());
        Integer index = instance.index();
        ReadOptions options = ReadOptions.defaults();
        options = kind.isPresent() ? options.withKind(kind.get()) : options;
        options = format.isPresent() ? options.withFormat(format.get()) : options;
        options = index == null ? options : options.withIndex(index);
        options = Boolean.TRUE.equals(instance.dropLoops()) ? options.withLoops(Loops.DROPPED) : options;
        return Boolean.TRUE.equals(instance.complement()) ? options.withGraph(GraphReading.COMPLEMENT) : options;
    }

    /** Whether a clock ended any part of a recorded run, which then need not repeat. */
    public static boolean isLimitedByTime(ResultFile recorded) {
        List<String> limits = recorded.limitedBy();
        if (limits != null) {
            return limits.contains(Solution.Limit.TIME.id());
        }
        String limit = recorded.setting("time-limit");
        return !limit.isEmpty() && !limit.equals("auto") || recorded.stop().equals(Solution.Stop.TIME.text());
    }

    /**
     * Where two results differ, times aside, and what the recorded one is too old to have: paths with both values;
     * empty when they are the same.
     */
    public static List<String> differences(JsonNode recorded, JsonNode again) {
        List<String> found = new ArrayList<>();
        compare("", recorded, again, found);
        return found;
    }

    private static void compare(String path, JsonNode a, JsonNode b, List<String> found) {
        if (a.isObject() && b.isObject()) {
            Set<String> names = new TreeSet<>();
            a.fieldNames().forEachRemaining(names::add);
            b.fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                if (!TIMES.contains(name) && (a.has(name) || !LATER.contains(name))) {
                    compare(path.isEmpty() ? name : path + "." + name, a.path(name), b.path(name), found);
                }
            }
        } else if (a.isArray() && b.isArray() && a.size() == b.size()) {
            for (int k = 0; k < a.size(); k++) {
                compare(path + "[" + k + "]", a.get(k), b.get(k), found);
            }
        } else if (a.isArray() && b.isArray()) {
            found.add(path + ": " + a.size() + " entries were recorded, now " + b.size());
        } else if (!same(a, b)) {
            found.add(path + ": " + shorten(a) + " was recorded, now " + shorten(b));
        }
    }

    private static boolean same(JsonNode a, JsonNode b) {
        return a.isNumber() && b.isNumber() ? a.doubleValue() == b.doubleValue() : a.equals(b);
    }

    private static String shorten(JsonNode node) {
        String text = node.isMissingNode() ? "nothing" : node.toString();
        return text.length() > 60 ? text.substring(0, 57) + "…" : text;
    }
}
