package org.shrinq.instances;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shrinq.instances.family.FileFamilies;
import org.shrinq.instances.text.FileOutput;
import org.shrinq.instances.text.Json;
import org.shrinq.instances.text.Packing;
import org.shrinq.instances.text.Text;
import org.shrinq.instances.text.TextSink;
import org.shrinq.qubo.Sense;
import org.shrinq.qubo.encode.Encoding;
import org.shrinq.qubo.encode.ProductVariable;
import org.shrinq.qubo.encode.SlackVariables;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.problem.ProblemKind;
import org.shrinq.qubo.problem.VariableTable;
import org.shrinq.qubo.text.Brief;

/**
 * What the variables of an exported QUBO stand for, so that its solutions can be brought back: {@code objective =
 * factor · f + constant} for feasible x, where f is the value that the exported file gives (its offset included). Where
 * the file only stands in for the objective, the same expression is the stand-in.
 *
 * @param instance name of the problem
 * @param kind its kind
 * @param sense direction in which the problem itself is optimised
 * @param factor ± a power of ten, 1 as a rule: the unit of the file
 * @param constant what the file has no place for
 * @param standIn what the file minimises in the objective's place, in words; empty where it is the objective
 * @param entries one per variable of the file, in its order
 */
public record VariableMap(
        String instance,
        ProblemKind kind,
        Sense sense,
        double factor,
        double constant,
        Optional<String> standIn,
        List<Entry> entries) {
    /** What a variable is for. */
    public enum Role {
        /** A variable of the problem. */
        VARIABLE,
        /** A slack bit of a constraint. */
        SLACK,
        /** A variable that stands for the product of two others. */
        PRODUCT,
        /** A vertex that stands for the constant 0. */
        REFERENCE
    }

    /**
     * One variable of the file.
     *
     * @param name its name in the problem, or one made up for it
     * @param role what it is for
     * @param meaning in words, such as "facility 1 at location 2"
     */
    public record Entry(String name, Role role, String meaning) {}

    public VariableMap {
        entries = List.copyOf(entries);
    }

    /** Of a problem written as it is; {@code names} is empty or has one name per variable. */
    static VariableMap of(Problem problem, List<String> names, double factor) {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < problem.size(); i++) {
            entries.add(variable(problem, names, i));
        }
        return new VariableMap(
                problem.name(),
                problem.kind(),
                problem.sense(),
                factor,
                0,
                problem.model().standIn(),
                entries);
    }

    /** Of a problem that was encoded with penalties, in the unit of its {@link Problem#normalForm}. */
    public static VariableMap of(Problem problem, List<String> names, Encoding encoding) {
        List<Entry> entries = new ArrayList<>(of(problem, names, 1).entries());
        for (SlackVariables slack : encoding.slacks()) {
            String row = encoding.model().constraints().get(slack.constraint()).name();
            double[] coefficients = slack.coefficients();
            for (int b = 0; b < coefficients.length; b++) {
                entries.add(new Entry(
                        "s_" + row + "_" + (b + 1),
                        Role.SLACK,
                        TextSink.text(coefficients[b] * slack.unit()) + " unused of " + row));
            }
        }
        for (ProductVariable y : encoding.products()) {
            String first = entries.get(y.first()).name();
            String second = entries.get(y.second()).name();
            entries.add(new Entry("p_" + first + "_" + second, Role.PRODUCT, first + " * " + second));
        }
        return new VariableMap(
                problem.name(),
                problem.kind(),
                problem.sense(),
                problem.sense().factor() * problem.normalForm().unit().back(1),
                0,
                problem.model().standIn(),
                entries);
    }

    /** Of a QUBO that became a cut: vertex 1 stands for 0, and a variable is 1 when its vertex is on the other side. */
    static VariableMap ofCut(Problem problem, List<String> names, double factor, double constant) {
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry("reference", Role.REFERENCE, "the side of this vertex is 0"));
        entries.addAll(of(problem, names, factor).entries());
        return new VariableMap(
                problem.name(),
                problem.kind(),
                problem.sense(),
                factor,
                constant,
                problem.model().standIn(),
                entries);
    }

    private static Entry variable(Problem problem, List<String> names, int i) {
        String name = names.isEmpty() ? "x" + (i + 1) : names.get(i);
        return new Entry(name, Role.VARIABLE, FileFamilies.meaning(problem, name, i));
    }

    /** With the meanings of bits that are no variables of the file themselves. */
    public VariableMap described(VariableTable table) {
        Map<Integer, String> meanings = table.meanings();
        int shift = entries.isEmpty() || entries.get(0).role() != Role.REFERENCE ? 0 : 1;
        List<Entry> described = new ArrayList<>(entries);
        meanings.forEach((bit, meaning) -> {
            Entry e = described.get(bit + shift);
            described.set(bit + shift, new Entry(e.name(), e.role(), meaning));
        });
        return new VariableMap(instance, kind, sense, factor, constant, standIn, described);
    }

    /**
     * Where the map of an exported file lies: beside it, "model.qubo" and "model.qubo.gz" both have
     * "model.qubo.map.json".
     */
    public static Path beside(Path exported) {
        return exported.resolveSibling(Packing.plainName(Text.fileName(exported)) + ".map.json");
    }

    /**
     * Writes the map as JSON.
     *
     * @param file the name of the exported file that it belongs to
     */
    public void write(Path path, String file) {
        FileOutput.write(path, out -> write(out, file));
    }

    void write(TextSink out, String file) {
        out.line("{");
        out.line("  \"schema_version\": \"1.0\",");
        out.add("  \"file\": ").add(Json.quoted(file)).line(",");
        out.add("  \"instance\": ").add(Json.quoted(instance)).line(",");
        out.add("  \"problem\": ").add(Json.quoted(kind.id())).line(",");
        out.add("  \"sense\": ")
                .add(sense == Sense.MINIMIZE ? "\"minimize\"" : "\"maximize\"")
                .line(",");
        out.line("  \"" + (standIn.isEmpty() ? "objective" : "stand_in")
                + "\": \"factor * (value of the file) + constant\",");
        if (standIn.isPresent()) {
            out.add("  \"stand_in_is\": ").add(Json.quoted(standIn.get())).line(",");
        }
        out.add("  \"factor\": ").add(factor).line(",");
        out.add("  \"constant\": ").add(constant).line(",");
        out.line("  \"variables\": [");
        for (int i = 0; i < entries.size(); i++) {
            Entry e = entries.get(i);
            out.add("    {\"index\": ").add(i);
            out.add(", \"name\": ").add(Json.quoted(e.name()));
            out.add(", \"role\": ").add(Json.quoted(e.role().name().toLowerCase(java.util.Locale.ROOT)));
            out.add(", \"meaning\": ").add(Json.quoted(e.meaning()));
            out.line(i == entries.size() - 1 ? "}" : "},");
        }
        out.line("  ]");
        out.line("}");
    }

    @Override
    public String toString() {
        return Brief.of(this);
    }
}
