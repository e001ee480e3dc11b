package org.shrinq.solver.audit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.shrinq.solver.audit.Specimen.Kind;
import org.shrinq.solver.audit.Specimen.Pair;
import org.shrinq.solver.audit.Specimen.Row;
import org.shrinq.solver.audit.Specimen.Type;

/** Draws specimens: every kind, with numbers as files have them and as they do not. */
final class Specimens {
    private final SplittableRandom random;
    private final Supplier<BigDecimal> objective;
    private final Supplier<BigDecimal> weight;

    private Specimens(SplittableRandom random) {
        this.random = random;
        objective = numbers();
        weight = numbers();
    }

    /** One specimen of at most 2¹³ points. */
    static Specimen draw(SplittableRandom random) {
        Specimens draw = new Specimens(random);
        Kind[] kinds = Kind.values();
        return switch (random.nextInt(20) == 0 ? Kind.SEQUENCE : kinds[random.nextInt(kinds.length - 1)]) {
            case PROGRAM -> draw.program();
            case KNAPSACK -> draw.knapsack();
            case INDEPENDENT_SET -> draw.independentSet();
            case CUT -> draw.cut();
            case ASSIGNMENT -> draw.assignment();
            case MARKET_SHARE -> draw.marketShare();
            case SEQUENCE -> make(Kind.SEQUENCE, draw.random.nextInt(1, 11), false, List.of(), List.of(), List.of());
        };
    }

    private Supplier<BigDecimal> numbers() {
        int scale = random.nextInt(5) == 0 ? random.nextInt(-40, 40) : 0;
        Supplier<BigDecimal> number = switch (random.nextInt(7)) {
            case 0 -> () -> BigDecimal.valueOf(random.nextInt(0, 3));
            case 1 -> () -> BigDecimal.valueOf(random.nextInt(1, 30));
            case 2 -> () -> BigDecimal.valueOf(random.nextInt(-9, 20));
            case 3 -> () -> BigDecimal.valueOf(random.nextInt(1, 40), 1);
            case 4 -> () -> BigDecimal.valueOf(random.nextInt(-1000, 5000), 3);
            case 5 ->
                () -> BigDecimal.valueOf(
                        random.nextInt(3) == 0 ? 1_000_000_000_000L + random.nextInt(5) : random.nextInt(1, 9));
            default -> () -> BigDecimal.valueOf(random.nextInt(1, 10), random.nextInt(-4, 5));
        };
        return () -> number.get().scaleByPowerOfTen(scale);
    }

    /** Up to 8 as a rule, one time in ten up to 13. */
    private int variables() {
        return random.nextInt(10) == 0 ? random.nextInt(9, 14) : random.nextInt(1, 9);
    }

    private List<BigDecimal> list(int n, Supplier<BigDecimal> number) {
        return IntStream.range(0, n).mapToObj(i -> number.get()).toList();
    }

    private List<List<BigDecimal>> lists(int rows, int columns, Supplier<BigDecimal> number) {
        return IntStream.range(0, rows).mapToObj(i -> list(columns, number)).toList();
    }

    private List<Pair> pairs(int n, Supplier<BigDecimal> number) {
        double share = random.nextInt(6) / 5.0;
        List<Pair> pairs = new ArrayList<>();
        for (int u = 0; u < n; u++) {
            for (int v = u + 1; v < n; v++) {
                if (random.nextDouble() < share) {
                    pairs.add(new Pair(u, v, number.get()));
                }
            }
        }
        return pairs;
    }

    private static Specimen make(
            Kind kind, int n, boolean maximise, List<BigDecimal> linear, List<Pair> pairs, List<Row> rows) {
        return new Specimen(kind, n, maximise, BigDecimal.ZERO, linear, pairs, rows, List.of(), List.of());
    }

    private Specimen independentSet() {
        int n = variables();
        boolean unit = random.nextInt(3) == 0;
        return make(
                Kind.INDEPENDENT_SET,
                n,
                true,
                list(n, unit ? () -> BigDecimal.ONE : objective),
                pairs(n, () -> BigDecimal.ONE),
                List.of());
    }

    private Specimen knapsack() {
        int n = variables();
        List<Row> rows = new ArrayList<>();
        for (int k = random.nextInt(1, 4); k > 0; k--) {
            rows.add(capacity(n));
        }
        return make(Kind.KNAPSACK, n, true, list(n, objective), List.of(), rows);
    }

    private Row capacity(int n) {
        List<BigDecimal> w = list(n, () -> weight.get().abs());
        BigDecimal sum = BigDecimal.ZERO;
        for (BigDecimal value : w) {
            sum = random.nextBoolean() ? sum.add(value) : sum;
        }
        return new Row(Type.AT_MOST, IntStream.range(0, n).boxed().toList(), w, writable(sum));
    }

    /** Sums of more than 15 digits would not be what doubles hold. */
    private static BigDecimal writable(BigDecimal sum) {
        BigDecimal plain = sum.stripTrailingZeros();
        return plain.precision() <= 15
                ? plain
                : plain.round(new java.math.MathContext(15, java.math.RoundingMode.DOWN));
    }

    private Specimen cut() {
        int n = variables();
        return make(Kind.CUT, n, true, List.of(), pairs(n, objective), List.of());
    }

    private Specimen assignment() {
        int n = random.nextInt(8) == 0 ? 4 : random.nextInt(1, 4);
        boolean costs = random.nextBoolean();
        return new Specimen(
                Kind.ASSIGNMENT,
                n,
                false,
                BigDecimal.ZERO,
                list(n * n, costs ? objective : () -> BigDecimal.ZERO),
                List.of(),
                List.of(),
                lists(n, n, objective),
                lists(n, n, () -> BigDecimal.valueOf(random.nextInt(0, 9))));
    }

    private Specimen marketShare() {
        int n = variables();
        int products = random.nextInt(1, 4);
        return new Specimen(
                Kind.MARKET_SHARE,
                n,
                false,
                BigDecimal.ZERO,
                list(products, objective),
                List.of(),
                List.of(),
                lists(products, n, objective),
                List.of());
    }

    private Specimen program() {
        int n = variables();
        List<Row> rows = new ArrayList<>();
        for (int k = random.nextInt(4); k > 0; k--) {
            rows.add(row(n));
        }
        List<Pair> pairs = random.nextBoolean() ? pairs(n, objective) : List.of();
        return make(Kind.PROGRAM, n, random.nextBoolean(), list(n, objective), pairs, rows);
    }

    private Row row(int n) {
        List<Integer> members = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            if (random.nextInt(3) > 0) {
                members.add(i);
            }
        }
        if (members.isEmpty()) {
            members.add(random.nextInt(n));
        }
        List<BigDecimal> ones = list(members.size(), () -> BigDecimal.ONE);
        return switch (random.nextInt(6)) {
            case 0 -> new Row(Type.AT_MOST_ONE, members, ones, BigDecimal.ONE);
            case 1 -> new Row(Type.EXACTLY_ONE, members, ones, BigDecimal.ONE);
            case 2 ->
                members.size() < 2
                        ? new Row(Type.AT_MOST_ONE, members, ones, BigDecimal.ONE)
                        : new Row(Type.CONFLICT, members.subList(0, 2), ones.subList(0, 2), BigDecimal.ONE);
            default -> linear(members);
        };
    }

    private Row linear(List<Integer> members) {
        List<BigDecimal> w = list(members.size(), weight);
        BigDecimal sum = BigDecimal.ZERO;
        for (BigDecimal value : w) {
            sum = random.nextBoolean() ? sum.add(value) : sum;
        }
        BigDecimal bound = random.nextInt(4) == 0 ? weight.get() : writable(sum);
        return new Row(random.nextInt(3) == 0 ? Type.EQUAL : Type.AT_MOST, members, w, bound);
    }
}
