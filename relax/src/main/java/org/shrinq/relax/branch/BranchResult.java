package org.shrinq.relax.branch;

import java.util.Optional;
import org.shrinq.qubo.Bits;

/**
 * What a branch and bound found, in the problem's own sense.
 *
 * @param finished whether the tree was searched to its end
 * @param bound valid bound: the optimum when finished, else the root's
 * @param better a solution strictly better than the incumbent, when one was met
 * @param nodes nodes visited
 */
public record BranchResult(boolean finished, double bound, Optional<Bits> better, long nodes) {}
