package org.shrinq.bench.shrinking;

import java.util.OptionalDouble;
import org.shrinq.qubo.Sense;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.repair.verify.Verifier;
import org.shrinq.shrink.CompactCode;
import org.shrinq.solver.SmallProblem;

/** The best feasible solution that a shrunk problem still holds, found by going through all its strings. */
public final class SmallOptimum {
    /** Most qubits whose strings are gone through. */
    public static final int MOST_QUBITS = 20;

    private SmallOptimum() {}

    /**
     * Judged by the problem's own data.
     *
     * @return the objective; empty when no string is feasible
     * @throws IllegalArgumentException for more than {@value #MOST_QUBITS} qubits
     */
    public static OptionalDouble of(SmallProblem small) {
        int qubits = small.shrunk().qubits();
        if (qubits > MOST_QUBITS) {
            throw new IllegalArgumentException(qubits + " qubits, at most " + MOST_QUBITS + " are gone through");
        }
        Problem problem = small.problem();
        double factor = problem.sense() == Sense.MAXIMIZE ? -1 : 1;
        if (small.shrunk().code().isPresent()) {
            return ofCode(small, small.shrunk().code().get(), factor);
        }
        Verifier verifier = Verifier.of(problem);
        double best = Double.POSITIVE_INFINITY;
        byte[] string = new byte[qubits];
        byte[] x = new byte[problem.size()];
        for (int s = 0; s < 1 << qubits; s++) {
            for (int k = 0; k < qubits; k++) {
                string[k] = (byte) (s >> k & 1);
            }
            small.shrunk().expand(string, x);
            if (verifier.isFeasible(x)) {
                best = Math.min(best, factor * verifier.objective(x));
            }
        }
        return best == Double.POSITIVE_INFINITY ? OptionalDouble.empty() : OptionalDouble.of(factor * best);
    }

    /** Every string of a code that names a permutation. */
    private static OptionalDouble ofCode(SmallProblem small, CompactCode code, double factor) {
        Verifier verifier = Verifier.of(small.problem());
        double[] best = {Double.POSITIVE_INFINITY};
        byte[] x = new byte[small.problem().size()];
        code.space().forEach((places, rank, energy) -> {
            small.shrunk().expand(code.space().state(places).toArray(), x);
            if (verifier.isFeasible(x)) {
                best[0] = Math.min(best[0], factor * verifier.objective(x));
            }
        });
        return best[0] == Double.POSITIVE_INFINITY ? OptionalDouble.empty() : OptionalDouble.of(factor * best[0]);
    }
}
