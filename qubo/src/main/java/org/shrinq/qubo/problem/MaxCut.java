package org.shrinq.qubo.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.Sense;

/** Maximise the weight of the edges between the vertices with x = 0 and those with x = 1; no constraints. */
public final class MaxCut implements Problem {
    private final String name;
    private final int vertices;
    private final int[] us;
    private final int[] vs;
    private final double[] weights;
    private final BinaryModel model;
    private @Nullable NormalForm normal;

    private MaxCut(String name, int vertices, int[] us, int[] vs, double[] weights) {
        this.name = name;
        this.vertices = vertices;
        this.us = us;
        this.vs = vs;
        this.weights = weights;
        Qubo.Builder objective = Qubo.builder(vertices).expectCouplings(us.length);
        for (int e = 0; e < us.length; e++) {
            objective.addLinear(us[e], weights[e]).addLinear(vs[e], weights[e]).add(us[e], vs[e], -2 * weights[e]);
        }
        model = new BinaryModel(Sense.MAXIMIZE, objective.build(), List.of());
    }

    /**
     * Edge e joins us[e] and vs[e] with weights[e]; parallel edges add up. Arrays are copied.
     *
     * @throws IllegalArgumentException for no vertex, a self-loop, an endpoint out of range or a non-finite weight
     */
    public static MaxCut of(String name, int vertices, int[] us, int[] vs, double[] weights) {
        NotEmpty.require(name, "vertices", vertices);
        for (int e = 0; e < us.length; e++) {
            if (us[e] == vs[e] || Math.min(us[e], vs[e]) < 0 || Math.max(us[e], vs[e]) >= vertices) {
                throw new IllegalArgumentException(
                        "edge " + e + " joins " + us[e] + " and " + vs[e] + " in a graph of " + vertices + " vertices");
            }
            if (!Double.isFinite(weights[e])) {
                throw new IllegalArgumentException("edge " + e + " has weight " + weights[e]);
            }
        }
        return new MaxCut(name, vertices, us.clone(), vs.clone(), weights.clone());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public ProblemKind kind() {
        return ProblemKind.MAX_CUT;
    }

    public int vertices() {
        return vertices;
    }

    public int edges() {
        return us.length;
    }

    /** First endpoint of edge e. */
    public int source(int e) {
        return us[e];
    }

    /** Second endpoint of edge e. */
    public int target(int e) {
        return vs[e];
    }

    public double weight(int e) {
        return weights[e];
    }

    @Override
    public BinaryModel model() {
        return model;
    }

    @Override
    public double objective(byte[] x) {
        double cut = 0;
        for (int e = 0; e < us.length; e++) {
            if (x[us[e]] != x[vs[e]]) {
                cut += weights[e];
            }
        }
        return cut;
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
                numbers.accept(w, 4); // twice in linear terms, twice in couplings
            }
        });
        return unit.exponent() == 0
                ? NormalForm.unchanged(this)
                : new NormalForm(this, of(name, vertices, us, vs, unit.of(weights)), unit);
    }

    /** What it is, on one line. */
    @Override
    public String toString() {
        return ProblemText.of(this);
    }
}
