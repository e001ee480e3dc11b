package org.shrinq.solver.result;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.shrinq.quantum.QuantumRun;
import org.shrinq.quantum.TrainingPoint;
import org.shrinq.qubo.encode.ConstraintPenalty;
import org.shrinq.repair.Change;
import org.shrinq.repair.Repaired;
import org.shrinq.repair.verify.SampleStatistics;
import org.shrinq.shrink.Elimination;
import org.shrinq.shrink.ShrinkReport;
import org.shrinq.solver.Solution;
import org.shrinq.solver.Trace;

/** The stages of the first round, which is the pipeline on the whole problem. */
final class StagesJson {
    private static final int LISTED = 10_000;

    private StagesJson() {}

    static void write(ObjectNode stages, Solution solution) {
        solution.trace().reduce().ifPresent(r -> reduce(stages.putObject("reduce"), r));
        if (solution.trace().rounds().isEmpty()) {
            return;
        }
        Trace.Round round = solution.trace().rounds().get(0);
        encode(stages.putObject("encode"), round.encode());
        round.shrink().ifPresent(s -> shrink(stages.putObject("shrink"), s));
        quantum(stages.putObject("quantum"), round.search());
        verify(stages.putObject("verify"), round.evaluation());
        if (round.evaluation().repaired().isPresent()) {
            repair(stages.putObject("repair"), round);
        }
    }

    /** How far the training of the first round's circuit came. */
    static void training(ObjectNode root, Solution solution) {
        if (solution.trace().rounds().isEmpty()) {
            return;
        }
        solution.trace()
                .rounds()
                .get(0)
                .search()
                .run()
                .ifPresent(run -> root.putObject("training")
                        .put("evaluations", run.evaluations())
                        .put("planned", solution.options().quantum().maxEvaluations())
                        .put("stop", ShrinkLog.word(run.stop())));
    }

    /** What was known before the first circuit ran, and what searches on the whole problem did before and beside the rounds. */
    static void beside(ObjectNode root, Solution solution) {
        Trace trace = solution.trace();
        if (!trace.rounds().isEmpty()) {
            ObjectNode known = root.putObject("known_before_circuit");
            ResultJson.number(known, "construction", trace.known().construction());
            ResultJson.number(known, "pool", trace.known().pool());
            ResultJson.number(known, "reduction", trace.known().reduction());
        }
        if (!trace.searches().isEmpty()) {
            steps(root.putArray("searches"), trace.searches());
        }
    }

    private static void reduce(ObjectNode node, Trace.Reduce r) {
        node.put("variables_before", r.variablesBefore());
        node.put("variables_after", r.variablesAfter());
        ObjectNode rules = node.putObject("rules");
        Map<String, Integer> byName = new TreeMap<>();
        r.rules().forEach((rule, count) -> byName.put(rule.id(), count));
        byName.forEach(rules::put);
        node.put("seconds", r.seconds());
    }

    private static void encode(ObjectNode node, Trace.Encode e) {
        node.put("variables", e.variables());
        node.put("slack", e.slack());
        node.put("couplings", e.couplings());
        node.put("density", e.density());
        node.put("inequality", e.inequality());
        ResultJson.number(node, "coefficient_range", e.report().coefficientRange());
        ArrayNode penalties = node.putArray("penalties");
        List<ConstraintPenalty> all = e.report().penalties();
        for (ConstraintPenalty p : all.subList(0, Math.min(LISTED, all.size()))) {
            ObjectNode penalty = penalties.addObject().put("constraint", p.constraint());
            ResultJson.number(penalty, "weight", p.weight());
            ResultJson.number(penalty, "smallest_violation", p.smallestViolation());
            penalty.put("exact", p.certificate().isExact());
            penalty.put("certificate", ShrinkLog.word(p.certificate()));
        }
        node.put("penalties_total", all.size());
        node.put("seconds", e.seconds());
    }

    private static void shrink(ObjectNode node, Trace.Shrink s) {
        ShrinkReport report = s.shrunk().report();
        List<Elimination> entries = s.shrunk().log().entries();
        node.put("variables_before", s.shrunk().log().variables());
        node.put("qubits", s.shrunk().size());
        node.put("couplings", s.shrunk().qubo().couplings());
        node.put("proven", report.proven());
        node.put("heuristic", report.heuristic());
        node.put("vetoed", report.vetoed());
        ObjectNode vetoes = node.putObject("vetoes");
        Map<String, Integer> reasons = new TreeMap<>();
        report.vetoes().forEach((reason, count) -> reasons.put(ShrinkLog.word(reason), count));
        reasons.forEach(vetoes::put);
        node.put("converted", report.converted());
        node.put("reversed", report.reversed());
        node.put("recalculations", report.recalculations());
        node.put("backtracks", report.backtracks());
        node.put("stop", report.stop().id());
        node.put("source", report.source());
        node.put("feasibility", ShrinkLog.word(report.feasibility()));
        ArrayNode eliminations = node.putArray("eliminations");
        for (Elimination e : entries.subList(0, Math.min(LISTED, entries.size()))) {
            ShrinkLog.entry(eliminations.addObject(), e);
        }
        node.put("eliminations_total", entries.size());
        node.put("seconds", s.seconds());
    }

    private static void quantum(ObjectNode node, Trace.Search s) {
        node.put("method", s.method());
        node.put("variables", s.qubits());
        Optional<QuantumRun> run = s.run();
        if (run.isPresent()) {
            circuit(node, run.get());
        }
        node.put("shots", s.shots());
        node.put("strings", s.strings());
        ResultJson.number(node, "best_energy", s.bestEnergy());
        node.put("seconds", s.seconds());
    }

    private static void circuit(ObjectNode node, QuantumRun run) {
        node.put("backend", run.backend());
        node.put("qubits", run.qubits());
        node.put("layers", run.layers());
        for (String name : run.parameters().names()) {
            ArrayNode array = node.putArray(name);
            for (double angle : run.parameters().get(name)) {
                array.add(angle);
            }
        }
        ResultJson.number(node, "scale", run.scale());
        node.put("evaluations", run.evaluations());
        node.put("stop", ShrinkLog.word(run.stop()));
        ResultJson.number(node, "expectation", run.expectation());
        ResultJson.number(node, "objective", run.objective());
        run.cost()
                .ifPresent(cost -> node.put("depth", cost.depth())
                        .put("gates", cost.gates())
                        .put("two_qubit_gates", cost.twoQubitGates()));
        ArrayNode curve = node.putArray("training_curve");
        for (TrainingPoint p : run.curve()) {
            ObjectNode point = curve.addObject().put("evaluation", p.evaluation());
            ResultJson.number(point, "objective", p.objective());
        }
    }

    private static void verify(ObjectNode node, Trace.Evaluation e) {
        SampleStatistics s = e.statistics();
        node.put("samples", s.samples());
        node.put("raw_feasible_fraction", s.feasibleFraction());
        node.put("raw_best_feasible", s.best().isPresent());
        ResultJson.number(node, "raw_best_objective", s.bestObjective());
        ArrayNode violations = node.putArray("violations");
        for (SampleStatistics.ConstraintShare share : s.mostViolated(20)) {
            violations.addObject().put("constraint", share.constraint()).put("fraction_of_samples", share.fraction());
        }
        node.put("violated_constraints", s.violatedConstraints());
        histogram(node.putArray("raw_histogram"), e.rawHistogram());
    }

    private static void histogram(ArrayNode array, List<Trace.Bin> bins) {
        for (Trace.Bin b : bins) {
            ObjectNode node = array.addObject();
            ResultJson.number(node, "objective", b.objective());
            node.put("count", b.count());
        }
    }

    private static void repair(ObjectNode node, Trace.Round round) {
        Trace.Evaluation e = round.evaluation();
        Repaired best = e.repaired().orElseThrow();
        if (best.objectiveBefore().isPresent()) {
            ResultJson.number(node, "objective_before", best.objectiveBefore().getAsDouble());
        } else {
            node.putNull("objective_before");
        }
        if (best.feasible()) {
            ResultJson.number(node, "objective_after", best.objectiveAfter());
        }
        node.put("bits_changed", best.changes().size());
        node.put("repair_distance", best.repairDistance());
        ResultJson.number(node, "mean_repair_distance", e.meanDistance());
        ResultJson.number(node, "mean_objective", e.meanRepaired());
        ArrayNode changes = node.putArray("changes");
        for (Change c : best.changes()) {
            changes.addObject()
                    .put("variable", c.variable())
                    .put("from", c.from())
                    .put("to", c.to())
                    .put("reason", c.reason());
        }
        histogram(node.putArray("histogram"), e.repairedHistogram());
        if (!round.polish().isEmpty()) {
            polish(node.putObject("polish"), round.polish());
        }
        node.put("seconds", e.seconds());
    }

    private static void polish(ObjectNode node, List<Trace.Polished> steps) {
        node.put(
                "engine",
                String.join(", ", steps.stream().map(Trace.Polished::engine).toList()));
        double first = steps.get(0).before();
        double last = steps.get(steps.size() - 1).after();
        ResultJson.number(node, "gain", Math.abs(last - first));
        steps(node.putArray("steps"), steps);
    }

    private static void steps(ArrayNode array, List<Trace.Polished> steps) {
        for (Trace.Polished p : steps) {
            ObjectNode entry = array.addObject().put("engine", p.engine());
            ResultJson.number(entry, "before", p.before());
            ResultJson.number(entry, "after", p.after());
            entry.put("seconds", p.seconds());
        }
    }
}
