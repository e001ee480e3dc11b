package org.shrinq.instances.family;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.shrinq.qubo.AtMostOne;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Conflict;
import org.shrinq.qubo.Constraint;
import org.shrinq.qubo.Graph;
import org.shrinq.qubo.problem.MaximumIndependentSet;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.problem.ProblemKind;

/** Maximum independent sets: graphs whose vertices may have weights. */
final class IndependentSetFiles implements FileFamilies.Bundled<MaximumIndependentSet> {
    @Override
    public Class<MaximumIndependentSet> type() {
        return MaximumIndependentSet.class;
    }

    @Override
    public ProblemKind kind() {
        return ProblemKind.INDEPENDENT_SET;
    }

    @Override
    public double reach(MaximumIndependentSet problem) {
        double sum = 0;
        for (int v = 0; v < problem.size() && problem.isWeighted(); v++) {
            sum += Math.abs(problem.weight(v));
        }
        return sum;
    }

    @Override
    public String meaning(MaximumIndependentSet problem, String name, int i) {
        return "vertex " + (i + 1) + " is in the set";
    }

    @Override
    public Optional<GraphContent> graph(MaximumIndependentSet problem) {
        return Optional.of(new Vertices(problem));
    }

    @Override
    public FromModel fromModel(Problem problem) {
        BinaryModel model = problem.model();
        Optional<String> obstacle = FileFamilies.obstacleToLinear(model);
        if (obstacle.isPresent()) {
            return FromModel.none(obstacle.get());
        }
        List<int[]> pairs = new ArrayList<>();
        for (Constraint row : model.constraints()) {
            if (!(row instanceof Conflict) && !(row instanceof AtMostOne)) {
                return FromModel.none("constraint " + row.name() + " is not of the form 'at most one of these'");
            }
            for (int a = 0; a < row.arity(); a++) {
                for (int b = a + 1; b < row.arity(); b++) {
                    pairs.add(new int[] {row.variable(a), row.variable(b)});
                }
            }
        }
        int[] us = pairs.stream().mapToInt(p -> p[0]).toArray();
        int[] vs = pairs.stream().mapToInt(p -> p[1]).toArray();
        Graph graph = Graph.of(model.size(), us, vs);
        double[] weights = FileFamilies.linear(model.objective());
        boolean unit = Arrays.stream(weights).allMatch(w -> w == 1);
        return FromModel.of(
                unit
                        ? MaximumIndependentSet.of(problem.name(), graph)
                        : MaximumIndependentSet.weighted(problem.name(), graph, weights));
    }

    @Override
    public boolean listsSelected() {
        return true;
    }

    @Override
    public String extension() {
        return ".txt";
    }

    private record Vertices(MaximumIndependentSet problem) implements GraphContent {
        @Override
        public Graph graph() {
            return problem.graph();
        }

        @Override
        public boolean hasVertexWeights() {
            return problem.isWeighted();
        }

        @Override
        public double vertexWeight(int vertex) {
            return problem.weight(vertex);
        }

        @Override
        public Optional<WeightedEdges> edges() {
            return Optional.empty();
        }
    }
}
