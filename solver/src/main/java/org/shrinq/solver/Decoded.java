package org.shrinq.solver;

import java.util.Optional;
import org.shrinq.qubo.Bits;
import org.shrinq.repair.verify.Verification;

/**
 * What measured strings are worth once they are expanded, verified and repaired.
 *
 * @param account statistics, histograms and the best repaired string
 * @param x the best feasible solution, raw or repaired
 * @param verification the verdict on it
 */
public record Decoded(Trace.Evaluation account, Optional<Bits> x, Optional<Verification> verification) {}
