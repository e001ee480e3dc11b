package org.shrinq.bench.shrinking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.shrinq.bench.report.Reference;
import org.shrinq.bench.suite.BenchInstance;
import org.shrinq.bench.suite.Plan;
import org.shrinq.bench.suite.RunTask;
import org.shrinq.instances.Instances;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.shrink.calibrate.Structure;
import org.shrinq.solver.Shrinq;
import org.shrinq.solver.SmallProblem;

/**
 * The shrinkings of a plan, without reductions, circuits and repair: whether an optimum is left in each, and which
 * steps were right.
 */
public final class ShrinkStudy {
    /** After so many seconds branch and bound gives up on the optimum of an instance of which none is given. */
    private static final double EXACT_SECONDS = 120;

    private final Plan plan;
    private final Reference reference;
    private final Map<String, Optional<Known>> cases = new HashMap<>();
    private final List<String> left = new ArrayList<>();

    private record Known(Problem problem, Structure structure, KnownOptimum optimum) {
        /**
         * Whether all strings of the small problem hold an optimum: by the list of all optima where there is one, else
         * by going through the strings.
         */
        boolean isKept(SmallProblem small, OptionalDouble best) {
            if (small.shrunk().qubits() <= SmallOptimum.MOST_QUBITS
                    || optimum.solutions().isEmpty()) {
                return isOptimal(best);
            }
            return StepLabels.survives(small.shrunk().log(), optimum.solutions());
        }

        private boolean isOptimal(OptionalDouble objective) {
            double tolerance = 1e-9 * Math.max(1, Math.abs(optimum.value()));
            return objective.isPresent() && Math.abs(objective.getAsDouble() - optimum.value()) <= tolerance;
        }
    }

    private static OptionalDouble best(SmallProblem small) {
        return small.shrunk().qubits() <= SmallOptimum.MOST_QUBITS ? SmallOptimum.of(small) : OptionalDouble.empty();
    }

    /**
     * A study.
     *
     * @param plan whose settings say how to shrink
     * @param reference best known values of instances that tell none
     */
    public ShrinkStudy(Plan plan, Reference reference) {
        this.plan = plan;
        this.reference = reference;
    }

    /**
     * Shrinks, one after the other.
     *
     * @param finished receives every shrinking
     * @param cancelled ends the study early
     */
    public List<Shrinking> run(Consumer<Shrinking> finished, BooleanSupplier cancelled) {
        List<Shrinking> all = new ArrayList<>();
        for (RunTask task : plan.tasks()) {
            if (cancelled.getAsBoolean()) {
                break;
            }
            Optional<Known> known = cases.computeIfAbsent(task.instance().id(), id -> read(task.instance()));
            if (known.isPresent()) {
                Shrinking shrinking = shrink(task, known.get());
                all.add(shrinking);
                finished.accept(shrinking);
            }
        }
        return all;
    }

    /** Instances of which no optimum is known, by name. */
    public List<String> leftOut() {
        return List.copyOf(left);
    }

    private Optional<Known> read(BenchInstance instance) {
        Problem problem = Instances.read(instance.path(), instance.read()).problem();
        OptionalDouble given = reference.bestKnown(instance.kind().id(), instance.name());
        Optional<Known> known = KnownOptimum.of(
                        problem, given.isPresent() ? given : instance.bestKnown(), Deadline.after(EXACT_SECONDS))
                .map(optimum -> new Known(problem, Structure.of(problem.model()), optimum));
        if (known.isEmpty()) {
            left.add(instance.name());
        }
        return known;
    }

    private static Shrinking shrink(RunTask task, Known known) {
        List<SmallProblem> several = Shrinq.with(task.options()).prepareAll(known.problem);
        SmallProblem small = several.get(0);
        OptionalDouble best = best(small);
        boolean kept = known.isKept(small, best);
        boolean union = several.size() == 1
                ? kept
                : several.subList(1, several.size()).stream().anyMatch(s -> known.isKept(s, best(s)));
        return new Shrinking(
                task.instance(),
                known.structure,
                task.method(),
                task.options(),
                small.shrunk().report(),
                small.shrunk().qubits(),
                best.isPresent() || kept,
                kept,
                union,
                known.optimum.solutions().isEmpty()
                        ? List.of()
                        : StepLabels.of(small.shrunk().log(), known.optimum.solutions()));
    }
}
