package org.shrinq.qubo.terms;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/** A growing expression of a model: constant, linear terms, products of two variables. */
public final class ModelTerms {
    private int[] variables = new int[8];
    private double[] coefficients = new double[8];
    private int count;
    private int[] first = new int[0];
    private int[] second = new int[0];
    private double[] products = new double[0];
    private int productCount;
    private double constant;
    private final List<Monomial> monomials = new ArrayList<>();

    /** A product of three or more different binaries; the array is not modified. */
    public record Monomial(int[] variables, double coefficient) {}

    public void add(int variable, double coefficient) {
        if (count == variables.length) {
            variables = Arrays.copyOf(variables, 2 * count);
            coefficients = Arrays.copyOf(coefficients, 2 * count);
        }
        variables[count] = variable;
        coefficients[count++] = coefficient;
    }

    public void addConstant(double value) {
        constant = DecimalArithmetic.plus(constant, value);
    }

    public void addProduct(int x, int y, double coefficient) {
        if (productCount == first.length) {
            int capacity = 2 * productCount + 8;
            first = Arrays.copyOf(first, capacity);
            second = Arrays.copyOf(second, capacity);
            products = Arrays.copyOf(products, capacity);
        }
        first[productCount] = x;
        second[productCount] = y;
        products[productCount++] = coefficient;
    }

    /** A product of any number of different binaries. */
    public void addMonomial(int[] variables, double coefficient) {
        switch (variables.length) {
            case 0 -> addConstant(coefficient);
            case 1 -> add(variables[0], coefficient);
            case 2 -> addProduct(variables[0], variables[1], coefficient);
            default -> monomials.add(new Monomial(variables, coefficient));
        }
    }

    public List<Monomial> monomials() {
        return monomials;
    }

    /** Halves the products from {@code from} on. */
    public void halveProducts(int from) {
        for (int k = from; k < productCount; k++) {
            products[k] /= 2;
        }
    }

    public boolean hasVariables() {
        return count > 0 || productCount > 0 || !monomials.isEmpty();
    }

    /** Number of linear terms. */
    public int size() {
        return count;
    }

    public int variable(int k) {
        return variables[k];
    }

    public double coefficient(int k) {
        return coefficients[k];
    }

    public int products() {
        return productCount;
    }

    public int first(int k) {
        return first[k];
    }

    public int second(int k) {
        return second[k];
    }

    public double product(int k) {
        return products[k];
    }

    public double constant() {
        return constant;
    }

    /** The constant, which is then 0. */
    public double takeConstant() {
        double value = constant;
        constant = 0;
        return value;
    }

    /** Adds all of this, times {@code factor}, to another expression, which is modified. */
    public void addTo(ModelTerms other, double factor) {
        for (int k = 0; k < count; k++) {
            other.add(variables[k], DecimalArithmetic.times(coefficients[k], factor));
        }
        for (int k = 0; k < productCount; k++) {
            other.addProduct(first[k], second[k], DecimalArithmetic.times(products[k], factor));
        }
        for (Monomial m : monomials) {
            other.addMonomial(m.variables(), DecimalArithmetic.times(m.coefficient(), factor));
        }
        other.addConstant(DecimalArithmetic.times(constant, factor));
    }

    /** Its value where variable i has the value that {@code values} gives for i. */
    public double value(IntToDoubleFunction values) {
        double sum = constant;
        for (int k = 0; k < count; k++) {
            sum = DecimalArithmetic.plus(
                    sum, DecimalArithmetic.times(coefficients[k], values.applyAsDouble(variables[k])));
        }
        for (int k = 0; k < productCount; k++) {
            double both = values.applyAsDouble(first[k]) * values.applyAsDouble(second[k]);
            sum = DecimalArithmetic.plus(sum, DecimalArithmetic.times(products[k], both));
        }
        for (Monomial m : monomials) {
            double all = 1;
            for (int variable : m.variables()) {
                all *= values.applyAsDouble(variable);
            }
            sum = DecimalArithmetic.plus(sum, DecimalArithmetic.times(m.coefficient(), all));
        }
        return sum;
    }

    /** Sum of the magnitudes of the coefficients of variables and products. */
    public double magnitude() {
        double sum = 0;
        for (int k = 0; k < count; k++) {
            sum += Math.abs(coefficients[k]);
        }
        for (int k = 0; k < productCount; k++) {
            sum += Math.abs(products[k]);
        }
        for (Monomial m : monomials) {
            sum += Math.abs(m.coefficient());
        }
        return sum;
    }

    /** This with every sign turned. */
    public ModelTerms negated() {
        ModelTerms negated = new ModelTerms();
        addTo(negated, -1);
        return negated;
    }

    /** Cuts what growing left over; for expressions that are kept. */
    public ModelTerms trimmed() {
        variables = Arrays.copyOf(variables, count);
        coefficients = Arrays.copyOf(coefficients, count);
        return this;
    }
}
