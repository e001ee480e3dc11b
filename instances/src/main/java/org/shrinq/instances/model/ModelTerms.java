package org.shrinq.instances.model;

import java.util.Arrays;

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

    /** Halves the products from {@code from} on. */
    void halveProducts(int from) {
        for (int k = from; k < productCount; k++) {
            products[k] /= 2;
        }
    }

    boolean hasVariables() {
        return count > 0 || productCount > 0;
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

    /** Cuts what growing left over; for expressions that are kept. */
    ModelTerms trimmed() {
        variables = Arrays.copyOf(variables, count);
        coefficients = Arrays.copyOf(coefficients, count);
        return this;
    }
}
