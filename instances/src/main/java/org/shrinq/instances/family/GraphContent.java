package org.shrinq.instances.family;

import java.util.Optional;
import org.shrinq.qubo.Graph;

/** What formats of graphs hold of a problem: its graph, and weights of vertices or of edges. */
public interface GraphContent {
    /** The graph without weights; parallel edges are one. */
    Graph graph();

    /** Whether vertices have weights that are not all 1. */
    boolean hasVertexWeights();

    /** Weight of a vertex, from 0. */
    double vertexWeight(int vertex);

    /** The edges with their weights, as the problem lists them; empty where its edges have none. */
    Optional<WeightedEdges> edges();

    /** Why a format without weights of vertices cannot hold it, as the end of a sentence. */
    default Optional<String> obstacleToUnweightedVertices() {
        return hasVertexWeights() ? Optional.of("it has no place for vertex weights") : Optional.empty();
    }

    /** Why a format that holds every edge once cannot hold it. */
    default Optional<String> obstacleToSimpleEdges() {
        return edges().isPresent() && graph().edges() != edges().get().count()
                ? Optional.of("it has no place for parallel edges")
                : Optional.empty();
    }

    /** Why a format without weights of edges cannot hold it. */
    default Optional<String> obstacleToUnweightedEdges() {
        return edges().isPresent() && edges().get().areWeighted()
                ? Optional.of("it has no place for edge weights")
                : obstacleToSimpleEdges();
    }
}
