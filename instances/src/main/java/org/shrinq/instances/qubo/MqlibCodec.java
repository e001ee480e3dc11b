package org.shrinq.instances.qubo;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.shrinq.instances.codec.Codec;
import org.shrinq.instances.codec.Wanted;
import org.shrinq.instances.codec.WriteOptions;
import org.shrinq.instances.text.Limits;
import org.shrinq.instances.text.Shape;
import org.shrinq.instances.text.Text;
import org.shrinq.instances.text.TextSink;
import org.shrinq.instances.text.Tokens;
import org.shrinq.qubo.Sense;
import org.shrinq.qubo.problem.Problem;

/**
 * MQLib QUBO: comments start with #, then "n entries", then "i j value", variables counted from 1. The problem is to
 * <b>maximise</b> xᵀQx with Q symmetric and each pair listed once, so that an entry off the diagonal counts twice. A comment
 * "# offset value" is the constant term.
 */
public final class MqlibCodec implements Codec {
    @Override
    public Match match(Shape shape) {
        if (!shape.isNumeric() || shape.tokensOnLine(0) != 2) {
            return Match.NO;
        }
        long n = shape.headCount(0, 1);
        long m = shape.headCount(1, 0);
        if (n < 0 || m < 0 || (shape.lines() > 1 && shape.mostAfterFirst() != 3)) {
            return Match.NO;
        }
        boolean exact = shape.lines() == m + 1 && (m == 0 || shape.fewestAfterFirst() == 3);
        boolean diagonal = shape.hasDiagonal();
        if (!exact) {
            return diagonal ? Match.BROKEN : Match.NO;
        }
        // Without a diagonal entry the text is a graph to the letter; only a wanted kind makes it a QUBO.
        return diagonal ? Match.FITS : Match.POSSIBLE;
    }

    @Override
    public Optional<Sense> quboSense() {
        return Optional.of(Sense.MAXIMIZE);
    }

    @Override
    public List<Parsed> read(Text text, Wanted wanted, Limits limits) {
        Tokens in = new Tokens(text);
        double offset = offset(in);
        int n = in.integer("the number of variables", 1, Integer.MAX_VALUE - 8);
        int line = in.lineAt(in.tokenStart());
        in.requireMore("the number of entries");
        long promised = in.count("the number of entries", 1L << 31);
        in.requireLineEnd("the header");
        QuboAssembler qubo = QuboAssembler.expecting(text, limits, line, n, promised);
        qubo.addOffset(offset);
        long entries = 0;
        while (in.skipComments('#')) {
            int i = in.integer("a variable", 1, n) - 1;
            in.requireMore("a variable between 1 and ", n);
            int j = in.integer("a variable", 1, n) - 1;
            in.requireMore("a value");
            double value = in.number("a value");
            if (!in.atLineEnd()) {
                in.requireLineEnd("the entry");
            }
            entries++;
            if (i == j) {
                qubo.addLinear(i, value);
            } else {
                qubo.addCoupling(i, j, 2 * value);
            }
        }
        if (entries != promised) {
            throw in.invalidAtLine(
                    line,
                    "expected " + promised + " entries, found " + entries,
                    entries < promised ? "Maybe the file is truncated." : "Maybe the header is wrong.");
        }
        return List.of(qubo.problem(text.stem(), Sense.MAXIMIZE, OptionalDouble.empty(), List.of()));
    }

    /** Passes the comments before the header. */
    private static double offset(Tokens in) {
        double offset = 0;
        while (in.peek() == '#') {
            int start = in.position();
            if (in.restOfLine().matches("#\\s*offset\\s+\\S+")) {
                in.moveTo(start);
                while (!in.word("offset").endsWith("offset")) {
                    continue;
                }
                offset += in.number("an offset");
            }
        }
        if (!in.hasNext()) {
            throw in.ended("a header 'VARIABLES ENTRIES'");
        }
        return offset;
    }

    @Override
    public Optional<String> obstacle(Problem problem) {
        return Unconstrained.obstacle(problem);
    }

    @Override
    public void write(Problem problem, WriteOptions options, TextSink out) {
        Unconstrained qubo = Unconstrained.of(problem, Sense.MAXIMIZE);
        for (String comment : options.comments()) {
            out.line("# " + comment);
        }
        if (qubo.offset() != 0) {
            out.add("# offset ").add(qubo.offset()).line();
        }
        // A first diagonal entry, even of 0, tells the file from a graph.
        boolean mark = qubo.linearTerms() == 0;
        long entries = qubo.linearTerms() + (mark ? 1 : 0) + qubo.form().couplings();
        out.add(qubo.size()).space().add(entries).line();
        if (mark) {
            out.line("1 1 0");
        }
        for (int i = 0; i < qubo.size(); i++) {
            if (qubo.linear(i) != 0) {
                out.add(i + 1).space().add(i + 1).space().add(qubo.linear(i)).line();
            }
        }
        qubo.forEachCoupling((i, j, c) ->
                out.add(i + 1).space().add(j + 1).space().add(c / 2).line());
    }
}
