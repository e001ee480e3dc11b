package org.shrinq.qubo.terms;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.problem.VariableTable;

/**
 * Expressions of a model's variables as expressions of the bits that write them: an integer is its constant and Σ
 * coefficient · bit. In rows the product of two bits is a bit too, with three rows that make it so (Glover and
 * Woolsey, 1974). Coefficients are added and multiplied as decimals.
 */
public final class BitExpansion {
    private final List<VariableTable.Variable> variables;
    private final int bits;
    private final IntConsumer growing;
    private final Map<Long, VariableTable.Product> products = new LinkedHashMap<>();

    /**
     * @param variables as {@link ModelTerms} numbers them
     * @param growing receives before each new product how many there are, and may throw when they are too many
     */
    public BitExpansion(List<VariableTable.Variable> variables, IntConsumer growing) {
        this.variables = List.copyOf(variables);
        this.growing = growing;
        int count = 0;
        for (VariableTable.Variable v : variables) {
            count += v.coefficients().length;
        }
        bits = count;
    }

    /** Bits of the variables, and after them those of the products so far. */
    public int size() {
        return bits + products.size();
    }

    public VariableTable.Variable variable(int i) {
        return variables.get(i);
    }

    /** The products that rows have needed, ascending. */
    public List<VariableTable.Product> products() {
        return List.copyOf(products.values());
    }

    /** What the bits stand for. */
    public VariableTable table() {
        return new VariableTable(variables, products());
    }

    /** As a sum of bits, where a product of two is a bit too. */
    public Expanded row(ModelTerms terms) {
        return expand(terms, (e, a, b, value) -> e.add(auxiliary(a, b), value));
    }

    /** As a quadratic form of bits. */
    public Expanded form(ModelTerms terms) {
        return expand(terms, (e, a, b, value) -> e.products.merge(pair(a, b), value, DecimalArithmetic::plus));
    }

    /** Adds the rows that make every product one: p ≤ a, p ≤ b, a + b − p ≤ 1. */
    public void addProductRows(ConstraintClassifier rows) {
        double none = Double.NEGATIVE_INFINITY;
        for (VariableTable.Product p : products.values()) {
            String name = "product@" + (p.bit() - bits + 1);
            rows.add(name + "_first", new int[] {p.bit(), p.first()}, new double[] {1, -1}, none, 0);
            rows.add(name + "_second", new int[] {p.bit(), p.second()}, new double[] {1, -1}, none, 0);
            rows.add(name + "_both", new int[] {p.first(), p.second(), p.bit()}, new double[] {1, 1, -1}, none, 1);
        }
    }

    /** Receives the product of two different bits. */
    @FunctionalInterface
    private interface Pairs {
        void add(Expanded e, int a, int b, double value);
    }

    private Expanded expand(ModelTerms terms, Pairs pairs) {
        Expanded e = new Expanded();
        e.constant = terms.constant();
        for (int k = 0; k < terms.size(); k++) {
            VariableTable.Variable v = variables.get(terms.variable(k));
            double a = terms.coefficient(k);
            e.constant = DecimalArithmetic.plus(e.constant, DecimalArithmetic.times(a, v.constant()));
            for (int b = 0; b < v.coefficients().length; b++) {
                e.add(v.firstBit() + b, DecimalArithmetic.times(a, v.coefficients()[b]));
            }
        }
        for (int k = 0; k < terms.products(); k++) {
            multiply(e, terms.first(k), terms.second(k), terms.product(k), pairs);
        }
        for (ModelTerms.Monomial monomial : terms.monomials()) {
            monomial(e, monomial, pairs);
        }
        return e;
    }

    /** The factors but one become one bit, product by product. */
    private void monomial(Expanded e, ModelTerms.Monomial monomial, Pairs pairs) {
        int[] bitsOf = new int[monomial.variables().length];
        int count = 0;
        for (int variable : monomial.variables()) {
            VariableTable.Variable v = variables.get(variable);
            if (v.coefficients().length == 0 && v.constant() == 0) {
                return;
            }
            if (v.coefficients().length > 0) {
                bitsOf[count++] = v.firstBit();
            }
        }
        if (count < 2) {
            if (count == 0) {
                e.constant = DecimalArithmetic.plus(e.constant, monomial.coefficient());
            } else {
                e.add(bitsOf[0], monomial.coefficient());
            }
            return;
        }
        int product = bitsOf[0];
        for (int k = 1; k < count - 1; k++) {
            product = auxiliary(product, bitsOf[k]);
        }
        pairs.add(e, product, bitsOf[count - 1], monomial.coefficient());
    }

    private static long pair(int a, int b) {
        return (long) Math.min(a, b) << 32 | Math.max(a, b);
    }

    private int auxiliary(int a, int b) {
        int next = size();
        growing.accept(products.size());
        return products.computeIfAbsent(
                        pair(a, b), p -> new VariableTable.Product(next, Math.min(a, b), Math.max(a, b)))
                .bit();
    }

    /** Adds factor · x · y, where both are sums of bits. */
    private void multiply(Expanded e, int x, int y, double factor, Pairs pairs) {
        VariableTable.Variable u = variables.get(x);
        VariableTable.Variable v = variables.get(y);
        e.constant = DecimalArithmetic.plus(e.constant, DecimalArithmetic.times(factor, u.constant() * v.constant()));
        for (int a = 0; a < u.coefficients().length; a++) {
            addUnlessZero(e, u.firstBit() + a, DecimalArithmetic.times(factor, u.coefficients()[a] * v.constant()));
        }
        for (int b = 0; b < v.coefficients().length; b++) {
            addUnlessZero(e, v.firstBit() + b, DecimalArithmetic.times(factor, u.constant() * v.coefficients()[b]));
        }
        for (int a = 0; a < u.coefficients().length; a++) {
            for (int b = 0; b < v.coefficients().length; b++) {
                double value = DecimalArithmetic.times(factor, u.coefficients()[a] * v.coefficients()[b]);
                int first = u.firstBit() + a;
                int second = v.firstBit() + b;
                if (first == second) {
                    e.add(first, value);
                } else {
                    pairs.add(e, first, second, value);
                }
            }
        }
    }

    private static void addUnlessZero(Expanded e, int bit, double value) {
        if (value != 0) {
            e.add(bit, value);
        }
    }

    /** A sum over bits, with products of two where it is a quadratic form. */
    public static final class Expanded {
        private final Map<Integer, Double> terms = new LinkedHashMap<>();
        private final Map<Long, Double> products = new LinkedHashMap<>();
        private double constant;

        private Expanded() {}

        private void add(int bit, double value) {
            terms.merge(bit, value, DecimalArithmetic::plus);
        }

        public double constant() {
            return constant;
        }

        /** False where a sum left the range of doubles. */
        public boolean isFinite() {
            boolean finite = Double.isFinite(constant);
            for (double value : terms.values()) {
                finite &= Double.isFinite(value);
            }
            for (double value : products.values()) {
                finite &= Double.isFinite(value);
            }
            return finite;
        }

        /** The bits of the linear terms. */
        public int[] bits() {
            return terms.keySet().stream().mapToInt(b -> b).toArray();
        }

        /** Their coefficients, in the same order. */
        public double[] values() {
            return terms.values().stream().mapToDouble(v -> v).toArray();
        }

        /** The form over {@code size} bits. */
        public Qubo qubo(int size) {
            Qubo.Builder builder = Qubo.builder(size).addOffset(constant);
            terms.forEach(builder::addLinear);
            products.forEach((pair, value) -> builder.add((int) (pair >>> 32), (int) (long) pair, value));
            return builder.build();
        }
    }
}
