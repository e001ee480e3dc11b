package org.shrinq.instances.assignment;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.shrinq.instances.codec.FamilyCodec;
import org.shrinq.instances.codec.Wanted;
import org.shrinq.instances.codec.WriteOptions;
import org.shrinq.instances.text.Limits;
import org.shrinq.instances.text.NumberList;
import org.shrinq.instances.text.Shape;
import org.shrinq.instances.text.Text;
import org.shrinq.instances.text.TextSink;
import org.shrinq.instances.text.Tokens;
import org.shrinq.qubo.problem.QuadraticAssignment;

/**
 * QAPLIB: n, perhaps the best known value, the n² flows, the n² distances; numbers wrap over lines at will. The value
 * is there when the file holds exactly one number more than 1 + 2n².
 */
public final class QaplibCodec extends FamilyCodec<QuadraticAssignment> {
    public QaplibCodec() {
        super(QuadraticAssignment.class, "quadratic assignment problems");
    }

    /** n² numbers are counted by an int. */
    private static final int LARGEST = 46_340;

    @Override
    public Match match(Shape shape) {
        long n = shape.isNumeric() && shape.comments() == 0 ? shape.headCount(0, 1) : -1;
        if (n < 1) {
            return Match.NO;
        }
        double extra = shape.tokens() - 1 - 2.0 * n * n;
        if (extra == 0 || extra == 1) {
            return Match.FITS;
        }
        boolean alone = shape.tokensOnLine(0) == 1;
        return alone && shape.lines() > 1 ? Match.BROKEN : Match.NO;
    }

    @Override
    public List<Parsed> read(Text text, Wanted wanted, Limits limits) {
        Tokens header = new Tokens(text);
        int n = header.integer("the number of facilities", 1, Integer.MAX_VALUE);
        int line = header.lineAt(header.tokenStart());
        // two matrices with their copies, the model's form and its 2n groups, and the numbers as read
        limits.require(text.file(), line, "a quadratic assignment of order " + n, 72.0 * n * n);
        if (n > LARGEST) {
            throw header.invalidAtLine(
                    line, "expected the number of facilities between 1 and " + LARGEST + ", found '" + n + "'", "");
        }
        NumberList numbers = NumberList.read(text);
        int square = n * n;
        boolean hasBest = numbers.size() == 2 + 2 * square;
        int from = hasBest ? 2 : 1;
        numbers.requireAvailable(from, square, "flows");
        numbers.requireAvailable(from + square, square, "distances");
        numbers.requireEnd(from + 2 * square);
        QuadraticAssignment problem =
                QuadraticAssignment.of(text.stem(), numbers.matrix(from, n, n), numbers.matrix(from + square, n, n));
        return List.of(new Parsed(
                problem, hasBest ? OptionalDouble.of(numbers.get(1)) : OptionalDouble.empty(), List.of(), List.of()));
    }

    @Override
    protected Optional<String> obstacleOf(QuadraticAssignment qap) {
        for (int i = 0; i < qap.order(); i++) {
            for (int a = 0; a < qap.order(); a++) {
                if (qap.linear(i, a) != 0) {
                    return Optional.of("it has no place for linear costs");
                }
            }
        }
        return Optional.empty();
    }

    @Override
    protected void writeOf(QuadraticAssignment qap, WriteOptions options, TextSink out) {
        int n = qap.order();
        out.add(n).line().line();
        for (int i = 0; i < n; i++) {
            int row = i;
            out.row(n, j -> qap.flow(row, j));
        }
        out.line();
        for (int a = 0; a < n; a++) {
            int row = a;
            out.row(n, b -> qap.distance(row, b));
        }
    }
}
