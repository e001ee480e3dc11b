package org.shrinq.examples;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shrinq.qubo.model.Expression;
import org.shrinq.qubo.model.Model;
import org.shrinq.qubo.model.Var;
import org.shrinq.solver.Shrinq;
import org.shrinq.solver.Solution;

/** Who does what, so that it takes the fewest hours: an assignment stated by names. */
public final class AssignmentModel {
    static final String[] PEOPLE = {"Ada", "Bo", "Cem", "Dana"};
    static final String[] TASKS = {"plan", "build", "test", "write"};
    static final double[][] HOURS = {{4, 7, 9, 8}, {5, 3, 8, 6}, {6, 7, 4, 5}, {3, 8, 6, 4}};

    private AssignmentModel() {}

    static Solution solve() {
        Model model = Model.minimize("tasks");
        List<Expression> hours = new ArrayList<>();
        Map<String, List<Var>> pairs = new LinkedHashMap<>();
        for (int p = 0; p < PEOPLE.length; p++) {
            for (int t = 0; t < TASKS.length; t++) {
                Var does = model.binary(PEOPLE[p] + " does " + TASKS[t]);
                hours.add(does.times(HOURS[p][t]));
                pairs.computeIfAbsent(PEOPLE[p], k -> new ArrayList<>()).add(does);
                pairs.computeIfAbsent(TASKS[t], k -> new ArrayList<>()).add(does);
            }
        }
        pairs.forEach((name, all) -> model.exactly(name, all, 1));
        model.objective(Expression.sum(hours));
        return Shrinq.solve(model.problem());
    }

    public static void main(String[] args) {
        Solution solution = solve();
        System.out.println(solution.status() + ": " + solution.objective().orElseThrow() + " hours");
        solution.selectedNames().forEach(System.out::println); // Ada does plan …
    }
}
