package org.shrinq.instances.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.shrinq.instances.codec.Codec;
import org.shrinq.instances.codec.Wanted;
import org.shrinq.instances.codec.WriteOptions;
import org.shrinq.instances.text.Limits;
import org.shrinq.instances.text.Shape;
import org.shrinq.instances.text.Text;
import org.shrinq.instances.text.TextSink;
import org.shrinq.instances.text.Tokens;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Constraint;
import org.shrinq.qubo.QuadraticForm;
import org.shrinq.qubo.Sense;
import org.shrinq.qubo.problem.Problem;

/** MPS models; {@link MpsReader} reads them, written ones are in free format. */
public final class MpsCodec implements Codec {
    private static final String OBJECTIVE = "obj";

    @Override
    public Match match(Shape shape) {
        Tokens in = new Tokens(shape.text());
        boolean named = false;
        for (int line = 0; line < 200 && in.hasNext(); line++) {
            String words = in.restOfLine();
            if (!words.startsWith("*")) {
                String first = words.split("\\s+", 2)[0].toUpperCase(Locale.ROOT);
                if (first.equals("ROWS")) {
                    return Match.CERTAIN;
                }
                named |= first.equals("NAME") || first.equals("OBJSENSE");
                if (!named) {
                    return Match.NO;
                }
            }
            in.nextLine();
        }
        return Match.NO;
    }

    @Override
    public boolean namesItself() {
        return true;
    }

    @Override
    public boolean holdsModels() {
        return true;
    }

    @Override
    public List<Parsed> read(Text text, Wanted wanted, Limits limits) {
        return List.of(Recast.asWanted(text, wanted, new MpsReader(text, limits).read()));
    }

    @Override
    public Optional<String> obstacle(Problem problem) {
        return problem.size() == 0 ? Optional.of("it needs a variable") : Optional.empty();
    }

    private static boolean isPlain(String name) {
        return name.matches("[^\\s*'$][^\\s']{0,250}");
    }

    @Override
    public void write(Problem problem, WriteOptions options, TextSink out) {
        BinaryModel model = problem.model();
        List<Constraint> rows = model.constraints();
        List<String> names = ModelNames.variables(model.size(), options.variableNames(), MpsCodec::isPlain);
        List<String> rowNames = ModelNames.rows(rows, MpsCodec::isPlain, OBJECTIVE);
        for (String comment : options.comments()) {
            out.line("* " + comment);
        }
        out.line("NAME " + (isPlain(problem.name()) ? problem.name() : "model"));
        if (model.sense() == Sense.MAXIMIZE) {
            out.line("OBJSENSE").line(" MAX");
        }
        out.line("ROWS").line(" N " + OBJECTIVE);
        for (int k = 0; k < rows.size(); k++) {
            out.line((rows.get(k).isEquality() ? " E " : " L ") + rowNames.get(k));
        }
        columns(out, model, names, rowNames);
        out.line("RHS");
        if (model.objective().offset() != 0) {
            out.add(" RHS " + OBJECTIVE + " ").add(-model.objective().offset()).line();
        }
        for (int k = 0; k < rows.size(); k++) {
            if (rows.get(k).bound() != 0) {
                out.add(" RHS " + rowNames.get(k) + " ")
                        .add(rows.get(k).bound())
                        .line();
            }
        }
        out.line("BOUNDS");
        for (String name : names) {
            out.line(" BV BND " + name);
        }
        QuadraticForm form = model.objective();
        if (form.couplings() > 0) {
            out.line("QUADOBJ");
            form.forEachCoupling((i, j, c) -> out.add(" " + names.get(i) + " " + names.get(j) + " ")
                    .add(c)
                    .line());
        }
        out.line("ENDATA");
    }

    /** Every column has its entry in the objective, if need be 0, so that none is lost. */
    private static void columns(TextSink out, BinaryModel model, List<String> names, List<String> rowNames) {
        List<List<Integer>> rowsOf = new ArrayList<>(names.size());
        List<List<Double>> valuesOf = new ArrayList<>(names.size());
        for (int i = 0; i < names.size(); i++) {
            rowsOf.add(new ArrayList<>());
            valuesOf.add(new ArrayList<>());
        }
        for (int k = 0; k < rowNames.size(); k++) {
            Constraint row = model.constraints().get(k);
            for (int t = 0; t < row.arity(); t++) {
                rowsOf.get(row.variable(t)).add(k);
                valuesOf.get(row.variable(t)).add(row.coefficient(t));
            }
        }
        out.line("COLUMNS").line(" MARKER 'MARKER' 'INTORG'");
        for (int i = 0; i < names.size(); i++) {
            out.add(" " + names.get(i) + " " + OBJECTIVE + " ")
                    .add(model.objective().linear(i) + 0.0)
                    .line();
            for (int k = 0; k < rowsOf.get(i).size(); k++) {
                out.add(" " + names.get(i) + " " + rowNames.get(rowsOf.get(i).get(k)) + " ")
                        .add(valuesOf.get(i).get(k))
                        .line();
            }
        }
        out.line(" MARKER 'MARKER' 'INTEND'");
    }
}
