package org.shrinq.bench.audit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.shrinq.bench.statistics.Interval;

/** An audit as JSON. */
public final class AuditJson {
    private AuditJson() {}

    /** The tree; intervals are arrays of estimate, lower and upper end, and what is not finite is absent. */
    public static ObjectNode of(AuditResult result) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("kind", "audit");
        root.put("needed", result.verdict().needed());
        root.put("for", result.verdict().forDevice());
        root.put("against", result.verdict().against());
        root.put("reference", result.reference());
        root.put("reference_known", result.knownReference());
        root.put("judged", result.judged());
        result.fidelity().ifPresent(f -> {
            ObjectNode node = root.putObject("fidelity");
            put(node, "share", f.share());
            node.put("ideal_energy", f.ideal()).put("uniform_energy", f.uniform());
        });
        result.bounds()
                .ifPresent(b -> root.putObject("noiseless_energy")
                        .put("error_free", b.errorFree())
                        .put("lower", b.lower())
                        .put("upper", b.upper())
                        .put("overhead", b.overhead()));
        ArrayNode rows = root.putArray("strings");
        for (AuditRow r : result.rows()) {
            ObjectNode row = rows.addObject();
            row.put("name", r.name()).put("shots", r.shots()).put("distinct", r.distinct());
            put(row, "energy", r.energy());
            put(row, "cvar", r.cvar());
            put(row, "best", r.best());
            put(row, "feasible", r.feasible());
            put(row, "raw_optimum", r.rawOptimum());
            put(row, "repaired", r.repaired());
            row.put("best_repaired", r.bestRepaired());
            put(row, "optimum", r.optimum());
            put(row, "strings_to_99", r.strings());
        }
        ArrayNode tests = root.putArray("tests");
        for (AuditComparison c : result.comparisons()) {
            tests.addObject()
                    .put("control", c.control().id())
                    .put("measure", c.measure().name().toLowerCase(Locale.ROOT))
                    .put("p_better", c.pBetter())
                    .put("p_worse", c.pWorse())
                    .put("better", c.better())
                    .put("worse", c.worse());
        }
        ArrayNode notes = root.putArray("notes");
        result.notes().forEach(notes::add);
        return root;
    }

    private static void put(ObjectNode node, String name, Interval i) {
        if (Double.isFinite(i.estimate())) {
            ArrayNode array = node.putArray(name).add(i.estimate());
            for (double end : new double[] {i.low(), i.high()}) {
                if (Double.isFinite(end)) {
                    array.add(end);
                } else {
                    array.addNull();
                }
            }
        }
    }
}
