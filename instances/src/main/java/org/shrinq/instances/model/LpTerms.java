package org.shrinq.instances.model;

import java.util.Arrays;
import org.shrinq.qubo.Qubo;

/** A growing expression of an LP text: constant, linear terms, products. */
final class LpTerms {
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

    boolean hasVariables() {
        return count > 0;
    }

    /** The constant, which is then 0. */
    double takeConstant() {
        double value = constant;
        constant = 0;
        return value;
    }

    /** Adds low ≤ this ≤ high to the rows, the constant moved to the bounds. */
    void addTo(ModelRows rows, String name, double low, double high) {
        rows.add(
                name,
                Arrays.copyOf(variables, count),
                Arrays.copyOf(coefficients, count),
                low - constant,
                high - constant);
    }

    Qubo toQubo(int n) {
        Qubo.Builder builder = Qubo.builder(n).addOffset(constant);
        for (int k = 0; k < count; k++) {
            builder.addLinear(variables[k], coefficients[k]);
        }
        for (int k = 0; k < productCount; k++) {
            builder.add(first[k], second[k], products[k]);
        }
        return builder.build();
    }
}
