package org.shrinq.solver;

import org.shrinq.qubo.Bits;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.encode.Encoding;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.shrink.Shrunk;

/**
 * A problem made small enough for a circuit: encoded and shrunk, without reductions that change what the variables are,
 * so that every variable of the problem is a qubit, its opposite, or a constant.
 *
 * @param problem the problem
 * @param encoding its QUBO
 * @param shrunk how the QUBO was shrunk
 */
public record SmallProblem(Problem problem, Encoding encoding, Shrunk shrunk) {
    /** The small QUBO. */
    public Qubo qubo() {
        return shrunk.qubo();
    }

    /** The candidate of the problem that a small string stands for. */
    public Bits expand(Bits small) {
        byte[] x = new byte[problem.size()];
        shrunk.expand(small.toArray(), x);
        return Bits.of(x);
    }

    @Override
    public String toString() {
        return "SmallProblem[" + problem + "; " + shrunk + "]";
    }
}
