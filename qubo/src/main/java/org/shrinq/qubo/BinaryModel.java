package org.shrinq.qubo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The common shape of every problem: minimise or maximise a quadratic form over x ∈ {0,1}ⁿ subject to typed
 * constraints. The form holds the objective in the model's own sense (a maximisation is not negated). Immutable.
 *
 * @param sense direction in which {@code objective} is optimised
 * @param objective a form in the binary domain
 * @param constraints typed constraints over the variables 0 … n−1
 * @param standIn what {@code objective} is, in words, where it only stands in for the objective of the problem: what is
 *     proven of the model is then not proven of the problem
 * @param squares quadratic forms whose squares are added to {@code objective}, for objectives of the fourth degree;
 *     none as a rule, and only without constraints. An encoding makes them quadratic with variables for products
 */
public record BinaryModel(
        Sense sense,
        QuadraticForm objective,
        List<Constraint> constraints,
        Optional<String> standIn,
        List<Qubo> squares) {
    /** A model whose objective is quadratic. */
    public BinaryModel(Sense sense, QuadraticForm objective, List<Constraint> constraints, Optional<String> standIn) {
        this(sense, objective, constraints, standIn, List.of());
    }

    /** The minimisation of a sum of squares of quadratic forms over {@code size} variables. */
    public static BinaryModel ofSquares(int size, List<Qubo> squares) {
        return new BinaryModel(Sense.MINIMIZE, Qubo.builder(size).build(), List.of(), Optional.empty(), squares);
    }

    /** A model of the problem's own objective. */
    public BinaryModel(Sense sense, QuadraticForm objective, List<Constraint> constraints) {
        this(sense, objective, constraints, Optional.empty());
    }

    public BinaryModel {
        if (objective.domain() != QuadraticForm.Domain.BINARY) {
            throw new IllegalArgumentException("the objective must be a form in the binary domain");
        }
        constraints = List.copyOf(constraints);
        squares = List.copyOf(squares);
        if (!squares.isEmpty() && !constraints.isEmpty()) {
            throw new IllegalArgumentException("squares of quadratic forms under constraints");
        }
        for (Qubo square : squares) {
            if (square.size() != objective.size()) {
                throw new IllegalArgumentException(
                        "a square over " + square.size() + " variables, expected " + objective.size());
            }
        }
        for (Constraint c : constraints) {
            for (int k = 0; k < c.arity(); k++) {
                if (c.variable(k) >= objective.size()) {
                    throw new IllegalArgumentException("constraint " + c.name() + " has the index " + c.variable(k)
                            + ", expected 0 to " + (objective.size() - 1));
                }
            }
        }
    }

    /** Number of variables n. */
    public int size() {
        return objective.size();
    }

    /** The objective of x in the model's own sense, squares included. */
    public double value(byte[] x) {
        double value = objective.energy(x);
        for (Qubo square : squares) {
            double root = square.energy(x);
            value += root * root;
        }
        return value;
    }

    /**
     * True where {@link #objective} is all of the problem's own objective, so that what is proven of it is proven of
     * the problem.
     */
    public boolean isExact() {
        return standIn.isEmpty() && squares.isEmpty();
    }

    /** True when all rows are whole numbers that doubles add up exactly: {@link Constraint#isWhole}. */
    public boolean isWhole() {
        return constraints.stream().allMatch(Constraint::isWhole);
    }

    /**
     * The model with its rows in whole numbers as far as there are such ({@link Constraint#inWholeNumbers}), the same x
     * being feasible; this model where they are. Rows may be fewer or more than before.
     */
    public BinaryModel inWholeNumbers() {
        if (isWhole()) {
            return this;
        }
        List<Constraint> whole = constraints.stream()
                .flatMap(c -> c.isWhole() ? Stream.of(c) : c.inWholeNumbers().stream())
                .toList();
        return whole.equals(constraints) ? this : new BinaryModel(sense, objective, whole, standIn, squares);
    }

    public boolean isFeasible(byte[] x) {
        for (Constraint c : constraints) {
            if (!c.isSatisfied(x)) {
                return false;
            }
        }
        return true;
    }

    /** Sum of all violation amounts, 0 when feasible. */
    public double totalViolation(byte[] x) {
        double sum = 0;
        for (Constraint c : constraints) {
            sum += c.violation(x);
        }
        return sum;
    }

    /**
     * The model over the free variables when the others are substituted; variable k of the result is the k-th free
     * variable in index order. Constraints that the fixed values satisfy for every completion are dropped; one that
     * they contradict makes the result infeasible and is kept as an empty row, so that nothing is hidden.
     *
     * @param fixed per variable 0, 1, or −1 for free; not modified
     */
    public BinaryModel restrict(byte[] fixed) {
        int[] to = new int[size()];
        int free = 0;
        for (int i = 0; i < to.length; i++) {
            to[i] = fixed[i] < 0 ? free++ : -1;
        }
        List<Constraint> kept = new ArrayList<>();
        for (Constraint c : constraints) {
            Constraint reduced = c.restrict(fixed, to);
            if (reduced != null) {
                kept.add(reduced);
            }
        }
        List<Qubo> rest = squares.stream().map(q -> q.restrict(fixed)).toList();
        return new BinaryModel(sense, objective.restrict(fixed), kept, standIn, rest);
    }

    /** "maximize Qubo[…] subject to 3 constraints". */
    @Override
    public String toString() {
        return sense.name().toLowerCase(Locale.ROOT) + " " + objective + " subject to " + constraints.size()
                + " constraint" + (constraints.size() == 1 ? "" : "s");
    }
}
