package org.shrinq.instances.family;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Graph;
import org.shrinq.qubo.QuadraticForm;
import org.shrinq.qubo.Sense;
import org.shrinq.qubo.problem.MaxCut;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.problem.ProblemKind;

/** Maximum cuts: graphs whose edges may have weights. */
final class CutFiles implements FileFamilies.Bundled<MaxCut> {
    @Override
    public Class<MaxCut> type() {
        return MaxCut.class;
    }

    @Override
    public ProblemKind kind() {
        return ProblemKind.MAX_CUT;
    }

    @Override
    public double reach(MaxCut problem) {
        double sum = 0;
        for (int e = 0; e < problem.edges(); e++) {
            sum += Math.abs(problem.weight(e));
        }
        return sum;
    }

    @Override
    public String meaning(MaxCut problem, String name, int i) {
        return "vertex " + (i + 1) + " is on side 1";
    }

    @Override
    public Optional<GraphContent> graph(MaxCut problem) {
        return Optional.of(new Edges(problem));
    }

    /**
     * A form is a cut when each linear term is −½ of the sum of its couplings; then coupling q_ij is weight −½ q_ij.
     */
    @Override
    public FromModel fromModel(Problem problem) {
        BinaryModel model = problem.model();
        if (!model.constraints().isEmpty()) {
            return FromModel.none("it has constraints");
        }
        if (model.sense() != Sense.MAXIMIZE) {
            return FromModel.none("it minimises");
        }
        QuadraticForm form = model.objective();
        double[] expected = new double[form.size()];
        List<double[]> edges = new ArrayList<>();
        form.forEachCoupling((i, j, c) -> {
            expected[i] -= c / 2;
            expected[j] -= c / 2;
            edges.add(new double[] {i, j, -c / 2});
        });
        for (int i = 0; i < expected.length; i++) {
            if (expected[i] != form.linear(i)) {
                return FromModel.none("the linear term of variable " + (i + 1) + " is not that of a cut");
            }
        }
        if (form.offset() != 0) {
            return FromModel.none("its objective has a constant");
        }
        return FromModel.of(MaxCut.of(
                problem.name(),
                form.size(),
                edges.stream().mapToInt(e -> (int) e[0]).toArray(),
                edges.stream().mapToInt(e -> (int) e[1]).toArray(),
                edges.stream().mapToDouble(e -> e[2]).toArray()));
    }

    @Override
    public String label() {
        return "side 1";
    }

    @Override
    public String extension() {
        return ".mc";
    }

    private record Edges(MaxCut cut) implements GraphContent, WeightedEdges {
        @Override
        public Graph graph() {
            int[] us = new int[cut.edges()];
            int[] vs = new int[cut.edges()];
            Arrays.setAll(us, cut::source);
            Arrays.setAll(vs, cut::target);
            return Graph.of(cut.vertices(), us, vs);
        }

        @Override
        public boolean hasVertexWeights() {
            return false;
        }

        @Override
        public double vertexWeight(int vertex) {
            return 1;
        }

        @Override
        public Optional<WeightedEdges> edges() {
            return Optional.of(this);
        }

        @Override
        public int count() {
            return cut.edges();
        }

        @Override
        public int source(int e) {
            return cut.source(e);
        }

        @Override
        public int target(int e) {
            return cut.target(e);
        }

        @Override
        public double weight(int e) {
            return cut.weight(e);
        }
    }
}
