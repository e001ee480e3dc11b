package org.shrinq.instances.model;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.shrinq.instances.codec.Codec;
import org.shrinq.instances.text.Limits;
import org.shrinq.instances.text.Text;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Sense;
import org.shrinq.qubo.problem.BinaryQuadraticProgram;
import org.shrinq.qubo.problem.VariableTable;
import org.shrinq.qubo.terms.BitExpansion;
import org.shrinq.qubo.terms.ConstraintClassifier;
import org.shrinq.qubo.terms.DecimalArithmetic;
import org.shrinq.qubo.terms.ModelTerms;

/**
 * A model as its file states it, with integer and fixed variables, products in rows and indicator rows, which becomes
 * one of bits and linear rows. What had to be changed on the way is a warning.
 */
final class ModelBuilder {
    /** Bytes that a product of two bits takes with its three rows. */
    private static final double BYTES_PER_PRODUCT = 600;

    /** From here on a bound is none where the row cannot reach it. */
    static final double INFINITY = 1e20;

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
        double least = DecimalArithmetic.minus(low, constant);
        double most = DecimalArithmetic.minus(high, constant);
        // a large number that the row cannot reach is none, as in a text that says infinity with it
        double far = Math.max(INFINITY, Math.nextUp(VariableTable.MOST_VALUES * terms.magnitude()));
        if (!(least < far) || !(most > -far)) {
            throw variables.invalid("expected a finite bound of " + name + ", found infinity", "");
        }
        rows.add(new Row(
                name,
                terms.trimmed(),
                least <= -far ? Double.NEGATIVE_INFINITY : least,
                most >= far ? Double.POSITIVE_INFINITY : most,
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
        int own = bits;
        BitExpansion expansion = new BitExpansion(
                encoded,
                products -> limits.require(
                        text.file(),
                        0,
                        own + products + " variables with the products of rows",
                        BYTES_PER_PRODUCT * products));
        BitExpansion.Expanded objectiveOfBits = finite(expansion.form(objective));
        ConstraintClassifier typed = rows(expansion);
        int all = expansion.size();
        if (integers > 0) {
            warn(integers + (integers == 1 ? " integer became " : " integers became ") + "bits, " + all
                    + " variables in all");
        }
        BinaryModel model = new BinaryModel(sense, objectiveOfBits.qubo(all), typed.constraints());
        if (typed.free() > 0) {
            warn(typed.free() + " constraints without bounds were left out");
        }
        VariableTable table = plain && all == bits ? VariableTable.none() : expansion.table();
        return new Codec.Parsed(
                new BinaryQuadraticProgram(text.stem(), model, expansion.table()),
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

    private ConstraintClassifier rows(BitExpansion expansion) {
        ConstraintClassifier typed = new ConstraintClassifier();
        int indicators = 0;
        for (Row row : rows) {
            BitExpansion.Expanded e = finite(expansion.row(row.terms()));
            double low = DecimalArithmetic.minus(row.low(), e.constant());
            double high = DecimalArithmetic.minus(row.high(), e.constant());
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
        int count = expansion.products().size();
        if (count > 0) {
            warn(count
                    + (count == 1
                            ? " product of variables became a variable"
                            : " products of variables became variables")
                    + " with three rows each");
            expansion.addProductRows(typed);
        }
        return typed;
    }

    /** Σ a x ≤ high + M (1 − z) with M the most that the sum exceeds high by; the same for the lower bound. */
    private void indicator(
            ConstraintClassifier typed,
            BitExpansion expansion,
            Row row,
            BitExpansion.Expanded e,
            double low,
            double high) {
        VariableTable.Variable z = expansion.variable(row.indicator());
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

    private BitExpansion.Expanded finite(BitExpansion.Expanded e) {
        if (!e.isFinite()) {
            throw variables.invalid("expected sums within ±1.8e308, found larger coefficients", "");
        }
        return e;
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
}
