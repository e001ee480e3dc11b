package org.shrinq.instances.graph;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.shrinq.instances.codec.Codec;
import org.shrinq.instances.codec.Wanted;
import org.shrinq.instances.text.InstanceException;
import org.shrinq.instances.text.Limits;
import org.shrinq.instances.text.Text;
import org.shrinq.instances.text.TextErrors;
import org.shrinq.instances.text.Tokens;
import org.shrinq.qubo.Graph;

/**
 * Edge lists that are tables: columns separated by commas, semicolons, tabs or blanks, perhaps with a first line that
 * names them, the vertices called by any names. Lines that start with # or % are comments; KONECT's first comment "%
 * sym unweighted" says whether the third column is a weight, its fourth is a time and is left out.
 */
final class NamedEdges {
    private static final Set<String> SOURCE = Set.of(
            "source",
            "from",
            "src",
            "node1",
            "u",
            "start",
            "tail",
            "id1",
            "vertex1",
            "node_1",
            "from_id",
            "fromnodeid");
    private static final Set<String> TARGET =
            Set.of("target", "to", "dst", "node2", "v", "end", "head", "id2", "vertex2", "node_2", "to_id", "tonodeid");
    private static final Set<String> WEIGHT = Set.of("weight", "w", "value", "capacity", "cost");
    private static final int SAMPLE = 50;

    private final Text text;
    private final byte[] bytes;
    private final TextErrors errors;
    private int position;
    private int lineStart;
    private char separator;
    private boolean separatorKnown;

    private NamedEdges(Text text) {
        this.text = text;
        bytes = text.bytes();
        errors = new TextErrors(text);
        position = text.start();
    }

    /** Columns of the two vertices and of the weight (−1 when there is none). */
    private record Columns(int source, int target, int weight, int count, boolean named) {}

    /** The fields of the next line with data; empty at the end of the text. */
    private List<String> next() {
        while (position < text.length()) {
            lineStart = position;
            int p = position;
            while (bytes[p] != '\n' && bytes[p] != '\r') {
                p++;
            }
            position = p + 1;
            String line = new String(bytes, lineStart, p - lineStart, StandardCharsets.UTF_8).strip();
            if (!line.isEmpty() && line.charAt(0) != '#' && line.charAt(0) != '%') {
                return split(line);
            }
        }
        return List.of();
    }

    private List<String> split(String line) {
        if (!separatorKnown) {
            separatorKnown = true;
            separator =
                    line.indexOf(',') >= 0 ? ',' : line.indexOf(';') >= 0 ? ';' : line.indexOf('\t') >= 0 ? '\t' : ' ';
        }
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int k = 0; k < line.length(); k++) {
            char c = line.charAt(k);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == separator || (separator == ' ' && c <= ' '))) {
                if (separator != ' ' || !field.isEmpty()) {
                    fields.add(field.toString().strip());
                }
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        if (separator != ' ' || !field.isEmpty()) {
            fields.add(field.toString().strip());
        }
        return fields;
    }

    private static int find(List<String> names, Set<String> words) {
        for (int k = 0; k < names.size(); k++) {
            if (words.contains(names.get(k).toLowerCase(Locale.ROOT))) {
                return k;
            }
        }
        return -1;
    }

    /** The columns, from their names where the first line has them. */
    private static Columns columns(List<String> first) {
        int source = find(first, SOURCE);
        int target = find(first, TARGET);
        if (source >= 0 && target >= 0) {
            return new Columns(source, target, find(first, WEIGHT), first.size(), true);
        }
        return new Columns(0, 1, first.size() > 2 ? 2 : -1, first.size(), false);
    }

    private static boolean isNumber(String field) {
        return field.matches("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");
    }

    /** True when comments of KONECT's kind open the text. */
    static boolean isKonect(Text text) {
        return konect(text).length > 1;
    }

    /** The words after "%" of KONECT's first line, such as "sym", "unweighted"; empty for other texts. */
    private static String[] konect(Text text) {
        Tokens in = new Tokens(text);
        if (in.peek() != '%') {
            return new String[0];
        }
        String[] words = in.restOfLine().substring(1).strip().split("\\s+");
        return words.length > 1 && words[0].matches("sym|asym|bip") ? words : new String[0];
    }

    /** How well a text whose tokens are not all numbers fits. */
    static Codec.Match match(Text text) {
        NamedEdges table = new NamedEdges(text);
        List<String> fields = table.next();
        if (fields.size() < 2) {
            return Codec.Match.NO;
        }
        Columns columns = columns(fields);
        if (columns.named()) {
            fields = table.next();
        }
        int rows = 0;
        while (!fields.isEmpty() && rows < SAMPLE) {
            boolean fits = fields.size() == columns.count()
                    && (columns.named() || fields.size() <= 3)
                    && !fields.get(columns.source()).isEmpty()
                    && !fields.get(columns.target()).isEmpty()
                    && (columns.weight() < 0 || isNumber(fields.get(columns.weight())));
            boolean names = !isNumber(fields.get(0)) && fields.size() > 1 && !isNumber(fields.get(1));
            boolean separated = table.separator == ',' || table.separator == ';';
            if (!fits || !(columns.named() || separated || names)) {
                return columns.named() ? Codec.Match.BROKEN : Codec.Match.NO;
            }
            fields = table.next();
            rows++;
        }
        return columns.named() && rows > 0 ? Codec.Match.CERTAIN : rows > 1 ? Codec.Match.POSSIBLE : Codec.Match.NO;
    }

    static Codec.Parsed read(Text text, Wanted wanted, Limits limits) {
        return new NamedEdges(text).read(wanted, limits);
    }

    private record Row(String source, String target, double weight, int at) {}

    private Codec.Parsed read(Wanted wanted, Limits limits) {
        String[] konect = konect(text);
        if (konect.length > 0 && konect[0].equals("bip")) {
            throw errors.at(text.start(), "expected one set of vertices, found a bipartite network", "");
        }
        limits.require(text.file(), 0, "an edge list of " + text.length() + " bytes", 24.0 * text.length());
        List<String> fields = next();
        if (fields.isEmpty()) {
            throw errors.ended("an edge");
        }
        Columns columns = columns(fields);
        boolean unweighted = konect.length > 1 && konect[1].equals("unweighted");
        List<Row> rows = new ArrayList<>();
        if (columns.named()) {
            fields = next();
        }
        while (!fields.isEmpty()) {
            rows.add(row(fields, columns));
            fields = next();
        }
        boolean weighted = columns.weight() >= 0 && !unweighted;
        return problem(rows, weighted, wanted, limits);
    }

    private Row row(List<String> fields, Columns columns) {
        if (fields.size() != columns.count()) {
            throw errors.at(
                    lineStart,
                    "expected " + columns.count() + " columns as on the first line, found " + fields.size(),
                    fields.size() < columns.count() ? "Maybe the file is truncated." : "");
        }
        if (!columns.named() && fields.size() > 4) {
            throw errors.at(lineStart, "expected an edge 'u v [weight]', found " + fields.size() + " columns", "");
        }
        if (fields.size() < 2) {
            throw errors.at(lineStart, "expected a second vertex, found the end of the line", "");
        }
        double weight = 1;
        if (columns.weight() >= 0) {
            String written = fields.get(columns.weight());
            if (!isNumber(written) || Double.isInfinite(Double.parseDouble(written))) {
                throw errors.at(lineStart, "expected a weight, found " + TextErrors.quote(written), "");
            }
            weight = Double.parseDouble(written);
        }
        String source = fields.get(columns.source());
        String target = fields.get(columns.target());
        if (source.isEmpty() || target.isEmpty()) {
            throw errors.at(lineStart, "expected the name of a vertex, found nothing", "");
        }
        return new Row(source, target, weight, lineStart);
    }

    /** Vertices in the order of their first edge; those called by whole numbers in ascending order. */
    private Codec.Parsed problem(List<Row> rows, boolean weighted, Wanted wanted, Limits limits) {
        Map<String, Integer> index = new LinkedHashMap<>();
        boolean numbers = true;
        for (Row row : rows) {
            index.putIfAbsent(row.source(), index.size());
            index.putIfAbsent(row.target(), index.size());
            numbers = numbers && isWhole(row.source()) && isWhole(row.target());
        }
        if (index.isEmpty()) {
            throw errors.ended("an edge");
        }
        List<String> names = new ArrayList<>(index.keySet());
        if (numbers) {
            names.sort(Comparator.comparingLong(Long::parseLong));
            for (int v = 0; v < names.size(); v++) {
                index.put(names.get(v), v);
            }
        }
        EdgeCollector edges = new EdgeCollector(text, wanted, limits);
        edges.expect(0, names.size(), rows.size());
        if (weighted) {
            edges.expectWeights();
        }
        for (Row row : rows) {
            int u = Objects.requireNonNull(index.get(row.source()));
            int v = Objects.requireNonNull(index.get(row.target()));
            if (u == v) {
                edges.loop(() -> loop(row));
            } else {
                edges.add(u, v, row.weight());
            }
        }
        Codec.Parsed parsed = weighted ? edges.weighted() : unweighted(edges);
        return new Codec.Parsed(parsed.problem(), parsed.best(), names, parsed.warnings());
    }

    private static boolean isWhole(String name) {
        return name.matches("[0-9]{1,18}");
    }

    private InstanceException loop(Row row) {
        return errors.at(
                row.at(),
                "expected two different vertices, found the loop " + row.source() + " " + row.target(),
                EdgeCollector.LOOP_HINT);
    }

    static Codec.Parsed unweighted(EdgeCollector edges) {
        Graph graph = edges.graph();
        if (graph.edges() != edges.edges()) {
            edges.warn((edges.edges() - graph.edges()) + " repeated edges counted once");
        }
        return edges.unweighted(graph);
    }
}
