package org.shrinq.instances.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.shrinq.instances.codec.Wanted;
import org.shrinq.instances.codec.WriteOptions;
import org.shrinq.instances.family.GraphContent;
import org.shrinq.instances.family.WeightedEdges;
import org.shrinq.instances.qubo.CooCodec;
import org.shrinq.instances.text.Limits;
import org.shrinq.instances.text.Shape;
import org.shrinq.instances.text.Text;
import org.shrinq.instances.text.TextSink;
import org.shrinq.instances.text.Tokens;
import org.shrinq.qubo.Graph;

/**
 * Edge lists: "u v" or "u v weight" per line, comments start with # or %. Vertices are whole numbers ≥ 0; those that
 * occur are the vertices, in ascending order, and keep their numbers as names. A first line "n m" before exactly m
 * lines "u v" with numbers 1 to n is a header, so that vertices without edges count. Repeated edges count once,
 * in lists with weights they add up.
 */
public final class EdgeListCodec extends GraphCodec {
    /** Numbers that are looked at where the shape is a sample; reading looks at all. */
    private static final int SAMPLE = 20_000;

    @Override
    public Match match(Shape shape) {
        if (NamedEdges.isKonect(shape.text())) {
            return Match.CERTAIN;
        }
        if (!shape.isNumeric()) {
            return NamedEdges.match(shape.text());
        }
        int columns = shape.tokensOnLine(0);
        boolean even = shape.lines() == 1 || (shape.fewestAfterFirst() == columns && shape.mostAfterFirst() == columns);
        if (columns == 2 && even) {
            if (!hasHeader(shape)) {
                return shape.lines() > 1 ? Match.POSSIBLE : Match.NO;
            }
            return MetisCodec.isSameAsList(shape) ? Match.NO : Match.FITS;
        }
        return columns == 3 && even && !CooCodec.hasVartype(shape) && !shape.hasDiagonal() ? Match.POSSIBLE : Match.NO;
    }

    /** A first line "n m", m further lines, no number outside 1 … n. */
    private static boolean hasHeader(Shape shape) {
        long n = shape.headCount(0, 1);
        long m = shape.headCount(1, 0);
        if (n < 1 || n > Integer.MAX_VALUE || m != shape.lines() - 1) {
            return false;
        }
        Tokens in = new Tokens(shape.text());
        skipComments(in);
        in.nextLine();
        for (long left = shape.isSampled() ? SAMPLE : Long.MAX_VALUE; left > 0 && skipComments(in); left--) {
            double id = in.number("a vertex");
            if (id < 1 || id > n) {
                return false;
            }
        }
        return true;
    }

    private static boolean skipComments(Tokens in) {
        return in.skipComments('#', '%');
    }

    @Override
    public boolean holdsCuts() {
        return true;
    }

    @Override
    public List<Parsed> read(Text text, Wanted wanted, Limits limits) {
        Shape shape = new Shape(text);
        if (!shape.isNumeric() || NamedEdges.isKonect(text)) {
            return List.of(NamedEdges.read(text, wanted, limits));
        }
        // the numbers as read, their sorted copy, and what is made of them
        limits.require(text.file(), 0, "an edge list of " + shape.lines() + " lines", 120.0 * shape.lines());
        boolean header = shape.isNumeric() && shape.tokensOnLine(0) == 2 && hasHeader(shape);
        Tokens in = new Tokens(text);
        EdgeCollector edges = new EdgeCollector(text, wanted, limits);
        if (!skipComments(in)) {
            throw in.ended("an edge");
        }
        if (header) {
            int n = in.integer("the number of vertices", 1, Integer.MAX_VALUE);
            int line = in.lineAt(in.tokenStart());
            edges.expect(line, n, in.count("the number of edges", 1L << 30));
            in.requireLineEnd("the header");
        } else {
            edges.expect(0, 0, shape.lines());
        }
        boolean weighted = shape.tokensOnLine(0) == 3;
        if (weighted) {
            edges.expectWeights();
        }
        readEdges(in, edges, weighted, header);
        if (header) {
            return List.of(NamedEdges.unweighted(edges));
        }
        return List.of(labelled(edges, weighted, text, wanted, limits));
    }

    private static void readEdges(Tokens in, EdgeCollector edges, boolean weighted, boolean header) {
        int least = header ? 1 : 0;
        int most = header ? edges.vertices() : Integer.MAX_VALUE - 1;
        while (skipComments(in)) {
            int u = in.integer("a vertex", least, most);
            in.requireMore("a second vertex");
            int v = in.integer("a vertex", least, most);
            if (u == v) {
                edges.loop(() -> in.invalid(
                        "expected two different vertices, found the loop " + u + " " + v,
                        "Leave loops out with --drop-loops. Maybe this is a QUBO: name its format with --format coo."));
            }
            double weight = 1;
            if (weighted) {
                in.requireMore("a weight");
                weight = in.number("a weight");
            }
            if (u != v) {
                edges.add(u - least, v - least, weight);
            }
            if (!in.atLineEnd()) {
                in.requireLineEnd("the edge");
            }
        }
    }

    /** Numbers the vertices that occur in ascending order; their own numbers become names unless they are 1 … n. */
    private static Parsed labelled(EdgeCollector read, boolean weighted, Text text, Wanted wanted, Limits limits) {
        int[] ids = new int[2 * read.edges()];
        for (int e = 0; e < read.edges(); e++) {
            ids[2 * e] = read.source(e);
            ids[2 * e + 1] = read.target(e);
        }
        int[] distinct = Arrays.stream(ids).sorted().distinct().toArray();
        if (distinct.length == 0) {
            throw new Tokens(text).ended("an edge that is no loop");
        }
        EdgeCollector edges = new EdgeCollector(text, wanted, limits);
        edges.expect(0, distinct.length, read.edges());
        if (weighted) {
            edges.expectWeights();
        }
        for (int e = 0; e < read.edges(); e++) {
            int u = Arrays.binarySearch(distinct, read.source(e));
            int v = Arrays.binarySearch(distinct, read.target(e));
            edges.add(u, v, read.weight(e));
        }
        int n = distinct.length;
        int base = distinct[0] == 0 ? 0 : 1;
        int last = distinct[n - 1];
        if (last - base != n - 1) {
            edges.warn("the vertices are the " + n + " numbers that occur, from " + distinct[0] + " to " + last);
        }
        edges.addLoops(read.loops());
        Parsed parsed = weighted ? edges.weighted() : NamedEdges.unweighted(edges);
        if (distinct[0] == 1 && last == n) {
            return parsed;
        }
        List<String> names = new ArrayList<>(n);
        for (int id : distinct) {
            names.add(Integer.toString(id));
        }
        return new Parsed(parsed.problem(), parsed.best(), names, parsed.warnings());
    }

    @Override
    Optional<String> obstacle(GraphContent graph) {
        Optional<String> vertices = graph.obstacleToUnweightedVertices();
        if (vertices.isPresent() || graph.obstacleToUnweightedEdges().isEmpty()) {
            return vertices;
        }
        WeightedEdges edges = graph.edges().orElseThrow();
        boolean[] touched = new boolean[graph.graph().vertices()];
        for (int e = 0; e < edges.count(); e++) {
            touched[edges.source(e)] = true;
            touched[edges.target(e)] = true;
        }
        for (boolean t : touched) {
            if (!t) {
                return Optional.of("it has no place for vertices without edges where edges have weights");
            }
        }
        return Optional.empty();
    }

    /** Unweighted graphs with a header "n m", weighted ones without. */
    @Override
    void write(GraphContent content, WriteOptions options, TextSink out) {
        for (String comment : options.comments()) {
            out.line("# " + comment);
        }
        if (content.obstacleToUnweightedEdges().isPresent()) {
            Graphs.write(content.edges().orElseThrow(), out);
            return;
        }
        Graph graph = content.graph();
        out.add(graph.vertices()).space().add(graph.edges()).line();
        Graphs.forEachEdge(graph, (u, v) -> out.add(u + 1).space().add(v + 1).line());
    }
}
