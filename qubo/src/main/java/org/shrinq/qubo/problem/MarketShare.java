package org.shrinq.qubo.problem;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.Sense;

/**
 * Split retailers between two divisions so that each product's sales come close to a target: minimise Σ_k |Σ_j a_kj
 * x_j − t_k|. Every x is feasible. The absolute value is not quadratic, so the {@link #model} minimises the stand-in
 * Σ_k (Σ_j a_kj x_j − t_k)², which is 0 exactly when the objective is; {@link #objective} is the deviation itself.
 */
public final class MarketShare implements Problem {
    private static final String STAND_IN =
            "the sum of squared deviations, which is 0 where the objective is and may be least elsewhere";

    private final String name;
    private final double[][] demands;
    private final double[] targets;
    private final BinaryModel model;
    private @Nullable NormalForm normal;

    private MarketShare(String name, int retailers, double[][] demands, double[] targets) {
        this.name = name;
        this.demands = demands;
        this.targets = targets;
        int[] all = new int[retailers];
        for (int j = 0; j < all.length; j++) {
            all[j] = j;
        }
        Qubo.Builder squares = Qubo.builder(all.length);
        for (int k = 0; k < demands.length; k++) {
            squares.addSquare(1, all, demands[k], -targets[k]);
        }
        model = new BinaryModel(Sense.MINIMIZE, squares.build(), List.of(), Optional.of(STAND_IN));
    }

    /**
     * Arrays are copied.
     *
     * @param demands a, one row per product, one column per retailer
     * @param targets t, one per product
     * @throws IllegalArgumentException for no product or retailer, wrong shapes or non-finite numbers
     */
    public static MarketShare of(String name, double[][] demands, double[] targets) {
        if (demands.length == 0 || demands.length != targets.length) {
            throw new IllegalArgumentException(demands.length + " demand rows and " + targets.length + " targets");
        }
        NotEmpty.require(name, "retailers", demands[0].length);
        for (int k = 0; k < demands.length; k++) {
            if (demands[k].length != demands[0].length) {
                throw new IllegalArgumentException("demand row " + (k + 1) + " has " + demands[k].length
                        + " entries, expected " + demands[0].length);
            }
            for (double a : demands[k]) {
                if (!Double.isFinite(a)) {
                    throw new IllegalArgumentException("demand row " + (k + 1) + " holds " + a);
                }
            }
            if (!Double.isFinite(targets[k])) {
                throw new IllegalArgumentException("target " + (k + 1) + " is " + targets[k]);
            }
        }
        return new MarketShare(name, demands[0].length, Integrality.copy(demands), targets.clone());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public ProblemKind kind() {
        return ProblemKind.MARKET_SHARE;
    }

    public int products() {
        return targets.length;
    }

    public int retailers() {
        return demands[0].length;
    }

    public double demand(int product, int retailer) {
        return demands[product][retailer];
    }

    public double target(int product) {
        return targets[product];
    }

    @Override
    public BinaryModel model() {
        return model;
    }

    @Override
    public double objective(byte[] x) {
        double sum = 0;
        for (int k = 0; k < targets.length; k++) {
            double activity = -targets[k];
            for (int j = 0; j < demands[k].length; j++) {
                if (x[j] != 0) {
                    activity += demands[k][j];
                }
            }
            sum += Math.abs(activity);
        }
        return sum;
    }

    @Override
    public boolean isObjectiveIntegral() {
        return Integrality.all(demands) && Integrality.all(targets);
    }

    @Override
    public NormalForm normalForm() {
        NormalForm known = normal;
        if (known == null) {
            known = normalize();
            normal = known;
        }
        return known;
    }

    @Override
    public double objectiveRounding() {
        return Rounding.of(this, this::numbers);
    }

    private void numbers(Unit.Numbers.Consumer consumer) {
        for (int k = 0; k < targets.length; k++) {
            consumer.accept(targets[k], 1);
            for (double a : demands[k]) {
                consumer.accept(a, 1);
            }
        }
    }

    private NormalForm normalize() {
        Unit unit = Unit.of(this::numbers);
        return unit.exponent() == 0
                ? NormalForm.unchanged(this)
                : new NormalForm(this, of(name, unit.of(demands), unit.of(targets)), unit);
    }

    /** What it is, on one line. */
    @Override
    public String toString() {
        return ProblemText.of(this);
    }
}
