package org.shrinq.instances;

import java.util.ArrayList;
import java.util.List;

/**
 * The orders in which knapsack files list the same numbers. OR-Library: n m best, values, weights, capacities. SAC-94: m n,
 * values, capacities, weights, best. Both share the extension and, for the same n and m, even the count of numbers, so the
 * content decides ({@link #plausible}).
 */
enum KnapsackLayout {
    MKNAP(Format.MKNAP, 3, true),
    MKNAP_WITHOUT_BEST(Format.MKNAP, 2, false),
    SAC94(Format.SAC94, 2, true),
    SAC94_WITHOUT_BEST(Format.SAC94, 2, false);

    private final Format format;
    private final int headerLength;
    private final boolean hasBest;

    KnapsackLayout(Format format, int headerLength, boolean hasBest) {
        this.format = format;
        this.headerLength = headerLength;
        this.hasBest = hasBest;
    }

    Format format() {
        return format;
    }

    /** Numbers before the values. */
    int headerLength() {
        return headerLength;
    }

    boolean hasBest() {
        return hasBest;
    }

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
                && numbers.size() == 2 + (hasBest ? 1 : 0) + a + b + a * b;
    }

    /**
     * The layouts that the numbers can have, for a text whose count fits. A layout is plausible when at least half of all
     * weights fit their row's capacity, most capacities are smaller than their row's sum, and the best value is 0 or lies
     * between a greedy packing's value and the sum of all values. When both survive, the number of numbers on the first
     * line (3 or 2 with a best value) decides; when none does, that alone decides.
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
        if (plausible.size() == 1) {
            return plausible;
        }
        List<KnapsackLayout> remaining = plausible.isEmpty() ? fitting : plausible;
        List<KnapsackLayout> byHeader = new ArrayList<>();
        int onFirstLine = numbers.onLineOf(0);
        for (KnapsackLayout layout : remaining) {
            if (layout.hasBest && layout.headerLength == onFirstLine) {
                byHeader.add(layout);
            }
        }
        return byHeader.size() == 1 ? byHeader : remaining;
    }

    private boolean isPlausible(NumberList numbers) {
        int first = (int) numbers.get(0);
        int second = (int) numbers.get(1);
        int n = format == Format.MKNAP ? first : second;
        int m = format == Format.MKNAP ? second : first;
        int values = headerLength;
        int weights = format == Format.MKNAP ? values + n : values + n + m;
        int capacities = format == Format.MKNAP ? weights + n * m : values + n;
        long fitting = 0;
        int binding = 0;
        for (int k = 0; k < m; k++) {
            double sum = 0;
            for (int i = 0; i < n; i++) {
                double w = numbers.get(weights + k * n + i);
                if (w < 0) {
                    return false;
                }
                sum += w;
                fitting += w <= numbers.get(capacities + k) ? 1 : 0;
            }
            binding += numbers.get(capacities + k) < sum ? 1 : 0;
        }
        if (2 * fitting < (long) n * m || 2 * binding < m) {
            return false;
        }
        double best = hasBest ? numbers.get(format == Format.MKNAP ? 2 : weights + n * m) : 0;
        return best == 0
                || (best >= greedy(numbers, n, m, values, weights, capacities) && best <= sum(numbers, values, n));
    }

    private static double sum(NumberList numbers, int from, int length) {
        double sum = 0;
        for (int k = from; k < from + length; k++) {
            sum += Math.max(0, numbers.get(k));
        }
        return sum;
    }

    /** Value of the packing that takes items in their order while they fit. */
    private static double greedy(NumberList numbers, int n, int m, int values, int weights, int capacities) {
        double[] room = numbers.slice(capacities, m);
        double value = 0;
        for (int i = 0; i < n; i++) {
            boolean fits = numbers.get(values + i) > 0;
            for (int k = 0; k < m && fits; k++) {
                fits = numbers.get(weights + k * n + i) <= room[k];
            }
            if (fits) {
                value += numbers.get(values + i);
                for (int k = 0; k < m; k++) {
                    room[k] -= numbers.get(weights + k * n + i);
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
