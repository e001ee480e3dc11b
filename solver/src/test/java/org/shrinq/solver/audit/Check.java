package org.shrinq.solver.audit;

import java.util.Optional;
import java.util.SplittableRandom;

/** One question that a specimen is asked. */
interface Check {
    String name();

    /** What is wrong, or empty. Choices are drawn from {@code random}, so that the same stream asks the same. */
    Optional<String> fault(Enumerated enumerated, SplittableRandom random);
}
