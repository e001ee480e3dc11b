package org.shrinq.bench.suite;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.shrinq.qubo.problem.ProblemKind;
import org.shrinq.solver.SolverOptions;
import org.shrinq.solver.config.Setting;
import org.shrinq.solver.config.Setting.Scope;
import org.shrinq.solver.config.Settings;

/**
 * One configuration under a name.
 *
 * @param name as reports show it, such as "qaoa" or "p/layers=2"
 * @param settings what the suite sets, by the names of {@code solve}'s flags
 * @param options every choice in force; seed and threads are those of each run
 * @param only kinds of problem it runs on; empty for all
 */
public record MethodSpec(String name, Map<String, String> settings, SolverOptions options, Set<ProblemKind> only) {
    public MethodSpec {
        settings = Map.copyOf(settings);
        only = Set.copyOf(only);
    }

    public boolean runsOn(ProblemKind kind) {
        return only.isEmpty() || only.contains(kind);
    }

    /**
     * A digest of every setting in force but seed and threads, on which results do not depend or which is kept beside
     * it.
     */
    public String configurationHash() {
        return hash(options);
    }

    /** The {@link #configurationHash} of a configuration. */
    public static String hash(SolverOptions options) {
        StringBuilder text = new StringBuilder();
        for (Setting setting : Settings.all()) {
            if (!setting.isOf(EnumSet.of(Scope.REPETITION, Scope.MACHINE))) {
                text.append(setting.name())
                        .append('=')
                        .append(setting.get(options))
                        .append('\n');
            }
        }
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
