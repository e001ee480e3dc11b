package org.shrinq.solver;

import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.shrinq.quantum.Observable;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.run.RandomStreams;
import org.shrinq.repair.Repair;

/**
 * The objective of the repaired expansion of a string, to be minimised. Computed when it is asked for: a training on
 * gradients asks for all strings, one on shots for those that were measured. Every string is repaired by random numbers
 * of its own, so that its value does not depend on what was asked before; once time is up it is the worst that was
 * seen. Not thread-safe.
 */
final class RepairedObjective implements Observable {
    /** Strings that tell what repaired objectives are like, for those that repair cannot make feasible. */
    private static final int PROBES = 16;

    private final Problem problem;
    private final Repair repair;
    private final Expansion expansion;
    private final RandomStreams streams;
    private final Deadline deadline;
    private OptionalDouble infeasible = OptionalDouble.empty();
    private long asked;
    private double worst;

    RepairedObjective(Problem problem, Repair repair, Expansion expansion, RandomStreams streams, Deadline deadline) {
        this.problem = problem;
        this.repair = repair;
        this.expansion = expansion;
        this.streams = streams;
        this.deadline = deadline;
    }

    @Override
    public double valueAt(long index) {
        if (deadline.expired()) {
            return worst;
        }
        asked++;
        double value = repaired(index);
        value = Double.isNaN(value) ? infeasible() : value;
        worst = asked == 1 ? value : Math.max(worst, value);
        return value;
    }

    /** How often a value was asked for in time. */
    long asked() {
        return asked;
    }

    /** NaN where repair finds nothing feasible. */
    private double repaired(long index) {
        byte[] x =
                expansion.expand(Bits.ofIndex(expansion.qubo().size(), index)).toArray();
        SplittableRandom random = streams.child("string", index).stream("repair");
        return repair.repairInPlace(x, random, deadline) ? problem.sense().factor() * problem.objective(x) : Double.NaN;
    }

    /** Worse than what the probes are worth. */
    private double infeasible() {
        if (infeasible.isEmpty()) {
            double worst = Double.NEGATIVE_INFINITY;
            SplittableRandom random = streams.stream("probes");
            for (int k = 0; k < PROBES; k++) {
                double value = repaired(random.nextLong(1L << expansion.qubo().size()));
                worst = Double.isNaN(value) ? worst : Math.max(worst, value);
            }
            infeasible = OptionalDouble.of(Double.isInfinite(worst) ? 0 : worst + Math.abs(worst) + 1);
        }
        return infeasible.getAsDouble();
    }
}
