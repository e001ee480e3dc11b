package org.shrinq.instances.marketshare;

import java.util.List;
import java.util.OptionalDouble;
import org.shrinq.instances.codec.FamilyCodec;
import org.shrinq.instances.codec.Wanted;
import org.shrinq.instances.codec.WriteOptions;
import org.shrinq.instances.model.Recast;
import org.shrinq.instances.text.Limits;
import org.shrinq.instances.text.Shape;
import org.shrinq.instances.text.Text;
import org.shrinq.instances.text.TextSink;
import org.shrinq.instances.text.Tokens;
import org.shrinq.qubo.problem.MarketShare;

/**
 * Market split instances as text (Cornuéjols and Dawande, 1999; the QOBLIB's .dat): comments that start with #, "m n",
 * then m rows of n coefficients and a right-hand side. As a market share problem the deviations count by their absolute
 * values, as a binary quadratic program by their squares.
 */
public final class MarketSplitCodec extends FamilyCodec<MarketShare> {
    public MarketSplitCodec() {
        super(MarketShare.class, "market share problems");
    }

    @Override
    public Match match(Shape shape) {
        if (!shape.isNumeric() || shape.tokensOnLine(0) != 2) {
            return Match.NO;
        }
        long m = shape.headCount(0, 1);
        long n = shape.headCount(1, 1);
        boolean even = n > 0 && shape.fewestAfterFirst() == n + 1 && shape.mostAfterFirst() == n + 1;
        return m > 0 && even && shape.lines() == m + 1 ? Match.FITS : Match.NO;
    }

    @Override
    public List<Parsed> read(Text text, Wanted wanted, Limits limits) {
        Tokens in = new Tokens(text);
        if (!in.skipComments('#')) {
            throw in.ended("a header 'ROWS COLUMNS'");
        }
        int m = in.integer("the number of rows", 1, Integer.MAX_VALUE);
        int line = in.lineAt(in.tokenStart());
        in.requireMore("the number of columns");
        int n = in.integer("the number of columns", 1, Integer.MAX_VALUE - 8);
        in.requireLineEnd("the header");
        double size = Math.min(1.0 * m * n, text.length());
        limits.require(text.file(), line, "a market split of " + n + " columns", 16.0 * size + 40.0 * n * n);
        // a row takes two bytes a number: a false promise takes no memory
        if (2.0 * m * (n + 1.0) > text.length() + 2.0) {
            throw in.invalidAtLine(
                    line, "expected " + m + " rows of " + (n + 1L) + " numbers", "Maybe the file is truncated.");
        }
        double[][] rows = new double[m][n];
        double[] targets = new double[m];
        for (int k = 0; k < m; k++) {
            if (!in.skipComments('#')) {
                throw in.ended("row " + (k + 1) + " of " + m);
            }
            for (int j = 0; j < n; j++) {
                in.requireMore("a coefficient");
                rows[k][j] = in.number("a coefficient");
            }
            in.requireMore("a right-hand side");
            targets[k] = in.number("a right-hand side");
            in.requireLineEnd("the right-hand side");
        }
        in.skipComments('#');
        in.requireEnd(m + " rows");
        Parsed parsed =
                new Parsed(MarketShare.of(text.stem(), rows, targets), OptionalDouble.empty(), List.of(), List.of());
        return List.of(Recast.asWanted(text, wanted, parsed));
    }

    @Override
    protected void writeOf(MarketShare p, WriteOptions options, TextSink out) {
        for (String comment : options.comments()) {
            out.line("# " + comment);
        }
        out.add(p.products()).space().add(p.retailers()).line();
        for (int k = 0; k < p.products(); k++) {
            for (int j = 0; j < p.retailers(); j++) {
                out.add(p.demand(k, j)).space();
            }
            out.add(p.target(k)).line();
        }
    }
}
