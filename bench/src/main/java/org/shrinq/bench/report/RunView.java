package org.shrinq.bench.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.shrinq.bench.store.StoredRun;
import org.shrinq.qubo.Sense;
import org.shrinq.solver.Method;

/**
 * A run as reports look at it: every objective as its gap to a target, (value − target) / |target| in the direction that is worse, 0
 * for the target itself, infinite where there is no feasible solution. Where the target is 0 the gap is the difference.
 */
final class RunView {
    /** Gaps below this are rounding. */
    static final double EXACT = 1e-9;

    private final StoredRun run;
    private final double target;
    private final JsonNode result;

    /**
     * One control of a run.
     *
     * @param raw gap of the best raw string
     * @param repaired gap after repair
     * @param mean gap of the mean objective after repair
     * @param feasible share of the raw strings that are feasible
     */
    record ControlView(double raw, double repaired, double mean, double feasible) {}

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
        this.result = run.result().orElse(com.fasterxml.jackson.databind.node.MissingNode.getInstance());
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

    private double gap(OptionalDouble value) {
        return value.isPresent() ? gap(value.getAsDouble()) : Double.POSITIVE_INFINITY;
    }

    private OptionalDouble number(String pointer) {
        JsonNode node = result.at(pointer);
        return node.isNumber() ? OptionalDouble.of(node.doubleValue()) : OptionalDouble.empty();
    }

    /** Of the solution that the run returned. */
    double gap() {
        return gap(run.objective());
    }

    /** Whether the target was reached. */
    boolean isOptimal() {
        return gap() <= EXACT;
    }

    /** Whether its configuration has a circuit, run or not. */
    boolean isCircuit() {
        Optional<Method> method = Method.ofId(result.at("/config/method").asText(""));
        return method.isPresent() && method.get().role() == Method.Role.CIRCUIT;
    }

    /** Whether there was a small problem that something searched. */
    boolean hasSearch() {
        return result.at("/stages/quantum").isObject();
    }

    /** Gap of the best raw string of the first round. */
    double rawGap() {
        return gap(number("/stages/verify/raw_best_objective"));
    }

    double rawFeasible() {
        return number("/stages/verify/raw_feasible_fraction").orElse(Double.NaN);
    }

    /** Gap of the best repaired string of the first round. */
    double repairedGap() {
        return gap(number("/stages/repair/objective_after"));
    }

    /** Gap of the mean objective of the repaired strings of the first round. */
    double meanRepairedGap() {
        return gap(number("/stages/repair/mean_objective"));
    }

    double repairDistance() {
        return number("/stages/repair/mean_repair_distance").orElse(Double.NaN);
    }

    double qubits() {
        return number("/stages/quantum/qubits")
                .orElse(number("/stages/quantum/variables").orElse(Double.NaN));
    }

    /** Variables that shrinking left. */
    double smallVariables() {
        return number("/stages/quantum/variables").orElse(Double.NaN);
    }

    /** Variables of the QUBO before shrinking. */
    double variablesBefore() {
        return number("/stages/shrink/variables_before")
                .orElse(number("/stages/encode/variables").orElse(Double.NaN));
    }

    boolean wasShrunk() {
        return result.at("/stages/shrink").isObject();
    }

    /** "sdp", … as it was asked for. */
    String source() {
        String asked = result.at("/config/correlations").asText("");
        return asked.equals("auto") ? result.at("/stages/shrink/source").asText("auto") : asked;
    }

    String guard() {
        return result.at("/config/constraint-aware").asBoolean() ? "on" : "off";
    }

    String recalculation() {
        return result.at("/config/recalculate").asText("");
    }

    /** By name, such as "random_bits". */
    Map<String, ControlView> controls() {
        Map<String, ControlView> controls = new LinkedHashMap<>();
        Iterator<String> names = result.path("controls").fieldNames();
        while (names.hasNext()) {
            String name = names.next();
            String at = "/controls/" + name;
            if (number(at + "/raw_feasible_fraction").isPresent()) {
                controls.put(
                        name,
                        new ControlView(
                                gap(number(at + "/raw")),
                                gap(number(at + "/repaired")),
                                gap(number(at + "/mean_repaired")),
                                number(at + "/raw_feasible_fraction").orElse(Double.NaN)));
            }
        }
        return controls;
    }

    List<Point> history() {
        List<Point> points = new ArrayList<>();
        for (JsonNode node : result.path("history")) {
            points.add(new Point(
                    node.path("seconds").asDouble(), gap(node.path("objective").asDouble())));
        }
        return points;
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
        return number("/stages/quantum/seconds").orElse(Double.NaN);
    }

    double seconds() {
        return run.seconds();
    }
}
