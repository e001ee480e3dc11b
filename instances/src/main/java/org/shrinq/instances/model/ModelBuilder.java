package org.shrinq.instances.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.shrinq.instances.codec.Codec;
import org.shrinq.instances.codec.VariableTable;
import org.shrinq.instances.text.Limits;
import org.shrinq.instances.text.Text;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.Sense;
import org.shrinq.qubo.problem.BinaryQuadraticProgram;

/**
 * A model as its file states it, with integer and fixed variables, products in rows and indicator rows, which becomes one of bits and linear
 * rows. What had to be changed on the way is a warning.
 */
final class ModelBuilder {
    /** Bytes that a product of two bits takes with its three rows. */
    private static final double BYTES_PER_PRODUCT = 600;

    private final Text text;
    private final Limits limits;
    private final ModelVariables variables;
    private final ModelTerms objective = new ModelTerms();
    private final List<Row> rows = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    /**
     * low ≤ terms ≤ high, where {@code indicator} ≥ 0 only if that variable is {@code active}.
     *
     * @param terms its constant moved to the bounds
     */
    record Row(String name, ModelTerms terms, double low, double high, int indicator, boolean active) {}

    ModelBuilder(Text text, Limits limits) {
        this.text = text;
        this.limits = limits;
        variables = new ModelVariables(text.file());
    }

    ModelVariables variables() {
        return variables;
    }

    ModelTerms objective() {
        return objective;
    }

    /** The rows so far. */
    List<Row> rows() {
        return rows;
    }

    void warn(String warning) {
        warnings.add(warning);
    }

    /** Adds low ≤ terms ≤ high; ±∞ is no bound. */
    void row(String name, ModelTerms terms, double low, double high) {
        add(name, terms, low, high, -1, true);
    }

    /** Adds "if the variable is active, then low ≤ terms ≤ high". */
    void indicator(String name, int variable, boolean active, ModelTerms terms, double low, double high) {
        add(name, terms, low, high, variable, active);
    }

    private void add(String name, ModelTerms terms, double low, double high, int indicator, boolean active) {
        double constant = terms.takeConstant();
        rows.add(new Row(
                name,
                terms.trimmed(),
                DecimalArithmetic.minus(low, constant),
                DecimalArithmetic.minus(high, constant),
                indicator,
                active));
    }

    /** The model of bits. */
    Codec.Parsed build(Sense sense) {
        variables.round();
        new ImpliedBounds(variables, rows).close().ifPresent(warnings::add);
        List<VariableTable.Variable> encoded = variables.encode(i -> Continuous.hint(i, variables, rows));
        int bits = 0;
        boolean plain = true;
        int fixed = 0;
        int integers = 0;
        for (VariableTable.Variable v : encoded) {
            bits += v.coefficients().length;
            plain &= v.isBit();
            fixed += v.coefficients().length == 0 ? 1 : 0;
            integers += v.coefficients().length > 0 && !v.isBit() ? 1 : 0;
        }
        if (bits == 0) {
            throw variables.invalid(
                    "expected a variable to decide, found all " + encoded.size() + " fixed by their bounds", "");
        }
        if (fixed > 0) {
            warn(fixed
                    + (fixed == 1
                            ? " variable that its bounds fix is a constant"
                            : " variables that their bounds fix are constants"));
        }
        Bits expansion = new Bits(encoded, bits);
        Expanded objectiveOfBits = expansion.objective(objective);
        ConstraintClassifier typed = rows(expansion);
        int all = bits + expansion.products.size();
        if (integers > 0) {
            warn(integers + (integers == 1 ? " integer became " : " integers became ") + "bits, " + all
                    + " variables in all");
        }
        Qubo qubo = qubo(objectiveOfBits, all);
        BinaryModel model = new BinaryModel(sense, qubo, typed.constraints());
        if (typed.free() > 0) {
            warn(typed.free() + " constraints without bounds were left out");
        }
        VariableTable table = plain && expansion.products.isEmpty()
                ? VariableTable.none()
                : new VariableTable(encoded, List.copyOf(expansion.products.values()));
        return new Codec.Parsed(
                new BinaryQuadraticProgram(text.stem(), model),
                OptionalDouble.empty(),
                names(table, all),
                warnings,
                table);
    }

    /** One name for each bit; empty when they are x1, x2, … in this order. */
    private List<String> names(VariableTable table, int bits) {
        List<String> names = new ArrayList<>(bits);
        if (table.isEmpty()) {
            for (int i = 0; i < bits; i++) {
                names.add(variables.name(i));
            }
        } else {
            names.addAll(table.bitNames(bits));
        }
        for (int i = 0; i < bits; i++) {
            if (!names.get(i).equals("x" + (i + 1))) {
                return names;
            }
        }
        return List.of();
    }

    private ConstraintClassifier rows(Bits expansion) {
        ConstraintClassifier typed = new ConstraintClassifier();
        int indicators = 0;
        for (Row row : rows) {
            Expanded e = expansion.expand(row.terms());
            double low = DecimalArithmetic.minus(row.low(), e.constant);
            double high = DecimalArithmetic.minus(row.high(), e.constant);
            if (row.indicator() < 0) {
                typed.add(row.name(), e.bits(), e.values(), low, high);
            } else {
                indicators++;
                indicator(typed, expansion, row, e, low, high);
            }
        }
        if (indicators > 0) {
            warn(indicators
                    + (indicators == 1 ? " indicator constraint became a row" : " indicator constraints became rows")
                    + " with M from the bounds of the variables");
        }
        if (!expansion.products.isEmpty()) {
            int count = expansion.products.size();
            warn(count
                    + (count == 1
                            ? " product of variables became a variable"
                            : " products of variables became variables")
                    + " with three rows each");
            for (VariableTable.Product p : expansion.products.values()) {
                String name = "product@" + (p.bit() - expansion.bits + 1);
                double none = Double.NEGATIVE_INFINITY;
                typed.add(name + "_first", new int[] {p.bit(), p.first()}, new double[] {1, -1}, none, 0);
                typed.add(name + "_second", new int[] {p.bit(), p.second()}, new double[] {1, -1}, none, 0);
                typed.add(name + "_both", new int[] {p.first(), p.second(), p.bit()}, new double[] {1, 1, -1}, none, 1);
            }
        }
        return typed;
    }

    /** Σ a x ≤ high + M (1 − z) with M the most that the sum exceeds high by; the same for the lower bound. */
    private void indicator(ConstraintClassifier typed, Bits expansion, Row row, Expanded e, double low, double high) {
        VariableTable.Variable z = expansion.variables.get(row.indicator());
        boolean fixed = z.coefficients().length == 0;
        if (!fixed && !z.isBit()) {
            throw variables.invalid("expected the indicator " + z.name() + " to be binary", "");
        }
        if (fixed) {
            if (z.constant() == (row.active() ? 1 : 0)) {
                typed.add(row.name(), e.bits(), e.values(), low, high);
            }
            return;
        }
        double least = 0;
        double most = 0;
        double[] values = e.values();
        for (double value : values) {
            least += Math.min(0, value);
            most += Math.max(0, value);
        }
        boolean both = low > Double.NEGATIVE_INFINITY && high < Double.POSITIVE_INFINITY;
        if (high < most) {
            typed.add(
                    both ? row.name() + "_upper" : row.name(),
                    with(e.bits(), z.firstBit()),
                    with(values, row.active() ? most - high : high - most),
                    Double.NEGATIVE_INFINITY,
                    row.active() ? most : high);
        }
        if (low > least) {
            typed.add(
                    both ? row.name() + "_lower" : row.name(),
                    with(e.bits(), z.firstBit()),
                    with(values, row.active() ? least - low : low - least),
                    row.active() ? least : low,
                    Double.POSITIVE_INFINITY);
        }
    }

    private static int[] with(int[] array, int last) {
        int[] more = java.util.Arrays.copyOf(array, array.length + 1);
        more[array.length] = last;
        return more;
    }

    private static double[] with(double[] array, double last) {
        double[] more = java.util.Arrays.copyOf(array, array.length + 1);
        more[array.length] = last;
        return more;
    }

    /** Builds the objective; {@code all} is how many bits there are with the products. */
    private static Qubo qubo(Expanded objective, int all) {
        Qubo.Builder builder = Qubo.builder(all).addOffset(objective.constant);
        objective.terms.forEach(builder::addLinear);
        objective.products.forEach((pair, value) -> builder.add((int) (pair >>> 32), (int) (long) pair, value));
        return builder.build();
    }

    /** A sum over bits. */
    private static final class Expanded {
        private final Map<Integer, Double> terms = new java.util.LinkedHashMap<>();
        private final Map<Long, Double> products = new java.util.LinkedHashMap<>();
        private double constant;

        void add(int bit, double value) {
            terms.merge(bit, value, DecimalArithmetic::plus);
        }

        boolean isFinite() {
            boolean finite = Double.isFinite(constant);
            for (double value : terms.values()) {
                finite &= Double.isFinite(value);
            }
            for (double value : products.values()) {
                finite &= Double.isFinite(value);
            }
            return finite;
        }

        int[] bits() {
            return terms.keySet().stream().mapToInt(b -> b).toArray();
        }

        double[] values() {
            return terms.values().stream().mapToDouble(v -> v).toArray();
        }
    }

    /** Expressions of the file's variables as expressions of bits. */
    private final class Bits {
        private final List<VariableTable.Variable> variables;
        private final int bits;
        private final Map<Long, VariableTable.Product> products = new java.util.LinkedHashMap<>();

        Bits(List<VariableTable.Variable> variables, int bits) {
            this.variables = variables;
            this.bits = bits;
        }

        /** Receives the product of two different bits. */
        @FunctionalInterface
        interface Pairs {
            void add(Expanded e, int a, int b, double value);
        }

        /** As a sum of bits, where a product is a bit of its own. */
        Expanded expand(ModelTerms terms) {
            return expand(terms, (e, a, b, value) -> e.add(auxiliary(a, b), value));
        }

        /** As a quadratic form of bits. */
        Expanded objective(ModelTerms terms) {
            return expand(terms, (e, a, b, value) -> e.products.merge(pair(a, b), value, DecimalArithmetic::plus));
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
            if (!e.isFinite()) {
                throw ModelBuilder.this.variables.invalid(
                        "expected sums within ±1.8e308, found larger coefficients", "");
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
            int low = Math.min(a, b);
            int high = Math.max(a, b);
            int next = bits + products.size();
            limits.require(
                    text.file(), 0, next + " variables with the products of rows", BYTES_PER_PRODUCT * products.size());
            return products.computeIfAbsent((long) low << 32 | high, p -> new VariableTable.Product(next, low, high))
                    .bit();
        }

        /** Adds factor · x · y, where both are sums of bits. */
        private void multiply(Expanded e, int x, int y, double factor, Pairs pairs) {
            VariableTable.Variable u = variables.get(x);
            VariableTable.Variable v = variables.get(y);
            e.constant =
                    DecimalArithmetic.plus(e.constant, DecimalArithmetic.times(factor, u.constant() * v.constant()));
            for (int a = 0; a < u.coefficients().length; a++) {
                add(e, u.firstBit() + a, DecimalArithmetic.times(factor, u.coefficients()[a] * v.constant()));
            }
            for (int b = 0; b < v.coefficients().length; b++) {
                add(e, v.firstBit() + b, DecimalArithmetic.times(factor, u.constant() * v.coefficients()[b]));
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

        private static void add(Expanded e, int bit, double value) {
            if (value != 0) {
                e.add(bit, value);
            }
        }
    }
}
