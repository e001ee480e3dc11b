package org.shrinq.qubo;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Random small models and constraints of every type. */
public final class Models {
    private Models() {}

    /** Which constraints a model may have. */
    public enum Kind {
        CONFLICT,
        AT_MOST_ONE,
        EXACTLY_ONE,
        EQUAL,
        AT_MOST
    }

    /** Distinct variables in random order. */
    public static int[] variables(SplittableRandom random, int n, int count) {
        return random.ints(0, n).distinct().limit(count).toArray();
    }

    /** A constraint over at most {@code n} variables with whole coefficients, some negative. */
    public static Constraint constraint(SplittableRandom random, int n, Kind kind, int number) {
        String name = kind + " " + number;
        if (kind == Kind.CONFLICT) {
            int[] uv = variables(random, n, 2);
            return new Conflict(uv[0], uv[1]);
        }
        int[] variables = variables(random, n, 1 + random.nextInt(Math.min(n, 4)));
        return switch (kind) {
            case AT_MOST_ONE -> AtMostOne.of(name, variables);
            case EXACTLY_ONE -> ExactlyOne.of(name, variables);
            default -> linear(random, name, kind, variables);
        };
    }

    private static Constraint linear(SplittableRandom random, String name, Kind kind, int[] variables) {
        int unit = 1 + random.nextInt(3);
        double[] w = new double[variables.length];
        for (int k = 0; k < w.length; k++) {
            w[k] = unit * (random.nextInt(8) - 2);
        }
        return kind == Kind.EQUAL
                ? LinearEqual.of(name, variables, w, unit * (random.nextInt(8) - 1))
                : LinearAtMost.of(name, variables, w, random.nextInt(14) - 2);
    }

    /** A model with a quadratic objective of multiples of ¼ and constraints drawn from {@code kinds}. */
    public static BinaryModel draw(SplittableRandom random, int n, int constraints, Kind... kinds) {
        List<Constraint> list = new ArrayList<>();
        for (int c = 0; c < constraints; c++) {
            list.add(constraint(random, n, kinds[random.nextInt(kinds.length)], c));
        }
        return new BinaryModel(random.nextBoolean() ? Sense.MINIMIZE : Sense.MAXIMIZE, objective(random, n), list);
    }

    public static Qubo objective(SplittableRandom random, int n) {
        Qubo.Builder b = Qubo.builder(n).addOffset(Cases.quarter(random));
        int density = random.nextInt(3);
        for (int i = 0; i < n; i++) {
            b.addLinear(i, Cases.quarter(random));
            for (int j = i + 1; j < n; j++) {
                if (random.nextInt(3) < density) {
                    b.add(i, j, Cases.quarter(random));
                }
            }
        }
        return b.build();
    }

    /** Violation by the definition, from the constraint's own words. */
    public static double violation(Constraint c, byte[] x) {
        double sum = 0;
        for (int k = 0; k < c.arity(); k++) {
            sum += c.coefficient(k) * x[c.variable(k)];
        }
        boolean equality = c instanceof LinearEqual || c instanceof ExactlyOne;
        return equality ? Math.abs(sum - c.bound()) : Math.max(0, sum - c.bound());
    }

    public static boolean isFeasible(BinaryModel model, byte[] x) {
        return model.constraints().stream().allMatch(c -> violation(c, x) == 0);
    }
}
