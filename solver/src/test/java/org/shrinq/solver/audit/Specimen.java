package org.shrinq.solver.audit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.shrinq.qubo.AtMostOne;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Conflict;
import org.shrinq.qubo.Constraint;
import org.shrinq.qubo.ExactlyOne;
import org.shrinq.qubo.Graph;
import org.shrinq.qubo.LinearAtMost;
import org.shrinq.qubo.LinearEqual;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.Sense;
import org.shrinq.qubo.problem.BinaryQuadraticProgram;
import org.shrinq.qubo.problem.LowAutocorrelation;
import org.shrinq.qubo.problem.MarketShare;
import org.shrinq.qubo.problem.MaxCut;
import org.shrinq.qubo.problem.MaximumIndependentSet;
import org.shrinq.qubo.problem.MultidimensionalKnapsack;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.problem.QuadraticAssignment;

/**
 * A small problem in decimal numbers, with an evaluation of its own that shares nothing with the product: sums of
 * {@link BigDecimal}. All kinds have one shape; what a kind does not use is empty.
 *
 * @param kind what is made of it
 * @param n variables; of an assignment the order, whose square they are
 * @param maximise the sense, of programs alone
 * @param constant of the objective, of programs alone
 * @param linear per variable: weights, values; of an assignment the costs, row by row; of a market share the targets
 * @param pairs couplings, edges with weights
 * @param rows of programs and knapsacks
 * @param first flows, or demands
 * @param second distances
 */
record Specimen(
        Kind kind,
        int n,
        boolean maximise,
        BigDecimal constant,
        List<BigDecimal> linear,
        List<Pair> pairs,
        List<Row> rows,
        List<List<BigDecimal>> first,
        List<List<BigDecimal>> second) {
    enum Kind {
        PROGRAM,
        KNAPSACK,
        INDEPENDENT_SET,
        CUT,
        ASSIGNMENT,
        MARKET_SHARE,
        SEQUENCE
    }

    enum Type {
        AT_MOST,
        EQUAL,
        AT_MOST_ONE,
        EXACTLY_ONE,
        CONFLICT
    }

    /** value·x_u·x_v, or an edge. */
    record Pair(int u, int v, BigDecimal value) {}

    /** A constraint; coefficients and bound of groups are 1. */
    record Row(Type type, List<Integer> variables, List<BigDecimal> coefficients, BigDecimal bound) {}

    Specimen {
        linear = List.copyOf(linear);
        pairs = List.copyOf(pairs);
        rows = List.copyOf(rows);
        first = List.copyOf(first);
        second = List.copyOf(second);
    }

    /** Number of variables of the problem. */
    int variables() {
        return kind == Kind.ASSIGNMENT ? n * n : n;
    }

    boolean isMaximised() {
        return switch (kind) {
            case PROGRAM -> maximise;
            case KNAPSACK, INDEPENDENT_SET, CUT -> true;
            case ASSIGNMENT, MARKET_SHARE, SEQUENCE -> false;
        };
    }

    // ---- evaluation -------------------------------------------------------------------------------------------

    boolean isFeasible(byte[] x) {
        if (kind == Kind.ASSIGNMENT) {
            for (int i = 0; i < n; i++) {
                int row = 0;
                int column = 0;
                for (int a = 0; a < n; a++) {
                    row += x[i * n + a];
                    column += x[a * n + i];
                }
                if (row != 1 || column != 1) {
                    return false;
                }
            }
            return true;
        }
        if (kind == Kind.INDEPENDENT_SET) {
            return pairs.stream().noneMatch(p -> x[p.u] != 0 && x[p.v] != 0);
        }
        return rows.stream().allMatch(r -> holds(r, x));
    }

    private static boolean holds(Row row, byte[] x) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int k = 0; k < row.variables.size(); k++) {
            sum = x[row.variables.get(k)] == 0 ? sum : sum.add(row.coefficients.get(k));
        }
        int order = sum.compareTo(row.bound);
        return row.type == Type.EQUAL || row.type == Type.EXACTLY_ONE ? order == 0 : order <= 0;
    }

    BigDecimal objective(byte[] x) {
        BigDecimal sum = constant;
        switch (kind) {
            case PROGRAM, KNAPSACK, INDEPENDENT_SET, CUT -> {
                for (int i = 0; i < linear.size(); i++) {
                    sum = x[i] == 0 ? sum : sum.add(linear.get(i));
                }
                for (Pair p : kind == Kind.INDEPENDENT_SET ? List.<Pair>of() : pairs) {
                    boolean counts = kind == Kind.CUT ? x[p.u] != x[p.v] : x[p.u] != 0 && x[p.v] != 0;
                    sum = counts ? sum.add(p.value) : sum;
                }
            }
            case ASSIGNMENT -> {
                for (int v = 0; v < n * n; v++) {
                    for (int w = 0; w < n * n && x[v] != 0; w++) {
                        sum = x[w] == 0
                                ? sum
                                : sum.add(first.get(v / n)
                                        .get(w / n)
                                        .multiply(second.get(v % n).get(w % n)));
                    }
                    sum = x[v] == 0 ? sum : sum.add(linear.get(v));
                }
            }
            case SEQUENCE -> {
                for (int k = 1; k < n; k++) {
                    int correlation = 0;
                    for (int i = 0; i + k < n; i++) {
                        correlation += (1 - 2 * x[i]) * (1 - 2 * x[i + k]);
                    }
                    sum = sum.add(BigDecimal.valueOf((long) correlation * correlation));
                }
            }
            default -> {
                for (int k = 0; k < first.size(); k++) {
                    BigDecimal miss = linear.get(k).negate();
                    for (int j = 0; j < n; j++) {
                        miss = x[j] == 0 ? miss : miss.add(first.get(k).get(j));
                    }
                    sum = sum.add(miss.abs());
                }
            }
        }
        return sum;
    }

    /** Whether a is a better objective than b. */
    boolean isBetter(BigDecimal a, BigDecimal b) {
        return isMaximised() ? a.compareTo(b) > 0 : a.compareTo(b) < 0;
    }

    /** The same where rows may be missed by {@code tolerance}, cut to a quarter of each row's smallest coefficient. */
    Specimen tolerant(BigDecimal tolerance) {
        List<Row> wide = new ArrayList<>();
        for (Row row : rows) {
            BigDecimal least = null;
            for (BigDecimal w : row.coefficients) {
                least = w.signum() != 0 && (least == null || w.abs().compareTo(least) < 0) ? w.abs() : least;
            }
            boolean takes = least != null && (row.type == Type.AT_MOST || row.type == Type.EQUAL);
            BigDecimal room = takes ? tolerance.min(least.divide(BigDecimal.valueOf(4))) : BigDecimal.ZERO;
            if (room.signum() == 0) {
                wide.add(row);
                continue;
            }
            wide.add(new Row(Type.AT_MOST, row.variables, row.coefficients, row.bound.add(room)));
            if (row.type == Type.EQUAL) {
                List<BigDecimal> negated =
                        row.coefficients.stream().map(BigDecimal::negate).toList();
                wide.add(new Row(
                        Type.AT_MOST, row.variables, negated, row.bound.negate().add(room)));
            }
        }
        return withRows(wide);
    }

    // ---- the product's problem --------------------------------------------------------------------------------

    Problem problem() {
        return switch (kind) {
            case PROGRAM -> new BinaryQuadraticProgram("program", model());
            case KNAPSACK ->
                MultidimensionalKnapsack.of(
                        "knapsack",
                        doubles(linear),
                        matrix(rows.stream().map(this::dense).toList()),
                        bounds());
            case INDEPENDENT_SET -> MaximumIndependentSet.weighted("set", graph(), doubles(linear));
            case CUT ->
                MaxCut.of(
                        "cut",
                        n,
                        pairs.stream().mapToInt(Pair::u).toArray(),
                        pairs.stream().mapToInt(Pair::v).toArray(),
                        pairs.stream().mapToDouble(p -> p.value.doubleValue()).toArray());
            case ASSIGNMENT -> QuadraticAssignment.of("assignment", matrix(first), matrix(second), costs());
            case MARKET_SHARE -> MarketShare.of("share", matrix(first), doubles(linear));
            case SEQUENCE -> LowAutocorrelation.of("sequence", n);
        };
    }

    private Graph graph() {
        return Graph.of(
                n,
                pairs.stream().mapToInt(Pair::u).toArray(),
                pairs.stream().mapToInt(Pair::v).toArray());
    }

    private BinaryModel model() {
        Qubo.Builder objective = Qubo.builder(n).addOffset(constant.doubleValue());
        for (int i = 0; i < linear.size(); i++) {
            objective.addLinear(i, linear.get(i).doubleValue());
        }
        pairs.forEach(p -> objective.add(p.u, p.v, p.value.doubleValue()));
        List<Constraint> constraints = new ArrayList<>();
        for (int r = 0; r < rows.size(); r++) {
            constraints.add(constraint("r" + (r + 1), rows.get(r)));
        }
        return new BinaryModel(maximise ? Sense.MAXIMIZE : Sense.MINIMIZE, objective.build(), constraints);
    }

    private static Constraint constraint(String name, Row row) {
        int[] variables = row.variables.stream().mapToInt(v -> v).toArray();
        double[] w = doubles(row.coefficients);
        return switch (row.type) {
            case AT_MOST -> LinearAtMost.of(name, variables, w, row.bound.doubleValue());
            case EQUAL -> LinearEqual.of(name, variables, w, row.bound.doubleValue());
            case AT_MOST_ONE -> AtMostOne.of(name, variables);
            case EXACTLY_ONE -> ExactlyOne.of(name, variables);
            case CONFLICT -> new Conflict(variables[0], variables[1]);
        };
    }

    private List<BigDecimal> dense(Row row) {
        List<BigDecimal> dense = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            int k = row.variables.indexOf(i);
            dense.add(k < 0 ? BigDecimal.ZERO : row.coefficients.get(k));
        }
        return dense;
    }

    private double[] bounds() {
        return rows.stream().mapToDouble(r -> r.bound.doubleValue()).toArray();
    }

    private double[][] costs() {
        double[][] costs = new double[n][n];
        for (int v = 0; v < n * n; v++) {
            costs[v / n][v % n] = linear.get(v).doubleValue();
        }
        return costs;
    }

    private static double[] doubles(List<BigDecimal> values) {
        return values.stream().mapToDouble(BigDecimal::doubleValue).toArray();
    }

    private static double[][] matrix(List<List<BigDecimal>> rows) {
        return rows.stream().map(Specimen::doubles).toArray(double[][]::new);
    }

    // ---- changes ----------------------------------------------------------------------------------------------

    Specimen withRows(List<Row> other) {
        return new Specimen(kind, n, maximise, constant, linear, pairs, other, first, second);
    }

    Specimen withLinear(List<BigDecimal> other) {
        return new Specimen(kind, n, maximise, constant, other, pairs, rows, first, second);
    }

    Specimen withPairs(List<Pair> other) {
        return new Specimen(kind, n, maximise, constant, linear, other, rows, first, second);
    }

    Specimen withConstant(BigDecimal other) {
        return new Specimen(kind, n, maximise, other, linear, pairs, rows, first, second);
    }

    Specimen withMatrices(List<List<BigDecimal>> flows, List<List<BigDecimal>> distances) {
        return new Specimen(kind, n, maximise, constant, linear, pairs, rows, flows, distances);
    }
}
