package org.shrinq.instances.graph;

import java.util.List;
import org.shrinq.instances.codec.Wanted;
import org.shrinq.instances.codec.WriteOptions;
import org.shrinq.instances.family.GraphContent;
import org.shrinq.instances.text.Limits;
import org.shrinq.instances.text.Shape;
import org.shrinq.instances.text.Text;
import org.shrinq.instances.text.TextSink;
import org.shrinq.instances.text.Tokens;
import org.shrinq.qubo.Graph;

/**
 * PACE's .gr: comments "c …", one line "p tw n m" (or td, vc, ds, cep, fvs), then "u v" per edge, vertices counted from
 * 1.
 */
public final class PaceCodec extends GraphCodec {
    private static final String CHALLENGES = "tw|td|vc|ds|hs|cep|fvs";

    @Override
    public Match match(Shape shape) {
        Tokens in = new Tokens(shape.text());
        while (in.hasNext()) {
            String line = in.restOfLine();
            if (line.matches("p\\s+(" + CHALLENGES + ")\\s.*")) {
                return Match.CERTAIN;
            }
            if (!line.startsWith("c")) {
                return Match.NO;
            }
            in.nextLine();
        }
        return Match.NO;
    }

    @Override
    public boolean namesItself() {
        return true;
    }

    @Override
    public List<Parsed> read(Text text, Wanted wanted, Limits limits) {
        Tokens in = new Tokens(text);
        if (!in.skipComments('c')) {
            throw in.ended("a line 'p tw VERTICES EDGES'");
        }
        int line = in.lineAt(in.position());
        if (!in.word("p").equals("p")) {
            throw in.unexpected("a line 'p tw VERTICES EDGES'");
        }
        in.requireMore("tw");
        if (!in.word("tw").matches(CHALLENGES)) {
            throw in.unexpected("tw, td, vc, ds, cep or fvs");
        }
        in.requireMore("the number of vertices");
        int n = in.integer("the number of vertices", 1, Integer.MAX_VALUE);
        in.requireMore("the number of edges");
        long m = in.count("the number of edges", 1L << 30);
        in.requireLineEnd("the header");
        EdgeCollector edges = new EdgeCollector(text, wanted, limits);
        edges.expect(line, n, m);
        while (in.skipComments('c')) {
            int u = in.integer("a vertex", 1, n) - 1;
            in.requireMore("a vertex between 1 and ", n);
            int v = in.integer("a vertex", 1, n) - 1;
            if (u == v) {
                edges.loop(in, u);
            } else {
                edges.add(u, v);
            }
            if (!in.atLineEnd()) {
                in.requireLineEnd("the edge");
            }
        }
        if (edges.edges() + edges.loops() != m) {
            throw edges.invalidHeader(
                    "expected " + m + " edges, found " + edges.edges(),
                    edges.edges() < m ? "Maybe the file is truncated." : "Maybe the header is wrong.");
        }
        return List.of(NamedEdges.unweighted(edges));
    }

    @Override
    void write(GraphContent content, WriteOptions options, TextSink out) {
        for (String comment : options.comments()) {
            out.line("c " + comment);
        }
        Graph graph = content.graph();
        out.add("p tw ").add(graph.vertices()).space().add(graph.edges()).line();
        Graphs.forEachEdge(graph, (u, v) -> out.add(u + 1).space().add(v + 1).line());
    }
}
