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
