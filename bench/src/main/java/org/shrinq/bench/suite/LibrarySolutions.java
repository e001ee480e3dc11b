package org.shrinq.bench.suite;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.shrinq.instances.Instance;
import org.shrinq.instances.solution.SolutionFile;
import org.shrinq.instances.solution.Solutions;
import org.shrinq.instances.text.InstanceException;
import org.shrinq.qubo.problem.Problem;

/**
 * Best known values from solutions that lie beside instances, as in the QOBLIB: NAME.opt.sol or NAME.bst.sol in a
 * folder "solutions" or "sol" beside the file or up to three folders above. What counts is the value that the solution
 * has here, not what its file says.
 */
final class LibrarySolutions {
    private static final List<String> FOLDERS = List.of("solutions", "sol");
    private static final List<String> ENDINGS =
            List.of(".opt.sol", ".bst.sol", ".opt.sol.xz", ".bst.sol.xz", ".opt.sol.gz", ".bst.sol.gz");
    private static final int UP = 3;

    private LibrarySolutions() {}

    /** The instance's own best known value, else that of a feasible solution beside it. */
    static OptionalDouble bestKnown(Instance instance, Path path) {
        if (instance.bestKnown().isPresent()) {
            return instance.bestKnown();
        }
        Path folder = path.toAbsolutePath().getParent();
        for (int up = 0; up <= UP && folder != null; up++, folder = folder.getParent()) {
            for (String name : FOLDERS) {
                for (String ending : ENDINGS) {
                    Path file = folder.resolve(name).resolve(instance.name() + ending);
                    OptionalDouble value = Files.isRegularFile(file) ? value(file, instance) : OptionalDouble.empty();
                    if (value.isPresent()) {
                        return value;
                    }
                }
            }
        }
        return OptionalDouble.empty();
    }

    /** Empty for a solution of another model of the same name, and for one that is not feasible in this. */
    private static OptionalDouble value(Path file, Instance instance) {
        try {
            SolutionFile solution = Solutions.read(file, instance);
            Problem problem = instance.problem();
            byte[] x = solution.x().toArray();
            return problem.model().isFeasible(x) ? OptionalDouble.of(problem.objective(x)) : OptionalDouble.empty();
        } catch (InstanceException otherVariables) {
            return OptionalDouble.empty();
        }
    }
}
