package org.shrinq.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.shrinq.solver.Control;

/** The report of a single run, from its result file alone: pipeline, shrink tree, histograms, training, violations, repair. */
public final class RunReport {
    private RunReport() {}

    /**
     * The report.
     *
     * @param result a result file's content
     */
    public static Report of(JsonNode result) {
        JsonNode instance = result.path("instance");
        List<Report.Fact> facts = List.of(
                new Report.Fact(
                        "instance",
                        instance.path("name").asText() + ", "
                                + instance.path("problem").asText() + ", "
                                + ReportNumbers.count(instance.path("variables").asLong(), "variable")),
                new Report.Fact(
                        "made by",
                        "shrinq " + result.path("tool").path("version").asText() + " on Java "
                                + result.path("tool").path("java").asText()),
                new Report.Fact("digest", instance.path("sha256").asText()));
        List<Figure> figures = List.of(
                RunFigures.shrinkTree(result),
                RunFigures.histograms(result),
                RunFigures.training(result),
                RunFigures.incumbent(result));
        List<Table> tables = new ArrayList<>();
        tables.add(pipeline(result));
        tables.add(controls(result));
        tables.add(violations(result));
        tables.add(changes(result));
        tables.add(settings(result));
        tables.removeIf(Table::isEmpty);
        return new Report("Run on " + instance.path("name").asText(), facts, summary(result), figures, tables);
    }

    private static List<String> summary(JsonNode result) {
        List<String> sentences = new ArrayList<>();
        String objective =
                result.has("objective") ? " with objective " + ReportNumbers.number(number(result, "objective")) : "";
        sentences.add("Status " + result.path("status").asText() + objective
                + (result.has("bound")
                        ? ", bound " + ReportNumbers.number(number(result, "bound")) + " ("
                                + result.path("bound_kind").asText() + ")"
                        : "")
                + (result.has("origin") ? ", found by " + result.path("origin").asText() : "") + ".");
        if (result.path("instance").has("best_known")) {
            sentences.add("Best known: " + ReportNumbers.number(number(result.path("instance"), "best_known")) + ".");
        }
        if (result.has("verdict")) {
            sentences.add(result.path("verdict").asText());
        }
        sentences.add("Stopped: " + result.path("stop").asText() + ", after "
                + ReportNumbers.count(result.path("rounds").size(), "round") + ".");
        return sentences;
    }

    private static double number(JsonNode node, String name) {
        return node.path(name).asDouble();
    }

    private static Table pipeline(JsonNode result) {
        JsonNode stages = result.path("stages");
        List<List<Table.Cell>> rows = new ArrayList<>();
        stage(rows, "reduce", stages, "variables_before", "variables_after");
        stage(rows, "encode", stages, "variables", "couplings");
        stage(rows, "shrink", stages, "variables_before", "qubits");
        stage(rows, "quantum", stages, "variables", "strings");
        stage(rows, "verify", stages, "samples", "violated_constraints");
        stage(rows, "repair", stages, "repair_distance", "bits_changed");
        return new Table(
                "pipeline",
                "Pipeline of the first round",
                "What every stage received and returned, and its time.",
                List.of("stage", "what", "in", "what", "out", "seconds"),
                rows);
    }

    private static void stage(List<List<Table.Cell>> rows, String name, JsonNode stages, String in, String out) {
        JsonNode stage = stages.path(name);
        if (stage.isMissingNode()) {
            return;
        }
        rows.add(List.of(
                Table.Cell.text(name),
                Table.Cell.text(in.replace('_', ' ')),
                ReportNumbers.numberCell(number(stage, in)),
                Table.Cell.text(out.replace('_', ' ')),
                ReportNumbers.numberCell(number(stage, out)),
                ReportNumbers.secondsCell(number(stage, "seconds"))));
    }

    private static Table controls(JsonNode result) {
        List<List<Table.Cell>> rows = new ArrayList<>();
        JsonNode stages = result.path("stages");
        if (result.has("controls")) {
            rows.add(List.of(
                    Table.Cell.text(result.path("config").path("method").asText()),
                    cell(stages.path("verify"), "raw_best_objective"),
                    cell(stages.path("repair"), "objective_after"),
                    cell(stages.path("repair"), "mean_objective"),
                    ReportNumbers.percentCell(number(stages.path("verify"), "raw_feasible_fraction"))));
        }
        for (Map.Entry<String, JsonNode> c : result.path("controls").properties()) {
            rows.add(List.of(
                    Table.Cell.text(Control.inWords(c.getKey())),
                    cell(c.getValue(), "raw"),
                    cell(c.getValue(), "repaired"),
                    cell(c.getValue(), "mean_repaired"),
                    ReportNumbers.percentCell(number(c.getValue(), "raw_feasible_fraction"))));
        }
        return new Table(
                "controls",
                "Controls",
                "The same number of strings and the same repair in the circuit's place.",
                List.of("method", "raw", "repaired", "mean repaired", "feasible"),
                rows);
    }

    private static Table.Cell cell(JsonNode node, String name) {
        return node.path(name).isNumber() ? ReportNumbers.numberCell(number(node, name)) : Table.Cell.text("none");
    }

    private static Table violations(JsonNode result) {
        List<List<Table.Cell>> rows = new ArrayList<>();
        for (JsonNode v : result.path("stages").path("verify").path("violations")) {
            rows.add(List.of(
                    Table.Cell.text(v.path("constraint").asText()),
                    ReportNumbers.percentCell(number(v, "fraction_of_samples"))));
        }
        return new Table(
                "violations",
                "Constraints that samples broke",
                "The most often broken constraints and the share of the raw samples that break them.",
                List.of("constraint", "samples"),
                rows);
    }

    private static Table changes(JsonNode result) {
        List<List<Table.Cell>> rows = new ArrayList<>();
        for (JsonNode c : result.path("stages").path("repair").path("changes")) {
            rows.add(List.of(
                    ReportNumbers.numberCell(c.path("variable").asInt() + 1.0),
                    ReportNumbers.numberCell(c.path("from").asDouble()),
                    ReportNumbers.numberCell(c.path("to").asDouble()),
                    Table.Cell.text(c.path("reason").asText())));
        }
        return new Table(
                "changes",
                "What repair changed",
                "Every changed variable of the best repaired sample, in order, counted from 1.",
                List.of("variable", "from", "to", "reason"),
                rows);
    }

    private static Table settings(JsonNode result) {
        List<List<Table.Cell>> rows = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : result.path("config").properties()) {
            rows.add(List.of(
                    Table.Cell.text(field.getKey()),
                    Table.Cell.text(field.getValue().asText())));
        }
        return new Table("settings", "Settings", "Every setting in force.", List.of("name", "value"), rows);
    }
}
