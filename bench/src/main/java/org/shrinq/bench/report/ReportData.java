package org.shrinq.bench.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.shrinq.bench.statistics.Bootstrap;
import org.shrinq.bench.statistics.Quantiles;
import org.shrinq.bench.store.Campaign;
import org.shrinq.bench.store.RunStore;
import org.shrinq.bench.store.StoredRun;
import org.shrinq.qubo.Sense;

/** The runs of a suite with the targets that their gaps are measured against. */
public final class ReportData {
    private static final long BOOTSTRAP_SEED = 20250614;

    private final String suite;
    private final List<Campaign> campaigns;
    private final List<RunView> runs;
    private final Reference reference;
    private final Map<String, Double> targets;
    private final List<String> guessedTargets;

    private ReportData(
            String suite,
            List<Campaign> campaigns,
            List<RunView> runs,
            Reference reference,
            Map<String, Double> targets,
            List<String> guessedTargets) {
        this.suite = suite;
        this.campaigns = campaigns;
        this.runs = runs;
        this.reference = reference;
        this.targets = targets;
        this.guessedTargets = guessedTargets;
    }

    /**
     * Reads what a store has of a suite.
     *
     * @param suite its name; empty for all that the store has
     */
    public static ReportData of(RunStore store, Optional<String> suite, Reference reference) {
        List<StoredRun> stored = store.runs(suite);
        Map<String, Double> targets = new LinkedHashMap<>();
        List<String> guessed = new ArrayList<>();
        for (StoredRun run : stored) {
            StoredRun.InstanceRow i = run.instance();
            if (targets.containsKey(i.id())) {
                continue;
            }
            OptionalDouble known = reference.bestKnown(i.problem(), i.name());
            known = known.isPresent() ? known : i.bestKnown();
            if (known.isEmpty()) {
                known = bestFound(stored, i);
                if (known.isPresent()) {
                    guessed.add(i.name());
                }
            }
            targets.put(i.id(), known.orElse(Double.NaN));
        }
        List<RunView> views = new ArrayList<>();
        for (StoredRun run : stored) {
            views.add(new RunView(run, targets.getOrDefault(run.instance().id(), Double.NaN)));
        }
        List<Campaign> campaigns = store.campaigns().stream()
                .filter(c -> suite.isEmpty() || c.suite().equals(suite.get()))
                .toList();
        String name = suite.orElse(String.join(", ", store.suites()));
        return new ReportData(name, campaigns, views, reference, targets, guessed);
    }

    private static OptionalDouble bestFound(List<StoredRun> runs, StoredRun.InstanceRow instance) {
        List<Double> values = new ArrayList<>();
        for (StoredRun run : runs) {
            if (run.instance().id().equals(instance.id()) && run.objective().isPresent()) {
                values.add(run.objective().getAsDouble());
            }
        }
        Comparator<Double> order = Comparator.naturalOrder();
        Comparator<Double> best = instance.sense() == Sense.MAXIMIZE ? order.reversed() : order;
        return values.stream().min(best).map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }

    /** The same data of one kind of problem alone. */
    ReportData only(String problem) {
        return new ReportData(
                suite,
                campaigns,
                runs.stream()
                        .filter(r -> r.instance().problem().equals(problem))
                        .toList(),
                reference,
                targets,
                guessedTargets);
    }

    public String suite() {
        return suite;
    }

    List<Campaign> campaigns() {
        return campaigns;
    }

    List<RunView> runs() {
        return runs;
    }

    Reference reference() {
        return reference;
    }

    /** Instances whose best known value is only the best found here. */
    List<String> guessedTargets() {
        return guessedTargets;
    }

    double target(StoredRun.InstanceRow instance) {
        return targets.getOrDefault(instance.id(), Double.NaN);
    }

    /** In the order in which they first ran, which is the suite's. */
    List<String> methods() {
        LinkedHashSet<String> names = new LinkedHashSet<>();
        runs.forEach(r -> names.add(r.method()));
        return List.copyOf(names);
    }

    /** By kind of problem and name. */
    List<StoredRun.InstanceRow> instances() {
        Map<String, StoredRun.InstanceRow> byKey = new TreeMap<>();
        runs.forEach(r -> byKey.put(
                r.instance().problem() + "/" + r.instance().name() + "/"
                        + r.instance().id(),
                r.instance()));
        return List.copyOf(byKey.values());
    }

    List<String> problems() {
        TreeSet<String> names = new TreeSet<>();
        runs.forEach(r -> names.add(r.instance().problem()));
        return List.copyOf(names);
    }

    /** Ascending. */
    List<Long> seeds() {
        return runs.stream().map(r -> r.run().key().seed()).distinct().sorted().toList();
    }

    List<String> versions() {
        return runs.stream()
                .map(r -> r.run().key().version())
                .distinct()
                .sorted()
                .toList();
    }

    /** The runs of a method, those that failed too. */
    List<RunView> of(String method) {
        return runs.stream().filter(r -> r.method().equals(method)).toList();
    }

    /** Runs by instance, in the order of {@link #instances}; instances without any are absent. */
    static Map<String, List<RunView>> byInstance(List<RunView> runs) {
        Map<String, List<RunView>> groups = new TreeMap<>();
        for (RunView r : runs) {
            groups.computeIfAbsent(
                            r.instance().problem() + "/" + r.instance().name() + "/"
                                    + r.instance().id(),
                            k -> new ArrayList<>())
                    .add(r);
        }
        return groups;
    }

    /**
     * The median of a quantity over the runs of every instance, by instance; instances where it is never defined are
     * absent.
     */
    static Map<String, Double> medians(List<RunView> runs, ToDoubleFunction<RunView> quantity) {
        Map<String, Double> medians = new TreeMap<>();
        byInstance(runs).forEach((key, group) -> {
            double[] values = values(group, quantity);
            if (values.length > 0) {
                medians.put(key, Quantiles.median(values));
            }
        });
        return medians;
    }

    /** Values by instance, for the bootstrap. */
    static List<double[]> clusters(List<RunView> runs, ToDoubleFunction<RunView> quantity) {
        return byInstance(runs).values().stream()
                .map(group -> values(group, quantity))
                .filter(v -> v.length > 0)
                .toList();
    }

    /** Without what is not defined. */
    static double[] values(List<RunView> runs, ToDoubleFunction<RunView> quantity) {
        return runs.stream().mapToDouble(quantity).filter(v -> !Double.isNaN(v)).toArray();
    }

    /** The same for every report of the same runs. */
    static Bootstrap bootstrap() {
        return Bootstrap.of(new SplittableRandom(BOOTSTRAP_SEED));
    }
}
