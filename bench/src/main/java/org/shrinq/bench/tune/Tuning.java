package org.shrinq.bench.tune;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.zip.CRC32;
import org.shrinq.bench.execute.BenchRunner;
import org.shrinq.bench.execute.RunExecutor;
import org.shrinq.bench.statistics.Wilcoxon;
import org.shrinq.bench.store.Build;
import org.shrinq.bench.store.RunKey;
import org.shrinq.bench.store.RunStore;
import org.shrinq.bench.store.StoredRun;
import org.shrinq.bench.suite.BenchInstance;
import org.shrinq.bench.suite.MethodSpec;
import org.shrinq.bench.suite.Plan;
import org.shrinq.bench.suite.RunTask;
import org.shrinq.qubo.Sense;

/**
 * Finds settings for each kind of problem in a plan: its methods {@linkplain Race race} on a part of the instances, and
 * the winner is measured beside the plan's first method on the others. Every run is in the store, so a tuning that was
 * stopped goes on where it was.
 */
public final class Tuning {
    private static final int FIRST_BLOCKS = 4;

    private final Plan plan;
    private final RunStore store;
    private final RunExecutor executor;
    private final double heldOut;
    private final String command;
    private final RunExecutor.Listener listener;
    private final BooleanSupplier cancelled;

    /**
     * A tuning.
     *
     * @param heldOut share of the instances of each kind that do not race, from 0 to below 1; at least one where it is
     *     above 0 and there are two
     * @param command how this was called, for the record
     */
    public Tuning(
            Plan plan,
            RunStore store,
            RunExecutor executor,
            double heldOut,
            String command,
            RunExecutor.Listener listener,
            BooleanSupplier cancelled) {
        this.plan = plan;
        this.store = store;
        this.executor = executor;
        this.heldOut = heldOut;
        this.command = command;
        this.listener = listener;
        this.cancelled = cancelled;
    }

    /**
     * What was found for a kind of problem.
     *
     * @param problem id of the kind
     * @param winner of the race
     * @param baseline the plan's first method on that kind
     * @param departures from the race, with the names of the methods in {@code methods}
     * @param methods that raced, by number
     * @param runs of the race
     * @param estimate on instances that did not race; empty without any
     */
    public record Outcome(
            String problem,
            MethodSpec winner,
            MethodSpec baseline,
            List<Race.Departure> departures,
            List<MethodSpec> methods,
            int runs,
            Optional<Estimate> estimate) {}

    /**
     * Winner beside baseline on instances that had no say.
     *
     * @param instances how many
     * @param winnerGap mean over instances and seeds of the gap to the best value that either found; failures count as
     *     1
     * @param baselineGap the same of the baseline
     * @param pValue two-sided signed-rank test over the instances' mean gaps; 1 where winner and baseline are one
     */
    public record Estimate(int instances, double winnerGap, double baselineGap, double pValue) {}

    /** Races for every kind of problem; kinds are left out once cancelled. */
    public List<Outcome> run() {
        Map<String, List<BenchInstance>> byKind = new LinkedHashMap<>();
        for (BenchInstance i : plan.instances()) {
            byKind.computeIfAbsent(i.kind().id(), k -> new ArrayList<>()).add(i);
        }
        List<Outcome> outcomes = new ArrayList<>();
        for (Map.Entry<String, List<BenchInstance>> kind : byKind.entrySet()) {
            List<MethodSpec> methods = plan.suite().methods().stream()
                    .filter(m -> m.runsOn(kind.getValue().get(0).kind()))
                    .toList();
            if (!methods.isEmpty() && !cancelled.getAsBoolean()) {
                of(kind.getKey(), kind.getValue(), methods).ifPresent(outcomes::add);
            }
        }
        return outcomes;
    }

    /**
     * Instances in an order that has nothing to do with their names, sizes or places in the suite, but with their
     * content.
     */
    static List<BenchInstance> shuffled(List<BenchInstance> instances) {
        return instances.stream()
                .sorted(Comparator.comparingLong((BenchInstance i) -> {
                            CRC32 crc = new CRC32();
                            crc.update(i.id().getBytes(StandardCharsets.UTF_8));
                            return crc.getValue();
                        })
                        .thenComparing(BenchInstance::id))
                .toList();
    }

    private Optional<Outcome> of(String problem, List<BenchInstance> instances, List<MethodSpec> methods) {
        List<BenchInstance> order = shuffled(instances);
        int out = order.size() < 2 || heldOut == 0
                ? 0
                : (int) Math.min(order.size() - 1, Math.max(1, Math.round(heldOut * order.size())));
        List<BenchInstance> held = order.subList(0, out);
        List<BenchInstance> racing = order.subList(out, order.size());
        Map<Cell, RunTask> tasks = new HashMap<>();
        for (RunTask task : plan.tasks()) {
            tasks.put(new Cell(task.instance().id(), task.method(), task.seed(), task.repeat()), task);
        }
        List<Block> blocks = blocks(racing);
        Race race = new Race(methods.size(), blocks.size(), FIRST_BLOCKS);
        int runs = 0;
        while (!race.isOver()) {
            List<Block> round = blocks.subList(race.from(), race.to());
            List<Integer> ids = race.racing();
            double[][] costs = costs(round, ids.stream().map(methods::get).toList(), tasks);
            if (cancelled.getAsBoolean()) {
                return Optional.empty();
            }
            runs += round.size() * ids.size();
            race.round(costs);
        }
        MethodSpec winner = methods.get(race.racing().get(0));
        MethodSpec baseline = methods.get(0);
        Optional<Estimate> estimate = held.isEmpty() ? Optional.empty() : estimate(held, winner, baseline, tasks);
        return cancelled.getAsBoolean()
                ? Optional.empty()
                : Optional.of(new Outcome(problem, winner, baseline, race.departures(), methods, runs, estimate));
    }

    private record Cell(String instance, String method, long seed, int repeat) {}

    /** An instance with a seed. */
    private record Block(BenchInstance instance, long seed, int repeat) {}

    /** All instances with the first seed before any with the second. */
    private List<Block> blocks(List<BenchInstance> instances) {
        List<Block> blocks = new ArrayList<>();
        for (int repeat = 1; repeat <= plan.suite().repeats(); repeat++) {
            for (long seed : plan.suite().seeds()) {
                for (BenchInstance i : instances) {
                    blocks.add(new Block(i, seed, repeat));
                }
            }
        }
        return blocks;
    }

    /** Objectives as costs to be minimised, by method and block; done where the store does not have them. */
    private double[][] costs(List<Block> blocks, List<MethodSpec> methods, Map<Cell, RunTask> tasks) {
        // the winner may be the baseline
        Set<RunTask> needed = new LinkedHashSet<>();
        for (Block b : blocks) {
            for (MethodSpec m : methods) {
                RunTask task = tasks.get(new Cell(b.instance().id(), m.name(), b.seed(), b.repeat()));
                if (task != null) {
                    needed.add(task);
                }
            }
        }
        new BenchRunner(new Plan(plan.suite(), plan.instances(), List.copyOf(needed), List.of()), store, executor)
                .run(command, listener, cancelled);
        Map<RunKey, StoredRun> runs = new HashMap<>();
        for (StoredRun run : store.runs(Optional.of(plan.suite().name()))) {
            runs.put(run.key(), run);
        }
        double[][] costs = new double[methods.size()][blocks.size()];
        for (int m = 0; m < methods.size(); m++) {
            for (int b = 0; b < blocks.size(); b++) {
                Block block = blocks.get(b);
                RunTask task =
                        tasks.get(new Cell(block.instance().id(), methods.get(m).name(), block.seed(), block.repeat()));
                StoredRun run = task == null ? null : runs.get(RunKey.of(task, Build.current()));
                costs[m][b] = run == null || run.objective().isEmpty()
                        ? Double.POSITIVE_INFINITY
                        : (block.instance().sense() == Sense.MAXIMIZE ? -1 : 1)
                                * run.objective().getAsDouble();
            }
        }
        return costs;
    }

    private Optional<Estimate> estimate(
            List<BenchInstance> held, MethodSpec winner, MethodSpec baseline, Map<Cell, RunTask> tasks) {
        double[] won = new double[held.size()];
        double[] base = new double[held.size()];
        for (int i = 0; i < held.size(); i++) {
            double[][] costs = costs(blocks(List.of(held.get(i))), List.of(winner, baseline), tasks);
            if (cancelled.getAsBoolean()) {
                return Optional.empty();
            }
            double best = Double.POSITIVE_INFINITY;
            for (double[] row : costs) {
                for (double c : row) {
                    best = Math.min(best, c);
                }
            }
            won[i] = meanGap(costs[0], best);
            base[i] = meanGap(costs[1], best);
        }
        return Optional.of(new Estimate(
                held.size(), mean(won), mean(base), Wilcoxon.test(won, base).pValue()));
    }

    private static double meanGap(double[] costs, double best) {
        double sum = 0;
        for (double c : costs) {
            sum += Double.isInfinite(c) ? 1 : Math.min(1, (c - best) / (best == 0 ? 1 : Math.abs(best)));
        }
        return sum / costs.length;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double v : values) {
            sum += v;
        }
        return sum / values.length;
    }
}
