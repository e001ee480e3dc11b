package org.shrinq.examples;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.shrinq.qubo.model.Expression;
import org.shrinq.qubo.model.Model;
import org.shrinq.qubo.model.Var;
import org.shrinq.solver.Preset;
import org.shrinq.solver.Shrinq;
import org.shrinq.solver.Solution;

/**
 * Which stations to open so that an ambulance reaches every town in a quarter of an hour: a covering model with an
 * integer and a rule.
 */
public final class CoveringModel {
    static final String[] TOWNS = {"Ash", "Birch", "Cedar", "Elm", "Fir", "Hazel"};
    static final double[] COST = {6, 5, 7, 4, 6, 5};
    static final int[][] MINUTES = {
        {0, 10, 20, 30, 30, 20},
        {10, 0, 25, 35, 20, 10},
        {20, 25, 0, 15, 30, 20},
        {30, 35, 15, 0, 15, 25},
        {30, 20, 30, 15, 0, 14},
        {20, 10, 20, 25, 14, 0},
    };

    private CoveringModel() {}

    static Solution solve() {
        Model model = Model.minimize("stations");
        List<Var> open = Arrays.stream(TOWNS).map(model::binary).toList();
        Var cars = model.integer("cars", 0, 10);
        for (int[] minutes : MINUTES) {
            List<Var> near = IntStream.range(0, TOWNS.length)
                    .filter(s -> minutes[s] <= 15)
                    .mapToObj(open::get)
                    .toList();
            model.atLeast("near " + near, near, 1);
        }
        model.atLeast("two cars a station", cars.minus(Expression.sum(open).times(2)), 0);
        model.implies(open.get(1), open.get(3)); // Birch has no workshop, Elm has one
        model.objective(Expression.sum(COST, open).plus(cars.times(1.5)));
        return Shrinq.with(Preset.FAST.options().withSeed(42)).run(model.problem());
    }

    public static void main(String[] args) {
        Solution solution = solve();
        System.out.println(solution.status() + ": costs " + solution.objective().orElseThrow());
        System.out.println(solution.selectedNames() + ", cars: " + solution.valueOf("cars"));
    }
}
