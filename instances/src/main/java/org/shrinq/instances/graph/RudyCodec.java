package org.shrinq.instances.graph;

import java.util.List;
import org.shrinq.instances.codec.FamilyCodec;
import org.shrinq.instances.codec.Wanted;
import org.shrinq.instances.codec.WriteOptions;
import org.shrinq.instances.family.FileFamilies;
import org.shrinq.instances.family.GraphContent;
import org.shrinq.instances.text.Limits;
import org.shrinq.instances.text.Shape;
import org.shrinq.instances.text.Text;
import org.shrinq.instances.text.TextSink;
import org.shrinq.instances.text.Tokens;
import org.shrinq.qubo.problem.MaxCut;

/**
 * rudy and Gset graphs: "n m", then m lines "u v weight" with vertices counted from 1; "u v" alone has weight 1. Lines
 * that start with # are comments. Parallel edges add up and are reported; loops are refused.
 */
public final class RudyCodec extends FamilyCodec<MaxCut> {
    public RudyCodec() {
        super(MaxCut.class, "maximum cut problems");
    }

    @Override
    public Match match(Shape shape) {
        if (!shape.isNumeric() || shape.tokensOnLine(0) != 2) {
            return Match.NO;
        }
        long n = shape.headCount(0, 1);
        long m = shape.headCount(1, 0);
        if (n < 0 || m < 0 || (shape.lines() > 1 && shape.mostAfterFirst() != 3)) {
            return Match.NO;
        }
        if (shape.hasDiagonal()) {
            return Match.NO;
        }
        boolean exact = shape.lines() == m + 1 && (m == 0 || shape.fewestAfterFirst() == 3);
        return exact ? Match.FITS : Match.BROKEN;
    }

    @Override
    public boolean holdsCuts() {
        return true;
    }

    @Override
    public List<Parsed> read(Text text, Wanted wanted, Limits limits) {
        Tokens in = new Tokens(text);
        in.skipComments('#');
        int n = in.integer("the number of vertices", 1, Integer.MAX_VALUE);
        int line = in.lineAt(in.tokenStart());
        in.requireMore("the number of edges");
        long m = in.count("the number of edges", 1L << 30);
        in.requireLineEnd("the header");
        EdgeCollector edges = new EdgeCollector(text, wanted, limits);
        edges.expect(line, n, m);
        edges.expectWeights();
        while (in.skipComments('#')) {
            int u = in.integer("a vertex", 1, n) - 1;
            in.requireMore("a vertex between 1 and ", n);
            int v = in.integer("a vertex", 1, n) - 1;
            if (u == v) {
                int vertex = u + 1;
                edges.loop(() -> in.invalid(
                        "expected two different vertices, found the loop " + vertex + " " + vertex,
                        "A loop is in no cut: leave loops out with --drop-loops. Maybe this is a QUBO: name its "
                                + "format with --format mqlib or biqmac."));
            }
            double weight = 1;
            if (!in.atLineEnd()) {
                weight = in.number("a weight");
                if (!in.atLineEnd()) {
                    in.requireLineEnd("the edge");
                }
            }
            if (u != v) {
                edges.add(u, v, weight);
            }
        }
        if (edges.edges() + edges.loops() != m) {
            throw edges.invalidHeader(
                    "expected " + m + " edges, found " + edges.edges(),
                    edges.edges() < m ? "Maybe the file is truncated." : "Maybe the header is wrong.");
        }
        return List.of(edges.weighted());
    }

    @Override
    protected void writeOf(MaxCut cut, WriteOptions options, TextSink out) {
        out.add(cut.vertices()).space().add(cut.edges()).line();
        Graphs.write(FileFamilies.graph(cut).flatMap(GraphContent::edges).orElseThrow(), out);
    }
}
