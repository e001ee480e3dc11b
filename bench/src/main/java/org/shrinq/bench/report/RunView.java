package org.shrinq.bench.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.shrinq.bench.store.StoredRun;
import org.shrinq.qubo.Sense;
import org.shrinq.solver.Method;
import org.shrinq.solver.result.ResultFile;
import org.shrinq.solver.result.StageEntries;

/**
 * A run as reports look at it: every objective as its gap to a target, (value − target) / |target| in the direction
 * that is worse, 0 for the target itself, infinite where there is no feasible solution. Where the target is 0 the gap
 * is the difference.
 */
final class RunView {
    /** Gaps below this are rounding. */
    static final double EXACT = 1e-9;

    private static final StageEntries NOTHING = new StageEntries(null, null, null, null, null, null);

    private final StoredRun run;
    private final double target;
    private final Optional<ResultFile> result;
    private final StageEntries stages;

    /**
     * One control of a run.
     *
     * @param raw gap of the best raw string
     * @param repaired gap after repair
     * @param mean gap of the mean objective after repair
     * @param feasible share of the raw strings that are feasible
     * @param hit share of the raw strings that are at the best known value; NaN in files from before it was recorded
     */
    record ControlView(double raw, double repaired, double mean, double feasible, double hit) {}

    /**
     * A point of a run's history.
     *
     * @param seconds since its start
     * @param gap of the incumbent from then on
     */
    record Point(double seconds, double gap) {}

    RunView(StoredRun run, double target) {
        this.run = run;
        this.target = target;
        this.result = run.result();
        this.stages = result.map(ResultFile::stages).orElse(NOTHING);
    }

    StoredRun run() {
        return run;
    }

    String method() {
        return run.method();
    }

    StoredRun.InstanceRow instance() {
        return run.instance();
    }

    double gap(double value) {
        if (Double.isNaN(target)) {
            return Double.NaN;
        }
        double worse = run.instance().sense() == Sense.MAXIMIZE ? target - value : value - target;
        double gap = worse / (target == 0 ? 1 : Math.abs(target));
        return Math.abs(gap) < EXACT ? 0 : gap;
    }

    /** The gap; infinite where nothing was feasible. */
    private double gapOf(@Nullable Double value) {
        return value == null ? Double.POSITIVE_INFINITY : gap(value);
    }

    private static double orNaN(@Nullable Double value) {
        return value == null ? Double.NaN : value;
    }

    /** Of the solution that the run returned. */
    double gap() {
        return run.objective().isPresent() ? gap(run.objective().getAsDouble()) : Double.POSITIVE_INFINITY;
    }

    /** Whether the target was reached. */
    boolean isOptimal() {
        return gap() <= EXACT;
    }

    /** Whether its configuration has a circuit, run or not. */
    boolean isCircuit() {
        Optional<Method> method = Method.ofId(setting("method"));
        return method.isPresent() && method.get().role() == Method.Role.CIRCUIT;
    }

    /** Whether there was a small problem that something searched. */
    boolean hasSearch() {
        return stages.quantum() != null;
    }

    /** Gap of the best raw string of the first round. */
    double rawGap() {
        return gapOf(stages.verify() == null ? null : stages.verify().rawBestObjective());
    }

    double rawFeasible() {
        return orNaN(stages.verify() == null ? null : stages.verify().rawFeasibleFraction());
    }

    /** Share of the raw strings of the first round that are at the best known value. */
    double rawHit() {
        return hit(rawGap(), stages.verify() == null ? null : stages.verify().rawBestFraction());
    }

    private static double hit(double gap, @Nullable Double bestFraction) {
        return gap <= EXACT ? orNaN(bestFraction) : 0;
    }

    /** Gap of the best repaired string of the first round. */
    double repairedGap() {
        return gapOf(stages.repair() == null ? null : stages.repair().objectiveAfter());
    }

    /** Gap of the mean objective of the repaired strings of the first round. */
    double meanRepairedGap() {
        return gapOf(stages.repair() == null ? null : stages.repair().meanObjective());
    }

    double repairDistance() {
        return orNaN(stages.repair() == null ? null : stages.repair().meanRepairDistance());
    }

    double qubits() {
        StageEntries.QuantumEntry quantum = stages.quantum();
        return quantum != null && quantum.qubits() != null ? quantum.qubits() : smallVariables();
    }

    /** Variables that shrinking left. */
    double smallVariables() {
        return stages.quantum() == null ? Double.NaN : stages.quantum().variables();
    }

    /** Variables of the QUBO before shrinking. */
    double variablesBefore() {
        if (stages.shrink() != null) {
            return stages.shrink().variablesBefore();
        }
        return stages.encode() == null ? Double.NaN : stages.encode().variables();
    }

    boolean wasShrunk() {
        return stages.shrink() != null;
    }

    /** "sdp", … as it was asked for. */
    String source() {
        String asked = setting("correlations");
        return !asked.equals("auto")
                ? asked
                : stages.shrink() == null ? "auto" : stages.shrink().source();
    }

    String guard() {
        return setting("constraint-aware").equals("true") ? "on" : "off";
    }

    String recalculation() {
        return setting("recalculate");
    }

    /** By name, such as "random_bits". */
    Map<String, ControlView> controls() {
        Map<String, ControlView> controls = new LinkedHashMap<>();
        result.map(ResultFile::controls).orElse(Map.of()).forEach((name, c) -> {
            if (c.rawFeasibleFraction() != null) {
                controls.put(
                        name,
                        new ControlView(
                                gapOf(c.raw()),
                                gapOf(c.repaired()),
                                gapOf(c.meanRepaired()),
                                c.rawFeasibleFraction(),
                                hit(gapOf(c.raw()), c.rawBestFraction())));
            }
        });
        return controls;
    }

    List<Point> history() {
        return result.map(ResultFile::history).orElse(List.of()).stream()
                .map(p -> new Point(p.seconds(), gap(p.objective() == null ? 0 : p.objective())))
                .toList();
    }

    /** How far the best bound lies beyond the target, in the measure of gaps, each from some time on. */
    List<Point> bounds() {
        return result.map(ResultFile::boundHistory).orElse(List.of()).stream()
                .map(p -> new Point(p.seconds(), Math.max(0, -gap(p.bound() == null ? Double.NaN : p.bound()))))
                .toList();
    }

    /** Seconds that the run was given by its configuration; empty without a limit, and for runs without a result. */
    OptionalDouble timeLimit() {
        try {
            return OptionalDouble.of(Double.parseDouble(setting("time-limit")));
        } catch (NumberFormatException none) {
            return OptionalDouble.empty();
        }
    }

    private String setting(String name) {
        return result.map(r -> r.setting(name)).orElse("");
    }

    /** Seconds until the gap was at most that; infinite when it never was. */
    double secondsTo(double gap) {
        for (Point p : history()) {
            if (p.gap() <= gap + EXACT) {
                return Math.max(1e-4, p.seconds());
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    /** Of training and sampling in the first round. */
    double searchSeconds() {
        return stages.quantum() == null ? Double.NaN : stages.quantum().seconds();
    }

    double seconds() {
        return run.seconds();
    }
}
