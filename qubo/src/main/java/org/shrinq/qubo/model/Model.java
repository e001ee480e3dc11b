package org.shrinq.qubo.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Sense;
import org.shrinq.qubo.problem.BinaryQuadraticProgram;
import org.shrinq.qubo.problem.VariableTable;
import org.shrinq.qubo.terms.BitExpansion;
import org.shrinq.qubo.terms.ConstraintClassifier;
import org.shrinq.qubo.terms.DecimalArithmetic;
import org.shrinq.qubo.terms.ModelTerms;

/**
 * States a problem by names: binary and integer variables, an objective that is linear or quadratic, and rows.
 *
 * <pre>{@code
 * Model m = Model.maximize();
 * Var x = m.binary("x");
 * Var y = m.binary("y");
 * m.objective(x.times(3).plus(y.times(2)));
 * m.atMost("budget", x.times(2).plus(y), 2);
 * Solution solution = Shrinq.solve(m.problem());
 * }</pre>
 *
 * <p>Integers become bits, and products in rows bits with their own rows, as in model files. Sums that are at most,
 * at least or exactly a number are recognised as the conflicts and groups that they are. Not safe for several threads;
 * a {@link #problem} is.
 */
public final class Model {
    private final String name;
    private final Sense sense;
    private final Map<String, Var> byName = new LinkedHashMap<>();
    private final List<Var> variables = new ArrayList<>();
    private final Map<String, Row> rows = new LinkedHashMap<>();
    private Expression objective = Sum.constant(0);

    /** low ≤ terms ≤ high. */
    private record Row(Expression terms, double low, double high) {}

    private Model(String name, Sense sense) {
        this.name = name;
        this.sense = sense;
    }

    /** A model whose objective is to be large. */
    public static Model maximize() {
        return maximize("model");
    }

    /** A model of that name whose objective is to be large. */
    public static Model maximize(String name) {
        return new Model(name, Sense.MAXIMIZE);
    }

    /** A model whose objective is to be small. */
    public static Model minimize() {
        return minimize("model");
    }

    /** A model of that name whose objective is to be small. */
    public static Model minimize(String name) {
        return new Model(name, Sense.MINIMIZE);
    }

    /**
     * A variable that is 0 or 1.
     *
     * @throws IllegalArgumentException when there is one of that name
     */
    public Var binary(String name) {
        return integer(name, 0, 1);
    }

    /** {@code count} variables that are 0 or 1, named "prefix1", "prefix2", … */
    public List<Var> binaries(String prefix, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(k -> binary(prefix + k)).toList();
    }

    /**
     * A variable with the whole values from {@code low} to {@code high}, which are at most 2²⁰. It takes ⌊log₂(high −
     * low)⌋ + 1 bits.
     *
     * @throws IllegalArgumentException when there is one of that name, or for a range without values or with too many
     */
    public Var integer(String name, long low, long high) {
        if (low > high) {
            throw new IllegalArgumentException(
                    "variable '" + name + "' from " + low + " to " + high + ", expected a range with a value");
        }
        if (high - low >= VariableTable.MOST_VALUES || high - low < 0 || Math.abs((double) low) > 0x1p52) {
            throw new IllegalArgumentException("variable '" + name + "' from " + low + " to " + high
                    + ", expected at most " + VariableTable.MOST_VALUES + " values within ±2^52");
        }
        if (byName.containsKey(name)) {
            throw new IllegalArgumentException("a second variable '" + name + "'");
        }
        Var variable = new Var(this, variables.size(), name, low, high);
        byName.put(name, variable);
        variables.add(variable);
        return variable;
    }

    /**
     * The variable of that name.
     *
     * @throws IllegalArgumentException when there is none
     */
    public Var variable(String name) {
        Var known = byName.get(name);
        if (known == null) {
            throw new IllegalArgumentException("no variable '" + name + "' in the model");
        }
        return known;
    }

    Var variable(int index) {
        return variables.get(index);
    }

    /** All variables, in the order in which they were made. */
    public List<Var> variables() {
        return List.copyOf(variables);
    }

    /** What to make large or small, in the place of any objective before; 0 where it is never said. */
    public Model objective(Expression value) {
        objective = own(value);
        return this;
    }

    /** terms ≤ bound. */
    public Model atMost(String row, Expression terms, double bound) {
        return add(row, terms, Double.NEGATIVE_INFINITY, finite(row, bound));
    }

    /** The sum of {@code terms} ≤ bound. */
    public Model atMost(String row, Collection<? extends Expression> terms, double bound) {
        return atMost(row, Expression.sum(terms), bound);
    }

    /** terms ≥ bound. */
    public Model atLeast(String row, Expression terms, double bound) {
        return add(row, terms, finite(row, bound), Double.POSITIVE_INFINITY);
    }

    /** The sum of {@code terms} ≥ bound. */
    public Model atLeast(String row, Collection<? extends Expression> terms, double bound) {
        return atLeast(row, Expression.sum(terms), bound);
    }

    /** terms = bound. */
    public Model exactly(String row, Expression terms, double bound) {
        return add(row, terms, finite(row, bound), bound);
    }

    /** The sum of {@code terms} = bound. */
    public Model exactly(String row, Collection<? extends Expression> terms, double bound) {
        return exactly(row, Expression.sum(terms), bound);
    }

    /**
     * Where {@code cause} is 1, {@code effect} is 1 too: effect − cause ≥ 0.
     *
     * @throws IllegalArgumentException for variables that are not binary
     */
    public Model implies(Var cause, Var effect) {
        requireBinary(cause);
        requireBinary(effect);
        return atLeast(cause.name() + " implies " + effect.name(), effect.minus(cause), 0);
    }

    private static void requireBinary(Var variable) {
        if (!variable.isBinary()) {
            throw new IllegalArgumentException("'" + variable.name() + "' goes from " + variable.low() + " to "
                    + variable.high() + ", expected a binary variable");
        }
    }

    private Model add(String row, Expression terms, double low, double high) {
        if (rows.putIfAbsent(row, new Row(own(terms), low, high)) != null) {
            throw new IllegalArgumentException("a second row '" + row + "'");
        }
        return this;
    }

    private static double finite(String row, double bound) {
        if (!Double.isFinite(bound)) {
            throw new IllegalArgumentException(
                    "row '" + row + "' has the bound " + bound + ", expected a finite number");
        }
        return bound;
    }

    private Expression own(Expression e) {
        Model of = e.model();
        if (of != null && of != this) {
            throw new IllegalArgumentException("an expression of variables of another model");
        }
        return e;
    }

    /**
     * The problem as it stands now, with {@link BinaryQuadraticProgram#variables} by name.
     *
     * @throws IllegalArgumentException where nothing is to be decided, or a sum leaves the range of doubles
     */
    public BinaryQuadraticProgram problem() {
        List<VariableTable.Variable> encoded = new ArrayList<>();
        int bit = 0;
        for (Var v : variables) {
            encoded.add(VariableTable.Variable.between(v.name(), v.low(), v.high(), bit));
            bit += encoded.get(encoded.size() - 1).coefficients().length;
        }
        if (bit == 0) {
            throw new IllegalArgumentException("model '" + name + "' has no variable to decide, expected at least 1");
        }
        BitExpansion bits = new BitExpansion(encoded, products -> {});
        BitExpansion.Expanded form = finite("the objective", bits.form(Sum.termsOf(objective)));
        ConstraintClassifier typed = new ConstraintClassifier();
        rows.forEach((row, r) -> {
            ModelTerms terms = Sum.termsOf(r.terms());
            BitExpansion.Expanded e = finite("row '" + row + "'", bits.row(terms));
            typed.add(
                    row,
                    e.bits(),
                    e.values(),
                    DecimalArithmetic.minus(r.low(), e.constant()),
                    DecimalArithmetic.minus(r.high(), e.constant()));
        });
        bits.addProductRows(typed);
        BinaryModel model = new BinaryModel(sense, form.qubo(bits.size()), typed.constraints());
        return new BinaryQuadraticProgram(name, model, bits.table());
    }

    private static BitExpansion.Expanded finite(String what, BitExpansion.Expanded e) {
        if (!e.isFinite()) {
            throw new IllegalArgumentException(what + " has a sum beyond 1.8e308");
        }
        return e;
    }

    /** The model as text: objective, rows, integers. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(sense == Sense.MAXIMIZE ? "maximize " : "minimize ").append(objective);
        rows.forEach((row, r) -> text.append("\n  ")
                .append(row)
                .append(": ")
                .append(r.terms())
                .append(r.low() == r.high() ? " = " : r.low() == Double.NEGATIVE_INFINITY ? " <= " : " >= ")
                .append(ExpressionText.number(r.low() == Double.NEGATIVE_INFINITY ? r.high() : r.low())));
        for (Var v : variables) {
            if (!v.isBinary()) {
                text.append("\n  ")
                        .append(v.low())
                        .append(" <= ")
                        .append(v)
                        .append(" <= ")
                        .append(v.high());
            }
        }
        return text.toString();
    }
}
