package org.shrinq.qubo.problem;

import java.util.Locale;

/** Problems on one line: "maximum independent set '1dc.64': 64 variables, 543 constraints, maximize". */
final class ProblemText {
    private ProblemText() {}

    static String of(Problem problem) {
        int rows = problem.model().constraints().size();
        return problem.kind().title() + " '" + problem.name() + "': " + count(problem.size(), "variable") + ", "
                + count(rows, "constraint") + ", "
                + problem.sense().name().toLowerCase(Locale.ROOT);
    }

    private static String count(int n, String noun) {
        return n + " " + noun + (n == 1 ? "" : "s");
    }
}
