package org.shrinq.instances;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.shrinq.qubo.Graph;
import org.shrinq.qubo.problem.MaxCut;
import org.shrinq.qubo.problem.MaximumIndependentSet;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.problem.ProblemKind;

/**
 * DIMACS graphs: comments "c …", one line "p edge n m" (or "p col n m"), then "e u v" per edge and at most one "n v weight" per
 * vertex, vertices counted from 1. The m of the header may count each edge once or in both directions; repeated edges count
 * once and are reported.
 */
final class DimacsCodec implements Codec {
    private static final int LARGEST = 500_000_000;

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
    public List<Parsed> read(Text text, ReadOptions options, Limits limits) {
        return List.of(new Reading(text, options, limits).read());
    }

    @Override
    public Optional<String> obstacle(Problem problem) {
        if (problem instanceof MaximumIndependentSet) {
            return Optional.empty();
        }
        if (!(problem instanceof MaxCut cut)) {
            return Optional.of("it holds graphs only");
        }
        for (int e = 0; e < cut.edges(); e++) {
            if (cut.weight(e) != 1) {
                return Optional.of("it has no place for edge weights");
            }
        }
        return Optional.empty();
    }

    /** In the layout of the published code graphs: numbers right-aligned in ten columns. */
    @Override
    public void write(Problem problem, WriteOptions options, TextSink out) {
        for (String comment : options.comments()) {
            out.line("c " + comment);
        }
        if (problem instanceof MaxCut cut) {
            header(out, cut.vertices(), cut.edges());
            for (int e = 0; e < cut.edges(); e++) {
                edge(out, cut.source(e), cut.target(e));
            }
            return;
        }
        MaximumIndependentSet mis = (MaximumIndependentSet) problem;
        Graph graph = mis.graph();
        header(out, graph.vertices(), graph.edges());
        Graphs.forEachEdge(graph, (u, v) -> edge(out, u, v));
        for (int v = 0; mis.isWeighted() && v < graph.vertices(); v++) {
            out.add("n").padded(v + 1, 10).space().add(mis.weight(v)).line();
        }
    }

    private static void header(TextSink out, int vertices, int edges) {
        out.add("p edge ").padded(vertices, 10).padded(edges, 10).line();
    }

    private static void edge(TextSink out, int u, int v) {
        out.add("e").padded(u + 1, 10).padded(v + 1, 10).line();
    }

    /** The state of one pass over a file. */
    private static final class Reading {
        private final Text text;
        private final ReadOptions options;
        private final Limits limits;
        private final Tokens in;
        private int vertices = -1;
        private long promised;
        private int headerLine;
        private int[] us = new int[0];
        private int[] vs = new int[0];
        private int edges;
        private double[] weights = new double[0];
        private boolean weighted;

        Reading(Text text, ReadOptions options, Limits limits) {
            this.text = text;
            this.options = options;
            this.limits = limits;
            in = new Tokens(text);
        }

        Parsed read() {
            while (in.hasNext()) {
                int c = in.peek();
                if (c == 'c') {
                    in.restOfLine();
                    continue;
                }
                String word = c == 'e' ? in.word("e") : in.word("a line that starts with c, p, e or n");
                if (word.equals("e")) {
                    edge();
                } else if (word.equals("p")) {
                    header();
                } else if (word.equals("n")) {
                    weight();
                } else {
                    throw in.unexpected("a line that starts with c, p, e or n");
                }
            }
            if (vertices < 0) {
                throw in.ended("a line 'p edge VERTICES EDGES'");
            }
            return finish();
        }

        private void header() {
            if (vertices >= 0) {
                throw in.invalid("expected one p line, found a second one", "Maybe two files were put together.");
            }
            headerLine = in.lineAt(in.tokenStart());
            in.requireMore("edge or col");
            String kind = in.word("edge or col");
            if (!isGraph(kind)) {
                throw in.unexpected("edge or col");
            }
            in.requireMore("the number of vertices");
            vertices = in.integer("the number of vertices", 1, Integer.MAX_VALUE);
            in.requireMore("the number of edges");
            promised = (long) in.number("the number of edges");
            if (promised < 0 || promised > 2L * LARGEST) {
                throw in.unexpected("the number of edges");
            }
            in.requireLineEnd("the header");
            double bytes = 64.0 * vertices + 72.0 * promised;
            limits.require(
                    text.file(), headerLine, "a graph of " + vertices + " vertices and " + promised + " edges", bytes);
            // An edge takes at least six bytes of text: a false promise takes no memory.
            int capacity = (int) Math.min(promised, text.length() / 6 + 1);
            us = new int[capacity];
            vs = new int[capacity];
        }

        private void requireHeader() {
            if (vertices < 0) {
                throw in.invalid("expected a line 'p edge VERTICES EDGES' before the first edge", "");
            }
        }

        private int vertex() {
            in.requireMore("a vertex between 1 and ", vertices);
            return in.integer("a vertex between 1 and " + vertices, 1, vertices) - 1;
        }

        private void edge() {
            if (vertices < 0) {
                requireHeader();
            }
            int u = vertex();
            int v = vertex();
            if (u == v) {
                throw in.invalid(
                        "expected two different vertices, found the loop " + (u + 1) + " " + (v + 1),
                        "A vertex with a loop can be in no independent set; remove the line.");
            }
            if (!in.atLineEnd()) {
                in.requireLineEnd("the edge");
            }
            if (edges == us.length) {
                int capacity = edges + (edges >> 1) + 16;
                us = Arrays.copyOf(us, capacity);
                vs = Arrays.copyOf(vs, capacity);
            }
            us[edges] = u;
            vs[edges++] = v;
        }

        private void weight() {
            requireHeader();
            if (!weighted) {
                weights = new double[vertices];
                Arrays.fill(weights, Double.NaN);
                weighted = true;
            }
            int v = vertex();
            if (!Double.isNaN(weights[v])) {
                throw in.invalid("expected one weight per vertex, found a second one for vertex " + (v + 1), "");
            }
            in.requireMore("a weight");
            weights[v] = in.number("a weight");
            in.requireLineEnd("the weight");
        }

        private Parsed finish() {
            us = Arrays.copyOf(us, edges);
            vs = Arrays.copyOf(vs, edges);
            Graph graph = Graph.of(vertices, us, vs);
            int distinct = graph.edges();
            List<String> warnings = new ArrayList<>();
            if (edges != promised && distinct != promised) {
                throw InstanceException.at(
                        InstanceException.Reason.INVALID,
                        text.file(),
                        headerLine,
                        "expected " + promised + " edges, found " + edges
                                + (distinct == edges ? "" : " (" + distinct + " different)"),
                        edges < promised ? "Maybe the file is truncated." : "Maybe the header is wrong.");
            }
            if (distinct != edges) {
                warnings.add((edges - distinct) + " repeated edges counted once");
            }
            if (options.graph() == ReadOptions.GraphReading.COMPLEMENT) {
                double missing = vertices * (vertices - 1.0) / 2 - distinct;
                limits.require(text.file(), headerLine, "a complement with " + (long) missing + " edges", 72 * missing);
                graph = graph.complement();
            }
            return new Parsed(problem(graph, warnings), OptionalDouble.empty(), List.of(), warnings);
        }

        private Problem problem(Graph graph, List<String> warnings) {
            if (options.kind().isPresent() && options.kind().get() == ProblemKind.MAX_CUT) {
                if (weighted) {
                    warnings.add("vertex weights have no meaning in a maximum cut and were left out");
                }
                return Graphs.maxCut(text.stem(), graph);
            }
            if (!weighted) {
                return MaximumIndependentSet.of(text.stem(), graph);
            }
            for (int v = 0; v < vertices; v++) {
                if (Double.isNaN(weights[v])) {
                    weights[v] = 1;
                }
            }
            return MaximumIndependentSet.weighted(text.stem(), graph, weights);
        }
    }
}
