package org.shrinq.relax.cycle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Constraint;
import org.shrinq.qubo.LinearAtMost;
import org.shrinq.qubo.LinearEqual;
import org.shrinq.qubo.QuadraticForm;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.Sense;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.relax.lp.BoxedSimplex;

/**
 * The cycle relaxation of a quadratic form (Barahona and Mahjoub 1986; as a source of correlations Wagner, Nüßlein and
 * Liers 2023): with x_uv = 1 where z_u ≠ z_v, over the edges of the form's graph and vertex 0 of the fields,
 *
 * <pre>0 ≤ x_e ≤ 1 and x(F) − x(C∖F) ≤ |F| − 1 for every cycle C and F ⊆ C with |F| odd.</pre>
 *
 * Exact on graphs without a K₅ minor, strong on sparse ones. A model's typed constraints join as rows, since x_0i is
 * variable i; the cycles through vertex 0 then contain the standard linearisation of every product. Rows are generated
 * by exact separation, the dual simplex goes on from its basis, and the bound is evaluated from the multipliers, so
 * that it is valid whenever it stops.
 */
public final class CycleLp {
    /** Most edges: the tableau is dense. */
    public static final int MOST_EDGES = 6000;

    private static final long MOST_ENTRIES = 30_000_000;
    private static final int MOST_PIVOTS = 100_000;
    private static final double ROUNDING = 1e-13;

    private final CutGraph graph;
    private final BoxedSimplex lp;
    private final int sign;

    private CycleLp(CutGraph graph, BoxedSimplex lp, int sign) {
        this.graph = graph;
        this.lp = lp;
        this.sign = sign;
    }

    /** Minimises a form, in either domain, without constraints. See {@link #solve(BinaryModel, Deadline)}. */
    public static Optional<CycleSolution> solve(QuadraticForm form, Deadline deadline) {
        return solve(form, 1, List.of(), deadline);
    }

    /**
     * Optimises over the cycle relaxation until no cycle is violated or the deadline strikes.
     *
     * @return empty when the form has more than {@value #MOST_EDGES} edges
     */
    public static Optional<CycleSolution> solve(BinaryModel model, Deadline deadline) {
        return solve(model.objective(), model.sense().factor(), model.constraints(), deadline);
    }

    private static Optional<CycleSolution> solve(
            QuadraticForm form, int sign, List<Constraint> constraints, Deadline deadline) {
        boolean[] wanted = new boolean[form.size()];
        for (Constraint c : constraints) {
            for (int k = 0; k < c.arity(); k++) {
                wanted[c.variable(k)] = true;
            }
        }
        if (form.couplings() + form.size() > MOST_EDGES) {
            return Optional.empty();
        }
        CutGraph graph = CutGraph.of(form, wanted);
        Qubo.Builder costs = Qubo.builder(graph.edges);
        double offset = sign * graph.offset;
        for (int e = 0; e < graph.edges; e++) {
            offset += sign * graph.weight[e];
            costs.addLinear(e, -2 * sign * graph.weight[e]);
        }
        List<Constraint> rows = new ArrayList<>();
        for (Constraint c : constraints) {
            rows.add(overEdges(c, graph));
        }
        BinaryModel relaxation =
                new BinaryModel(Sense.MINIMIZE, costs.addOffset(offset).build(), rows);
        if ((long) rows.size() * graph.edges > MOST_ENTRIES) {
            return Optional.empty();
        }
        return Optional.of(new CycleLp(graph, BoxedSimplex.of(relaxation), sign).run(deadline));
    }

    private static Constraint overEdges(Constraint c, CutGraph graph) {
        int[] edges = new int[c.arity()];
        double[] coefficients = new double[edges.length];
        for (int k = 0; k < edges.length; k++) {
            edges[k] = graph.field[c.variable(k)];
            coefficients[k] = c.coefficient(k);
        }
        return c.isEquality()
                ? LinearEqual.of(c.name(), edges, coefficients, c.bound())
                : LinearAtMost.of(c.name(), edges, coefficients, c.bound());
    }

    private CycleSolution run(Deadline deadline) {
        CycleSeparation separation = new CycleSeparation(graph);
        double[] x = new double[graph.edges];
        double bound = Double.NEGATIVE_INFINITY;
        boolean complete = false;
        int rounds = 0;
        while (true) {
            BoxedSimplex.Status status = lp.solve(Double.POSITIVE_INFINITY, MOST_PIVOTS, deadline);
            if (status == BoxedSimplex.Status.INFEASIBLE && lp.provesInfeasible()) {
                bound = Double.POSITIVE_INFINITY;
                break;
            }
            bound = Math.max(bound, lp.safeBound());
            if (status != BoxedSimplex.Status.OPTIMAL) {
                break;
            }
            for (int e = 0; e < x.length; e++) {
                x[e] = lp.value(e);
            }
            rounds++;
            int before = lp.rows();
            boolean violated = false;
            for (int v = 0; v < graph.vertices && !deadline.expired(); v++) {
                violated |= separation.through(v, x, this::add);
            }
            complete = !violated && !deadline.expired();
            if (lp.rows() == before || deadline.expired() || (long) lp.rows() * graph.edges > MOST_ENTRIES) {
                break;
            }
        }
        double size = Math.abs(graph.offset);
        for (double w : graph.weight) {
            size += Math.abs(w);
        }
        return new CycleSolution(graph, x, sign * (bound - ROUNDING * size), complete, rounds, lp.rows());
    }

    private void add(CycleSeparation.Cycle cycle) {
        double[] coefficients = new double[cycle.edges().length];
        int odd = 0;
        for (int k = 0; k < coefficients.length; k++) {
            coefficients[k] = cycle.odd()[k] ? 1 : -1;
            odd += cycle.odd()[k] ? 1 : 0;
        }
        lp.addAtMost(cycle.edges(), coefficients, odd - 1);
    }
}
