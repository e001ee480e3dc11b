package org.shrinq.instances.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.shrinq.instances.codec.Codec;
import org.shrinq.instances.codec.GraphReading;
import org.shrinq.instances.codec.Loops;
import org.shrinq.instances.codec.Wanted;
import org.shrinq.instances.text.InstanceException;
import org.shrinq.instances.text.Limits;
import org.shrinq.instances.text.Text;
import org.shrinq.instances.text.TextSink;
import org.shrinq.instances.text.Tokens;
import org.shrinq.qubo.Graph;
import org.shrinq.qubo.problem.MaxCut;
import org.shrinq.qubo.problem.MaximumIndependentSet;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.problem.ProblemKind;

/** The edges of a graph file as they are read, and the problem that is made of them. */
public final class EdgeCollector {
    /** What to do about an edge from a vertex to itself. */
    static final String LOOP_HINT =
            "A loop is in no cut, and its vertex in no independent set; leave loops out with --drop-loops.";

    /** Bytes that an edge takes in the problem and while it is built. */
    private static final double BYTES_PER_EDGE = 80;

    private static final double BYTES_PER_VERTEX = 64;

    private final Text text;
    private final Wanted wanted;
    private final Limits limits;
    private final List<String> warnings = new ArrayList<>();
    private int loops;
    private int vertices;
    private int headerLine;
    private int[] us = new int[0];
    private int[] vs = new int[0];
    private double @Nullable [] weights;
    private double @Nullable [] vertexWeights;
    private int edges;

    public EdgeCollector(Text text, Wanted wanted, Limits limits) {
        this.text = text;
        this.wanted = wanted;
        this.limits = limits;
    }

    /**
     * Announces what the header promises; refused when it cannot fit.
     *
     * @param line where the promise stands
     */
    public void expect(int line, int promisedVertices, long promisedEdges) {
        vertices = promisedVertices;
        headerLine = line;
        limits.require(
                text.file(),
                line,
                "a graph of " + promisedVertices + " vertices and " + promisedEdges + " edges",
                BYTES_PER_VERTEX * promisedVertices + BYTES_PER_EDGE * promisedEdges);
        // An edge takes at least four bytes of text: a false promise takes no memory.
        int capacity = (int) Math.min(promisedEdges, text.length() / 4 + 1);
        us = new int[capacity];
        vs = new int[capacity];
    }

    public void expectWeights() {
        weights = new double[us.length];
    }

    public void warn(String warning) {
        warnings.add(warning);
    }

    public int vertices() {
        return vertices;
    }

    public int edges() {
        return edges;
    }

    public int source(int e) {
        return us[e];
    }

    public int target(int e) {
        return vs[e];
    }

    public void add(int u, int v) {
        if (edges == us.length) {
            grow();
        }
        us[edges] = u;
        vs[edges++] = v;
    }

    public void add(int u, int v, double weight) {
        add(u, v);
        if (weights != null) {
            weights[edges - 1] = weight;
        }
    }

    /** Weight of edge e, 1 where edges have none. */
    public double weight(int e) {
        return weights == null ? 1 : weights[e];
    }

    /**
     * Of edges that were listed at both ends, each once.
     *
     * @throws InstanceException when the two ends of an edge do not agree
     */
    public EdgeCollector oncePerEdge() {
        EdgeCollector once = new EdgeCollector(text, wanted, limits);
        once.expect(headerLine, vertices, edges / 2);
        once.expectWeights();
        once.vertexWeights = vertexWeights;
        once.warnings.addAll(warnings);
        once.loops = loops;
        long[] up = new long[edges];
        long[] down = new long[edges];
        int ups = 0;
        int downs = 0;
        for (int e = 0; e < edges; e++) {
            if (us[e] < vs[e]) {
                up[ups++] = (long) us[e] << 32 | vs[e];
                once.add(us[e], vs[e], weight(e));
            } else {
                down[downs++] = (long) vs[e] << 32 | us[e];
            }
        }
        Arrays.sort(up, 0, ups);
        Arrays.sort(down, 0, downs);
        int k = Arrays.mismatch(up, 0, ups, down, 0, downs);
        if (k >= 0) {
            boolean fromLower = k >= downs || (k < ups && up[k] < down[k]);
            long pair = fromLower ? up[k] : down[k];
            long low = (pair >>> 32) + 1;
            long high = (pair & 0xffffffffL) + 1;
            throw invalidHeader(
                    "expected every edge at both ends, found " + low + " – " + high + " only at "
                            + (fromLower ? low : high),
                    "Maybe a line is missing.");
        }
        requireSameWeights();
        return once;
    }

    private void requireSameWeights() {
        if (weights == null) {
            return;
        }
        java.util.Map<Long, Double> byEdge = new java.util.HashMap<>();
        boolean unit = true;
        for (int e = 0; e < edges && unit; e++) {
            unit = weights[e] == 1;
        }
        for (int e = 0; e < edges && !unit; e++) {
            long pair = (long) Math.min(us[e], vs[e]) << 32 | Math.max(us[e], vs[e]);
            Double other = byEdge.putIfAbsent(pair, weights[e]);
            if (other != null && other != weights[e]) {
                throw invalidHeader(
                        "expected the same weight at both ends of an edge, found " + TextSink.text(other) + " and "
                                + TextSink.text(weights[e]) + " for " + (us[e] + 1) + " – " + (vs[e] + 1),
                        "");
            }
        }
    }

    /** An edge from a vertex to itself, which is counted where loops are dropped. */
    void loop(Supplier<InstanceException> refusal) {
        if (wanted.loops() == Loops.REFUSED) {
            throw refusal.get();
        }
        loops++;
    }

    /** The same for the token that was read last; {@code v} counts from 0. */
    void loop(Tokens in, int v) {
        loop(() -> in.invalid("expected two different vertices, found the loop " + (v + 1) + " " + (v + 1), LOOP_HINT));
    }

    /** Counts loops that another collector left out. */
    void addLoops(int more) {
        loops += more;
    }

    /** Edges from a vertex to itself that were left out. */
    int loops() {
        return loops;
    }

    private void grow() {
        int capacity = edges + (edges >> 1) + 16;
        us = Arrays.copyOf(us, capacity);
        vs = Arrays.copyOf(vs, capacity);
        if (weights != null) {
            weights = Arrays.copyOf(weights, capacity);
        }
    }

    public boolean hasVertexWeight(int v) {
        return vertexWeights != null && !Double.isNaN(vertexWeights[v]);
    }

    /** Vertices without one weigh 1. */
    public void setVertexWeight(int v, double weight) {
        if (vertexWeights == null) {
            vertexWeights = new double[vertices];
            Arrays.fill(vertexWeights, Double.NaN);
        }
        vertexWeights[v] = weight;
    }

    /** The graph of the edges so far, each counted once. */
    public Graph graph() {
        return Graph.of(vertices, Arrays.copyOf(us, edges), Arrays.copyOf(vs, edges));
    }

    public InstanceException invalidHeader(String detail, String hint) {
        return InstanceException.at(InstanceException.Reason.INVALID, text.file(), headerLine, detail, hint);
    }

    /** A graph whose edges have no weights: independent set, or the maximum cut that was asked for. */
    public Codec.Parsed unweighted(Graph graph) {
        Graph meant = graph;
        if (wanted.graph() == GraphReading.COMPLEMENT) {
            double missing = vertices * (vertices - 1.0) / 2 - graph.edges();
            limits.require(
                    text.file(),
                    headerLine,
                    "a complement with " + (long) missing + " edges",
                    BYTES_PER_VERTEX * vertices + BYTES_PER_EDGE * missing);
            meant = graph.complement();
        }
        if (wants(ProblemKind.MAX_CUT)) {
            if (vertexWeights != null) {
                warn("vertex weights have no meaning in a maximum cut and were left out");
            }
            return parsed(Graphs.maxCut(text.stem(), meant), List.of());
        }
        return parsed(independentSet(meant), List.of());
    }

    private Problem independentSet(Graph graph) {
        if (vertexWeights == null) {
            return MaximumIndependentSet.of(text.stem(), graph);
        }
        double[] complete = vertexWeights.clone();
        for (int v = 0; v < vertices; v++) {
            complete[v] = Double.isNaN(complete[v]) ? 1 : complete[v];
        }
        return MaximumIndependentSet.weighted(text.stem(), graph, complete);
    }

    /** A graph whose edges have weights: maximum cut, or the independent set that was asked for. */
    public Codec.Parsed weighted() {
        if (wants(ProblemKind.INDEPENDENT_SET) || wanted.graph() == GraphReading.COMPLEMENT) {
            warn("edge weights have no meaning in an independent set and were left out");
            return unweighted(graph());
        }
        if (vertexWeights != null) {
            warn("vertex weights have no meaning in a maximum cut and were left out");
        }
        if (edges < us.length) {
            us = Arrays.copyOf(us, edges);
            vs = Arrays.copyOf(vs, edges);
            weights = Arrays.copyOf(java.util.Objects.requireNonNull(weights), edges);
        }
        double[] all = java.util.Objects.requireNonNull(weights);
        MaxCut cut = MaxCut.of(text.stem(), vertices, us, vs, all);
        long nonZero = 0;
        for (double w : all) {
            nonZero += w != 0 ? 1 : 0;
        }
        long repeated = nonZero - cut.model().objective().couplings();
        if (repeated > 0) {
            warn("weights of " + repeated + " repeated edges were added up");
        }
        return parsed(cut, List.of());
    }

    private boolean wants(ProblemKind kind) {
        return wanted.isKind(kind);
    }

    private Codec.Parsed parsed(Problem problem, List<String> names) {
        if (loops > 0) {
            warn(loops + (loops == 1 ? " loop was left out" : " loops were left out"));
        }
        return new Codec.Parsed(problem, OptionalDouble.empty(), names, warnings);
    }
}
