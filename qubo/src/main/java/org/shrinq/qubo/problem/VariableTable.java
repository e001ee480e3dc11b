package org.shrinq.qubo.problem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.shrinq.qubo.BoundedCode;
import org.shrinq.qubo.text.Brief;

/**
 * How the variables of a model became bits: variable = constant + Σ coefficient · bit. Bounded integers have several
 * bits, variables that their bounds fix have none; the products of rows have their own bits, which belong to no
 * variable of the model.
 *
 * @param variables those of the model, in its order; empty when every variable is a bit and every bit a variable
 * @param products bits that are the product of two others, ascending
 */
public record VariableTable(List<Variable> variables, List<Product> products) {
    /** Values that an integer may have at most. */
    public static final int MOST_VALUES = 1 << 20;

    private static final VariableTable NONE = new VariableTable(List.of(), List.of());

    /**
     * A variable of the file. Coefficients are whole and positive, and every whole number up to their sum is a sum of
     * some of them.
     *
     * @param name its name in the file
     * @param constant its value when all its bits are 0
     * @param firstBit its first bit; the others follow
     * @param coefficients one per bit; not to be modified
     */
    public record Variable(String name, double constant, int firstBit, double[] coefficients) {
        /**
         * A variable with the whole values from {@code low} to {@code high} by the {@link BoundedCode}; a constant
         * where they are the same.
         */
        public static Variable between(String name, double low, double high, int firstBit) {
            return new Variable(name, low + 0.0, firstBit, BoundedCode.coefficients(high - low));
        }

        /** True for a variable that is itself a bit. */
        public boolean isBit() {
            return constant == 0 && coefficients.length == 1 && coefficients[0] == 1;
        }

        /** Its value in a string of bits. */
        public double value(byte[] x) {
            double value = constant;
            for (int k = 0; k < coefficients.length; k++) {
                value += x[firstBit + k] * coefficients[k];
            }
            return value;
        }

        public double least() {
            return constant;
        }

        public double most() {
            return constant + Arrays.stream(coefficients).sum();
        }

        /**
         * Sets its bits in {@code x}, which is modified, so that it has that whole value; false when it cannot have it.
         */
        public boolean set(byte[] x, double value) {
            double left = value - constant;
            if (left != Math.rint(left) || value < least() || value > most()) {
                return false;
            }
            Integer[] order = new Integer[coefficients.length];
            Arrays.setAll(order, k -> k);
            Arrays.sort(order, (a, b) -> Double.compare(coefficients[b], coefficients[a]));
            for (int k : order) {
                boolean one = coefficients[k] <= left;
                x[firstBit + k] = (byte) (one ? 1 : 0);
                left -= one ? coefficients[k] : 0;
            }
            return left == 0;
        }

        @Override
        public boolean equals(Object o) {
            return o instanceof Variable v
                    && v.name.equals(name)
                    && v.constant == constant
                    && v.firstBit == firstBit
                    && Arrays.equals(v.coefficients, coefficients);
        }

        @Override
        public int hashCode() {
            return 31 * name.hashCode() + firstBit;
        }

        /** "x", or "x = 1 to 4". */
        @Override
        public String toString() {
            return isBit()
                    ? name
                    : name + " = " + number(least()) + (coefficients.length == 0 ? "" : " to " + number(most()));
        }
    }

    /**
     * A bit that is 1 when two others are.
     *
     * @param bit its number
     * @param first one factor
     * @param second the other factor
     */
    public record Product(int bit, int first, int second) {}

    public VariableTable {
        variables = List.copyOf(variables);
        products = List.copyOf(products);
    }

    /** Of a model whose variables are its bits. */
    public static VariableTable none() {
        return NONE;
    }

    /** Bits named "x1" to "x" and their number. */
    public static VariableTable numbered(int bits) {
        List<Variable> variables = new ArrayList<>(bits);
        for (int i = 0; i < bits; i++) {
            variables.add(Variable.between("x" + (i + 1), 0, 1, i));
        }
        return new VariableTable(variables, List.of());
    }

    public boolean isEmpty() {
        return variables.isEmpty();
    }

    /** The values of all variables, by name, in their order. */
    public Map<String, Double> values(byte[] x) {
        Map<String, Double> values = new java.util.LinkedHashMap<>();
        for (Variable v : variables) {
            values.put(v.name(), v.value(x));
        }
        return Collections.unmodifiableMap(values);
    }

    /** The values of the variables that are no bits themselves, by name, in the order of the file. */
    public Map<String, Double> integers(byte[] x) {
        Map<String, Double> values = new java.util.LinkedHashMap<>();
        for (Variable v : variables) {
            if (!v.isBit()) {
                values.put(v.name(), v.value(x));
            }
        }
        return values;
    }

    /** Sets every product in {@code x}, which is modified, to that of its factors. */
    public void setProducts(byte[] x) {
        for (Product p : products) {
            x[p.bit()] = (byte) (x[p.first()] & x[p.second()]);
        }
    }

    /** What the bits stand for, by number, where they are no variables of the file. */
    public Map<Integer, String> meanings() {
        Map<Integer, String> meanings = new TreeMap<>();
        for (Variable v : variables) {
            if (!v.isBit()) {
                String range = number(v.least()) + " to " + number(v.most());
                for (int k = 0; k < v.coefficients().length; k++) {
                    meanings.put(
                            v.firstBit() + k,
                            "adds " + number(v.coefficients()[k]) + " to the integer " + v.name() + ", " + range);
                }
            }
        }
        for (Product p : products) {
            meanings.put(p.bit(), "product of variables " + (p.first() + 1) + " and " + (p.second() + 1));
        }
        return meanings;
    }

    /** The variable of that name; its number in the file's order. */
    public OptionalDouble valueOf(String name, byte[] x) {
        for (Variable v : variables) {
            if (v.name().equals(name)) {
                return OptionalDouble.of(v.value(x));
            }
        }
        return OptionalDouble.empty();
    }

    /** Names for the bits: those of the variables, an integer's with "@" and a number, "product@" and a number. */
    public List<String> bitNames(int bits) {
        List<String> names = new ArrayList<>(java.util.Collections.nCopies(bits, ""));
        for (Variable v : variables) {
            for (int k = 0; k < v.coefficients().length; k++) {
                names.set(v.firstBit() + k, v.isBit() ? v.name() : v.name() + "@" + (k + 1));
            }
        }
        for (int k = 0; k < products.size(); k++) {
            names.set(products.get(k).bit(), "product@" + (k + 1));
        }
        return names;
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    @Override
    public String toString() {
        return Brief.of(this);
    }
}
