package org.shrinq.instances.knapsack;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.shrinq.instances.codec.FamilyCodec;
import org.shrinq.instances.codec.Wanted;
import org.shrinq.instances.codec.WriteOptions;
import org.shrinq.instances.text.InstanceException;
import org.shrinq.instances.text.Limits;
import org.shrinq.instances.text.NumberList;
import org.shrinq.instances.text.Shape;
import org.shrinq.instances.text.Text;
import org.shrinq.instances.text.TextSink;
import org.shrinq.qubo.problem.MultidimensionalKnapsack;

/** Knapsack files in either layout; {@link KnapsackLayout} tells them apart. */
public final class KnapsackCodec extends FamilyCodec<MultidimensionalKnapsack> {
    private final KnapsackStyle style;

    public KnapsackCodec(KnapsackStyle style) {
        super(MultidimensionalKnapsack.class, "multidimensional knapsacks");
        this.style = style;
    }

    @Override
    public Match match(Shape shape) {
        if (!shape.isNumeric() || shape.comments() > 0) {
            return Match.NO;
        }
        long a = shape.headCount(0, 1);
        long b = shape.headCount(1, 1);
        if (a < 1) {
            return Match.NO;
        }
        boolean single =
                b > 0 && (shape.tokens() == 3.0 + a + b + 1.0 * a * b || shape.tokens() == 2.0 + a + b + 1.0 * a * b);
        boolean several = style == KnapsackStyle.OR_LIBRARY
                && shape.tokensOnLine(0) == 1
                && shape.tokensOnLine(1) == 3
                && b > 0
                && shape.headCount(2, 1) > 0;
        if (!single && !several) {
            // A truncated or lengthened file: a header line of its own form, and about as many numbers.
            int onFirst = shape.tokensOnLine(0);
            boolean header = style == KnapsackStyle.OR_LIBRARY ? onFirst == 3 : onFirst == 2;
            boolean wide = shape.mostAfterFirst() > 3 && b > 0;
            return header && wide ? Match.BROKEN : Match.NO;
        }
        NumberList numbers = NumberList.read(shape.text());
        if (single) {
            List<KnapsackLayout> layouts = KnapsackLayout.plausible(numbers);
            for (KnapsackLayout layout : layouts) {
                if (layout.style() == style) {
                    // A header on a line alone is a sign; without it any numbers of that count would do.
                    return shape.tokensOnLine(0) == layout.headerLength() ? Match.FITS : Match.POSSIBLE;
                }
            }
            return Match.NO;
        }
        return KnapsackLayout.countProblems(numbers) >= 0 ? Match.FITS : Match.BROKEN;
    }

    @Override
    public List<Parsed> read(Text text, Wanted wanted, Limits limits) {
        limits.require(text.file(), 0, "a text of " + text.length() + " bytes", 12.0 * text.length());
        NumberList numbers = NumberList.read(text);
        if (numbers.size() == 0) {
            throw InstanceException.of(InstanceException.Reason.INVALID, text.file(), "the file is empty", "");
        }
        if (style == KnapsackStyle.OR_LIBRARY
                && numbers.onLineOf(0) == 1
                && !KnapsackLayout.MKNAP.countFits(numbers)
                && !KnapsackLayout.MKNAP_WITHOUT_BEST.countFits(numbers)) {
            return readSeveral(numbers, text.stem(), limits);
        }
        Block block = readOne(numbers, 0, layout(numbers), text.stem(), limits);
        numbers.requireEnd(block.end());
        return List.of(block.parsed());
    }

    /** The layout of this format that fits best; the usual one when the count fits none, so that reading says where. */
    private KnapsackLayout layout(NumberList numbers) {
        for (KnapsackLayout layout : KnapsackLayout.plausible(numbers)) {
            if (layout.style() == style) {
                return layout;
            }
        }
        KnapsackLayout usual = style == KnapsackStyle.OR_LIBRARY ? KnapsackLayout.MKNAP : KnapsackLayout.SAC94;
        for (KnapsackLayout layout : KnapsackLayout.values()) {
            if (layout.style() == style && !usual.countFits(numbers) && layout.countFits(numbers)) {
                return layout;
            }
        }
        return usual;
    }

    private record Block(Parsed parsed, int end) {}

    private static List<Parsed> readSeveral(NumberList numbers, String stem, Limits limits) {
        int problems = numbers.countAt(0, "the number of problems", 1, 1_000_000);
        List<Parsed> all = new ArrayList<>();
        int at = 1;
        for (int k = 1; k <= problems; k++) {
            if (at >= numbers.size()) {
                numbers.requireAvailable(at, 1, "problem " + k + " of " + problems);
            }
            Block block = readOne(numbers, at, KnapsackLayout.MKNAP, stem + "-" + k, limits);
            all.add(block.parsed());
            at = block.end();
        }
        numbers.requireEnd(at);
        return all;
    }

    private static Block readOne(NumberList numbers, int at, KnapsackLayout layout, String name, Limits limits) {
        boolean itemsFirst = layout != KnapsackLayout.SAC94 && layout != KnapsackLayout.SAC94_WITHOUT_BEST;
        String items = "the number of items";
        String rows = "the number of rows";
        int first = numbers.countAt(at, itemsFirst ? items : rows, 1, Integer.MAX_VALUE);
        int second = numbers.countAt(at + 1, itemsFirst ? rows : items, 1, Integer.MAX_VALUE);
        // the numbers, the problem's copy of them and the model's rows
        limits.require(
                numbers.file(),
                numbers.line(at),
                "a knapsack of " + (itemsFirst ? first : second) + " items and " + (itemsFirst ? second : first)
                        + " rows",
                48.0 * first * second);
        double wanted = 3.0 + first + second + (double) first * second;
        if (wanted > Integer.MAX_VALUE) {
            numbers.requireAvailable(at, (long) wanted, "numbers");
        }
        KnapsackLayout.Places place = layout.places(at, first, second);
        int n = place.n();
        int m = place.m();
        numbers.requireAvailable(place.values(), n, "values");
        if (place.capacities() < place.weights()) {
            numbers.requireAvailable(place.capacities(), m, "capacities");
        }
        numbers.requireAvailable(place.weights(), (long) n * m, "weights (" + m + " rows of " + n + ")");
        numbers.requireAvailable(place.capacities(), m, "capacities");
        OptionalDouble best = OptionalDouble.empty();
        if (place.best() >= 0) {
            numbers.requireAvailable(place.best(), 1, "the best known value (0 when unknown)");
            double value = numbers.get(place.best());
            best = value == 0 ? OptionalDouble.empty() : OptionalDouble.of(value);
        }
        requireNotNegative(numbers, place.weights(), n * m, "weight");
        requireNotNegative(numbers, place.capacities(), m, "capacity");
        MultidimensionalKnapsack problem = MultidimensionalKnapsack.of(
                name,
                numbers.slice(place.values(), n),
                numbers.matrix(place.weights(), m, n),
                numbers.slice(place.capacities(), m));
        return new Block(new Parsed(problem, best, List.of(), List.of()), place.end());
    }

    private static void requireNotNegative(NumberList numbers, int from, int length, String what) {
        for (int k = from; k < from + length; k++) {
            if (numbers.get(k) < 0) {
                throw numbers.invalid(
                        k,
                        "expected a " + what + " ≥ 0, found " + numbers.quote(k),
                        "Maybe this is not a knapsack; enter it as a CPLEX LP model.");
            }
        }
    }

    @Override
    protected void writeOf(MultidimensionalKnapsack p, WriteOptions options, TextSink out) {
        int n = p.items();
        int m = p.rows();
        double best = options.bestKnown().orElse(0);
        if (style == KnapsackStyle.OR_LIBRARY) {
            out.add(n).space().add(m).space().add(best).line();
            out.row(n, p::value);
        } else {
            out.add(m).space().add(n).line();
            out.row(n, p::value);
            out.row(m, p::capacity);
        }
        for (int k = 0; k < m; k++) {
            int row = k;
            out.row(n, i -> p.weight(row, i));
        }
        if (style == KnapsackStyle.OR_LIBRARY) {
            out.row(m, p::capacity);
        } else {
            out.add(best).line();
        }
    }
}
