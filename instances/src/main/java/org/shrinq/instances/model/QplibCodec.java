package org.shrinq.instances.model;

import java.util.List;
import java.util.Optional;
import org.shrinq.instances.codec.Codec;
import org.shrinq.instances.codec.Wanted;
import org.shrinq.instances.codec.WriteOptions;
import org.shrinq.instances.text.Limits;
import org.shrinq.instances.text.Shape;
import org.shrinq.instances.text.Text;
import org.shrinq.instances.text.TextSink;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Constraint;
import org.shrinq.qubo.QuadraticForm;
import org.shrinq.qubo.Sense;
import org.shrinq.qubo.problem.Problem;

/**
 * QPLIB models with binary variables and linear constraints. Entries of Q stand in its lower triangle and the objective
 * is ½ Σ_{i≥j} q_ij x_i x_j + bᵀx + c, so that an entry off the diagonal is half a coupling (Furini et al., Math. Prog.
 * Computation 11, 2019; qplib.zib.de/doc.html).
 */
public final class QplibCodec implements Codec {
    @Override
    public Match match(Shape shape) {
        if (shape.isEmpty() || shape.isJson()) {
            return Match.NO;
        }
        QplibLines lines = new QplibLines(shape.text());
        if (!lines.hasNext()) {
            return Match.NO;
        }
        lines.text("a name");
        return lines.hasNext() && QplibReader.isType(lines.text("a type")) ? Match.CERTAIN : Match.NO;
    }

    @Override
    public boolean holdsModels() {
        return true;
    }

    @Override
    public boolean namesItself() {
        return true;
    }

    @Override
    public List<Parsed> read(Text text, Wanted wanted, Limits limits) {
        return List.of(Recast.asWanted(text, wanted, new QplibReader(text, limits).read()));
    }

    @Override
    public Optional<String> obstacle(Problem problem) {
        return problem.size() == 0 ? Optional.of("it needs a variable") : Optional.empty();
    }

    @Override
    public void write(Problem problem, WriteOptions options, TextSink out) {
        BinaryModel model = problem.model();
        QuadraticForm form = model.objective();
        List<Constraint> rows = model.constraints();
        int n = model.size();
        int m = rows.size();
        boolean quadratic = form.couplings() > 0;
        out.line(name(problem.name()));
        out.line((quadratic ? "Q" : "L") + "B" + (m == 0 ? "N" : "L"));
        out.line(model.sense() == Sense.MINIMIZE ? "minimize" : "maximize");
        out.add(n).line(" # number of variables");
        if (m > 0) {
            out.add(m).line(" # number of constraints");
        }
        if (quadratic) {
            out.add(form.couplings()).line(" # number of quadratic terms in objective");
            form.forEachCoupling((i, j, c) ->
                    out.add(j + 1).space().add(i + 1).space().add(2 * c).line());
        }
        linear(out, form, n);
        out.add(form.offset() + 0.0).line(" # objective constant");
        if (m > 0) {
            rows(out, rows);
        }
        out.line("1e+30 # value for infinity");
        if (m > 0) {
            bounds(out, rows);
        }
        out.line("0 # default value for variables in initial point");
        out.line("0 # number of non-default variable values in initial point");
        if (m > 0) {
            out.line("0 # default value for constraint duals in initial point");
            out.line("0 # number of non-default constraint duals in initial point");
        }
        out.line("0 # default value for bound duals in initial point");
        out.line("0 # number of non-default bound duals in initial point");
        names(out, "variable", options.variableNames().size() == n ? options.variableNames() : List.of());
        names(out, "constraint", rows.stream().map(r -> name(r.name())).toList());
    }

    private static void linear(TextSink out, QuadraticForm form, int n) {
        int terms = 0;
        for (int i = 0; i < n; i++) {
            terms += form.linear(i) != 0 ? 1 : 0;
        }
        out.line("0 # default value for linear coefficients in objective");
        out.add(terms).line(" # number of non-default linear coefficients in objective");
        for (int i = 0; i < n; i++) {
            if (form.linear(i) != 0) {
                out.add(i + 1).space().add(form.linear(i)).line();
            }
        }
    }

    private static void rows(TextSink out, List<Constraint> rows) {
        long terms = 0;
        for (Constraint row : rows) {
            terms += row.arity();
        }
        out.add(terms).line(" # number of linear terms in all constraints");
        for (int k = 0; k < rows.size(); k++) {
            Constraint row = rows.get(k);
            for (int t = 0; t < row.arity(); t++) {
                out.add(k + 1).space().add(row.variable(t) + 1).space();
                out.add(row.coefficient(t)).line();
            }
        }
    }

    private static void bounds(TextSink out, List<Constraint> rows) {
        out.line("-1e+30 # default left-hand-side value");
        long equalities = rows.stream().filter(Constraint::isEquality).count();
        out.add(equalities).line(" # number of non-default left-hand-sides");
        for (int k = 0; k < rows.size(); k++) {
            if (rows.get(k).isEquality()) {
                out.add(k + 1).space().add(rows.get(k).bound()).line();
            }
        }
        out.line("1e+30 # default right-hand-side value");
        out.add(rows.size()).line(" # number of non-default right-hand-sides");
        for (int k = 0; k < rows.size(); k++) {
            out.add(k + 1).space().add(rows.get(k).bound()).line();
        }
    }

    private static void names(TextSink out, String what, List<String> names) {
        out.add(names.size()).line(" # number of non-default " + what + " names");
        for (int k = 0; k < names.size(); k++) {
            out.add(k + 1).space().line(name(names.get(k)));
        }
    }

    /** Names are single words that no comment mark starts. */
    private static String name(String name) {
        String word = name.strip().replaceAll("[\\s#!%]+", "_");
        return word.isEmpty() ? "_" : word;
    }
}
