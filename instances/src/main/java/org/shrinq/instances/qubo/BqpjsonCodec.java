package org.shrinq.instances.qubo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.shrinq.instances.codec.Codec;
import org.shrinq.instances.codec.Wanted;
import org.shrinq.instances.codec.WriteOptions;
import org.shrinq.instances.text.InstanceException;
import org.shrinq.instances.text.Json;
import org.shrinq.instances.text.JsonKeys;
import org.shrinq.instances.text.Limits;
import org.shrinq.instances.text.Shape;
import org.shrinq.instances.text.Text;
import org.shrinq.instances.text.TextSink;
import org.shrinq.qubo.Sense;
import org.shrinq.qubo.problem.Problem;

/**
 * BQPJSON: a JSON object with {@code variable_ids}, {@code variable_domain} ("boolean" or "spin"), {@code scale},
 * {@code offset}, {@code linear_terms} ({@code id}, {@code coeff}) and {@code quadratic_terms} ({@code id_tail}, {@code
 * id_head}, {@code coeff}); f = scale·(Σ + offset) is minimised, s = 2x − 1 for spins. The least evaluation under
 * {@code solutions} is the best known value; other fields are passed over. Ids are names, in the order of variable_ids.
 */
public final class BqpjsonCodec implements Codec {
    @Override
    public Match match(Shape shape) {
        if (!shape.isJson()) {
            return Match.NO;
        }
        Set<String> keys = JsonKeys.of(shape.text());
        if (keys.contains("linear_terms") && keys.contains("quadratic_terms")) {
            return Match.CERTAIN;
        }
        return keys.contains("variable_ids") ? Match.BROKEN : Match.NO;
    }

    @Override
    public boolean namesItself() {
        return true;
    }

    @Override
    public Optional<Sense> quboSense() {
        return Optional.of(Sense.MINIMIZE);
    }

    @Override
    public List<Parsed> read(Text text, Wanted wanted, Limits limits) {
        // 40 bytes are the least that a term takes in the text
        limits.require(text.file(), 0, "a JSON text of " + text.length() + " bytes", 4.0 * text.length());
        Fields fields = new Fields();
        Json.object(text, json -> name -> fields.read(json, name));
        return List.of(fields.problem(text, limits));
    }

    /** What the fields, in whatever order, have given. */
    private static final class Fields {
        private final Set<String> seen = new HashSet<>();
        private int[] ids = new int[0];
        private final Terms linear = new Terms();
        private final Terms quadratic = new Terms();
        private boolean spin;
        private double scale = 1;
        private double offset;
        private double least = Double.NaN;

        void read(Json json, String name) {
            seen.add(name);
            switch (name) {
                case "variable_ids" -> ids = ids(json);
                case "variable_domain" -> spin = isSpin(json);
                case "scale" -> scale = json.number("a scale");
                case "offset" -> offset = json.number("an offset");
                case "linear_terms" -> json.array("an array of linear terms", k -> linear.read(json, "id", "id"));
                case "quadratic_terms" ->
                    json.array("an array of quadratic terms", k -> quadratic.read(json, "id_tail", "id_head"));
                case "solutions" ->
                    json.array(
                            "an array of solutions",
                            k -> json.object(field -> {
                                if (field.equals("evaluation")) {
                                    double value = json.number("an evaluation");
                                    least = Double.isNaN(least) ? value : Math.min(least, value);
                                } else {
                                    json.skip();
                                }
                            }));
                default -> json.skip();
            }
        }

        private static int[] ids(Json json) {
            double[] numbers = json.numbers("an array of variable ids");
            int[] ids = new int[numbers.length];
            for (int k = 0; k < ids.length; k++) {
                ids[k] = (int) numbers[k];
                if (ids[k] != numbers[k] || ids[k] < 0) {
                    throw json.invalid("expected whole variable ids from 0 on, found " + TextSink.text(numbers[k]), "");
                }
            }
            return ids;
        }

        private static boolean isSpin(Json json) {
            String domain = json.string("\"boolean\" or \"spin\"");
            return switch (domain) {
                case "boolean" -> false;
                case "spin" -> true;
                default -> throw json.unexpected("\"boolean\" or \"spin\"");
            };
        }

        Parsed problem(Text text, Limits limits) {
            for (String name : List.of("variable_ids", "variable_domain", "linear_terms", "quadratic_terms")) {
                if (!seen.contains(name)) {
                    throw invalid(text, 0, "expected the field \"" + name + "\", found none");
                }
            }
            int n = ids.length;
            if (n == 0) {
                throw invalid(text, 0, "expected at least one variable, found none");
            }
            Map<Integer, Integer> index = new HashMap<>(2 * n);
            boolean counted = true;
            for (int k = 0; k < n; k++) {
                if (index.put(ids[k], k) != null) {
                    throw invalid(text, 0, "expected every variable id once, found " + ids[k] + " twice");
                }
                counted &= ids[k] == k + Math.min(ids[0], 1);
            }
            QuboAssembler qubo = QuboAssembler.expecting(text, limits, 0, n, quadratic.count);
            qubo.addOffset(scale * offset);
            add(text, qubo, index, linear);
            add(text, qubo, index, quadratic);
            OptionalDouble best = Double.isNaN(least) ? OptionalDouble.empty() : OptionalDouble.of(least);
            return qubo.problem(text.stem(), Sense.MINIMIZE, best, counted ? List.of() : names());
        }

        private List<String> names() {
            List<String> names = new ArrayList<>(ids.length);
            for (int id : ids) {
                names.add(Integer.toString(id));
            }
            return names;
        }

        private void add(Text text, QuboAssembler qubo, Map<Integer, Integer> index, Terms terms) {
            for (int k = 0; k < terms.count; k++) {
                Integer i = index.get(terms.first[k]);
                Integer j = index.get(terms.second[k]);
                if (i == null || j == null) {
                    int unknown = i == null ? terms.first[k] : terms.second[k];
                    throw invalid(text, terms.lines[k], "expected an id of variable_ids, found " + unknown);
                }
                if (terms == quadratic && i.equals(j)) {
                    throw invalid(
                            text, terms.lines[k], "expected two different ids, found " + terms.first[k] + " twice");
                }
                CooCodec.add(qubo, spin, i, j, scale * terms.values[k]);
            }
        }

        private static InstanceException invalid(Text text, int line, String detail) {
            return InstanceException.at(InstanceException.Reason.INVALID, text.file(), line, detail, "");
        }
    }

    /** Terms in the order of the file. */
    private static final class Terms {
        private int[] first = new int[16];
        private int[] second = new int[16];
        private double[] values = new double[16];
        private int[] lines = new int[16];
        private int count;

        void read(Json json, String firstName, String secondName) {
            int[] pair = {-1, -1};
            double[] value = {Double.NaN};
            json.object(name -> {
                if (name.equals(firstName)) {
                    pair[0] = json.integer("a variable id", 0, Integer.MAX_VALUE);
                }
                if (name.equals(secondName)) {
                    pair[1] = name.equals(firstName) ? pair[0] : json.integer("a variable id", 0, Integer.MAX_VALUE);
                } else if (name.equals("coeff")) {
                    value[0] = json.number("a coefficient");
                } else if (!name.equals(firstName)) {
                    json.skip();
                }
            });
            if (pair[0] < 0 || pair[1] < 0 || Double.isNaN(value[0])) {
                throw json.invalid("expected a term with ids and \"coeff\", found one without", "");
            }
            if (count == values.length) {
                int capacity = 2 * count;
                first = Arrays.copyOf(first, capacity);
                second = Arrays.copyOf(second, capacity);
                values = Arrays.copyOf(values, capacity);
                lines = Arrays.copyOf(lines, capacity);
            }
            first[count] = pair[0];
            second[count] = pair[1];
            values[count] = value[0];
            lines[count++] = json.line();
        }
    }

    @Override
    public Optional<String> obstacle(Problem problem) {
        return Unconstrained.obstacle(problem);
    }

    @Override
    public void write(Problem problem, WriteOptions options, TextSink out) {
        Unconstrained qubo = Unconstrained.of(problem, Sense.MINIMIZE);
        out.line("{");
        out.line("  \"version\": \"1.0.0\",");
        out.line("  \"id\": 0,");
        out.line("  \"metadata\": {},");
        out.line("  \"variable_domain\": \"boolean\",");
        out.line("  \"scale\": 1,");
        out.add("  \"offset\": ").add(qubo.offset()).line(",");
        out.add("  \"variable_ids\": [");
        for (int i = 0; i < qubo.size(); i++) {
            out.add(i == 0 ? "" : ", ").add(i);
        }
        out.line("],");
        out.add("  \"linear_terms\": [");
        String[] separator = {"\n"};
        for (int i = 0; i < qubo.size(); i++) {
            if (qubo.linear(i) != 0) {
                out.add(separator[0]).add("    {\"id\": ").add(i);
                out.add(", \"coeff\": ").add(qubo.linear(i)).add("}");
                separator[0] = ",\n";
            }
        }
        out.line("],");
        out.add("  \"quadratic_terms\": [");
        separator[0] = "\n";
        qubo.forEachCoupling((i, j, c) -> {
            out.add(separator[0])
                    .add("    {\"id_tail\": ")
                    .add(i)
                    .add(", \"id_head\": ")
                    .add(j);
            out.add(", \"coeff\": ").add(c).add("}");
            separator[0] = ",\n";
        });
        out.line("]");
        out.line("}");
    }
}
