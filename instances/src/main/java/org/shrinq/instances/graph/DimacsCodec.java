package org.shrinq.instances.graph;

import java.util.List;
import java.util.Optional;
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
 * DIMACS graphs: comments "c …", one line "p edge n m" (or "p col n m"), then "e u v" per edge and at most one "n v
 * weight" per vertex, vertices counted from 1. The m of the header may count each edge once or in both directions;
 * repeated edges count once and are reported.
 */
public final class DimacsCodec extends GraphCodec {
    private static final long MOST_EDGES = 1L << 30;

    @Override
    public Match match(Shape shape) {
        Tokens in = new Tokens(shape.text());
        while (in.hasNext()) {
            String line = in.restOfLine();
            String[] words = line.split("\\s+", 3);
            if (words[0].equals("p")) {
                return words.length > 1 && isGraph(words[1]) ? Match.CERTAIN : Match.NO;
            }
            if (!words[0].equals("c")) {
                boolean edge = words[0].equals("e") && line.matches("e\\s+[0-9]+\\s+[0-9]+");
                return edge ? Match.BROKEN : Match.NO;
            }
            in.nextLine();
        }
        return Match.NO;
    }

    private static boolean isGraph(String word) {
        return word.equals("edge") || word.equals("col") || word.equals("edges");
    }

    @Override
    public boolean namesItself() {
        return true;
    }

    @Override
    public List<Parsed> read(Text text, Wanted wanted, Limits limits) {
        return List.of(new Reading(text, wanted, limits).read());
    }

    @Override
    Optional<String> obstacle(GraphContent graph) {
        return graph.obstacleToUnweightedEdges();
    }

    /** In the layout of the published code graphs: numbers right-aligned in ten columns. */
    @Override
    void write(GraphContent content, WriteOptions options, TextSink out) {
        for (String comment : options.comments()) {
            out.line("c " + comment);
        }
        Graph graph = content.graph();
        out.add("p edge ")
                .padded(graph.vertices(), 10)
                .padded(graph.edges(), 10)
                .line();
        Graphs.forEachEdge(
                graph,
                (u, v) -> out.add("e").padded(u + 1, 10).padded(v + 1, 10).line());
        if (content.hasVertexWeights()) {
            for (int v = 0; v < graph.vertices(); v++) {
                out.add("n")
                        .padded(v + 1, 10)
                        .space()
                        .add(content.vertexWeight(v))
                        .line();
            }
        }
    }

    /** The state of one pass over a file. */
    private static final class Reading {
        private final Tokens in;
        private final EdgeCollector edges;
        private int vertices = -1;
        private long promised;

        Reading(Text text, Wanted wanted, Limits limits) {
            in = new Tokens(text);
            edges = new EdgeCollector(text, wanted, limits);
        }

        Parsed read() {
            while (in.hasNext()) {
                int c = in.peek();
                if (c == 'c') {
                    in.restOfLine();
                } else if (c == 'e' && in.isWord('e')) {
                    edge();
                } else {
                    other(in.word("a line that starts with c, p, e or n"));
                }
            }
            if (vertices < 0) {
                throw in.ended("a line 'p edge VERTICES EDGES'");
            }
            return finish();
        }

        private void other(String word) {
            switch (word) {
                case "p" -> header();
                case "n" -> weight();
                default -> throw in.unexpected("a line that starts with c, p, e or n");
            }
        }

        private void header() {
            if (vertices >= 0) {
                throw in.invalid("expected one p line, found a second one", "Maybe two files were put together.");
            }
            int line = in.lineAt(in.tokenStart());
            in.requireMore("edge or col");
            if (!isGraph(in.word("edge or col"))) {
                throw in.unexpected("edge or col");
            }
            in.requireMore("the number of vertices");
            vertices = in.integer("the number of vertices", 1, Integer.MAX_VALUE);
            in.requireMore("the number of edges");
            promised = in.count("the number of edges", MOST_EDGES);
            in.requireLineEnd("the header");
            edges.expect(line, vertices, promised);
        }

        private void requireHeader() {
            if (vertices < 0) {
                throw in.invalid("expected a line 'p edge VERTICES EDGES' before the first edge", "");
            }
        }

        private int vertex() {
            in.requireMore("a vertex between 1 and ", vertices);
            return in.integer("a vertex", 1, vertices) - 1;
        }

        private void edge() {
            requireHeader();
            int u = vertex();
            int v = vertex();
            if (u == v) {
                edges.loop(in, u);
            } else {
                edges.add(u, v);
            }
            if (!in.atLineEnd()) {
                in.requireLineEnd("the edge");
            }
        }

        private void weight() {
            requireHeader();
            int v = vertex();
            if (edges.hasVertexWeight(v)) {
                throw in.invalid("expected one weight per vertex, found a second one for vertex " + (v + 1), "");
            }
            in.requireMore("a weight");
            edges.setVertexWeight(v, in.number("a weight"));
            in.requireLineEnd("the weight");
        }

        private Parsed finish() {
            int listed = edges.edges();
            Graph graph = edges.graph();
            int distinct = graph.edges();
            boolean twice = promised == 2L * distinct && listed == distinct;
            if (listed != promised && distinct != promised && listed + edges.loops() != promised && !twice) {
                throw edges.invalidHeader(
                        "expected " + promised + " edges, found " + listed
                                + (distinct == listed ? "" : " (" + distinct + " different)"),
                        listed < promised ? "Maybe the file is truncated." : "Maybe the header is wrong.");
            }
            if (twice && promised > 0) {
                edges.warn("the header counts every edge twice, each is listed once");
            }
            if (distinct != listed) {
                edges.warn((listed - distinct) + " repeated edges counted once");
            }
            return edges.unweighted(graph);
        }
    }
}
