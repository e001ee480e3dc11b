package org.shrinq.instances.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A growing expression of a model file: constant, linear terms, products of two variables. */
final class ModelTerms {
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
    record Monomial(int[] variables, double coefficient) {}

    void add(int variable, double coefficient) {
        if (count == variables.length) {
            variables = Arrays.copyOf(variables, 2 * count);
            coefficients = Arrays.copyOf(coefficients, 2 * count);
        }
        variables[count] = variable;
        coefficients[count++] = coefficient;
    }

    void addConstant(double value) {
        constant += value;
    }

    void addProduct(int x, int y, double coefficient) {
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
    void addMonomial(int[] variables, double coefficient) {
        switch (variables.length) {
            case 0 -> addConstant(coefficient);
            case 1 -> add(variables[0], coefficient);
            case 2 -> addProduct(variables[0], variables[1], coefficient);
            default -> monomials.add(new Monomial(variables, coefficient));
        }
    }

    List<Monomial> monomials() {
        return monomials;
    }

    /** Halves the products from {@code from} on. */
    void halveProducts(int from) {
        for (int k = from; k < productCount; k++) {
            products[k] /= 2;
        }
    }

    boolean hasVariables() {
        return count > 0 || productCount > 0 || !monomials.isEmpty();
    }

    /** Number of linear terms. */
    int size() {
        return count;
    }

    int variable(int k) {
        return variables[k];
    }

    double coefficient(int k) {
        return coefficients[k];
    }

    int products() {
        return productCount;
    }

    int first(int k) {
        return first[k];
    }

    int second(int k) {
        return second[k];
    }

    double product(int k) {
        return products[k];
    }

    double constant() {
        return constant;
    }

    /** The constant, which is then 0. */
    double takeConstant() {
        double value = constant;
        constant = 0;
        return value;
    }

    /** This with every sign turned. */
    ModelTerms negated() {
        ModelTerms negated = new ModelTerms();
        for (int k = 0; k < count; k++) {
            negated.add(variables[k], -coefficients[k]);
        }
        for (int k = 0; k < productCount; k++) {
            negated.addProduct(first[k], second[k], -products[k]);
        }
        for (Monomial m : monomials) {
            negated.addMonomial(m.variables(), -m.coefficient());
        }
        negated.addConstant(-constant);
        return negated;
    }

    /** Cuts what growing left over; for expressions that are kept. */
    ModelTerms trimmed() {
        variables = Arrays.copyOf(variables, count);
        coefficients = Arrays.copyOf(coefficients, count);
        return this;
    }
}
