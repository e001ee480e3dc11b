package org.shrinq.instances.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.shrinq.instances.codec.Codec;
import org.shrinq.instances.text.Limits;
import org.shrinq.instances.text.Text;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.Sense;
import org.shrinq.qubo.problem.BinaryQuadraticProgram;
import org.shrinq.qubo.terms.ConstraintClassifier;

/**
 * Reads one QPLIB text, section by section. Models of binaries go straight into their forms; those with other variables
 * by way of {@link ModelBuilder}, which makes bits of bounded integers.
 */
final class QplibReader {
    private final Text text;
    private final Limits limits;
    private final QplibLines lines;
    private char objectiveType;
    private char variableType;
    private boolean hasRows;
    private int n;
    private int m;

    QplibReader(Text text, Limits limits) {
        this.text = text;
        this.limits = limits;
        lines = new QplibLines(text);
    }

    static boolean isType(String word) {
        return word.matches("(?i)[LDCQ][CBMIG][NBLDCQ]");
    }

    Codec.Parsed read() {
        lines.text("a name");
        type();
        Sense sense = sense();
        n = lines.count("the number of variables", 1, Integer.MAX_VALUE - 8);
        int line = line();
        m = hasRows ? lines.count("the number of constraints", 0, Integer.MAX_VALUE - 8) : 0;
        limits.require(
                text.file(),
                line,
                "a model of " + n + " variables and " + m + " constraints",
                variableType == 'B'
                        ? 64.0 * n + 160.0 * m + 12.0 * text.length()
                        : 600.0 * n + 600.0 * m + 12.0 * text.length());
        boolean binary = variableType == 'B';
        Qubo.Builder qubo = Qubo.builder(binary ? n : 0);
        ModelBuilder model = new ModelBuilder(text, limits);
        long couplings = objectiveType == 'L' ? 0 : quadratic(binary ? qubo::add : model.objective()::addProduct);
        double[] linear = new double[n];
        lines.listed("linear coefficients", n, linear);
        double constant = lines.number("the objective constant");
        QplibRows rows = new QplibRows(m);
        if (hasRows) {
            rows.readTerms(lines, n);
        }
        double infinity = lines.number("the value for infinity");
        if (hasRows) {
            rows.readSides(lines, infinity);
        }
        QplibBounds bounds = new QplibBounds(n, infinity);
        if (!binary) {
            bounds.read(lines, variableType == 'I');
        }
        startingPoint();
        List<String> variableNames = names("variable", n, "x");
        List<String> rowNames = lines.hasNext() ? names("constraint", m, "c") : defaultNames(m, "c");
        lines.tokens().requireEnd("the names");
        if (binary) {
            for (int i = 0; i < n; i++) {
                qubo.addLinear(i, linear[i]);
            }
            qubo.addOffset(constant);
            return ofBinaries(sense, qubo.build(), couplings, rows.typed(rowNames), variableNames);
        }
        for (int i = 0; i < n; i++) {
            model.objective().add(i, linear[i]);
        }
        model.objective().addConstant(constant);
        bounds.declare(model.variables(), variableNames);
        rows.addTo(model, rowNames);
        return model.build(sense);
    }

    private Codec.Parsed ofBinaries(
            Sense sense, Qubo objective, long couplings, ConstraintClassifier typed, List<String> names) {
        List<String> warnings = new ArrayList<>();
        if (couplings > objective.couplings()) {
            warnings.add((couplings - objective.couplings()) + " repeated entries were added up");
        }
        if (typed.free() > 0) {
            warnings.add(typed.free() + " constraints without bounds were left out");
        }
        boolean named = !names.equals(defaultNames(n, "x"));
        return new Codec.Parsed(
                new BinaryQuadraticProgram(text.stem(), new BinaryModel(sense, objective, typed.constraints())),
                OptionalDouble.empty(),
                named ? names : List.of(),
                warnings);
    }

    private int line() {
        return lines.tokens().lineAt(lines.tokens().tokenStart());
    }

    private void type() {
        String type = lines.text("a problem type").toUpperCase(Locale.ROOT);
        if (!isType(type)) {
            throw lines.tokens().unexpected("a problem type of three letters such as QBL");
        }
        objectiveType = type.charAt(0);
        variableType = type.charAt(1);
        hasRows = type.charAt(2) != 'N' && type.charAt(2) != 'B';
        if (hasRows && type.charAt(2) != 'L') {
            throw lines.tokens()
                    .invalid(
                            "expected linear constraints, found problem type " + type,
                            "Products of binaries in constraints can be replaced by new binaries.");
        }
        if (variableType == 'C') {
            throw lines.tokens()
                    .invalid(
                            "expected binary variables, found problem type " + type,
                            "Continuous variables cannot be solved here.");
        }
    }

    private Sense sense() {
        String word = lines.text("minimize or maximize");
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "minimize" -> Sense.MINIMIZE;
            case "maximize" -> Sense.MAXIMIZE;
            default -> throw lines.tokens().unexpected("minimize or maximize");
        };
    }

    /** Receives a product of the objective. */
    @FunctionalInterface
    private interface Products {
        void add(int i, int j, double coefficient);
    }

    /** Returns the number of entries off the diagonal that are not 0. */
    private long quadratic(Products objective) {
        int terms = lines.count("the number of quadratic terms in the objective", 0, Integer.MAX_VALUE);
        long couplings = 0;
        for (int t = 0; t < terms; t++) {
            int i = lines.index("quadratic terms", n);
            int j = lines.nextIndex(n);
            if (j > i) {
                throw lines.tokens().unexpected("an index of at most " + (i + 1) + " (the lower triangle)");
            }
            double half = lines.nextNumber() / 2;
            objective.add(i, j, half);
            couplings += i != j && half != 0 ? 1 : 0;
        }
        return couplings;
    }

    private void startingPoint() {
        lines.number("the default initial value of variables");
        lines.exceptions("initial values of variables", n, (k, value) -> {});
        if (hasRows) {
            lines.number("the default initial dual of constraints");
            lines.exceptions("initial duals of constraints", m, (k, value) -> {});
        }
        lines.number("the default initial dual of bounds");
        lines.exceptions("initial duals of bounds", n, (k, value) -> {});
    }

    private List<String> names(String what, int size, String letter) {
        List<String> names = defaultNames(size, letter);
        int count = lines.count("the number of " + what + " names", 0, size);
        for (int e = 0; e < count; e++) {
            int k = lines.index(what + " names", size);
            names.set(k, lines.nextWord());
        }
        return names;
    }

    private static List<String> defaultNames(int size, String letter) {
        List<String> names = new ArrayList<>(size);
        for (int k = 1; k <= size; k++) {
            names.add(letter + k);
        }
        return names;
    }
}
