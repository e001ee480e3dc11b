package org.shrinq.solver.result;

import static org.shrinq.solver.result.ResultJson.finite;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.shrinq.quantum.QuantumRun;
import org.shrinq.quantum.circuit.CircuitCost;
import org.shrinq.qubo.Sense;
import org.shrinq.qubo.encode.ConstraintPenalty;
import org.shrinq.repair.Repaired;
import org.shrinq.repair.verify.SampleStatistics;
import org.shrinq.shrink.CompactCode;
import org.shrinq.shrink.Elimination;
import org.shrinq.shrink.ShrinkReport;
import org.shrinq.solver.Origin;
import org.shrinq.solver.Solution;
import org.shrinq.solver.Trace;

/** The stages of the first round, which is the pipeline on the whole problem. */
final class StagesJson {
    private static final int LISTED = 10_000;
    private static final int VIOLATIONS = 20;
    private static final int DECIDING = 400;

    private StagesJson() {}

    static StageEntries of(Solution solution) {
        StageEntries.ReduceEntry reduce =
                solution.trace().reduce().map(StagesJson::reduce).orElse(null);
        if (solution.trace().rounds().isEmpty()) {
            return new StageEntries(reduce, null, null, null, null, null);
        }
        Trace.Round round = solution.trace().rounds().get(0);
        return new StageEntries(
                reduce,
                encode(round.encode()),
                round.shrink().map(StagesJson::shrink).orElse(null),
                quantum(round.search()),
                verify(round.evaluation()),
                round.evaluation().repaired().map(best -> repair(round, best)).orElse(null));
    }

    private static StageEntries.ReduceEntry reduce(Trace.Reduce r) {
        Map<String, Integer> rules = new TreeMap<>();
        r.rules().forEach((rule, count) -> rules.put(rule.id(), count));
        return new StageEntries.ReduceEntry(r.variablesBefore(), r.variablesAfter(), rules, r.seconds());
    }

    private static StageEntries.EncodeEntry encode(Trace.Encode e) {
        List<ConstraintPenalty> all = e.report().penalties();
        return new StageEntries.EncodeEntry(
                e.variables(),
                e.slack(),
                e.couplings(),
                e.density(),
                e.inequality(),
                finite(e.report().coefficientRange()),
                all.stream().limit(LISTED).map(StagesJson::penalty).toList(),
                all.size(),
                e.seconds());
    }

    private static StageEntries.PenaltyEntry penalty(ConstraintPenalty p) {
        return new StageEntries.PenaltyEntry(
                p.constraint(),
                finite(p.weight()),
                finite(p.smallestViolation()),
                p.certificate().isExact(),
                ShrinkLog.word(p.certificate()));
    }

    private static StageEntries.ShrinkEntry shrink(Trace.Shrink s) {
        ShrinkReport report = s.shrunk().report();
        List<Elimination> entries = s.shrunk().log().entries();
        Map<String, Integer> vetoes = new TreeMap<>();
        report.vetoes().forEach((reason, count) -> vetoes.put(ShrinkLog.word(reason), count));
        return new StageEntries.ShrinkEntry(
                s.shrunk().log().variables(),
                s.shrunk().qubits(),
                s.shrunk().qubo().couplings(),
                report.proven(),
                report.heuristic(),
                report.vetoed(),
                vetoes,
                report.converted(),
                report.reversed(),
                report.recalculations(),
                report.backtracks(),
                report.stop().id(),
                report.source(),
                report.looked(),
                report.operations(),
                ShrinkLog.word(report.feasibility()),
                entries.stream().limit(LISTED).map(ShrinkLog::entry).toList(),
                entries.size(),
                s.alternatives().isEmpty()
                        ? null
                        : s.alternatives().stream().map(StagesJson::alternative).toList(),
                s.shrunk().code().map(StagesJson::code).orElse(null),
                decides(s),
                s.seconds());
    }

    private static StageEntries.CodeEntry code(CompactCode c) {
        return new StageEntries.CodeEntry(
                c.kind().id(),
                c.variables(),
                c.strings(),
                c.blocks().stream().map(b -> b.length).toList());
    }

    private static @Nullable List<List<Integer>> decides(Trace.Shrink s) {
        int variables = s.shrunk().log().variables();
        return variables > DECIDING
                ? null
                : IntStream.range(0, variables).mapToObj(s.decides()).toList();
    }

    private static StageEntries.AlternativeEntry alternative(Trace.Alternative a) {
        return new StageEntries.AlternativeEntry(
                a.source(), a.threshold(), a.qubits(), finite(a.bound()), a.difference(), a.rank());
    }

    private static StageEntries.QuantumEntry quantum(Trace.Search s) {
        Optional<QuantumRun> circuit = s.run();
        QuantumRun run = circuit.orElse(null);
        CircuitCost cost = circuit.flatMap(QuantumRun::cost).orElse(null);
        return new StageEntries.QuantumEntry(
                s.method(),
                s.qubits(),
                run == null ? null : run.backend(),
                run == null ? null : run.qubits(),
                run == null ? null : run.layers(),
                run == null ? Map.of() : angles(run),
                run == null ? null : finite(run.scale()),
                run == null ? null : run.evaluations(),
                run == null ? null : ShrinkLog.word(run.stop()),
                run == null ? null : finite(run.expectation()),
                run == null ? null : finite(run.objective()),
                cost == null ? null : cost.depth(),
                cost == null ? null : cost.gates(),
                cost == null ? null : cost.twoQubitGates(),
                run == null || run.fidelity() == 1 ? null : (Double) run.fidelity(),
                run == null ? null : curve(run),
                s.shots(),
                s.strings(),
                finite(s.bestEnergy()),
                s.seconds());
    }

    static Map<String, List<Double>> angles(QuantumRun run) {
        Map<String, List<Double>> angles = new LinkedHashMap<>();
        for (String name : run.parameters().names()) {
            List<Double> values = new ArrayList<>();
            for (double angle : run.parameters().get(name)) {
                values.add(angle);
            }
            angles.put(name, values);
        }
        return angles;
    }

    private static List<StageEntries.TrainingEntry> curve(QuantumRun run) {
        return run.curve().stream()
                .map(p -> new StageEntries.TrainingEntry(p.evaluation(), finite(p.objective())))
                .toList();
    }

    private static StageEntries.VerifyEntry verify(Trace.Evaluation e) {
        SampleStatistics s = e.statistics();
        return new StageEntries.VerifyEntry(
                s.samples(),
                s.feasibleFraction(),
                s.best().isPresent(),
                finite(s.bestObjective()),
                s.samples() > 0 ? s.bestFraction() : null,
                s.mostViolated(VIOLATIONS).stream()
                        .map(share -> new StageEntries.ViolationEntry(share.constraint(), share.fraction()))
                        .toList(),
                s.violatedConstraints(),
                histogram(e.rawHistogram()));
    }

    private static List<StageEntries.BinEntry> histogram(List<Trace.Bin> bins) {
        return bins.stream()
                .map(b -> new StageEntries.BinEntry(finite(b.objective()), b.count()))
                .toList();
    }

    private static StageEntries.RepairEntry repair(Trace.Round round, Repaired best) {
        Trace.Evaluation e = round.evaluation();
        return new StageEntries.RepairEntry(
                finite(best.objectiveBefore()),
                best.feasible() ? finite(best.objectiveAfter()) : null,
                best.changes().size(),
                best.repairDistance(),
                finite(e.meanDistance()),
                finite(e.meanRepaired()),
                best.changes().stream()
                        .map(c -> new StageEntries.ChangeEntry(c.variable(), c.from(), c.to(), c.reason()))
                        .toList(),
                histogram(e.repairedHistogram()),
                round.polish().isEmpty() ? null : polish(round.polish()),
                e.seconds());
    }

    private static StageEntries.PolishEntry polish(List<Trace.Polished> steps) {
        double first = steps.get(0).before();
        double last = steps.get(steps.size() - 1).after();
        return new StageEntries.PolishEntry(
                String.join(", ", steps.stream().map(Trace.Polished::engine).toList()),
                finite(Math.abs(last - first)),
                steps(steps));
    }

    static List<StageEntries.PolishStep> steps(List<Trace.Polished> steps) {
        return steps.stream()
                .map(p -> new StageEntries.PolishStep(p.engine(), finite(p.before()), finite(p.after()), p.seconds()))
                .toList();
    }

    /**
     * What was known before the first circuit ran, or would have run had there been anything left to do; null where
     * none was to run.
     */
    static ResultFile.@Nullable KnownEntry known(Solution solution) {
        Trace.Known known = solution.trace().known();
        if (solution.trace().rounds().isEmpty() && known.objectives().isEmpty()) {
            return null;
        }
        Sense sense = solution.problem().sense();
        return new ResultFile.KnownEntry(
                finite(known.of(Origin.START)),
                finite(known.of(Origin.CONSTRUCTION)),
                finite(better(sense, known.of(Origin.SEARCH), known.of(Origin.BRANCHING))),
                finite(known.of(Origin.REDUCTION)),
                finite(known.of(Origin.POOL)),
                finite(known.poolEnergy()));
    }

    private static OptionalDouble better(Sense sense, OptionalDouble a, OptionalDouble b) {
        if (a.isEmpty() || b.isEmpty()) {
            return a.isPresent() ? a : b;
        }
        return sense.isBetter(b.getAsDouble(), a.getAsDouble()) ? b : a;
    }

    /** How far the training of the first round's circuit came; null without one. */
    static ResultFile.@Nullable TrainingAccount training(Solution solution) {
        return solution.trace().rounds().stream()
                .limit(1)
                .map(Trace.Round::search)
                .flatMap(search -> search.run().stream()
                        .map(run -> new ResultFile.TrainingAccount(
                                run.evaluations(), search.planned(), ShrinkLog.word(run.stop()))))
                .findFirst()
                .orElse(null);
    }
}
