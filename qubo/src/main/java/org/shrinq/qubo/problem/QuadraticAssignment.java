package org.shrinq.qubo.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Constraint;
import org.shrinq.qubo.ExactlyOne;
import org.shrinq.qubo.KroneckerForm;
import org.shrinq.qubo.Sense;

/**
 * Minimise Σ_ij A_ij B_{π(i)π(j)} + Σ_i L_{i,π(i)} over permutations π: facility i goes to location π(i). Variable
 * i·n + a is 1 when facility i is at location a; row groups "facility i", column groups "location a".
 */
public final class QuadraticAssignment implements Problem {
    private final String name;
    private final double[][] flow;
    private final double[][] distance;
    private final double[][] linear;
    private final BinaryModel model;
    private @Nullable NormalForm normal;

    private QuadraticAssignment(String name, double[][] flow, double[][] distance, double[][] linear) {
        this.name = name;
        this.flow = flow;
        this.distance = distance;
        this.linear = linear;
        int n = flow.length;
        double[] terms = new double[n * n];
        List<Constraint> groups = new ArrayList<>(2 * n);
        int[] group = new int[n];
        for (int i = 0; i < n; i++) {
            for (int a = 0; a < n; a++) {
                terms[i * n + a] = linear[i][a] + flow[i][i] * distance[a][a];
                group[a] = i * n + a;
            }
            groups.add(ExactlyOne.of("facility " + (i + 1), group));
        }
        for (int a = 0; a < n; a++) {
            for (int i = 0; i < n; i++) {
                group[i] = i * n + a;
            }
            groups.add(ExactlyOne.of("location " + (a + 1), group));
        }
        model = new BinaryModel(Sense.MINIMIZE, KroneckerForm.of(flow, distance, terms), groups);
    }

    /** Without linear costs. Arrays (n×n) are copied. */
    public static QuadraticAssignment of(String name, double[][] flow, double[][] distance) {
        return of(name, flow, distance, new double[flow.length][flow.length]);
    }

    /**
     * Arrays (n×n) are copied.
     *
     * @param linear L_ia, the cost of putting facility i at location a
     * @throws IllegalArgumentException for no facility, wrong shapes or non-finite numbers
     */
    public static QuadraticAssignment of(String name, double[][] flow, double[][] distance, double[][] linear) {
        NotEmpty.require(name, "facilities", flow.length);
        requireSquare("flow", flow, flow.length);
        requireSquare("distance", distance, flow.length);
        requireSquare("linear cost", linear, flow.length);
        return new QuadraticAssignment(
                name, Integrality.copy(flow), Integrality.copy(distance), Integrality.copy(linear));
    }

    private static void requireSquare(String what, double[][] m, int n) {
        if (m.length != n) {
            throw new IllegalArgumentException(what + " has " + m.length + " rows, expected " + n);
        }
        for (double[] row : m) {
            if (row.length != n) {
                throw new IllegalArgumentException(what + " has a row of " + row.length + ", expected " + n);
            }
            for (double v : row) {
                if (!Double.isFinite(v)) {
                    throw new IllegalArgumentException(what + " holds " + v);
                }
            }
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public ProblemKind kind() {
        return ProblemKind.QUADRATIC_ASSIGNMENT;
    }

    /** Number of facilities n. */
    public int order() {
        return flow.length;
    }

    public double flow(int i, int j) {
        return flow[i][j];
    }

    public double distance(int a, int b) {
        return distance[a][b];
    }

    public double linear(int i, int a) {
        return linear[i][a];
    }

    /** Index of the variable "facility i at location a". */
    public int variable(int facility, int location) {
        return facility * flow.length + location;
    }

    @Override
    public BinaryModel model() {
        return model;
    }

    /** Cost of a permutation, facility i at {@code permutation[i]}, 0-based; O(n²). */
    public double cost(int[] permutation) {
        double sum = 0;
        for (int i = 0; i < flow.length; i++) {
            sum += linear[i][permutation[i]];
            for (int j = 0; j < flow.length; j++) {
                sum += flow[i][j] * distance[permutation[i]][permutation[j]];
            }
        }
        return sum;
    }

    /** The permutation that x describes, empty when x is none. */
    public Optional<int[]> permutation(byte[] x) {
        int n = flow.length;
        int[] permutation = new int[n];
        boolean[] taken = new boolean[n];
        for (int i = 0; i < n; i++) {
            int at = -1;
            for (int a = 0; a < n; a++) {
                if (x[i * n + a] != 0) {
                    if (at >= 0 || taken[a]) {
                        return Optional.empty();
                    }
                    at = a;
                }
            }
            if (at < 0) {
                return Optional.empty();
            }
            taken[at] = true;
            permutation[i] = at;
        }
        return Optional.of(permutation);
    }

    /** The 0/1 array of a permutation (not modified). */
    public byte[] assignment(int[] permutation) {
        int n = flow.length;
        byte[] x = new byte[n * n];
        for (int i = 0; i < n; i++) {
            x[i * n + permutation[i]] = 1;
        }
        return x;
    }

    /**
     * Σ over all ordered pairs of ones, so that infeasible x have a value too; equals {@link #cost} on permutations.
     */
    @Override
    public double objective(byte[] x) {
        Optional<int[]> permutation = permutation(x);
        return permutation.isPresent() ? cost(permutation.get()) : model.value(x);
    }

    @Override
    public boolean isObjectiveIntegral() {
        return Integrality.all(flow) && Integrality.all(distance) && Integrality.all(linear);
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
        int b = Unit.leastExponent(each(distance));
        int finest = Unit.leastExponent(each(flow)) + b;
        boolean costs = Unit.greatest(each(linear)) > 0;
        int u = costs ? Math.min(finest, Unit.leastExponent(each(linear))) : finest;
        double total = total(linear, u) + total(flow, u - b) * new Unit(b, true).of(Unit.greatest(each(distance)));
        boolean exact = total <= Unit.MOST;
        if (!exact) {
            b = Unit.coarse(each(distance));
            u = Unit.coarse(each(flow)) + b;
            u = costs ? Math.max(u, Unit.coarse(each(linear))) : u;
        }
        if (u == 0 && b == 0) {
            return NormalForm.unchanged(this);
        }
        Unit unit = new Unit(u, exact);
        QuadraticAssignment problem =
                of(name, new Unit(u - b, exact).of(flow), new Unit(b, exact).of(distance), unit.of(linear));
        return new NormalForm(this, problem, unit);
    }

    /** Of any permutation: |flow| times the largest |distance|, and every cost. */
    @Override
    public double objectiveRounding() {
        double largest = Unit.greatest(each(distance));
        return Rounding.of(this, numbers -> {
            each(linear).forEach(numbers);
            each(flow).forEach((f, times) -> numbers.accept(f * largest, times));
        });
    }

    private static Unit.Numbers each(double[][] rows) {
        return numbers -> {
            for (double[] row : rows) {
                for (double v : row) {
                    numbers.accept(v, 1);
                }
            }
        };
    }

    private static double total(double[][] rows, int exponent) {
        Unit unit = new Unit(exponent, true);
        double sum = 0;
        for (double[] row : rows) {
            for (double v : row) {
                sum += Math.abs(unit.of(v));
            }
        }
        return sum;
    }

    /** What it is, on one line. */
    @Override
    public String toString() {
        return ProblemText.of(this);
    }
}
