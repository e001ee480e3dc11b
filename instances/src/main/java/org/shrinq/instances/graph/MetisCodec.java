package org.shrinq.instances.graph;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shrinq.instances.codec.Wanted;
import org.shrinq.instances.codec.WriteOptions;
import org.shrinq.instances.family.GraphContent;
import org.shrinq.instances.family.WeightedEdges;
import org.shrinq.instances.text.Limits;
import org.shrinq.instances.text.Shape;
import org.shrinq.instances.text.Text;
import org.shrinq.instances.text.TextSink;
import org.shrinq.instances.text.Tokens;
import org.shrinq.qubo.Graph;

/**
 * METIS graphs: "n m", perhaps a three-digit format that says whether lines carry vertex sizes, vertex weights and edge
 * weights, then one line per vertex with its neighbours, counted from 1; a vertex without neighbours has an empty line.
 * Comments start with %. Every edge stands at both ends.
 */
public final class MetisCodec extends GraphCodec {
    /** What the header says. */
    private record Header(int vertices, long edges, boolean sizes, boolean vertexWeights, boolean edgeWeights) {
        long numbers() {
            return 2 * edges * (edgeWeights ? 2 : 1) + (sizes ? vertices : 0) + (vertexWeights ? vertices : 0);
        }
    }

    @Override
    public Match match(Shape shape) {
        if (!shape.isNumeric() || shape.tokensOnLine(0) < 2 || shape.tokensOnLine(0) > 4) {
            return Match.NO;
        }
        long n = shape.headCount(0, 1);
        long m = shape.headCount(1, 0);
        int head = shape.tokensOnLine(0);
        double format = head > 2 ? shape.head(2) : 0;
        if (n < 1 || n > Integer.MAX_VALUE || m < 0 || m > 1L << 30 || shape.lines() - 1 > n || !isFormat(format)) {
            return Match.NO;
        }
        Header header = header((int) n, m, (int) format);
        if (shape.tokens() - head != header.numbers()) {
            return Match.NO;
        }
        // The counts of other formats can agree by accident; neighbours that do not answer each other tell.
        return isSymmetric(shape.text(), header) ? Match.FITS : Match.NO;
    }

    private static boolean isFormat(double f) {
        return f == 0 || f == 1 || f == 10 || f == 11 || f == 100 || f == 101 || f == 110 || f == 111;
    }

    private static Header header(int n, long m, int format) {
        return new Header(n, m, format / 100 == 1, format / 10 % 10 == 1, format % 10 == 1);
    }

    /**
     * For a text that is an edge list with a header: true when it is also a METIS graph, all of whose vertices have two
     * neighbours, and both readings give the same edges, as for a triangle.
     */
    static boolean isSameAsList(Shape shape) {
        long n = shape.headCount(0, 1);
        if (n != shape.headCount(1, 0) || !isSymmetric(shape.text(), header((int) n, n, 0))) {
            return false;
        }
        Tokens in = new Tokens(shape.text());
        in.skipComments('%');
        in.nextLine();
        Set<Long> lists = new HashSet<>();
        Set<Long> lines = new HashSet<>();
        for (int v = 1; v <= n && in.skipComments('%'); v++) {
            int a = in.integer("a vertex", 1, (int) n);
            int b = in.integer("a vertex", 1, (int) n);
            lists.add(edge(v, a));
            lists.add(edge(v, b));
            lines.add(edge(a, b));
        }
        return lists.equals(lines);
    }

    private static long edge(int u, int v) {
        return (long) Math.min(u, v) << 32 | Math.max(u, v);
    }

    /** True when the lists answer each other; a vertex out of range is no answer. */
    private static boolean isSymmetric(Text text, Header header) {
        Tokens in = new Tokens(text);
        in.skipComments('%');
        boolean more = in.nextLine();
        long balance = 0;
        int v = 1;
        while (more) {
            if (!in.startsLineWith('%')) {
                for (int k = (header.sizes() ? 1 : 0) + (header.vertexWeights() ? 1 : 0);
                        k > 0 && !in.atLineEnd();
                        k--) {
                    in.number("a weight");
                }
                while (!in.atLineEnd()) {
                    double w = in.number("a vertex");
                    if (w < 1 || w > header.vertices()) {
                        return false;
                    }
                    // Σ over directed pairs of an antisymmetric hash is 0 when every pair has its reverse.
                    balance += mix(v, (long) w) - mix((long) w, v);
                    if (header.edgeWeights() && !in.atLineEnd()) {
                        in.number("a weight");
                    }
                }
                v++;
            }
            more = in.nextLine();
        }
        return balance == 0;
    }

    private static long mix(long a, long b) {
        long h = a * 0x9E3779B97F4A7C15L + b;
        h = (h ^ (h >>> 32)) * 0xD6E8FEB86659FD93L;
        return h ^ (h >>> 32);
    }

    @Override
    public boolean holdsCuts() {
        return true;
    }

    @Override
    public List<Parsed> read(Text text, Wanted wanted, Limits limits) {
        Tokens in = new Tokens(text);
        if (!in.skipComments('%')) {
            throw in.ended("a header 'VERTICES EDGES'");
        }
        int n = in.integer("the number of vertices", 1, Integer.MAX_VALUE);
        int line = in.lineAt(in.tokenStart());
        in.requireMore("the number of edges");
        long m = in.count("the number of edges", 1L << 30);
        int format = 0;
        if (!in.atLineEnd()) {
            format = in.integer("a format", 0, 111);
            if (!isFormat(format)) {
                throw in.unexpected("a format of three digits 0 or 1");
            }
        }
        if (!in.atLineEnd() && in.integer("the number of vertex weights", 0, Integer.MAX_VALUE) > 1) {
            throw in.unexpected("at most one weight per vertex");
        }
        in.requireLineEnd("the header");
        Header header = header(n, m, format);
        EdgeCollector edges = new EdgeCollector(text, wanted, limits);
        edges.expect(line, n, 2 * m);
        edges.expectWeights();
        readLists(in, header, edges);
        return List.of(problem(header, edges));
    }

    private static void readLists(Tokens in, Header header, EdgeCollector both) {
        int n = header.vertices();
        int v = 0;
        boolean more = in.position() < in.end();
        while (more) {
            if (in.startsLineWith('%')) {
                more = in.nextLine();
                continue;
            }
            if (v == n) {
                if (!in.atLineEnd()) {
                    in.requireEnd("the lines of " + n + " vertices");
                }
                more = in.nextLine();
                continue;
            }
            if (header.sizes()) {
                in.requireMore("the size of vertex ", v + 1);
                in.number("the size of vertex " + (v + 1));
            }
            if (header.vertexWeights()) {
                in.requireMore("the weight of vertex ", v + 1);
                both.setVertexWeight(v, in.number("a weight"));
            }
            while (!in.atLineEnd()) {
                int w = in.integer("a vertex", 1, n) - 1;
                if (w == v) {
                    int vertex = v + 1;
                    both.loop(() -> in.invalid(
                            "expected a neighbour of vertex " + vertex + ", found itself", EdgeCollector.LOOP_HINT));
                }
                double weight = 1;
                if (header.edgeWeights()) {
                    in.requireMore("the weight of the edge");
                    weight = in.number("a weight");
                }
                if (w != v) {
                    both.add(v, w, weight);
                }
            }
            v++;
            more = in.nextLine();
        }
        if (v < n) {
            if (both.edges() != 2 * header.edges() || header.vertexWeights() || header.sizes()) {
                throw in.ended("the neighbours of vertex " + (v + 1) + " of " + n);
            }
            both.warn("the last " + (n - v) + " vertices have no line and no neighbours");
        }
    }

    private static Parsed problem(Header header, EdgeCollector both) {
        if (both.edges() != 2 * header.edges()) {
            throw both.invalidHeader(
                    "expected " + header.edges() + " edges, each at both ends, found " + both.edges() + " ends",
                    both.edges() < 2 * header.edges() ? "Maybe the file is truncated." : "Maybe the header is wrong.");
        }
        EdgeCollector once = both.oncePerEdge();
        Graph graph = once.graph();
        if (graph.edges() != header.edges()) {
            throw both.invalidHeader(
                    "expected " + header.edges() + " different edges, found " + graph.edges(),
                    "Every edge stands once at each of its ends.");
        }
        return header.edgeWeights() ? once.weighted() : once.unweighted(graph);
    }

    @Override
    Optional<String> obstacle(GraphContent graph) {
        return graph.obstacleToSimpleEdges();
    }

    @Override
    void write(GraphContent content, WriteOptions options, TextSink out) {
        for (String comment : options.comments()) {
            out.line("% " + comment);
        }
        Graph graph = content.graph();
        out.add(graph.vertices()).space().add(graph.edges());
        boolean edgeWeights = content.edges().map(WeightedEdges::areWeighted).orElse(false);
        boolean vertexWeights = content.hasVertexWeights();
        out.line(edgeWeights ? vertexWeights ? " 11" : " 1" : vertexWeights ? " 10" : "");
        Graphs.EdgeWeight weight = content.edges().map(Graphs::weights).orElse((u, v) -> 1);
        for (int v = 0; v < graph.vertices(); v++) {
            if (vertexWeights) {
                out.add(content.vertexWeight(v)).space();
            }
            for (int k = 0; k < graph.degree(v); k++) {
                int w = graph.neighbor(v, k);
                if (k > 0) {
                    out.space();
                }
                out.add(w + 1);
                if (edgeWeights) {
                    out.space().add(weight.applyAsDouble(v, w));
                }
            }
            out.line();
        }
    }
}
