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
 * qbsolv: comments "c …", one line "p qubo 0 n diagonals couplers", then that many lines "i i value" and "i j value",
 * variables counted from 0; minimised. A comment "c offset value" is the constant term, since the format has no other
 * place for it.
 */
public final class QbsolvCodec implements Codec {
    private static final long MOST_ENTRIES = 1L << 31;

    @Override
    public Match match(Shape shape) {
        Tokens in = new Tokens(shape.text());
        while (in.hasNext()) {
            String line = in.restOfLine();
            if (line.matches("p\\s+qubo(\\s.*)?")) {
                return Match.CERTAIN;
            }
            if (!line.startsWith("c")) {
                return Match.NO;
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
    public Optional<Sense> quboSense() {
        return Optional.of(Sense.MINIMIZE);
    }

    @Override
    public List<Parsed> read(Text text, Wanted wanted, Limits limits) {
        return List.of(new Reading(text, limits).read());
    }

    @Override
    public Optional<String> obstacle(Problem problem) {
        return Unconstrained.obstacle(problem);
    }

    @Override
    public void write(Problem problem, WriteOptions options, TextSink out) {
        Unconstrained qubo = Unconstrained.of(problem, Sense.MINIMIZE);
        for (String comment : options.comments()) {
            out.line("c " + comment);
        }
        if (qubo.offset() != 0) {
            out.add("c offset ").add(qubo.offset()).line();
        }
        out.add("p qubo 0 ").add(qubo.size()).space().add(qubo.linearTerms()).space();
        out.add(qubo.form().couplings()).line();
        for (int i = 0; i < qubo.size(); i++) {
            if (qubo.linear(i) != 0) {
                entry(out, i, i, qubo.linear(i));
            }
        }
        qubo.forEachCoupling((i, j, c) -> entry(out, i, j, c));
    }

    private static void entry(TextSink out, int i, int j, double value) {
        out.add(i).space().add(j).space().add(value).line();
    }

    /** The state of one pass over a file. */
    private static final class Reading {
        private final Text text;
        private final Limits limits;
        private final Tokens in;
        private double offset;
        private long offsets;
        private int line;
        private int n;
        private long promisedDiagonals;
        private long promisedCouplers;
        private long diagonals;
        private long couplers;

        Reading(Text text, Limits limits) {
            this.text = text;
            this.limits = limits;
            in = new Tokens(text);
        }

        Parsed read() {
            comments();
            header();
            QuboAssembler qubo = QuboAssembler.expecting(text, limits, line, n, promisedDiagonals + promisedCouplers);
            entries(qubo);
            if (diagonals != promisedDiagonals || couplers != promisedCouplers) {
                throw in.invalidAtLine(
                        line,
                        "expected " + promisedDiagonals + " diagonal entries and " + promisedCouplers
                                + " couplers, found " + diagonals + " and " + couplers,
                        diagonals + couplers < promisedDiagonals + promisedCouplers
                                ? "Maybe the file is truncated."
                                : "Maybe the header is wrong.");
            }
            qubo.addOffset(offset);
            return qubo.problem(text.stem(), Sense.MINIMIZE, OptionalDouble.empty(), List.of());
        }

        /** Passes comment lines; the cursor then stands at a token or the end. */
        private boolean comments() {
            while (in.peek() == 'c') {
                if (!in.isWord('c')) {
                    in.word("a comment");
                    throw in.unexpected("a line that starts with c, p or a number");
                }
                if (!in.atLineEnd()) {
                    int start = in.position();
                    String comment = in.restOfLine();
                    if (comment.matches("offset\\s+\\S+")) {
                        in.moveTo(start);
                        in.word("offset");
                        offset = in.number("an offset");
                        offsets++;
                        if (offsets > 1) {
                            throw in.invalid("expected one offset, found a second one", "");
                        }
                    }
                }
            }
            return in.hasNext();
        }

        private void header() {
            if (!in.hasNext()) {
                throw in.ended("a line 'p qubo 0 VARIABLES DIAGONALS COUPLERS'");
            }
            line = in.lineAt(in.position());
            if (!in.word("p").equals("p") || !in.word("qubo").equals("qubo")) {
                throw in.unexpected("a line 'p qubo 0 VARIABLES DIAGONALS COUPLERS'");
            }
            in.requireMore("the topology");
            String topology = in.word("the topology");
            if (!topology.equals("0") && !topology.equals("unconstrained")) {
                throw in.unexpected("the topology 0");
            }
            in.requireMore("the number of variables");
            n = in.integer("the number of variables", 1, Integer.MAX_VALUE - 8);
            in.requireMore("the number of diagonal entries");
            promisedDiagonals = in.count("the number of diagonal entries", MOST_ENTRIES);
            in.requireMore("the number of couplers");
            promisedCouplers = in.count("the number of couplers", MOST_ENTRIES);
            in.requireLineEnd("the header");
        }

        private void entries(QuboAssembler qubo) {
            while (comments()) {
                int i = in.integer("a variable", 0, n - 1);
                in.requireMore("a variable between 0 and ", n - 1);
                int j = in.integer("a variable", 0, n - 1);
                in.requireMore("a value");
                double value = in.number("a value");
                if (!in.atLineEnd()) {
                    in.requireLineEnd("the entry");
                }
                if (i == j) {
                    diagonals++;
                    qubo.addLinear(i, value);
                } else {
                    couplers++;
                    qubo.addCoupling(i, j, value);
                }
            }
        }
    }
}
