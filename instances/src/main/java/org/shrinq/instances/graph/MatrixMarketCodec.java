package org.shrinq.instances.graph;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.shrinq.instances.codec.Codec;
import org.shrinq.instances.codec.Wanted;
import org.shrinq.instances.codec.WriteOptions;
import org.shrinq.instances.family.FileFamilies;
import org.shrinq.instances.family.GraphContent;
import org.shrinq.instances.family.WeightedEdges;
import org.shrinq.instances.qubo.QuboAssembler;
import org.shrinq.instances.qubo.Unconstrained;
import org.shrinq.instances.text.InstanceException;
import org.shrinq.instances.text.Limits;
import org.shrinq.instances.text.Shape;
import org.shrinq.instances.text.Text;
import org.shrinq.instances.text.TextSink;
import org.shrinq.instances.text.Tokens;
import org.shrinq.qubo.Graph;
import org.shrinq.qubo.Sense;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.problem.ProblemKind;

/**
 * Matrix Market coordinate files (Boisvert, Pozo and Remington, NISTIR 5935, 1996): a banner "%%MatrixMarket matrix
 * coordinate FIELD SYMMETRY", comments that start with %, "rows columns entries", then "i j [value]" counted from 1. A
 * square matrix A is a graph, or the QUBO xᵀAx, minimised. A pattern is read as a graph; what values mean must be asked
 * for. In a symmetric matrix one triangle stands for both; in a general one an edge may stand at one place or at both,
 * with the same weight.
 */
public final class MatrixMarketCodec implements Codec {
    private static final String BANNER = "%%matrixmarket";

    @Override
    public Match match(Shape shape) {
        return shape.firstLine().toLowerCase(Locale.ROOT).startsWith(BANNER) ? Match.CERTAIN : Match.NO;
    }

    @Override
    public boolean namesItself() {
        return true;
    }

    @Override
    public boolean holdsCuts() {
        return true;
    }

    /** What the banner says. */
    private record Banner(boolean pattern, boolean symmetric) {}

    @Override
    public List<Parsed> read(Text text, Wanted wanted, Limits limits) {
        Tokens in = new Tokens(text);
        Banner banner = banner(in);
        if (!in.skipComments('%')) {
            throw in.ended("a line 'ROWS COLUMNS ENTRIES'");
        }
        int n = in.integer("the number of rows", 1, Integer.MAX_VALUE - 8);
        int line = in.lineAt(in.tokenStart());
        in.requireMore("the number of columns");
        if (in.integer("the number of columns", 1, Integer.MAX_VALUE - 8) != n) {
            throw in.unexpected(n + " columns, as many as rows");
        }
        if (!banner.pattern() && wanted.kind().isEmpty()) {
            throw InstanceException.of(
                    InstanceException.Reason.AMBIGUOUS,
                    text.file(),
                    "the matrix can be the weights of a graph or a QUBO",
                    "Choose with --problem maxcut, mis or bqp.");
        }
        in.requireMore("the number of entries");
        long promised = in.count("the number of entries", 1L << 31);
        in.requireLineEnd("the size line");
        return List.of(
                wanted.isKind(ProblemKind.BINARY_QUADRATIC)
                        ? qubo(in, banner, text, limits, line, n, promised)
                        : graph(in, banner, text, wanted, limits, line, n, promised));
    }

    private static Banner banner(Tokens in) {
        in.hasNext();
        int at = in.position();
        String[] words = in.restOfLine().toLowerCase(Locale.ROOT).split("\\s+");
        String field = words.length > 3 ? words[3] : "";
        String symmetry = words.length > 4 ? words[4] : "";
        if (words.length != 5 || !words[0].equals(BANNER) || !words[1].equals("matrix")) {
            throw in.invalidAt(at, "expected '%%MatrixMarket matrix coordinate FIELD SYMMETRY'", "");
        }
        if (!words[2].equals("coordinate")) {
            throw in.invalidAt(
                    at, "expected a coordinate matrix, found '" + words[2] + "'", "Save it with its entries listed.");
        }
        if (!List.of("real", "integer", "pattern").contains(field)) {
            throw in.invalidAt(at, "expected real, integer or pattern values, found '" + field + "'", "");
        }
        if (!List.of("general", "symmetric").contains(symmetry)) {
            throw in.invalidAt(
                    at,
                    "expected a general or symmetric matrix, found '" + symmetry + "'",
                    symmetry.startsWith("skew") ? "Its quadratic form is 0 everywhere." : "");
        }
        return new Banner(field.equals("pattern"), symmetry.equals("symmetric"));
    }

    /** Receives an entry; i and j count from 0, a pattern's value is 1. */
    @FunctionalInterface
    private interface Entry {
        void accept(int i, int j, double value);
    }

    private static void entries(Tokens in, Banner banner, int line, int n, long promised, Entry entry) {
        long entries = 0;
        while (in.skipComments('%')) {
            int i = in.integer("a row", 1, n) - 1;
            in.requireMore("a column between 1 and ", n);
            int j = in.integer("a column", 1, n) - 1;
            double value = 1;
            if (!banner.pattern()) {
                in.requireMore("a value");
                value = in.number("a value");
            }
            if (!in.atLineEnd()) {
                in.requireLineEnd("the entry");
            }
            entries++;
            entry.accept(i, j, value);
        }
        if (entries != promised) {
            throw in.invalidAtLine(
                    line,
                    "expected " + promised + " entries, found " + entries,
                    entries < promised ? "Maybe the file is truncated." : "Maybe the size line is wrong.");
        }
    }

    private static Parsed qubo(Tokens in, Banner banner, Text text, Limits limits, int line, int n, long promised) {
        QuboAssembler qubo = QuboAssembler.expecting(text, limits, line, n, promised);
        double pair = banner.symmetric() ? 2 : 1;
        entries(in, banner, line, n, promised, (i, j, value) -> {
            if (i == j) {
                qubo.addLinear(i, value);
            } else {
                qubo.addMatrixEntry(i, j, pair * value);
            }
        });
        return qubo.problem(text.stem(), Sense.MINIMIZE, OptionalDouble.empty(), List.of());
    }

    private static Parsed graph(
            Tokens in, Banner banner, Text text, Wanted wanted, Limits limits, int line, int n, long promised) {
        EdgeCollector edges = new EdgeCollector(text, wanted, limits);
        edges.expect(line, n, promised);
        edges.expectWeights();
        Map<Long, Double> seen = banner.symmetric() ? Map.of() : new HashMap<>();
        entries(in, banner, line, n, promised, (i, j, value) -> {
            if (i == j) {
                edges.loop(in, i);
                return;
            }
            if (!banner.symmetric()) {
                long pair = (long) Math.min(i, j) << 32 | Math.max(i, j);
                Double other = seen.putIfAbsent(pair, value);
                if (other != null) {
                    if (other != value) {
                        throw in.invalid(
                                "expected the same value at " + (i + 1) + " " + (j + 1) + " and " + (j + 1) + " "
                                        + (i + 1) + ", found " + TextSink.text(value) + " and " + TextSink.text(other),
                                "The weights of a graph are symmetric.");
                    }
                    return;
                }
            }
            edges.add(i, j, value);
        });
        if (!banner.pattern() && !wanted.isKind(ProblemKind.INDEPENDENT_SET)) {
            return edges.weighted();
        }
        Graph graph = edges.graph();
        if (graph.edges() != edges.edges()) {
            edges.warn((edges.edges() - graph.edges()) + " repeated edges counted once");
        }
        return edges.unweighted(graph);
    }

    @Override
    public Optional<String> obstacle(Problem problem) {
        Optional<GraphContent> graph = FileFamilies.graph(problem);
        if (graph.isPresent()) {
            return graph.get().obstacleToUnweightedVertices();
        }
        if (!problem.kind().equals(ProblemKind.BINARY_QUADRATIC)) {
            return Optional.of("it holds graphs and QUBOs only");
        }
        Optional<String> rows = Unconstrained.obstacle(problem);
        if (rows.isPresent()) {
            return rows;
        }
        if (problem.sense() == Sense.MAXIMIZE) {
            return Optional.of("its QUBOs are minimised; negate the objective");
        }
        return problem.model().objective().offset() != 0
                ? Optional.of("it has no place for a constant")
                : Optional.empty();
    }

    @Override
    public void write(Problem problem, WriteOptions options, TextSink out) {
        Optional<GraphContent> graph = FileFamilies.graph(problem);
        boolean pattern = graph.isPresent() && graph.get().edges().isEmpty();
        out.line("%%MatrixMarket matrix coordinate " + (pattern ? "pattern" : "real") + " symmetric");
        for (String comment : options.comments()) {
            out.line("% " + comment);
        }
        if (pattern) {
            writePattern(graph.get().graph(), out);
        } else if (graph.isPresent()) {
            writeWeights(problem.size(), graph.get().edges().orElseThrow(), out);
        } else {
            writeQubo(problem, out);
        }
    }

    private static void writeWeights(int n, WeightedEdges edges, TextSink out) {
        out.add(n).space().add(n).space().add(edges.count()).line();
        for (int e = 0; e < edges.count(); e++) {
            out.add(Math.max(edges.source(e), edges.target(e)) + 1).space();
            out.add(Math.min(edges.source(e), edges.target(e)) + 1).space();
            out.add(edges.weight(e)).line();
        }
    }

    private static void writePattern(Graph graph, TextSink out) {
        int n = graph.vertices();
        out.add(n).space().add(n).space().add(graph.edges()).line();
        Graphs.forEachEdge(graph, (u, v) -> out.add(v + 1).space().add(u + 1).line());
    }

    private static void writeQubo(Problem problem, TextSink out) {
        int n = problem.size();
        Unconstrained qubo = Unconstrained.of(problem, Sense.MINIMIZE);
        out.add(n).space().add(n).space();
        out.add(qubo.linearTerms() + qubo.form().couplings()).line();
        for (int i = 0; i < n; i++) {
            if (qubo.linear(i) != 0) {
                out.add(i + 1).space().add(i + 1).space();
                out.add(qubo.linear(i)).line();
            }
        }
        qubo.forEachCoupling((i, j, c) ->
                out.add(j + 1).space().add(i + 1).space().add(c / 2).line());
    }
}
