package org.shrinq.instances.knapsack;

import java.util.ArrayList;
import java.util.List;
import org.shrinq.instances.text.NumberList;

/**
 * The orders in which knapsack files list the same numbers. All share the extension and, for the same n and m, even the
 * count of numbers, so that the content decides ({@link #plausible}).
 */
enum KnapsackLayout {
    /** n m best, values, weights, capacities: the OR-Library's order. */
    MKNAP(KnapsackStyle.OR_LIBRARY, 3, Order.ITEMS_FIRST, Rows.WEIGHTS_FIRST),
    /** n m, values, weights, capacities. */
    MKNAP_WITHOUT_BEST(KnapsackStyle.OR_LIBRARY, 2, Order.ITEMS_FIRST, Rows.WEIGHTS_FIRST),
    /** m n, values, capacities, weights, best. */
    SAC94(KnapsackStyle.SAC94, 2, Order.ROWS_FIRST, Rows.CAPACITIES_FIRST),
    /** m n, values, capacities, weights. */
    SAC94_WITHOUT_BEST(KnapsackStyle.SAC94, 2, Order.ROWS_FIRST, Rows.CAPACITIES_FIRST),
    /** n m best, values, capacities, weights. */
    SAC94_ITEMS_FIRST(KnapsackStyle.SAC94, 3, Order.ITEMS_FIRST, Rows.CAPACITIES_FIRST);

    private enum Order {
        ITEMS_FIRST,
        ROWS_FIRST
    }

    private enum Rows {
        WEIGHTS_FIRST,
        CAPACITIES_FIRST
    }

    private final KnapsackStyle style;
    private final int headerLength;
    private final Order order;
    private final Rows rows;

    KnapsackLayout(KnapsackStyle style, int headerLength, Order order, Rows rows) {
        this.style = style;
        this.headerLength = headerLength;
        this.order = order;
        this.rows = rows;
    }

    KnapsackStyle style() {
        return style;
    }

    /** Numbers before the values. */
    int headerLength() {
        return headerLength;
    }

    boolean hasBest() {
        return this != MKNAP_WITHOUT_BEST && this != SAC94_WITHOUT_BEST;
    }

    /** Where a problem that begins at number {@code start} has its parts, as its first two numbers promise. */
    Places places(int start, int first, int second) {
        int n = order == Order.ITEMS_FIRST ? first : second;
        int m = order == Order.ITEMS_FIRST ? second : first;
        int values = start + headerLength;
        boolean weightsFirst = rows == Rows.WEIGHTS_FIRST;
        int weights = values + n + (weightsFirst ? 0 : m);
        int capacities = weightsFirst ? weights + n * m : values + n;
        int end = values + n + m + n * m;
        if (!hasBest()) {
            return new Places(n, m, values, weights, capacities, -1, end);
        }
        return headerLength == 3
                ? new Places(n, m, values, weights, capacities, start + 2, end)
                : new Places(n, m, values, weights, capacities, end, end + 1);
    }

    /**
     * The parts of a problem in a list of numbers.
     *
     * @param n items
     * @param m rows
     * @param values number of the first value, and so on
     * @param best number of the best known value, −1 when there is none
     * @param end number after the last
     */
    record Places(int n, int m, int values, int weights, int capacities, int best, int end) {}

    /** True when the text holds exactly the numbers that its first two promise. */
    boolean countFits(NumberList numbers) {
        if (numbers.size() < 5) {
            return false;
        }
        double a = numbers.get(0);
        double b = numbers.get(1);
        return a >= 1
                && b >= 1
                && a == Math.rint(a)
                && b == Math.rint(b)
                && numbers.size() == 2 + (hasBest() ? 1 : 0) + a + b + a * b;
    }

    /**
     * The layouts that the numbers can have, for a text whose count fits. A layout is plausible when at least half of
     * all weights fit their row's capacity, at least half of the capacities are smaller than their row's sum, and the
     * best value is 0 or lies between a simple packing's value and the sum of all values.
     *
     * <p>When every part stands on separate lines, a row of weights on each, as in one layout alone, it is that one,
     * whatever the numbers. Otherwise, with three numbers on the first line it is {@link #MKNAP}, unless that is
     * implausible and {@link #SAC94_ITEMS_FIRST} is not. Otherwise the one plausible layout counts; among several,
     * those with a header as long as the first line.
     */
    static List<KnapsackLayout> plausible(NumberList numbers) {
        List<KnapsackLayout> fitting = new ArrayList<>();
        List<KnapsackLayout> plausible = new ArrayList<>();
        for (KnapsackLayout layout : values()) {
            if (layout.countFits(numbers)) {
                fitting.add(layout);
                if (layout.isPlausible(numbers)) {
                    plausible.add(layout);
                }
            }
        }
        List<KnapsackLayout> byLines =
                fitting.stream().filter(layout -> layout.fitsLines(numbers)).toList();
        if (byLines.size() == 1) {
            return byLines;
        }
        int onFirstLine = numbers.onLineOf(0);
        if (onFirstLine == 3 && fitting.contains(MKNAP)) {
            boolean other = plausible.contains(SAC94_ITEMS_FIRST) && !plausible.contains(MKNAP);
            return List.of(other ? SAC94_ITEMS_FIRST : MKNAP);
        }
        List<KnapsackLayout> remaining = plausible.isEmpty() ? fitting : plausible;
        List<KnapsackLayout> byHeader = new ArrayList<>();
        for (KnapsackLayout layout : remaining) {
            if (layout.headerLength == onFirstLine) {
                byHeader.add(layout);
            }
        }
        return plausible.size() == 1 || byHeader.isEmpty() ? remaining : byHeader;
    }

    /** True when header, values, capacities, every row of weights and a last best value fill one line each. */
    private boolean fitsLines(NumberList numbers) {
        Places at = places(0, (int) numbers.get(0), (int) numbers.get(1));
        boolean fits = isLine(numbers, 0, headerLength)
                && isLine(numbers, at.values(), at.n())
                && isLine(numbers, at.capacities(), at.m());
        for (int k = 0; k < at.m() && fits; k++) {
            fits = isLine(numbers, at.weights() + k * at.n(), at.n());
        }
        return fits && (at.best() < headerLength || isLine(numbers, at.best(), 1));
    }

    private static boolean isLine(NumberList numbers, int from, int length) {
        return numbers.onLineOf(from) == length && (from == 0 || numbers.line(from - 1) != numbers.line(from));
    }

    private boolean isPlausible(NumberList numbers) {
        Places at = places(0, (int) numbers.get(0), (int) numbers.get(1));
        long fitting = 0;
        int binding = 0;
        for (int k = 0; k < at.m(); k++) {
            double capacity = numbers.get(at.capacities() + k);
            double sum = 0;
            for (int i = 0; i < at.n(); i++) {
                double w = numbers.get(at.weights() + k * at.n() + i);
                if (w < 0) {
                    return false;
                }
                sum += w;
                fitting += w <= capacity ? 1 : 0;
            }
            binding += capacity < sum ? 1 : 0;
        }
        if (2 * fitting < (long) at.n() * at.m() || 2 * binding < at.m()) {
            return false;
        }
        double best = at.best() < 0 ? 0 : numbers.get(at.best());
        return best == 0 || (best >= packed(numbers, at) && best <= sum(numbers, at.values(), at.n()));
    }

    private static double sum(NumberList numbers, int from, int length) {
        double sum = 0;
        for (int k = from; k < from + length; k++) {
            sum += Math.max(0, numbers.get(k));
        }
        return sum;
    }

    /** Value of the packing that takes items in their order while they fit. */
    private static double packed(NumberList numbers, Places at) {
        double[] room = numbers.slice(at.capacities(), at.m());
        double value = 0;
        for (int i = 0; i < at.n(); i++) {
            boolean fits = numbers.get(at.values() + i) > 0;
            for (int k = 0; k < at.m() && fits; k++) {
                fits = numbers.get(at.weights() + k * at.n() + i) <= room[k];
            }
            if (fits) {
                value += numbers.get(at.values() + i);
                for (int k = 0; k < at.m(); k++) {
                    room[k] -= numbers.get(at.weights() + k * at.n() + i);
                }
            }
        }
        return value;
    }

    /** The number of problems of an OR-Library file with several, −1 when the counts do not fit. */
    static int countProblems(NumberList numbers) {
        double problems = numbers.get(0);
        if (problems != Math.rint(problems) || problems < 1 || problems > numbers.size()) {
            return -1;
        }
        double at = 1;
        for (int k = 0; k < problems; k++) {
            if (at + 2 >= numbers.size()) {
                return -1;
            }
            double n = numbers.get((int) at);
            double m = numbers.get((int) at + 1);
            if (n < 1 || m < 1 || n != Math.rint(n) || m != Math.rint(m)) {
                return -1;
            }
            at += 3 + n + m + n * m;
        }
        return at == numbers.size() ? (int) problems : -1;
    }
}
