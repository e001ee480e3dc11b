package org.shrinq.instances.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.shrinq.instances.codec.Codec;
import org.shrinq.instances.text.Limits;
import org.shrinq.instances.text.Text;
import org.shrinq.instances.text.TextSink;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.Sense;
import org.shrinq.qubo.problem.BinaryQuadraticProgram;
import org.shrinq.qubo.terms.ConstraintClassifier;

/** Reads one QPLIB text, section by section. */
final class QplibReader {
    private final Text text;
    private final Limits limits;
    private final QplibLines lines;
    private final List<String> warnings = new ArrayList<>();
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
                64.0 * n + 160.0 * m + 12.0 * text.length());
        Qubo.Builder objective = Qubo.builder(n);
        long couplings = objectiveType == 'L' ? 0 : quadratic(objective);
        linear(objective);
        objective.addOffset(lines.number("the objective constant"));
        Jacobian rows = new Jacobian();
        if (hasRows) {
            rows.read(lines, n, m);
        }
        double infinity = lines.number("the value for infinity");
        double[] lower = new double[m];
        double[] upper = new double[m];
        if (hasRows) {
            lines.listed("left-hand sides", m, lower);
            lines.listed("right-hand sides", m, upper);
        }
        if (variableType != 'B') {
            requireBinary();
        }
        startingPoint();
        List<String> variableNames = names("variable", n, "x");
        List<String> rowNames = lines.hasNext() ? names("constraint", m, "c") : defaultNames(m, "c");
        lines.tokens().requireEnd("the names");
        Qubo qubo = objective.build();
        if (couplings > qubo.couplings()) {
            warnings.add((couplings - qubo.couplings()) + " repeated entries were added up");
        }
        ConstraintClassifier typed = rows.rows(rowNames, lower, upper, infinity);
        if (typed.free() > 0) {
            warnings.add(typed.free() + " constraints without bounds were left out");
        }
        BinaryModel model = new BinaryModel(sense, qubo, typed.constraints());
        boolean named = !variableNames.equals(defaultNames(n, "x"));
        return new Codec.Parsed(
                new BinaryQuadraticProgram(text.stem(), model),
                OptionalDouble.empty(),
                named ? variableNames : List.of(),
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

    /** Returns the number of entries off the diagonal that are not 0. */
    private long quadratic(Qubo.Builder objective) {
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

    private void linear(Qubo.Builder objective) {
        double[] coefficients = new double[n];
        lines.listed("linear coefficients", n, coefficients);
        for (int i = 0; i < n; i++) {
            objective.addLinear(i, coefficients[i]);
        }
    }

    /** Integer variables are accepted when their bounds make them binary. */
    private void requireBinary() {
        double[] lower = new double[n];
        double[] upper = new double[n];
        double[] types = new double[n];
        lines.listed("lower bounds", n, lower);
        lines.listed("upper bounds", n, upper);
        Arrays.fill(types, 1);
        if (variableType != 'I') {
            lines.listed("variable types", n, types);
        }
        for (int i = 0; i < n; i++) {
            if (types[i] == 0) {
                throw lines.tokens()
                        .invalid(
                                "expected binary variables, found variable " + (i + 1) + " continuous",
                                "Continuous variables cannot be solved here.");
            }
            if (types[i] != 2 && (lower[i] != 0 || upper[i] != 1)) {
                throw lines.tokens()
                        .invalid(
                                "expected binary variables, found variable " + (i + 1) + " between "
                                        + TextSink.text(lower[i]) + " and " + TextSink.text(upper[i]),
                                "Write an integer variable as a sum of binaries, such as y = y1 + 2 y2 + 4 y3.");
            }
        }
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

    /** The linear parts of all constraints, in the order of the file. */
    private static final class Jacobian {
        private int[] row = new int[0];
        private int[] column = new int[0];
        private double[] value = new double[0];
        private int count;

        void read(QplibLines lines, int n, int m) {
            int terms = lines.count("the number of linear terms in all constraints", 0, Integer.MAX_VALUE);
            for (int t = 0; t < terms; t++) {
                if (count == row.length) {
                    int capacity = Math.min(terms, 2 * count + 64);
                    row = Arrays.copyOf(row, capacity);
                    column = Arrays.copyOf(column, capacity);
                    value = Arrays.copyOf(value, capacity);
                }
                row[count] = lines.index("linear terms", m);
                column[count] = lines.nextIndex(n);
                value[count++] = lines.nextNumber();
            }
        }

        ConstraintClassifier rows(List<String> names, double[] lower, double[] upper, double infinity) {
            int m = names.size();
            int[] start = new int[m + 1];
            for (int e = 0; e < count; e++) {
                start[row[e] + 1]++;
            }
            for (int k = 0; k < m; k++) {
                start[k + 1] += start[k];
            }
            int[] columns = new int[count];
            double[] values = new double[count];
            int[] cursor = start.clone();
            for (int e = 0; e < count; e++) {
                columns[cursor[row[e]]] = column[e];
                values[cursor[row[e]]++] = value[e];
            }
            ConstraintClassifier rows = new ConstraintClassifier();
            for (int k = 0; k < m; k++) {
                rows.add(
                        names.get(k),
                        Arrays.copyOfRange(columns, start[k], start[k + 1]),
                        Arrays.copyOfRange(values, start[k], start[k + 1]),
                        lower[k] <= -infinity ? Double.NEGATIVE_INFINITY : lower[k],
                        upper[k] >= infinity ? Double.POSITIVE_INFINITY : upper[k]);
            }
            return rows;
        }
    }
}
