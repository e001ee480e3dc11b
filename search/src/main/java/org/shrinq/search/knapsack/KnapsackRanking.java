package org.shrinq.search.knapsack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Constraint;
import org.shrinq.qubo.Indices;
import org.shrinq.qubo.LinearEqual;
import org.shrinq.qubo.problem.MultidimensionalKnapsack;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.relax.lp.ModelLp;

/**
 * The items of a knapsack by descending reduced cost where so many are to be chosen: those of the linear relaxation
 * with that number of items, whose multipliers move with it (Vasquez, Vimont 2005); on large knapsacks those of the
 * multipliers at hand. One thread.
 */
final class KnapsackRanking {
    /** Most weights in a knapsack for which a relaxation is solved per number of items. */
    private static final long MOST_WEIGHTS = 50_000;

    private final MultidimensionalKnapsack problem;
    private final KnapsackData data;
    private final int[] items;
    private final Map<Integer, int[]> known = new HashMap<>();

    KnapsackRanking(MultidimensionalKnapsack problem, KnapsackData data) {
        this.problem = problem;
        this.data = data;
        items = sorted(data.reducedCost);
    }

    /** Items that fit alone, by the multipliers at hand. Not to be modified. */
    int[] items() {
        return items;
    }

    /** The same for a number of items. Not to be modified. */
    int[] of(int ones) {
        return (long) data.n * data.m > MOST_WEIGHTS ? items : known.computeIfAbsent(ones, this::solve);
    }

    private int[] solve(int ones) {
        int[] all = IntStream.range(0, data.n).toArray();
        double[] unit = new double[data.n];
        Arrays.fill(unit, 1);
        BinaryModel model = problem.model();
        List<Constraint> rows = new ArrayList<>(model.constraints());
        rows.add(LinearEqual.of("number of items", all, unit, ones));
        Optional<ModelLp.Result> lp =
                ModelLp.solve(new BinaryModel(model.sense(), model.objective(), rows), Deadline.never());
        if (lp.isEmpty()) {
            return items;
        }
        double[] reduced = data.value.clone();
        for (int k = 0; k < data.m; k++) {
            double price = Math.max(0, lp.get().multipliers()[k]);
            for (int i = 0; i < data.n; i++) {
                reduced[i] -= price * data.weight[i * data.m + k];
            }
        }
        return sorted(reduced);
    }

    private int[] sorted(double[] reducedCost) {
        return Indices.ascending(IntStream.range(0, data.n).filter(i -> data.fits[i]), i -> -reducedCost[i]);
    }
}
