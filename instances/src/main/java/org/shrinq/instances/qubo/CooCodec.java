package org.shrinq.instances.qubo;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shrinq.instances.codec.Codec;
import org.shrinq.instances.codec.Wanted;
import org.shrinq.instances.codec.WriteOptions;
import org.shrinq.instances.text.Limits;
import org.shrinq.instances.text.Shape;
import org.shrinq.instances.text.Text;
import org.shrinq.instances.text.TextErrors;
import org.shrinq.instances.text.TextSink;
import org.shrinq.instances.text.Tokens;
import org.shrinq.qubo.Sense;
import org.shrinq.qubo.problem.Problem;

/**
 * Coordinate lists: "i j value" per line, variables counted from 0, n one more than the largest; minimised. Comments
 * start with #; "# vartype=SPIN" makes the values those of s = 2x − 1 ∈ {−1, +1} ("BINARY" is the default), and "#
 * offset=value" is the constant term.
 */
public final class CooCodec implements Codec {
    private static final Pattern VARTYPE = Pattern.compile("#\\s*vartype\\s*=\\s*(\\w+)");
    private static final Pattern OFFSET = Pattern.compile("#\\s*offset\\s*=\\s*(\\S+)");

    @Override
    public Match match(Shape shape) {
        if (hasVartype(shape)) {
            return Match.CERTAIN;
        }
        if (!shape.isNumeric() || shape.hasPercentComments()) {
            return Match.NO;
        }
        boolean threes = shape.tokensOnLine(0) == 3
                && (shape.lines() == 1 || (shape.fewestAfterFirst() == 3 && shape.mostAfterFirst() == 3));
        return threes && shape.headCount(0, 0) >= 0 && shape.headCount(1, 0) >= 0 ? Match.POSSIBLE : Match.NO;
    }

    /** True when one of the comment lines at the top names a vartype. */
    public static boolean hasVartype(Shape shape) {
        Tokens in = new Tokens(shape.text());
        while (in.peek() == '#') {
            if (VARTYPE.matcher(in.restOfLine()).find()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean isNamed(Shape shape) {
        return hasVartype(shape);
    }

    @Override
    public Optional<Sense> quboSense() {
        return Optional.of(Sense.MINIMIZE);
    }

    @Override
    public List<Parsed> read(Text text, Wanted wanted, Limits limits) {
        Extent extent = extent(text);
        int n = extent.variables();
        Tokens in = new Tokens(text);
        QuboAssembler qubo = QuboAssembler.expecting(text, limits, 0, n, extent.entries());
        BitSet seen = new BitSet();
        boolean spin = false;
        boolean named = false;
        while (in.hasNext()) {
            if (in.startsLineWith('#')) {
                int start = in.position();
                String comment = in.restOfLine();
                Matcher vartype = VARTYPE.matcher(comment);
                if (vartype.find()) {
                    boolean isSpin = isSpin(in, start, vartype.group(1));
                    if (named && isSpin != spin) {
                        throw in.invalidAt(start, "expected one vartype, found a second one", "");
                    }
                    if (!named && !seen.isEmpty()) {
                        throw in.invalidAt(start, "expected the vartype before the first entry, found it after", "");
                    }
                    named = true;
                    spin = isSpin;
                }
                Matcher offset = OFFSET.matcher(comment);
                if (offset.find()) {
                    in.moveTo(start
                            + comment.substring(0, offset.start(1))
                                    .getBytes(java.nio.charset.StandardCharsets.UTF_8)
                                    .length);
                    qubo.addOffset(in.number("an offset"));
                }
                continue;
            }
            int i = in.integer("a variable", 0, n - 1);
            in.requireMore("a second variable");
            int j = in.integer("a variable", 0, n - 1);
            in.requireMore("a value");
            double value = in.number("a value");
            if (!in.atLineEnd()) {
                in.requireLineEnd("the entry");
            }
            seen.set(i);
            seen.set(j);
            add(qubo, spin, i, j, value);
        }
        if (seen.cardinality() < n) {
            int first = seen.nextClearBit(0);
            qubo.warn((n - seen.cardinality()) + " variables have no entry, the first of them " + first
                    + (first == 0 ? "; maybe the file counts from 1" : ""));
        }
        return List.of(qubo.problem(text.stem(), Sense.MINIMIZE, OptionalDouble.empty(), List.of()));
    }

    private static boolean isSpin(Tokens in, int at, String vartype) {
        return switch (vartype.toUpperCase(Locale.ROOT)) {
            case "BINARY" -> false;
            case "SPIN" -> true;
            default ->
                throw in.invalidAt(at, "expected vartype BINARY or SPIN, found " + TextErrors.quote(vartype), "");
        };
    }

    /** value·s_i·s_j with s = 2x − 1. */
    public static void add(QuboAssembler qubo, boolean spin, int i, int j, double value) {
        if (i == j) {
            qubo.addLinear(i, spin ? 2 * value : value);
            if (spin) {
                qubo.addOffset(-value);
            }
        } else {
            qubo.addCoupling(i, j, spin ? 4 * value : value);
            if (spin) {
                qubo.shiftLinear(i, -2 * value);
                qubo.shiftLinear(j, -2 * value);
                qubo.addOffset(value);
            }
        }
    }

    /**
     * What a first pass over the entries finds.
     *
     * @param variables one more than the largest variable
     * @param entries number of lines with an entry
     */
    private record Extent(int variables, int entries) {}

    private static Extent extent(Text text) {
        Tokens in = new Tokens(text);
        int largest = -1;
        int entries = 0;
        while (in.skipComments('#')) {
            int i = in.integer("a variable", 0, Integer.MAX_VALUE - 16);
            in.requireMore("a second variable");
            int j = in.integer("a variable", 0, Integer.MAX_VALUE - 16);
            largest = Math.max(largest, Math.max(i, j));
            entries++;
            in.nextLine();
        }
        if (largest < 0) {
            throw in.ended("an entry 'i j value'");
        }
        return new Extent(largest + 1, entries);
    }

    @Override
    public Optional<String> obstacle(Problem problem) {
        return Unconstrained.obstacle(problem);
    }

    @Override
    public void write(Problem problem, WriteOptions options, TextSink out) {
        Unconstrained qubo = Unconstrained.of(problem, Sense.MINIMIZE);
        for (String comment : options.comments()) {
            out.line("# " + comment);
        }
        out.line("# vartype=BINARY");
        if (qubo.offset() != 0) {
            out.add("# offset=").add(qubo.offset()).line();
        }
        // Every variable has a line, so that n and variables without terms survive.
        for (int i = 0; i < qubo.size(); i++) {
            out.add(i).space().add(i).space().add(qubo.linear(i)).line();
        }
        qubo.forEachCoupling(
                (i, j, c) -> out.add(i).space().add(j).space().add(c).line());
    }
}
