package org.shrinq.instances;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.shrinq.qubo.problem.MultidimensionalKnapsack;
import org.shrinq.qubo.problem.Problem;

/** Knapsack files in either layout; {@link KnapsackLayout} tells them apart. */
final class KnapsackCodec implements Codec {
    private final Format format;

    KnapsackCodec(Format format) {
        this.format = format;
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
        boolean single = b > 0 && (shape.tokens() == 3 + a + b + a * b || shape.tokens() == 2 + a + b + a * b);
        boolean several = format == Format.MKNAP
                && shape.tokensOnLine(0) == 1
                && shape.tokensOnLine(1) == 3
                && b > 0
                && shape.headCount(2, 1) > 0;
        if (!single && !several) {
            // A truncated or lengthened file: a header line of its own form, and about as many numbers.
            int onFirst = shape.tokensOnLine(0);
            boolean header = format == Format.MKNAP ? onFirst == 3 : onFirst == 2;
            boolean wide = shape.mostAfterFirst() > 3 && b > 0;
            return header && wide && shape.tokens() > a ? Match.BROKEN : Match.NO;
        }
        NumberList numbers = NumberList.read(shape.text());
        if (single) {
            List<KnapsackLayout> layouts = KnapsackLayout.plausible(numbers);
            for (KnapsackLayout layout : layouts) {
                if (layout.format() == format) {
                    return Match.FITS;
                }
            }
            return Match.NO;
        }
        return KnapsackLayout.countProblems(numbers) >= 0 ? Match.FITS : Match.BROKEN;
    }

    @Override
    public List<Parsed> read(Text text, ReadOptions options, Limits limits) {
        limits.require(text.file(), 0, "a text of " + text.length() + " bytes", 12.0 * text.length());
        NumberList numbers = NumberList.read(text);
        if (numbers.size() == 0) {
            throw InstanceException.of(InstanceException.Reason.INVALID, text.file(), "the file is empty", "");
        }
        if (format == Format.SAC94) {
            return List.of(
                    readOne(numbers, 0, sac94(numbers), text.stem(), limits).parsed());
        }
        if (numbers.onLineOf(0) == 1
                && !KnapsackLayout.MKNAP.countFits(numbers)
                && !KnapsackLayout.MKNAP_WITHOUT_BEST.countFits(numbers)) {
            return readSeveral(numbers, text.stem(), limits);
        }
        KnapsackLayout layout = KnapsackLayout.MKNAP_WITHOUT_BEST.countFits(numbers)
                ? KnapsackLayout.MKNAP_WITHOUT_BEST
                : KnapsackLayout.MKNAP;
        Block block = readOne(numbers, 0, layout, text.stem(), limits);
        numbers.requireEnd(block.end());
        return List.of(block.parsed());
    }

    private static KnapsackLayout sac94(NumberList numbers) {
        return KnapsackLayout.SAC94_WITHOUT_BEST.countFits(numbers)
                ? KnapsackLayout.SAC94_WITHOUT_BEST
                : KnapsackLayout.SAC94;
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
        boolean itemsFirst = layout.format() == Format.MKNAP;
        int first = numbers.countAt(at, itemsFirst ? "the number of items" : "the number of rows", 1, 100_000_000);
        int second = numbers.countAt(at + 1, itemsFirst ? "the number of rows" : "the number of items", 1, 100_000_000);
        int n = itemsFirst ? first : second;
        int m = itemsFirst ? second : first;
        // the numbers, the problem's copy of them and the model's rows
        limits.require(
                numbers.file(), numbers.line(at), "a knapsack of " + n + " items and " + m + " rows", 48.0 * n * m);
        int values = at + layout.headerLength();
        int weights = itemsFirst ? values + n : values + n + m;
        int capacities = itemsFirst ? -1 : values + n;
        numbers.requireAvailable(values, n, "values");
        if (!itemsFirst) {
            numbers.requireAvailable(capacities, m, "capacities");
        }
        numbers.requireAvailable(weights, (long) n * m, "weights (" + m + " rows of " + n + ")");
        int end = weights + n * m;
        if (itemsFirst) {
            capacities = end;
            numbers.requireAvailable(capacities, m, "capacities");
            end += m;
        }
        OptionalDouble best = OptionalDouble.empty();
        if (layout.hasBest()) {
            int bestAt = itemsFirst ? at + 2 : end++;
            numbers.requireAvailable(bestAt, 1, "the best known value (0 when unknown)");
            best = numbers.get(bestAt) == 0 ? OptionalDouble.empty() : OptionalDouble.of(numbers.get(bestAt));
        }
        if (!itemsFirst) {
            numbers.requireEnd(end);
        }
        requireNotNegative(numbers, weights, n * m, "weight");
        requireNotNegative(numbers, capacities, m, "capacity");
        MultidimensionalKnapsack problem = MultidimensionalKnapsack.of(
                name, numbers.slice(values, n), numbers.matrix(weights, m, n), numbers.slice(capacities, m));
        return new Block(new Parsed(problem, best, List.of(), List.of()), end);
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
    public Optional<String> obstacle(Problem problem) {
        return problem instanceof MultidimensionalKnapsack
                ? Optional.empty()
                : Optional.of("it holds multidimensional knapsacks only");
    }

    @Override
    public void write(Problem problem, WriteOptions options, TextSink out) {
        MultidimensionalKnapsack p = (MultidimensionalKnapsack) problem;
        int n = p.items();
        int m = p.rows();
        double best = options.bestKnown().orElse(0);
        if (format == Format.MKNAP) {
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
        if (format == Format.MKNAP) {
            out.row(m, p::capacity);
        } else {
            out.add(best).line();
        }
    }
}
