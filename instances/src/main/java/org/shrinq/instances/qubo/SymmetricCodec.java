package org.shrinq.instances.qubo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.shrinq.instances.codec.Codec;
import org.shrinq.instances.codec.Wanted;
import org.shrinq.instances.codec.WriteOptions;
import org.shrinq.instances.text.InstanceException;
import org.shrinq.instances.text.Limits;
import org.shrinq.instances.text.Shape;
import org.shrinq.instances.text.Text;
import org.shrinq.instances.text.TextSink;
import org.shrinq.instances.text.Tokens;
import org.shrinq.qubo.Sense;
import org.shrinq.qubo.problem.Problem;

/**
 * QUBOs xᵀQx with Q symmetric and each pair listed once, so that an entry off the diagonal counts twice: comments that
 * start with #, then "n entries", then "i j value", variables counted from 1. {@link SymmetricLayout} has the
 * collections and their senses.
 */
public final class SymmetricCodec implements Codec {
    private final SymmetricLayout layout;

    public SymmetricCodec(SymmetricLayout layout) {
        this.layout = layout;
    }

    @Override
    public Match match(Shape shape) {
        return layout == SymmetricLayout.OR_LIBRARY ? matchSeveral(shape) : matchOne(shape);
    }

    private Match matchOne(Shape shape) {
        Optional<SymmetricLayout> told = SymmetricLayout.told(shape);
        if (layout == SymmetricLayout.ZIMPL) {
            return told.equals(Optional.of(layout)) ? Match.CERTAIN : Match.NO;
        }
        if (!shape.isNumeric()
                || shape.tokensOnLine(0) != 2
                || !told.orElse(layout).equals(layout)) {
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
        if (diagonal) {
            return Match.FITS;
        }
        // Without a diagonal entry the text is a graph to the letter: only a wanted kind or a comment makes it a QUBO,
        // and of the comments one alone that no graph has.
        return told.isEmpty() ? Match.POSSIBLE : SymmetricLayout.isMinimised(shape) ? Match.CERTAIN : Match.FITS;
    }

    /** A number alone on the first line, two on the second, three on the third. */
    private static Match matchSeveral(Shape shape) {
        boolean fits = shape.isNumeric()
                && shape.tokensOnLine(0) == 1
                && shape.headCount(0, 1) > 0
                && shape.tokensOnLine(1) == 2
                && shape.tokensOnLine(2) == 3
                && shape.fewestAfterFirst() == 2
                && shape.mostAfterFirst() == 3;
        return fits ? Match.FITS : Match.NO;
    }

    @Override
    public boolean namesItself() {
        return layout == SymmetricLayout.ZIMPL;
    }

    @Override
    public Optional<Sense> quboSense() {
        return Optional.of(layout.sense());
    }

    @Override
    public List<Parsed> read(Text text, Wanted wanted, Limits limits) {
        Tokens in = new Tokens(text);
        List<Parsed> all = new ArrayList<>();
        if (layout != SymmetricLayout.OR_LIBRARY) {
            all.add(readOne(in, text, text.stem(), limits, true));
            return all;
        }
        in.skipComments('#');
        int problems = in.integer("the number of problems", 1, 1_000_000);
        in.requireLineEnd("the number of problems");
        for (int k = 1; k <= problems; k++) {
            String name = problems == 1 ? text.stem() : text.stem() + "-" + k;
            all.add(readOne(in, text, name, limits, false));
        }
        in.skipComments('#');
        in.requireEnd(problems + (problems == 1 ? " problem" : " problems"));
        return all;
    }

    /**
     * Reads a header and its entries; of the only problem of a text, whatever follows too, so that wrong counts are
     * reported.
     */
    private Parsed readOne(Tokens in, Text text, String name, Limits limits, boolean only) {
        double offset = SymmetricLayout.offset(in);
        if (!in.hasNext()) {
            throw in.ended("a header 'VARIABLES ENTRIES'");
        }
        int n = in.integer("the number of variables", 1, Integer.MAX_VALUE - 8);
        int line = in.lineAt(in.tokenStart());
        in.requireMore("the number of entries");
        long promised = in.count("the number of entries", 1L << 31);
        in.requireLineEnd("the header");
        QuboAssembler qubo = QuboAssembler.expecting(text, limits, line, n, promised);
        qubo.addOffset(offset);
        long entries = 0;
        while ((only || entries < promised) && in.skipComments('#')) {
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
            throw wrongCount(in, line, promised, entries);
        }
        return qubo.problem(name, layout.sense(), OptionalDouble.empty(), List.of());
    }

    private static InstanceException wrongCount(Tokens in, int line, long promised, long entries) {
        return in.invalidAtLine(
                line,
                "expected " + promised + " entries, found " + entries,
                entries < promised ? "Maybe the file is truncated." : "Maybe the header is wrong.");
    }

    @Override
    public Optional<String> obstacle(Problem problem) {
        return Unconstrained.obstacle(problem);
    }

    @Override
    public void write(Problem problem, WriteOptions options, TextSink out) {
        Unconstrained qubo = Unconstrained.of(problem, layout.sense());
        for (String comment : options.comments()) {
            out.line("# " + comment);
        }
        if (layout == SymmetricLayout.OR_LIBRARY) {
            out.line("1");
        }
        if (qubo.offset() != 0 || layout == SymmetricLayout.ZIMPL) {
            out.add(layout.offsetMark()).add(qubo.offset()).line();
        }
        if (!layout.header().isEmpty()) {
            out.line(layout.header());
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
