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
import org.shrinq.instances.text.Tokens;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Constraint;
import org.shrinq.qubo.QuadraticForm;
import org.shrinq.qubo.Sense;
import org.shrinq.qubo.problem.Problem;

/**
 * CPLEX LP models with binary variables, a linear or quadratic objective and linear constraints; {@link LpReader} reads
 * them.
 */
public final class LpCodec implements Codec {
    private static final int TERMS_PER_LINE = 8;

    @Override
    public Match match(Shape shape) {
        Tokens in = new Tokens(shape.text());
        if (!in.skipComments('\\')) {
            return Match.NO;
        }
        String word = in.word("a section");
        boolean sense = LpSection.of(word)
                .filter(s -> s == LpSection.MINIMIZE || s == LpSection.MAXIMIZE)
                .isPresent();
        if (sense) {
            return Match.CERTAIN;
        }
        return isLpSolve(word) ? Match.BROKEN : Match.NO;
    }

    /** True for the first word of lp_solve's dialect. */
    private static boolean isLpSolve(String word) {
        return word.matches("(?i)(max|min)(imi[sz]e)?:.*") || word.startsWith("/*");
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
        Tokens in = new Tokens(text);
        if (in.skipComments('\\') && isLpSolve(in.word("a section"))) {
            throw in.invalid(
                    "expected Minimize or Maximize, found lp_solve's dialect",
                    "Convert it, for instance with 'lp_solve -parse -wlp' to CPLEX's xli format or to MPS.");
        }
        return List.of(Recast.asWanted(text, wanted, new LpReader(text, limits).read()));
    }

    @Override
    public Optional<String> obstacle(Problem problem) {
        return problem.size() == 0 ? Optional.of("it needs a variable") : Optional.empty();
    }

    /** Every variable stands in the objective, if need be with coefficient 0, so that their order survives. */
    @Override
    public void write(Problem problem, WriteOptions options, TextSink out) {
        BinaryModel model = problem.model();
        List<String> names = ModelNames.variables(model.size(), options.variableNames(), LpCodec::isPlain);
        for (String comment : options.comments()) {
            out.line("\\ " + comment);
        }
        out.line(model.sense() == Sense.MINIMIZE ? "Minimize" : "Maximize");
        objective(out, model.objective(), names);
        out.line("Subject To");
        List<String> rowNames = ModelNames.rows(model.constraints(), LpCodec::isPlain);
        for (int k = 0; k < rowNames.size(); k++) {
            row(out, rowNames.get(k), model.constraints().get(k), names);
        }
        out.line("Binaries");
        for (int i = 0; i < names.size(); i++) {
            out.space().add(names.get(i));
            if (i % 16 == 15 || i == names.size() - 1) {
                out.line();
            }
        }
        out.line("End");
    }

    private static void objective(TextSink out, QuadraticForm form, List<String> names) {
        out.add(" obj:");
        for (int i = 0; i < form.size(); i++) {
            breakLine(out, i);
            term(out, i, form.linear(i), names.get(i));
        }
        if (form.couplings() > 0) {
            out.line().add("  + [");
            int[] count = {0};
            form.forEachCoupling((i, j, c) -> {
                breakLine(out, count[0]);
                term(out, count[0]++, 2 * c, names.get(i));
                out.add(" * ").add(names.get(j));
            });
            out.line().add("  ] / 2");
        }
        if (form.offset() != 0) {
            signed(out, 1, form.offset());
        }
        out.line();
    }

    private static void row(TextSink out, String name, Constraint row, List<String> names) {
        // a row of negative coefficients reads better the other way round
        boolean mirrored = !row.isEquality() && row.arity() > 0;
        for (int t = 0; t < row.arity(); t++) {
            mirrored &= row.coefficient(t) < 0;
        }
        double factor = mirrored ? -1 : 1;
        out.space().add(name).add(":");
        for (int t = 0; t < row.arity(); t++) {
            breakLine(out, t);
            term(out, t, factor * row.coefficient(t), names.get(row.variable(t)));
        }
        if (row.arity() == 0) {
            term(out, 0, 0, names.get(0));
        }
        out.add(row.isEquality() ? " = " : mirrored ? " >= " : " <= ");
        out.add(factor * row.bound() + 0.0).line();
    }

    private static void breakLine(TextSink out, int term) {
        if (term > 0 && term % TERMS_PER_LINE == 0) {
            out.line().space();
        }
    }

    /** The k-th term of an expression, with its sign in front; the first shows only a minus. */
    private static void term(TextSink out, int k, double coefficient, String name) {
        signed(out, k, coefficient);
        out.space().add(name);
    }

    private static void signed(TextSink out, int k, double value) {
        out.add(value < 0 ? " - " : k == 0 ? " " : " + ").add(Math.abs(value));
    }

    /** Letters, digits, _ . and index brackets, not read as a number, a section or infinity. */
    private static boolean isPlain(String name) {
        return name.matches("[A-Za-z_][A-Za-z0-9_.]*(\\[[A-Za-z0-9_.,]+])?")
                && name.length() <= 255
                && !name.matches("(?i)e[0-9]*|inf(inity)?|free|to|that")
                && LpSection.of(name).isEmpty();
    }
}
