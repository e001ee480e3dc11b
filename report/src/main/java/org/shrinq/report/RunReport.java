package org.shrinq.report;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shrinq.solver.Control;
import org.shrinq.solver.result.ResultFile;
import org.shrinq.solver.result.StageEntries;
import org.shrinq.solver.result.StageEntries.QuantumEntry;
import org.shrinq.solver.result.StageEntries.RepairEntry;
import org.shrinq.solver.result.StageEntries.VerifyEntry;

/**
 * The report of a single run, from its result file alone: pipeline, shrink tree, histograms, training, violations,
 * repair.
 */
public final class RunReport {
    private RunReport() {}

    /** The report. */
    public static Report of(ResultFile result) {
        ResultFile.InstanceEntry instance = result.instance();
        List<Report.Fact> facts = List.of(
                new Report.Fact(
                        "instance",
                        instance.name() + ", " + instance.problem() + ", "
                                + ReportNumbers.count(instance.variables(), "variable")),
                new Report.Fact(
                        "made by",
                        "shrinq " + result.tool().version() + " on Java "
                                + result.tool().java()),
                new Report.Fact("digest", instance.sha256()));
        List<Figure> figures = List.of(
                RunFigures.shrinkTree(result),
                RunFigures.histograms(result),
                RunFigures.training(result),
                RunFigures.incumbent(result));
        List<Table> tables = new ArrayList<>();
        tables.add(pipeline(result.stages()));
        tables.add(controls(result));
        tables.add(violations(result.stages().verify()));
        tables.add(changes(result.stages().repair()));
        tables.add(settings(result));
        tables.removeIf(Table::isEmpty);
        return new Report("Run on " + instance.name(), facts, summary(result), figures, tables);
    }

    private static List<String> summary(ResultFile result) {
        List<String> sentences = new ArrayList<>();
        String objective =
                result.objective() == null ? "" : " with objective " + ReportNumbers.number(result.objective());
        sentences.add("Status " + result.status() + objective
                + (result.bound() == null
                        ? ""
                        : ", bound " + ReportNumbers.number(result.bound()) + " (" + result.boundKind() + ")")
                + (result.origin() == null ? "" : ", found by " + result.origin()) + ".");
        Double known = result.instance().bestKnown();
        if (known != null) {
            sentences.add("Best known: " + ReportNumbers.number(known) + ".");
        }
        if (result.verdict() != null) {
            sentences.add(result.verdict());
        }
        if (result.credit() != null) {
            sentences.add(result.credit());
        }
        sentences.add("Stopped: " + result.stop() + ", after "
                + ReportNumbers.count(result.rounds().size(), "round") + ".");
        return sentences;
    }

    private static Table pipeline(StageEntries stages) {
        List<List<Table.Cell>> rows = new ArrayList<>();
        if (stages.reduce() != null) {
            var r = stages.reduce();
            stage(
                    rows,
                    "reduce",
                    "variables before",
                    r.variablesBefore(),
                    "variables after",
                    r.variablesAfter(),
                    r.seconds());
        }
        if (stages.encode() != null) {
            var e = stages.encode();
            stage(rows, "encode", "variables", e.variables(), "couplings", e.couplings(), e.seconds());
        }
        if (stages.shrink() != null) {
            var s = stages.shrink();
            stage(rows, "shrink", "variables before", s.variablesBefore(), "qubits", s.qubits(), s.seconds());
        }
        if (stages.quantum() != null) {
            QuantumEntry q = stages.quantum();
            stage(rows, "quantum", "variables", q.variables(), "strings", q.strings(), q.seconds());
        }
        if (stages.verify() != null) {
            VerifyEntry v = stages.verify();
            stage(rows, "verify", "samples", v.samples(), "violated constraints", v.violatedConstraints(), 0);
        }
        if (stages.repair() != null) {
            RepairEntry r = stages.repair();
            stage(rows, "repair", "repair distance", r.repairDistance(), "bits changed", r.bitsChanged(), r.seconds());
        }
        return new Table(
                "pipeline",
                "Pipeline of the first round",
                "What every stage received and returned, and its time.",
                List.of("stage", "what", "in", "what", "out", "seconds"),
                rows);
    }

    private static void stage(
            List<List<Table.Cell>> rows,
            String name,
            String in,
            double given,
            String out,
            double left,
            double seconds) {
        rows.add(List.of(
                Table.Cell.text(name),
                Table.Cell.text(in),
                ReportNumbers.numberCell(given),
                Table.Cell.text(out),
                ReportNumbers.numberCell(left),
                ReportNumbers.secondsCell(seconds)));
    }

    private static Table controls(ResultFile result) {
        List<List<Table.Cell>> rows = new ArrayList<>();
        if (!result.controls().isEmpty()) {
            VerifyEntry verify = result.stages().verify();
            RepairEntry repair = result.stages().repair();
            rows.add(List.of(
                    Table.Cell.text(result.setting("method")),
                    cell(verify == null ? null : verify.rawBestObjective()),
                    cell(repair == null ? null : repair.objectiveAfter()),
                    cell(repair == null ? null : repair.meanObjective()),
                    share(verify == null ? null : verify.rawFeasibleFraction())));
        }
        result.controls()
                .forEach((name, control) -> rows.add(List.of(
                        Table.Cell.text(Control.inWords(name)),
                        cell(control.raw()),
                        cell(control.repaired()),
                        cell(control.meanRepaired()),
                        share(control.rawFeasibleFraction()))));
        return new Table(
                "controls",
                "Controls",
                "The same number of strings and the same repair in the circuit's place.",
                List.of("method", "raw", "repaired", "mean repaired", "feasible"),
                rows);
    }

    private static Table.Cell cell(@Nullable Double value) {
        return value == null ? Table.Cell.text("none") : ReportNumbers.numberCell(value);
    }

    private static Table.Cell share(@Nullable Double value) {
        return ReportNumbers.percentCell(value == null ? 0 : value);
    }

    private static Table violations(@Nullable VerifyEntry verify) {
        List<List<Table.Cell>> rows = new ArrayList<>();
        if (verify != null) {
            verify.violations()
                    .forEach(v -> rows.add(List.of(
                            Table.Cell.text(v.constraint()), ReportNumbers.percentCell(v.fractionOfSamples()))));
        }
        return new Table(
                "violations",
                "Constraints that samples broke",
                "The most often broken constraints and the share of the raw samples that break them.",
                List.of("constraint", "samples"),
                rows);
    }

    private static Table changes(@Nullable RepairEntry repair) {
        List<List<Table.Cell>> rows = new ArrayList<>();
        if (repair != null) {
            repair.changes()
                    .forEach(c -> rows.add(List.of(
                            ReportNumbers.numberCell(c.variable() + 1.0),
                            ReportNumbers.numberCell(c.from()),
                            ReportNumbers.numberCell(c.to()),
                            Table.Cell.text(c.reason()))));
        }
        return new Table(
                "changes",
                "What repair changed",
                "Every changed variable of the best repaired sample, in order, counted from 1.",
                List.of("variable", "from", "to", "reason"),
                rows);
    }

    private static Table settings(ResultFile result) {
        List<List<Table.Cell>> rows = new ArrayList<>();
        result.config()
                .forEach((name, value) -> rows.add(List.of(Table.Cell.text(name), Table.Cell.text(value.toString()))));
        return new Table("settings", "Settings", "Every setting in force.", List.of("name", "value"), rows);
    }
}
