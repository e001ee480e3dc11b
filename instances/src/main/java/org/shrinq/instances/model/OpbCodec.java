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

/** OPB, the format of the pseudo-Boolean competitions (Roussel and Manquinho, 2012); {@link OpbReader} reads it. */
public final class OpbCodec implements Codec {
    private static final int SAMPLE = 400;

    @Override
    public Match match(Shape shape) {
        String first = shape.firstLine();
        if (first.startsWith("*") && first.contains("#variable=")) {
            return Match.CERTAIN;
        }
        Tokens in = new Tokens(shape.text());
        if (!in.skipComments('*')) {
            return Match.NO;
        }
        StringBuilder text = new StringBuilder();
        for (int k = 0; k < SAMPLE && in.hasNext(); k++) {
            text.append(in.word("a word")).append(' ');
        }
        String term = "([+-]?[0-9]+ )?~?x[0-9]+ ";
        String goal = "(min|max): ?((" + term + ")+); ";
        String spaced = text.toString().replaceAll(" *(;|>=|<=|=) *", " $1 ").replaceAll(" +", " ");
        boolean fits = spaced.matches("(?s)(" + goal + ")?(" + term + ")+(>=|<=|=) [+-]?[0-9]+ ; .*")
                || spaced.matches("(?s)" + goal + "((" + term + "|\\[|soft:).*)?")
                || spaced.startsWith("soft:");
        return fits ? Match.CERTAIN : Match.NO;
    }

    @Override
    public Optional<Sense> writtenSense() {
        return Optional.of(Sense.MINIMIZE);
    }

    @Override
    public boolean namesItself() {
        return true;
    }

    @Override
    public List<Parsed> read(Text text, Wanted wanted, Limits limits) {
        return List.of(Recast.asWanted(text, wanted, new OpbReader(text, limits).read()));
    }

    private static boolean isWhole(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1L << 53;
    }

    @Override
    public Optional<String> obstacle(Problem problem) {
        BinaryModel model = problem.model();
        if (problem.size() == 0) {
            return Optional.of("it needs a variable");
        }
        boolean[] whole = {isWhole(model.objective().offset())};
        for (int i = 0; i < model.size(); i++) {
            whole[0] &= isWhole(model.objective().linear(i));
        }
        model.objective().forEachCoupling((i, j, c) -> whole[0] &= isWhole(c));
        for (Constraint row : model.constraints()) {
            if (row.arity() == 0) {
                return Optional.of("it has no rows without variables");
            }
            whole[0] &= isWhole(row.bound());
            for (int t = 0; t < row.arity(); t++) {
                whole[0] &= isWhole(row.coefficient(t));
            }
        }
        return whole[0] ? Optional.empty() : Optional.of("it holds whole numbers below 2^53 only; scale the rows");
    }

    @Override
    public void write(Problem problem, WriteOptions options, TextSink out) {
        BinaryModel model = problem.model();
        QuadraticForm form = model.objective();
        out.add("* #variable= ").add(model.size()).add(" #constraint= ");
        out.add(model.constraints().size());
        if (form.couplings() > 0) {
            out.add(" #product= ").add(form.couplings()).add(" sizeproduct= ").add(2L * form.couplings());
        }
        out.line();
        for (String comment : options.comments()) {
            out.line("* " + comment);
        }
        double factor = model.sense() == Sense.MINIMIZE ? 1 : -1;
        out.add("min:");
        for (int i = 0; i < model.size(); i++) {
            if (form.linear(i) != 0) {
                term(out, factor * form.linear(i)).add(i + 1);
            }
        }
        form.forEachCoupling((i, j, c) -> {
            term(out, factor * c).add(i + 1);
            out.add(" x").add(j + 1);
        });
        if (form.offset() != 0) {
            // c = c x + c (1 - x)
            term(out, factor * form.offset()).add(1);
            out.add(factor * form.offset() < 0 ? " -" : " +")
                    .add((long) Math.abs(form.offset()))
                    .add(" ~x1");
        }
        out.line(" ;");
        for (Constraint row : model.constraints()) {
            double sign = row.isEquality() ? 1 : -1;
            for (int t = 0; t < row.arity(); t++) {
                term(out, sign * row.coefficient(t)).add(row.variable(t) + 1);
            }
            out.add(row.isEquality() ? " = " : " >= ")
                    .add(sign * row.bound() + 0.0)
                    .line(" ;");
        }
    }

    private static TextSink term(TextSink out, double coefficient) {
        return out.add(coefficient < 0 ? " -" : " +")
                .add((long) Math.abs(coefficient))
                .add(" x");
    }
}
