package org.shrinq.instances.model;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.shrinq.instances.codec.Codec;
import org.shrinq.instances.text.Limits;
import org.shrinq.instances.text.Text;
import org.shrinq.instances.text.TextErrors;
import org.shrinq.qubo.Sense;
import org.shrinq.qubo.terms.DecimalArithmetic;
import org.shrinq.qubo.terms.ModelTerms;

/** Reads one MPS text, in free or fixed format; docs/formats.md has the grammar. */
final class MpsReader {
    private final MpsLines lines;
    private final ModelBuilder model;
    private final ModelVariables variables;
    private final Map<String, Row> rows = new HashMap<>();
    private final List<Row> order = new ArrayList<>();
    private final Set<Long> entries = new HashSet<>();
    private final BitSet bounded = new BitSet();
    private Row objective = new Row("", 'N', -1);
    private Sense sense = Sense.MINIMIZE;
    private boolean integers;
    private int freeRows;

    /** A row while its sections are read; {@code type} is N, L, G or E. */
    private static final class Row {
        private final String name;
        private final char type;
        private final int number;
        private final ModelTerms terms = new ModelTerms();
        private double side;
        private double range = Double.NaN;
        private int indicator = -1;
        private boolean active;

        Row(String name, char type, int number) {
            this.name = name;
            this.type = type;
            this.number = number;
        }
    }

    MpsReader(Text text, Limits limits) {
        // a name, its number and what its terms become
        limits.require(text.file(), 0, "an MPS text of " + text.length() + " bytes", 16.0 * text.length());
        lines = new MpsLines(text);
        model = new ModelBuilder(text, limits);
        variables = model.variables();
    }

    Codec.Parsed read() {
        String section = "";
        boolean ended = false;
        while (!ended && lines.next()) {
            if (lines.isSection()) {
                section = open(lines.section());
                ended = section.equals("ENDATA");
            } else {
                data(section, lines.fields());
            }
        }
        if (!ended) {
            throw lines.ended("ENDATA");
        }
        if (variables.size() == 0) {
            throw lines.invalid("expected at least one column, found ENDATA", "");
        }
        return build();
    }

    private Codec.Parsed build() {
        if (freeRows > 1) {
            model.warn((freeRows - 1) + " free rows beside the objective were left out");
        }
        int unbounded = 0;
        for (int i = 0; i < variables.size(); i++) {
            if (variables.isWhole(i) && !bounded.get(i)) {
                variables.setUpper(i, 1);
                unbounded++;
            }
        }
        if (unbounded > 0) {
            model.warn(unbounded + (unbounded == 1 ? " integer without bounds is" : " integers without bounds are")
                    + " binary, as CPLEX and HiGHS read them");
        }
        ModelTerms goal = model.objective();
        copy(objective.terms, goal);
        goal.addConstant(-objective.side);
        for (Row row : order) {
            if (row.type != 'N') {
                double low = low(row);
                double high = high(row);
                if (row.indicator >= 0) {
                    model.indicator(row.name, row.indicator, row.active, row.terms, low, high);
                } else {
                    model.row(row.name, row.terms, low, high);
                }
            }
        }
        return model.build(sense);
    }

    private static void copy(ModelTerms from, ModelTerms to) {
        for (int k = 0; k < from.size(); k++) {
            to.add(from.variable(k), from.coefficient(k));
        }
        for (int k = 0; k < from.products(); k++) {
            to.addProduct(from.first(k), from.second(k), from.product(k));
        }
    }

    private static double low(Row row) {
        double range = Double.isNaN(row.range) ? 0 : row.range;
        return switch (row.type) {
            case 'L' ->
                Double.isNaN(row.range) ? Double.NEGATIVE_INFINITY : DecimalArithmetic.minus(row.side, Math.abs(range));
            case 'E' -> range < 0 ? DecimalArithmetic.plus(row.side, range) : row.side;
            default -> row.side;
        };
    }

    private static double high(Row row) {
        double range = Double.isNaN(row.range) ? 0 : row.range;
        return switch (row.type) {
            case 'G' ->
                Double.isNaN(row.range) ? Double.POSITIVE_INFINITY : DecimalArithmetic.plus(row.side, Math.abs(range));
            case 'E' -> range > 0 ? DecimalArithmetic.plus(row.side, range) : row.side;
            default -> row.side;
        };
    }

    /** Begins a section and gives its name; for QCMATRIX with its row. */
    private String open(String word) {
        switch (word) {
            case "NAME", "ROWS", "COLUMNS", "RHS", "RANGES", "BOUNDS", "QUADOBJ", "QMATRIX", "INDICATORS", "ENDATA" -> {
                return word;
            }
            case "LAZYCONS" -> {
                return "ROWS";
            }
            case "USERCUTS" ->
                throw lines.invalid(
                        "expected no user cuts, found the section USERCUTS",
                        "They change no optimum: leave the section out.");
            case "OBJSENSE" -> {
                if (!lines.rest().isEmpty()) {
                    setSense(lines.rest());
                }
                return word;
            }
            case "QSECTION", "QCMATRIX" -> {
                Row row = row(lines.rest());
                return word + " " + row.name;
            }
            case "SOS", "SOS1", "SOS2", "SETS", "PWLOBJ", "CSECTION", "GENCONS", "SCENARIOS", "QUADRATIC" -> {
                return word;
            }
            default ->
                throw lines.invalid(
                        "expected a section such as ROWS, COLUMNS, RHS, BOUNDS or ENDATA, found "
                                + TextErrors.quote(word),
                        "Maybe a data line lost the blank at its start.");
        }
    }

    private void data(String section, List<String> fields) {
        String[] words = section.split(" ", 2);
        switch (words[0]) {
            case "OBJSENSE" -> setSense(fields.get(0));
            case "ROWS" -> row(fields);
            case "COLUMNS" -> column(fields);
            case "RHS" -> sides(fields, (row, value) -> row.side = value);
            case "RANGES" -> sides(fields, (row, value) -> row.range = value);
            case "BOUNDS" -> bound(fields);
            // one triangle of Q, the objective being xᵀQx / 2
            case "QUADOBJ" -> quadratic(fields, objective, 1, false);
            case "QMATRIX" -> quadratic(fields, objective, 0.5, true);
            case "QSECTION" -> quadratic(fields, row(words[1]), 1, false);
            case "QCMATRIX" -> quadratic(fields, row(words[1]), 1, true);
            case "INDICATORS" -> indicator(fields);
            case "NAME", "" -> throw lines.invalid("expected the section ROWS, found data", "");
            default ->
                throw lines.invalid(
                        "expected the section " + words[0] + " to be empty",
                        "Write what it says as rows with binaries.");
        }
    }

    private void setSense(String word) {
        switch (word.toUpperCase(Locale.ROOT)) {
            case "MAX", "MAXIMIZE", "MAXIMISE" -> sense = Sense.MAXIMIZE;
            case "MIN", "MINIMIZE", "MINIMISE" -> sense = Sense.MINIMIZE;
            default -> throw lines.invalid("expected MIN or MAX, found " + TextErrors.quote(word), "");
        }
    }

    private void row(List<String> fields) {
        if (fields.size() != 2 || !fields.get(0).matches("(?i)[NLGE]")) {
            throw lines.invalid("expected a row 'N, L, G or E' and its name", "");
        }
        char type = Character.toUpperCase(fields.get(0).charAt(0));
        Row row = new Row(fields.get(1), type, order.size());
        if (rows.put(row.name, row) != null) {
            throw lines.invalid("expected every row once, found " + TextErrors.quote(row.name) + " twice", "");
        }
        order.add(row);
        if (type == 'N' && freeRows++ == 0) {
            objective = row;
        }
    }

    private Row row(String name) {
        Row row = rows.get(name);
        if (row == null) {
            throw lines.invalid("expected the name of a row, found " + TextErrors.quote(name), "");
        }
        return row;
    }

    private void column(List<String> fields) {
        if (fields.size() >= 3 && fields.get(1).equals("'MARKER'")) {
            String marker = fields.get(fields.size() - 1);
            if (!marker.equals("'INTORG'") && !marker.equals("'INTEND'")) {
                throw lines.invalid("expected 'INTORG' or 'INTEND', found " + TextErrors.quote(marker), "");
            }
            integers = marker.equals("'INTORG'");
            return;
        }
        if (fields.size() != 3 && fields.size() != 5) {
            throw lines.invalid("expected a column, a row and a value, once or twice", "");
        }
        int i = variables.of(fields.get(0));
        if (integers) {
            variables.setGeneral(i);
        }
        for (int k = 1; k < fields.size(); k += 2) {
            Row row = row(fields.get(k));
            if (!entries.add((long) i << 32 | row.number)) {
                throw lines.invalid(
                        "expected one value of column " + TextErrors.quote(fields.get(0)) + " in row "
                                + TextErrors.quote(row.name) + ", found a second one",
                        "");
            }
            row.terms.add(i, lines.number(fields.get(k + 1)));
        }
    }

    @FunctionalInterface
    private interface Side {
        void set(Row row, double value);
    }

    /** "[set] row value [row value]". */
    private void sides(List<String> fields, Side side) {
        int from = fields.size() % 2;
        if (fields.size() < 2 || fields.size() > 5) {
            throw lines.invalid("expected a row and a value, once or twice", "");
        }
        for (int k = from; k < fields.size(); k += 2) {
            Row row = row(fields.get(k));
            String value = fields.get(k + 1);
            side.set(row, row.type == 'N' ? lines.number(value) : lines.side(value));
        }
    }

    /** "type [set] column [value]". */
    private void bound(List<String> fields) {
        String type = fields.get(0).toUpperCase(Locale.ROOT);
        boolean valued = List.of("UP", "LO", "FX", "UI", "LI", "SC").contains(type);
        if (!valued && !List.of("FR", "MI", "PL", "BV").contains(type)) {
            throw lines.invalid(
                    "expected a bound UP, LO, FX, FR, MI, PL, BV, UI or LI, found " + TextErrors.quote(type), "");
        }
        int least = valued ? 3 : 2;
        if (fields.size() < least || fields.size() > 4) {
            throw lines.invalid("expected a bound 'type set column" + (valued ? " value'" : "'"), "");
        }
        boolean set = fields.size() > least;
        String name = fields.get(set ? 2 : 1);
        if (!variables.has(name)) {
            throw lines.invalid("expected the name of a column, found " + TextErrors.quote(name), "");
        }
        int i = variables.of(name);
        double value = valued ? lines.limit(fields.get(fields.size() - 1)) : 0;
        bounded.set(i);
        switch (type) {
            case "UP", "UI" -> {
                variables.setUpper(i, value);
                if (value < 0 && variables.lower(i) == 0) {
                    variables.setLower(i, Double.NEGATIVE_INFINITY);
                    model.warn("the upper bound of " + TextErrors.quote(name)
                            + " is below 0, so that it has no lower one");
                }
            }
            case "LO", "LI" -> variables.setLower(i, value);
            case "FX" -> {
                variables.setLower(i, value);
                variables.setUpper(i, value);
            }
            case "FR" -> variables.free(i);
            case "MI" -> variables.setLower(i, Double.NEGATIVE_INFINITY);
            case "BV" -> {
                variables.setBinary(i);
                variables.setLower(i, 0);
                variables.setUpper(i, 1);
            }
            case "SC" ->
                throw lines.invalid(
                        "expected no semi-continuous variable, found " + TextErrors.quote(name),
                        "Write x = 0 or l <= x <= u with a binary z: l z <= x <= u z.");
            default -> variables.setUpper(i, Double.POSITIVE_INFINITY);
        }
        if (type.equals("UI") || type.equals("LI")) {
            variables.setGeneral(i);
        }
    }

    /**
     * "column column value".
     *
     * @param factor of a product
     * @param both true when both triangles are listed, so that an entry of the diagonal has the factor too; else a
     *     diagonal entry is halved
     */
    private void quadratic(List<String> fields, Row row, double factor, boolean both) {
        if (fields.size() != 3) {
            throw lines.invalid("expected two columns and a value", "");
        }
        for (int k = 0; k < 2; k++) {
            if (!variables.has(fields.get(k))) {
                throw lines.invalid("expected the name of a column, found " + TextErrors.quote(fields.get(k)), "");
            }
        }
        int x = variables.of(fields.get(0));
        int y = variables.of(fields.get(1));
        double value = lines.number(fields.get(2));
        row.terms.addProduct(x, y, DecimalArithmetic.times(value, x == y && !both ? factor / 2 : factor));
    }

    /** "IF row column 0 or 1". */
    private void indicator(List<String> fields) {
        boolean fits = fields.size() == 4
                && fields.get(0).equalsIgnoreCase("IF")
                && fields.get(3).matches("[01](\\.0*)?")
                && variables.has(fields.get(2));
        if (!fits) {
            throw lines.invalid("expected 'IF row column 0 or 1'", "");
        }
        Row row = row(fields.get(1));
        row.indicator = variables.of(fields.get(2));
        row.active = fields.get(3).startsWith("1");
    }
}
