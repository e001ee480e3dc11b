package org.shrinq.repair.verify;

import org.shrinq.qubo.problem.QuadraticAssignment;

/** n constraints "every facility has exactly one location", then n "every location has exactly one facility". */
final class AssignmentRules implements Rules {
    private final QuadraticAssignment problem;
    private final int n;

    AssignmentRules(QuadraticAssignment problem) {
        this.problem = problem;
        n = problem.order();
    }

    @Override
    public int size() {
        return n * n;
    }

    @Override
    public int constraints() {
        return 2 * n;
    }

    @Override
    public String name(int constraint) {
        return constraint < n ? "facility " + (constraint + 1) : "location " + (constraint - n + 1);
    }

    @Override
    public void check(byte[] x, Sink sink) {
        for (int c = 0; c < 2 * n; c++) {
            int count = count(c, x);
            if (count != 1 && !sink.accept(c, Math.abs(count - 1))) {
                return;
            }
        }
    }

    private int count(int constraint, byte[] x) {
        int first = constraint < n ? constraint * n : constraint - n;
        int step = constraint < n ? 1 : n;
        int count = 0;
        for (int k = 0; k < n; k++) {
            count += x[first + k * step];
        }
        return count;
    }

    @Override
    public String describe(int constraint, byte[] x, double amount) {
        int count = count(constraint, x);
        String what = constraint < n ? "location" : "facility";
        String many = constraint < n ? "locations" : "facilities";
        return name(constraint) + " has " + (count == 0 ? "no " + what : count + " " + many) + ", expected exactly one";
    }

    @Override
    public double objective(byte[] x) {
        int[] at = new int[x.length];
        int ones = 0;
        for (int v = 0; v < x.length; v++) {
            if (x[v] != 0) {
                at[ones++] = v;
            }
        }
        double sum = 0;
        for (int p = 0; p < ones; p++) {
            int i = at[p] / n;
            int a = at[p] % n;
            sum += problem.linear(i, a) + problem.flow(i, i) * problem.distance(a, a);
            for (int q = 0; q < ones; q++) {
                int j = at[q] / n;
                int b = at[q] % n;
                if (i != j && a != b) {
                    sum += problem.flow(i, j) * problem.distance(a, b);
                }
            }
        }
        return sum;
    }
}
