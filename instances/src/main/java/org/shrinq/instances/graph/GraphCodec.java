package org.shrinq.instances.graph;

import java.util.Optional;
import org.shrinq.instances.codec.Codec;
import org.shrinq.instances.codec.WriteOptions;
import org.shrinq.instances.family.FileFamilies;
import org.shrinq.instances.family.GraphContent;
import org.shrinq.instances.text.TextSink;
import org.shrinq.qubo.problem.Problem;

/** A format that holds graphs; formats differ in the weights that they have a place for. */
abstract class GraphCodec implements Codec {
    @Override
    public final Optional<String> obstacle(Problem problem) {
        Optional<GraphContent> graph = FileFamilies.graph(problem);
        return graph.isPresent() ? obstacle(graph.get()) : Optional.of("it holds graphs only");
    }

    @Override
    public final void write(Problem problem, WriteOptions options, TextSink out) {
        write(FileFamilies.graph(problem).orElseThrow(), options, out);
    }

    /**
     * Why the format cannot hold the graph, as the end of a sentence; empty when it can, as one without weights can
     * where nothing else is said.
     */
    Optional<String> obstacle(GraphContent graph) {
        Optional<String> vertices = graph.obstacleToUnweightedVertices();
        return vertices.isPresent() ? vertices : graph.obstacleToUnweightedEdges();
    }

    /** Writes a graph that has no obstacle. */
    abstract void write(GraphContent graph, WriteOptions options, TextSink out);
}
