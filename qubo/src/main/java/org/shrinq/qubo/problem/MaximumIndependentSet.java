package org.shrinq.qubo.problem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Conflict;
import org.shrinq.qubo.Constraint;
import org.shrinq.qubo.Graph;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.Sense;

/** Maximise Σ_v w_v x_v over the independent sets of a graph; unit weights unless given. */
public final class MaximumIndependentSet implements Problem {
    private final String name;
    private final Graph graph;
    private final double[] weights;
    private final boolean weighted;
    private final BinaryModel model;
    private @Nullable NormalForm normal;

    private MaximumIndependentSet(String name, Graph graph, double[] weights) {
        this.name = name;
        this.graph = graph;
        this.weights = weights;
        Qubo.Builder objective = Qubo.builder(weights.length);
        List<Constraint> conflicts = new ArrayList<>(graph.edges());
        boolean unit = true;
        for (int v = 0; v < weights.length; v++) {
            objective.addLinear(v, weights[v]);
            unit &= weights[v] == 1;
            for (int k = 0; k < graph.degree(v); k++) {
                if (graph.neighbor(v, k) > v) {
                    conflicts.add(new Conflict(v, graph.neighbor(v, k)));
                }
            }
        }
        weighted = !unit;
        model = new BinaryModel(Sense.MAXIMIZE, objective.build(), conflicts);
    }

    /** Unit weights. */
    public static MaximumIndependentSet of(String name, Graph graph) {
        double[] weights = new double[NotEmpty.require(name, "vertices", graph.vertices())];
        Arrays.fill(weights, 1);
        return new MaximumIndependentSet(name, graph, weights);
    }

    /**
     * One finite weight per vertex. The array is copied.
     *
     * @throws IllegalArgumentException for no vertex, a wrong length or a non-finite weight
     */
    public static MaximumIndependentSet weighted(String name, Graph graph, double[] weights) {
        NotEmpty.require(name, "vertices", graph.vertices());
        if (weights.length != graph.vertices()) {
            throw new IllegalArgumentException(weights.length + " weights for " + graph.vertices() + " vertices");
        }
        for (double w : weights) {
            if (!Double.isFinite(w)) {
                throw new IllegalArgumentException("a weight is " + w);
            }
        }
        return new MaximumIndependentSet(name, graph, weights.clone());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public ProblemKind kind() {
        return ProblemKind.INDEPENDENT_SET;
    }

    public Graph graph() {
        return graph;
    }

    public double weight(int vertex) {
        return weights[vertex];
    }

    /** True unless every weight is 1. */
    public boolean isWeighted() {
        return weighted;
    }

    @Override
    public BinaryModel model() {
        return model;
    }

    @Override
    public double objective(byte[] x) {
        double sum = 0;
        for (int v = 0; v < weights.length; v++) {
            if (x[v] != 0) {
                sum += weights[v];
            }
        }
        return sum;
    }

    @Override
    public boolean isObjectiveIntegral() {
        return Integrality.all(weights);
    }

    @Override
    public NormalForm normalForm() {
        NormalForm known = normal;
        if (known == null) {
            known = normalize();
            normal = known;
        }
        return known;
    }

    private NormalForm normalize() {
        Unit unit = Unit.of(numbers -> {
            for (double w : weights) {
                numbers.accept(w, 1);
            }
        });
        return unit.exponent() == 0
                ? NormalForm.unchanged(this)
                : new NormalForm(this, weighted(name, graph, unit.of(weights)), unit);
    }

    /** What it is, on one line. */
    @Override
    public String toString() {
        return ProblemText.of(this);
    }
}
