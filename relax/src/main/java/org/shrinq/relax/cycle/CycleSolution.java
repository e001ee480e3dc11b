package org.shrinq.relax.cycle;

/** What the cycle relaxation says: a bound and a correlation ⟨z_u z_v⟩ ≈ 1 − 2x_uv for every edge. Immutable. */
public final class CycleSolution {
    private final CutGraph graph;
    private final double[] x;
    private final double bound;
    private final boolean complete;
    private final int rounds;
    private final int rows;

    CycleSolution(CutGraph graph, double[] x, double bound, boolean complete, int rounds, int rows) {
        this.graph = graph;
        this.x = x;
        this.bound = bound;
        this.complete = complete;
        this.rounds = rounds;
        this.rows = rows;
    }

    /**
     * Valid bound of the objective in the model's own sense; the lower bound of a form. Infinite when there is no
     * feasible solution.
     */
    public double bound() {
        return bound;
    }

    /** True when no cycle is violated, so that the bound is that of the whole relaxation. */
    public boolean isComplete() {
        return complete;
    }

    /** Relaxations solved. */
    public int rounds() {
        return rounds;
    }

    /** Rows at the end, constraints included. */
    public int rows() {
        return rows;
    }

    /** Correlation of variables i ≠ j in [−1, 1], 0 where they have no coupling; O(degree). */
    public double pair(int i, int j) {
        return correlation(graph.edge(i + 1, j + 1));
    }

    /** Correlation of variable i with z = +1, that is x = 0; 0 where it has neither field nor constraint. */
    public double single(int i) {
        return correlation(graph.field[i]);
    }

    private double correlation(int edge) {
        return edge < 0 ? 0 : Math.max(-1, Math.min(1, 1 - 2 * x[edge]));
    }
}
