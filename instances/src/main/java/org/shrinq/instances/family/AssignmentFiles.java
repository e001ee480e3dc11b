package org.shrinq.instances.family;

import java.util.Optional;
import org.shrinq.qubo.problem.ProblemKind;
import org.shrinq.qubo.problem.QuadraticAssignment;

/** Quadratic assignments: facilities at locations. */
final class AssignmentFiles implements FileFamilies.Bundled<QuadraticAssignment> {
    @Override
    public Class<QuadraticAssignment> type() {
        return QuadraticAssignment.class;
    }

    @Override
    public ProblemKind kind() {
        return ProblemKind.QUADRATIC_ASSIGNMENT;
    }

    @Override
    public double reach(QuadraticAssignment problem) {
        double flow = 0;
        double distance = 0;
        double linear = 0;
        for (int i = 0; i < problem.order(); i++) {
            for (int j = 0; j < problem.order(); j++) {
                flow += Math.abs(problem.flow(i, j));
                distance = Math.max(distance, Math.abs(problem.distance(i, j)));
                linear += Math.abs(problem.linear(i, j));
            }
        }
        return flow * distance + linear;
    }

    @Override
    public String meaning(QuadraticAssignment problem, String name, int i) {
        return "facility " + (i / problem.order() + 1) + " at location " + (i % problem.order() + 1);
    }

    @Override
    public Optional<Placement> placement(QuadraticAssignment problem) {
        return Optional.of(new Placement() {
            @Override
            public int order() {
                return problem.order();
            }

            @Override
            public Optional<int[]> permutation(byte[] x) {
                return problem.permutation(x);
            }

            @Override
            public double objective(int[] permutation) {
                return problem.cost(permutation);
            }
        });
    }

    @Override
    public String label() {
        return "locations";
    }

    @Override
    public String extension() {
        return ".dat";
    }
}
